import { z } from 'zod'

export const targetKinds = ['value', 'change_percent'] as const

const fields = {
  indicator: z.string().min(1),
  /** null = every region without a target of its own */
  region: z.string().min(1).nullable(),
  baselineYear: z.number().int().min(1900).max(2200),
  baselineValue: z.number().nullable(),
  targetYear: z.number().int().min(1900).max(2200),
  kind: z.enum(targetKinds),
  target: z.number(),
  source: z.string().trim().max(2000),
}

function checkYears(input: { baselineYear: number; targetYear: number }, context: z.RefinementCtx): void {
  if (input.targetYear <= input.baselineYear) {
    context.addIssue({ code: 'custom', path: ['targetYear'], message: 'targetBeforeBaseline' })
  }
}

export const createTargetSchema = z.object(fields).superRefine(checkYears)
export const updateTargetSchema = z
  .object({ ...fields, id: z.number().int(), version: z.number().int() })
  .superRefine(checkYears)
export const deleteTargetSchema = z.object({ id: z.number().int() })

export type TargetInput = z.output<typeof createTargetSchema>

export type TargetInfo = {
  readonly id: number
  readonly indicator: string
  readonly region: string | null
  readonly baselineYear: number
  readonly baselineValue: number | null
  readonly targetYear: number
  readonly kind: (typeof targetKinds)[number]
  readonly target: number
  readonly source: string
  readonly isSample: boolean
  readonly version: number
}
