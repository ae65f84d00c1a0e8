import type { TestProject } from 'vitest/node'
import { startTestServer } from './databases.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the migrated, empty database that test files copy */
    readonly templateUrl: string
  }
}

/** Vitest's global set-up of the database project: one server for the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  project.provide('templateUrl', server.url)
  return server.stop
}
