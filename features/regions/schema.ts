import { z } from 'zod'
import type { Bilingual } from '@/lib/bilingual'

export const regionLevels = [
  'country',
  'province',
  'city',
  'county',
  'state',
  'nuts1',
  'nuts2',
  'nuts3',
  'other',
] as const

const optionalCode = z.string().trim().max(32).nullable()
const optionalYear = z.number().int().min(1900).max(2200).nullable()

const fields = {
  code: z
    .string()
    .trim()
    .min(1)
    .max(32)
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/),
  gbCode: optionalCode,
  nutsCode: optionalCode,
  nameEn: z.string().trim().max(200),
  nameZh: z.string().trim().max(200),
  level: z.enum(regionLevels),
  parent: z.string().nullable(),
  group: z.object({ nameEn: z.string().trim().max(100), nameZh: z.string().trim().max(100) }).nullable(),
  validFrom: optionalYear,
  validTo: optionalYear,
}

type Named = { nameEn: string; nameZh: string; validFrom: number | null; validTo: number | null }

function checkTogether(input: Named, context: z.RefinementCtx): void {
  const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (!input.nameEn && !input.nameZh) issue('nameEn', 'nameInOneLanguage')
  if (input.validFrom !== null && input.validTo !== null && input.validFrom > input.validTo) {
    issue('validTo', 'rangeReversed')
  }
}

export const createRegionSchema = z.object(fields).superRefine(checkTogether)
export const updateRegionSchema = z
  .object({ ...fields, previousCode: z.string().min(1), version: z.number().int() })
  .superRefine(checkTogether)
export const deleteRegionSchema = z.object({ code: z.string().min(1) })

export type RegionInput = z.output<typeof createRegionSchema>

export type RegionInfo = {
  readonly code: string
  readonly gbCode: string | null
  readonly nutsCode: string | null
  readonly name: Bilingual
  readonly level: string
  readonly parent: string | null
  readonly group: Bilingual | null
  readonly validFrom: number | null
  readonly validTo: number | null
  readonly isSample: boolean
  readonly version: number
}
