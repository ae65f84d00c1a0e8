import { z } from 'zod'
import { codeSchema, yearSchema } from '@/features/observations/schema'
import { obsStatusCodes } from '@/lib/obs-status'

export const exportFormats = ['csv', 'xlsx', 'sdmx-csv', 'sdmx-csv-1'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What a file of this format is called, and what it is. */
export const formatFacts: Readonly<
  Record<ExportFormat, { readonly ending: string; readonly mediaType: string }>
> = {
  csv: { ending: '.csv', mediaType: 'text/csv; charset=utf-8' },
  xlsx: {
    ending: '.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'sdmx-csv': {
    ending: '.sdmx.csv',
    mediaType: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
  },
  'sdmx-csv-1': {
    ending: '.sdmx.csv',
    mediaType: 'application/vnd.sdmx.data+csv; version=1.0.0; charset=utf-8',
  },
}

/** Which observations; nothing chosen = all of them. */
export const selectionSchema = z.object({
  regions: z.array(codeSchema).max(50_000).default([]),
  indicators: z.array(codeSchema).max(50_000).default([]),
  from: yearSchema.optional(),
  to: yearSchema.optional(),
  statuses: z.array(z.enum(obsStatusCodes)).default([]),
})
export type Selection = z.output<typeof selectionSchema>

/** An observation as it leaves the house. */
export type ExportRow = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly value: number | null
  readonly status: string
  readonly source: string | null
  readonly note: string | null
}

/** The columns of a workbook, in this order. */
export const sheetColumns = [
  'regionCode',
  'region',
  'indicatorCode',
  'indicator',
  'year',
  'value',
  'unit',
  'status',
  'source',
  'note',
] as const

/** The language of a workbook: its words, and which of the two names of a thing it shows. */
export type SheetWords = {
  readonly locale: 'en' | 'zh'
  readonly sheet: string
  readonly columns: Readonly<Record<(typeof sheetColumns)[number], string>>
}

export const exportSchema = selectionSchema.extend({
  format: z.enum(exportFormats),
  words: z.custom<SheetWords>((input) => typeof input === 'object' && input !== null),
  /** where the file is written; one that is there is replaced */
  path: z.string().min(1),
})

/** Excel's sheets end here. */
export const mostSheetRows = 1_048_575
