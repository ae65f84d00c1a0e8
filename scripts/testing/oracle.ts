import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = path.resolve(import.meta.dirname, '../..', process.env.PENTAD_ORACLE ?? '../shared/oracle')

/**
 * The rows of a file of reference calculations, as text by column name. They are not part of the project: without
 * them the oracle tests fail, because a check that is skipped in silence is no check.
 */
export function readOracle(file: string): Record<string, string>[] {
  return parse(readFileSync(oraclePath(file)), { columns: true, bom: true })
}

/** Where a file of reference calculations is, for those that are no table. */
export function oraclePath(file: string): string {
  const at = path.join(folder, file)
  if (!existsSync(at)) {
    throw new Error(
      `The reference calculations are not there: ${at}. Set PENTAD_ORACLE to their folder, or run without "--project oracle".`,
    )
  }
  return at
}

/** A number of a reference file; empty and NA are "none". */
export function numberIn(text: string | undefined): number | null {
  return text === undefined || text === '' || text === 'NA' ? null : Number(text)
}
