import { formReader } from '@/components/ui/form-reader'
import type { FieldIssue } from '@/lib/result'
import { factors, type IndicatorInput, origins, paces } from '../schema'

/** What only a number has; a milestone has levels instead. */
const unmeasured = {
  unitEn: '',
  unitZh: '',
  decimals: 0,
  pace: 'linear',
  hardMin: null,
  hardMax: null,
  plausibleMin: null,
  plausibleMax: null,
} as const

/** An indicator from its form; `issues` names the fields that hold no number where one belongs. */
export function readIndicator(
  data: FormData,
  kind: IndicatorInput['kind'],
): { input: IndicatorInput; issues: readonly FieldIssue[] } {
  const form = formReader(data)
  const wordingsZh = data.getAll('levelZh')
  const input: IndicatorInput = {
    code: form.text('code'),
    area: form.text('area'),
    themeId: form.optionalNumber('themeId'),
    kind,
    nameEn: form.text('nameEn'),
    nameZh: form.text('nameZh'),
    definitionEn: form.text('definitionEn'),
    definitionZh: form.text('definitionZh'),
    direction: form.text('direction') === '-1' ? -1 : 1,
    weight: form.number('weight'),
    factor: factors.find((factor) => factor === form.text('factor')) ?? null,
    origin: origins.find((origin) => origin === form.text('origin')) ?? null,
    sourceEn: form.text('sourceEn'),
    sourceZh: form.text('sourceZh'),
    ...(kind === 'milestone'
      ? unmeasured
      : {
          unitEn: form.text('unitEn'),
          unitZh: form.text('unitZh'),
          decimals: form.number('decimals'),
          pace: paces.find((pace) => pace === form.text('pace')) ?? 'compound',
          hardMin: form.optionalNumber('hardMin'),
          hardMax: form.optionalNumber('hardMax'),
          plausibleMin: form.optionalNumber('plausibleMin'),
          plausibleMax: form.optionalNumber('plausibleMax'),
        }),
    levels: data.getAll('levelEn').map((wording, level) => ({
      level,
      wordingEn: String(wording).trim(),
      wordingZh: String(wordingsZh[level] ?? '').trim(),
    })),
  }
  return { input, issues: form.issues }
}
