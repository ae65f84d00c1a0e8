// @ts-check
// The browser of the tests and the page bench: one that is there, or one that is installed now.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { chosenChromium } from '../../server/env.mjs'
import { run } from '../lib/run.mjs'
import { SetupError, say } from '../lib/words.mjs'

const isRoot = process.getuid?.() === 0
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** What the browser needs to be told: no sandbox for root, and no calls home of its own. */
export const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
]

/** Path of a Chromium: `PENTAD_CHROMIUM`, the system's, or Playwright's own; null when there is none. */
export function findChromium() {
  const chosen = chosenChromium()
  if (chosen) {
    if (!existsSync(chosen)) throw new SetupError('browserNotThere', { file: chosen })
    return chosen
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...places]
  return [...candidates, chromium.executablePath()].find((file) => existsSync(file)) ?? null
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true
  return Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim())
}

/** Whether a command went well. What it said is shown when it did not. */
async function works(/** @type {string} */ command, /** @type {readonly string[]} */ args) {
  try {
    await run(command, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, isQuiet: true })
    return true
  } catch {
    return false
  }
}

/** Packages by apt, where this is Debian and the user may. */
async function aptInstall(/** @type {readonly string[]} */ packages) {
  if (packages.length === 0 || !isRoot || !existsSync('/etc/debian_version')) return
  say('installingBrowser', { packages: packages.join(', ') })
  await works('apt-get', ['update', '-q'])
  await works('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages])
}

/**
 * Finds a browser and a Chinese font, and installs what is missing.
 * @throws {SetupError} there is no browser and none could be installed
 */
export async function ensureChromium() {
  await aptInstall([
    ...(findChromium() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
  ])
  if (findChromium() === null) {
    say('downloadingBrowser')
    const rights = isRoot ? ['--with-deps'] : []
    await works(process.execPath, ['node_modules/playwright/cli.js', 'install', ...rights, 'chromium'])
  }
  const found = findChromium()
  if (found === null) throw new SetupError('browserMissing')
  say('browserFound', { file: found })
  if (!hasChineseFont()) say('chineseFontMissing')
}
