import { openInstallation } from '@/scripts/lib/command.mjs'
import { systemActor } from '@/server/session'

/** Who acts when a command does: what it writes is signed with this name. */
export const commandLine = systemActor('pentad')

/** A piece of work with the database of this installation. */
export async function withInstallation<T>(work: () => Promise<T>): Promise<T> {
  const close = await openInstallation()
  try {
    return await work()
  } finally {
    await close()
  }
}
