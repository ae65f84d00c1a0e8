'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ImportSettings, Inspection, NameChoice } from '../schema'
import { decide } from './decide'
import { FactFields } from './fact-fields'
import { NameSection } from './name-section'
import { UnitSection } from './unit-section'
import type { Change } from './use-import'
import { useNames } from './use-names'
import { withDecisions } from './with-decisions'

type Props = {
  readonly inspection: Inspection
  readonly settings: ImportSettings
  readonly areas: readonly NameChoice[]
  readonly isPending: boolean
  readonly change: (make: Change) => void
  readonly note: (make: Change) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** What the names and units of the file stand for, and what is said of the figures as a whole. */
export function StepNames({ inspection, settings, areas, isPending, change, note, onBack, onNext }: Props) {
  const t = useTranslations('imports')
  const names = useNames()
  const isOpen = ({ how }: { how: string }) => how === 'guess' || how === 'none'
  const regions = withDecisions(inspection.regions, settings.regions)
  const indicators = withDecisions(inspection.indicators, settings.indicators)
  const open = [...regions, ...indicators].filter(isOpen).length
  return (
    <>
      <NameSection
        kind="regions"
        matches={regions}
        choices={names.regions}
        onDecide={(some) => change((before) => ({ ...before, regions: decide(before.regions, some) }))}
        level={settings.newRegionLevel}
        onLevel={(newRegionLevel) => change((before) => ({ ...before, newRegionLevel }))}
      />
      <NameSection
        kind="indicators"
        matches={indicators}
        choices={names.indicators}
        onDecide={(some) => change((before) => ({ ...before, indicators: decide(before.indicators, some) }))}
        areas={areas}
        area={settings.newIndicatorArea}
        onArea={(newIndicatorArea) => change((before) => ({ ...before, newIndicatorArea }))}
      />
      <UnitSection
        units={inspection.units}
        said={settings.units}
        onSay={(indicator, unit) =>
          change((before) => ({ ...before, units: { ...before.units, [indicator]: unit } }))
        }
      />
      <FactFields settings={settings} note={note} />
      <p role="status" className="mt-4 min-h-6 text-sm text-ink-2">
        {isPending
          ? t('wizard.pending')
          : open > 0
            ? t('names.stillOpen', { count: open })
            : t('names.noneOpen')}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button tone="primary" disabled={isPending} onClick={onNext}>
          {t('steps.names.next')}
        </Button>
        <Button onClick={onBack}>{t('wizard.back')}</Button>
      </div>
    </>
  )
}
