import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A file in a room, what it may import there, and what the lint must refuse with a message. */
type Row = {
  readonly file: string
  readonly allowed: readonly string[]
  readonly refused: readonly string[]
  readonly because: string
}

const rows: readonly Row[] = [
  {
    file: 'core/planted.ts',
    allowed: ['@/core/panel', './panel', 'd3-array'],
    refused: [
      '@/server/db',
      '@/lib/csv',
      '../lib/csv',
      '../server/db',
      'node:fs',
      'react',
      '@prisma/client',
      'zod',
    ],
    because: 'core computes',
  },
  {
    file: 'core/stats/planted.ts',
    allowed: ['../panel', '@/core/panel', './mean', 'd3-array'],
    refused: [
      '@/server/db',
      '../../server/db',
      './../../lib/csv',
      '@/core/../server/db',
      'node:fs/promises',
      'react',
    ],
    because: 'core computes',
  },
  {
    file: 'lib/planted.ts',
    allowed: ['@/core/panel', './result', '@/lib/errors'],
    refused: [
      '@/server/db',
      '../server/db',
      '@/components/ui/button',
      '@/features/scores/schema',
      'pg',
      'node:fs',
    ],
    because: 'lib runs on both sides',
  },
  {
    file: 'components/ui/planted.tsx',
    allowed: [
      '@/lib/format',
      '@/core/panel',
      './button',
      'react',
      'recharts',
      'next-intl',
      '@/i18n/navigation',
    ],
    refused: [
      '@/features/scores/schema',
      '@/server/session',
      '../../features/scores/schema',
      '@/app/x',
      'pg',
      'node:fs',
    ],
    because: 'components draw',
  },
  {
    file: 'components/charts/lines/planted.tsx',
    allowed: ['../types', './series', 'd3-scale'],
    refused: ['../../../server/db', '@/features/scores/queries', '@/prisma/generated/client'],
    because: 'components draw',
  },
  {
    file: 'server/planted.ts',
    allowed: [
      './db',
      '@/lib/errors',
      '@/core/panel',
      '@/prisma/generated/client',
      '@prisma/adapter-pg',
      'zod',
    ],
    refused: [
      '@/features/scores/queries',
      '../features/scores/queries',
      '@/components/ui/button',
      '@/app/x',
      'recharts',
    ],
    because: 'server guards',
  },
  {
    file: 'features/planted/schema.ts',
    allowed: ['zod', '@/lib/bilingual', '@/core/panel', '@/features/scores/schema'],
    refused: [
      './queries',
      '@/server/db',
      '../scores/queries',
      '@/features/scores/queries',
      'react',
      '@/components/ui/button',
    ],
    because: "A feature's schema",
  },
  {
    file: 'features/planted/queries.ts',
    allowed: [
      './schema',
      '@/server/db',
      '@/core/panel',
      '@/lib/errors',
      '@/features/scores/queries',
      'server-only',
    ],
    refused: [
      './components/list',
      './actions',
      '@/features/scores/components/x',
      '../scores/queries',
      '@/components/ui/button',
      '@/app/x',
    ],
    because: 'Queries and mutations',
  },
  {
    file: 'features/planted/mutations.ts',
    allowed: ['./schema', './adapters/files', '@/server/define', '@/features/scores/mutations'],
    refused: [
      '@/features/scores/actions',
      '@/features/scores/adapters/x',
      '@/prisma/generated/client',
      'recharts',
      'next/cache',
    ],
    because: 'Queries and mutations',
  },
  {
    file: 'features/planted/actions.ts',
    allowed: ['./mutations', './schema', '@/server/session', '@/lib/result', 'next/cache'],
    refused: [
      './queries',
      '@/features/scores/mutations',
      '../scores/mutations',
      '@/core/panel',
      '@/components/ui/button',
    ],
    because: 'actions.ts finds the actor',
  },
  {
    file: 'features/planted/components/planted.tsx',
    allowed: [
      '../schema',
      '../actions',
      './row',
      '@/components/ui/button',
      '@/lib/format',
      '@/core/panel',
      'react',
    ],
    refused: [
      '../queries',
      '../mutations',
      '@/features/planted/queries',
      '@/server/session',
      '../../../server/db',
      '@/features/scores/schema',
    ],
    because: "A feature's components",
  },
  {
    file: 'features/planted/adapters/planted.ts',
    allowed: ['docx', 'csv-parse/sync', '@/lib/format', '@/core/panel', '../schema', 'node:fs/promises'],
    refused: ['../queries', '@/server/db', '@/components/charts/types', '../../scores/queries', 'react'],
    because: 'Adapters speak file formats',
  },
  {
    file: 'features/planted/adapters/read/planted.ts',
    allowed: [
      '../../schema',
      './cut',
      '../layout/detect',
      '../tables',
      '@/lib/format',
      '@/core/panel',
      'node:zlib',
    ],
    refused: ['../../queries', '../../../scores/queries', '@/server/db', '@/features/scores/schema', 'react'],
    because: 'Adapters speak file formats',
  },
  {
    file: 'app/planted.tsx',
    allowed: [
      '@/features/scores/queries',
      '@/components/ui/button',
      '@/lib/routes',
      '@/server/session',
      'next/navigation',
    ],
    refused: ['@/server/db', '../server/db', '@/core/panel', '@/prisma/generated/client', 'pg'],
    because: 'app routes',
  },
  {
    file: 'app/[locale]/planted.tsx',
    allowed: ['../globals.css', '@/features/scores/components/x', '@/i18n/navigation'],
    refused: ['@/server/define', '../../server/db', '@prisma/client', 'node:fs'],
    because: 'app routes',
  },
  {
    file: 'cli/planted.ts',
    allowed: [
      './words',
      '@/core/panel',
      '@/features/sample/mutations',
      '@/features/sample/queries',
      '@/app/api/reports/make',
      '@/app/api/exports/sheet-words',
      '@/i18n/en.json',
      'next-intl',
      '@/server/session',
      'csv-parse',
      'node:fs',
    ],
    refused: [
      '@/server/db',
      '@/features/sample/actions',
      '@/features/reports/adapters/docx',
      '@/components/ui/button',
      '@/app/api/reports/draw',
      '../server/db',
      '@/prisma/generated/client',
    ],
    because: 'act from outside',
  },
  ...['prisma/sample/planted.ts', 'e2e/planted.ts'].map((file) => ({
    file,
    allowed: ['@/features/sample/mutations', '@/features/sample/queries', '@/server/session', 'node:fs'],
    refused: [
      '@/server/db',
      '@/features/sample/actions',
      '@/components/ui/button',
      '../server/db',
      '@/prisma/generated/client',
    ],
    because: 'act from outside',
  })),
]

type Finding = {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly message: string
}

/** What biome's GitHub reporter says, one finding a line. */
function findingsIn(output: string): Finding[] {
  return [...output.matchAll(/^::\w+ title=([^,]+),file=([^,]+),line=(\d+),[^:]*::(.*)$/gm)]
    .map((match) => ({
      rule: match[1] ?? '',
      file: match[2] ?? '',
      line: Number(match[3]),
      message: match[4] ?? '',
    }))
    .sort((a, b) => a.line - b.line)
}

let folder = ''
let findings: Finding[] = []

function plant(file: string, lines: readonly string[]) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), `${lines.join('\n')}\n`)
}

const sourcesOf = (row: Row) => [...row.allowed, ...row.refused]
const found = (file: string, rule: string) =>
  findings.filter((finding) => finding.file.endsWith(`/${file}`) && finding.rule.endsWith(rule))

beforeAll(() => {
  // A small copy of the house with the house's own rules, so that nothing is planted in the house itself.
  folder = mkdtempSync(path.join(tmpdir(), 'pentad-imports-'))
  for (const file of ['tsconfig.json', 'package.json']) copyFileSync(file, path.join(folder, file))
  const config = JSON.parse(readFileSync('biome.json', 'utf8'))
  writeFileSync(
    path.join(folder, 'biome.json'),
    JSON.stringify({ ...config, $schema: undefined, vcs: undefined }),
  )
  for (const row of rows)
    plant(
      row.file,
      sourcesOf(row).map((source) => `import '${source}'`),
    )
  plant('core/ways.ts', [
    "import type { A } from '@/server/db'",
    "export { a } from '@/server/db'",
    "export const b = await import('@/server/db')",
    "export const c = require('@/server/db')",
    'export type B = A',
    'export const d = Math.random()',
    'export const e = Date.now()',
  ])
  plant('lib/one.ts', ["import { two } from '@/lib/two'", 'export const one = () => two'])
  plant('lib/two.ts', ["import { one } from './one'", 'export const two = () => one'])
  const result = spawnSync(
    process.execPath,
    [
      path.resolve('node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--reporter=github',
      '--max-diagnostics=none',
      '.',
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  findings = findingsIn(result.stdout)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the import table is enforced by the lint', () => {
  for (const row of rows) {
    it(`in ${row.file}: what is not allowed is refused, and the message says why`, () => {
      const caught = found(row.file, 'noRestrictedImports')
      expect(caught.map(({ line }) => sourcesOf(row)[line - 1])).toEqual(row.refused)
      for (const { message } of caught) expect(message).toContain(row.because)
    })
  }

  it('sees type imports, re-exports, dynamic imports and require', () => {
    const lines = [...found('core/ways.ts', 'noRestrictedImports'), ...found('core/ways.ts', 'noCommonJs')]
    expect(lines.map(({ line }) => line).sort()).toEqual([1, 2, 3, 4])
  })

  it('refuses clock and unseeded chance in core', () => {
    expect(found('core/ways.ts', 'noJsRestrictedProperties').map(({ line }) => line)).toEqual([6])
    expect(found('core/ways.ts', 'noRestrictedGlobals').map(({ line }) => line)).toEqual([7])
  })

  it('refuses an import cycle, also through the alias', () => {
    expect(found('lib/one.ts', 'noImportCycles')).toHaveLength(1)
    expect(found('lib/two.ts', 'noImportCycles')).toHaveLength(1)
  })
})
