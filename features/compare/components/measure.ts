import type { NumberSpec } from '@/components/charts/types'
import { pick } from '@/lib/bilingual'
import { observedFormat } from '@/lib/format'
import type { ComparePage, Measure } from '../schema'

/** Name of a measure; `index` is the word for the index. */
export function measureName(measure: Measure, locale: string, index: string): string {
  const named = measure.area ?? measure.indicator
  return named ? pick(named.name, locale) : index
}

/** How the values of a measure are written: scores with one decimal, an indicator as its unit asks for. */
export function measureFormat({ indicator }: Measure, locale: string): NumberSpec {
  return indicator ? observedFormat(indicator, locale) : { locale, decimals: 1 }
}

/** Unit of an indicator as it stands in headings; empty for scores and milestones. */
export function measureUnit({ indicator }: Measure, locale: string): string {
  return indicator && indicator.kind !== 'milestone' ? pick(indicator.unit, locale) : ''
}

/** How the parts of a measure are written: as scores, except the years of an indicator. */
export function partFormat(page: ComparePage, locale: string): NumberSpec {
  return page.partsKind === 'year' ? measureFormat(page.measure, locale) : { locale, decimals: 1 }
}

/** Whose figures these are: the publication of an indicator, else the words for "calculated". */
export function measureSource({ indicator }: Measure, locale: string, calculated: string): string {
  return (indicator && pick(indicator.source, locale)) || calculated
}
