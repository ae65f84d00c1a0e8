import path from 'node:path'
import { defineConfig } from 'vitest/config'

// An odd zone (UTC+12:45, with summer time) shows where a date depends on the machine. Workers inherit it.
process.env.TZ = 'Pacific/Chatham'

const oracle = '**/*.oracle.test.ts'
const database = '**/*.db.test.ts'
const nowhere = ['**/node_modules/**', '.next/**', 'e2e/**']

export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      // In plain Node the package throws; what may reach the browser is the lint's and the build's business.
      'server-only': path.join(import.meta.dirname, 'scripts/testing/server-only.ts'),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...nowhere, oracle, database],
          // Some start the command as a process of its own, beside tests that start whole servers.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [database],
          exclude: nowhere,
          globalSetup: 'scripts/testing/database-server.ts',
          setupFiles: 'scripts/testing/database-per-file.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'oracle', include: [oracle], exclude: nowhere, testTimeout: 60_000 },
      },
    ],
  },
})
