import { type NamedFile, wrongAt } from './files'
import { readTable } from './read-table'

/**
 * Reads which group each region belongs to; a region may have none.
 *
 * @throws {CommandError} a code is empty or stands there twice
 */
export async function readRegions(file: NamedFile): Promise<ReadonlyMap<string, string>> {
  const groups = new Map<string, string>()
  const lines = new Map<string, number>()
  await readTable(file, { needed: ['code', 'group'] }, (row) => {
    const code = row.code('code')
    const before = lines.get(code)
    if (before !== undefined) {
      throw wrongAt({ file, line: row.line, column: 'code' }, 'rowTwice', { code, before })
    }
    lines.set(code, row.line)
    groups.set(code, row.text('group'))
  })
  return groups
}
