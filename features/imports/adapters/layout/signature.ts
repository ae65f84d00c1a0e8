import { createHash } from 'node:crypto'
import type { Layout, LayoutChoice, Role } from '../../schema'
import { normaliseName } from '../match/normalise-name'

/** What a person said once of files with a certain header; roles by title, with years masked. */
export type RememberedLayout = {
  readonly layout: Layout
  readonly roles: Readonly<Record<string, Role>>
}

/** A title as it will stand in next year's file: 2023年 is #. */
export function maskYears(title: string): string {
  return normaliseName(title).replaceAll(/(?<!\d)(?:19|20|21)\d\d(?!\d)(?:年(?:度|末|底)?)?/gu, '#')
}

/** One text for files with the same header, whatever years they are of; null = the table has no header. */
export function signatureOf({ columns, headerRows }: LayoutChoice): string | null {
  if (headerRows.length === 0) return null
  const titles = columns.map(({ title }) => maskYears(title))
  const distinct = titles.filter((title, i) => title !== titles[i - 1] || title !== '#')
  return createHash('sha256').update(distinct.join('\n')).digest('hex')
}

export function rememberedLayout({ layout, columns }: LayoutChoice): RememberedLayout {
  return { layout, roles: Object.fromEntries(columns.map(({ title, role }) => [maskYears(title), role])) }
}
