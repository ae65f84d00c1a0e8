import { z } from 'zod'
import type { Bilingual } from '@/lib/bilingual'

export const codePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/
export const factors = ['laborer', 'instrument', 'subject', 'combination', 'outcome'] as const
export const origins = ['breakthrough', 'allocation', 'upgrading'] as const
export const indicatorKinds = ['numeric', 'milestone'] as const
export const paces = ['compound', 'linear'] as const

const limit = z.number().nullable()
const text = (maximum: number) => z.string().trim().max(maximum)
const requiredText = (maximum: number) => z.string().trim().min(1).max(maximum)

export const levelSchema = z.object({
  level: z.number().int().min(0).max(20),
  wordingEn: text(500),
  wordingZh: text(500),
})

const fields = {
  code: z.string().trim().min(1).max(32).regex(codePattern, 'code'),
  area: z.string().min(1),
  themeId: z.number().int().nullable(),
  kind: z.enum(indicatorKinds),
  nameEn: text(300),
  nameZh: text(300),
  definitionEn: text(4000),
  definitionZh: text(4000),
  unitEn: text(100),
  unitZh: text(100),
  decimals: z.number().int().min(0).max(10),
  direction: z.union([z.literal(1), z.literal(-1)]),
  weight: z.number().min(0).max(1e9),
  pace: z.enum(paces),
  factor: z.enum(factors).nullable(),
  origin: z.enum(origins).nullable(),
  sourceEn: text(2000),
  sourceZh: text(2000),
  hardMin: limit,
  hardMax: limit,
  plausibleMin: limit,
  plausibleMax: limit,
  levels: z.array(levelSchema).max(21),
}

type Ranged = {
  nameEn: string
  nameZh: string
  kind: string
  hardMin: number | null
  hardMax: number | null
  plausibleMin: number | null
  plausibleMax: number | null
  levels: { level: number; wordingEn: string; wordingZh: string }[]
}

function checkTogether(input: Ranged, context: z.RefinementCtx): void {
  const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (!input.nameEn && !input.nameZh) issue('nameEn', 'nameInOneLanguage')
  const isReversed = (low: number | null, high: number | null) => low !== null && high !== null && low > high
  if (isReversed(input.hardMin, input.hardMax)) issue('hardMax', 'rangeReversed')
  if (isReversed(input.plausibleMin, input.plausibleMax)) issue('plausibleMax', 'rangeReversed')
  if (input.kind !== 'milestone') return
  if (input.levels.length < 2) issue('levels', 'twoLevels')
  if (input.levels.some((l) => !l.wordingEn && !l.wordingZh)) issue('levels', 'levelWording')
  if (input.levels.some((l, i) => l.level !== i)) issue('levels', 'levelsInOrder')
}

export const createIndicatorSchema = z.object(fields).superRefine(checkTogether)
export const updateIndicatorSchema = z
  .object({ ...fields, previousCode: requiredText(32), version: z.number().int() })
  .superRefine(checkTogether)
export const deleteIndicatorSchema = z.object({ code: z.string().min(1) })

export type IndicatorInput = z.output<typeof createIndicatorSchema>

export type AreaInfo = {
  readonly code: string
  readonly slug: string
  readonly name: Bilingual
  readonly isHallmark: boolean
  readonly position: number
  readonly themes: readonly { readonly id: number; readonly name: Bilingual }[]
}

export type IndicatorInfo = {
  readonly code: string
  readonly area: string
  readonly theme: { readonly id: number; readonly name: Bilingual } | null
  readonly kind: (typeof indicatorKinds)[number]
  readonly name: Bilingual
  readonly definition: Bilingual
  readonly unit: Bilingual
  readonly decimals: number
  readonly direction: 1 | -1
  readonly weight: number
  readonly pace: (typeof paces)[number]
  readonly factor: (typeof factors)[number] | null
  readonly origin: (typeof origins)[number] | null
  readonly source: Bilingual
  readonly hardMin: number | null
  readonly hardMax: number | null
  readonly plausibleMin: number | null
  readonly plausibleMax: number | null
  readonly levels: readonly { readonly level: number; readonly wording: Bilingual }[]
  readonly version: number
}

/** What stands against a deletion or a change; the code names a message under `admin.refusal`. */
export type FrameworkRefusal = {
  readonly ok: false
  readonly reason:
    | 'codeTaken'
    | 'hasObservations'
    | 'notFound'
    | 'changedMeanwhile'
    | 'hasChildren'
    | 'parentLoop'
}
