import type { ScoreExplanation } from '@/core/explain/explain-score'
import type { IndicatorInfo } from '@/features/indicators/schema'
import type { ChosenRegion } from '@/features/scores/schema'
import type { Bilingual } from '@/lib/bilingual'

export type { ScoreExplanation } from '@/core/explain/explain-score'

/** A score with the whole chain behind it, and the names of what stands in the chain. */
export type ExplainPage = {
  readonly chosen: ChosenRegion
  readonly explanation: ScoreExplanation
  /** names of aggregates and indicators by code; the index itself is not among them */
  readonly names: Readonly<Record<string, Bilingual>>
  readonly indicators: Readonly<Record<string, IndicatorInfo>>
  /** SDMX status of the observed value of an indicator in the region and year; empty = not observed */
  readonly statuses: Readonly<Record<string, string>>
  /** what stands above the node, from the top; the node itself is not among them */
  readonly above: readonly string[]
}
