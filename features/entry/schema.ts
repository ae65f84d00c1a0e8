import type { IndicatorInfo } from '@/features/indicators/schema'
import type { RegionInfo } from '@/features/regions/schema'

export type EntryCell = {
  readonly value: number | null
  readonly text: string
  readonly version: number
  readonly letter?: string
  readonly note?: string
  readonly locked?: boolean
}

export type EntryPage =
  | { readonly missing: 'indicators' | 'regions' }
  | {
      readonly missing: null
      readonly by: 'indicator' | 'region'
      readonly indicator: IndicatorInfo
      readonly region: RegionInfo
      readonly indicators: readonly IndicatorInfo[]
      readonly regions: readonly RegionInfo[]
      readonly years: readonly number[]
      readonly cells: Readonly<Record<string, EntryCell>>
      readonly canEnter: boolean
    }
