import { defineConfig, devices } from '@playwright/test'
import { chromiumArgs, findChromium } from './scripts/testing/chromium.mjs'

const executablePath = findChromium() ?? undefined
const jsonFile = process.env.PENTAD_E2E_JSON

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: jsonFile ? [['list'], ['json', { outputFile: jsonFile }]] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1366, height: 900 },
    actionTimeout: 15_000,
    colorScheme: 'light',
    // Nothing is looked at in the middle of a movement.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath, args: chromiumArgs },
    screenshot: 'only-on-failure',
  },
})
