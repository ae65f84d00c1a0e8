import { buildWeb } from '@/scripts/lib/prepare.mjs'
import { startSiteServer } from '@/scripts/testing/sites.mjs'

/** Playwright's global set-up: a build that is up to date, and the databases that each spec file copies. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildWeb()
  const { empty, sample, stop } = await startSiteServer()
  // Workers are started afterwards and inherit it.
  process.env.PENTAD_E2E_DATABASES = JSON.stringify({ empty, sample })
  return stop
}
