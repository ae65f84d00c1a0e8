import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

type Row = Record<string, string>

const folder = () => path.join(process.cwd(), 'prisma', 'sample')

async function readRows(name: string): Promise<Row[]> {
  const text = await readFile(path.join(folder(), `${name}.csv`), 'utf8')
  return parse(text, { columns: true, skip_empty_lines: true, bom: true }) as Row[]
}

/** The files under prisma/sample as rows of text, unchanged. */
export async function readSampleFiles() {
  const [areas, themes, indicators, groups, regions, sources, observations, targets] = await Promise.all(
    ['areas', 'themes', 'indicators', 'groups', 'regions', 'sources', 'observations', 'targets'].map(
      readRows,
    ),
  )
  return {
    areas: areas ?? [],
    themes: themes ?? [],
    indicators: indicators ?? [],
    groups: groups ?? [],
    regions: regions ?? [],
    sources: sources ?? [],
    observations: observations ?? [],
    targets: targets ?? [],
  }
}

export type SampleFiles = Awaited<ReturnType<typeof readSampleFiles>>

/** A number from a sample file; empty = null. */
export function numberOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null
  const value = Number(text)
  if (!Number.isFinite(value)) throw new RangeError(`the sample holds "${text}" where a number belongs`)
  return value
}
