import { createTranslator } from 'next-intl'
import { openFile } from '@/features/imports/adapters/read/open-file'
import { type RejectedRow, writeRejected } from '@/features/imports/adapters/rejected-book'
import { columnLetter } from '@/features/imports/components/column-letter'
import type { FateRow, RawRow } from '@/features/imports/schema'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'
import { fateRow, type Trial } from './trials'

const languages = {
  en: createTranslator({ locale: 'en', messages: en }),
  zh: createTranslator({ locale: 'zh', messages: zh }),
}

/** More than anybody mends by hand, and what Excel opens without effort. */
const mostRows = 100_000

type Language = keyof typeof languages

/** Why a value was not taken, in words, with the column that it stands in. */
function reasonOf({ code, params, text, column }: FateRow, lang: Language): string {
  const t = languages[lang]
  const values = { text, ...params }
  const key = [`imports.problem.${code}`, `entry.problem.${code}`].find((one) =>
    t.has(one as 'imports.title'),
  )
  const reason = t((key ?? 'entry.problem.invalid') as 'imports.title', values as never)
  return column === 0 ? reason : t('imports.rejected.at', { column: columnLetter(column), reason })
}

/** The reasons by row of the file. */
function reasonsOf(trial: Trial, lang: Language): ReadonlyMap<number, string> {
  const reasons = new Map<number, string[]>()
  for (const entry of trial.entries.rejected) {
    const row = fateRow(trial, entry)
    const known = reasons.get(row.row) ?? []
    if (known.length === 0 && reasons.size === mostRows) break
    known.push(reasonOf(row, lang))
    reasons.set(row.row, known)
  }
  const t = languages[lang]
  const separator = t('imports.rejected.separator')
  return new Map(Array.from(reasons, ([row, some]) => [row, some.join(separator)]))
}

/** What was mended in the page stands in the file too, so that nobody mends it twice. */
function mended(row: RawRow, fixes: Readonly<Record<string, string>>): RejectedRow['cells'] {
  return row.cells.map((cell, c) => fixes[`${row.row}:${c + 1}`] ?? cell)
}

type At = { readonly path: string; readonly fileName: string }

/** The rejected rows of a dry run as a workbook, under the header of the file; null when it cannot be read any more. */
export async function rejectedFile(
  trial: Trial,
  { path, fileName }: At,
  lang: Language,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { settings, reading } = trial
  const { layout } = reading.inspection
  const reasons = reasonsOf(trial, lang)
  const lastHeader = layout.headerRows.at(-1) ?? 0
  const lastRow = Math.max(lastHeader, ...reasons.keys())
  const opened = await openFile(path, fileName, settings.file ?? {})
  if (!opened.ok) return null
  const rows: RejectedRow[] = []
  const headers = new Set<number>()
  file: for await (const block of opened.value.rows()) {
    for (const row of block) {
      if (row.row > lastRow) break file
      const reason = reasons.get(row.row) ?? null
      if (row.row > lastHeader && reason === null) continue
      if (layout.headerRows.includes(row.row)) headers.add(rows.length)
      rows.push({ cells: mended(row, settings.fixes ?? {}), reason })
    }
  }
  const t = languages[lang]
  return writeRejected({
    sheet: t('imports.rejected.sheet'),
    reasonTitle:
      trial.rejectedRows.length > reasons.size
        ? t('imports.rejected.cut', { count: reasons.size })
        : t('imports.rejected.reason'),
    headers,
    rows,
    fontFamily: lang === 'zh' ? 'Microsoft YaHei' : 'Calibri',
  })
}

export function rejectedName(fileName: string, lang: Language): string {
  const name = fileName.replace(/\.[A-Za-z0-9]{1,5}(\.gz)?$/, '')
  const t = languages[lang]
  return `${t('imports.rejected.fileName', { name })}.xlsx`
}
