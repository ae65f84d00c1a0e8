import { useLocale, useTranslations } from 'next-intl'
import { Heat } from '@/components/charts/heat/heat'
import type { IndexResult } from '@/core/index/run-index'
import { flagThresholds } from '@/core/structure/flag-correlation'
import { type FlaggedCorrelation, structureOf } from '@/core/structure/structure-of'
import { formatNumber } from '@/lib/format'
import type { RecipeTrial } from '../schema'
import { useNodeName } from './node-links'

type Props = { readonly trial: RecipeTrial; readonly tried: IndexResult }

/** How the indicators of each area, and the areas, hang together: correlations with flags, alpha, KMO, Bartlett. */
export function StructureView({ trial, tried }: Props) {
  const t = useTranslations('method.structure')
  const locale = useLocale()
  const bound = (value: number) => formatNumber(value, { locale, decimals: 1 })
  return (
    <>
      <p className="prose-width mb-6">
        {t('text', {
          negative: bound(flagThresholds.negative),
          weak: bound(flagThresholds.weak),
          high: bound(flagThresholds.high),
        })}
      </p>
      {[trial.rootCode, ...trial.areas.map(({ code }) => code)].map((code) => (
        <NodeStructure key={code} trial={trial} tried={tried} code={code} />
      ))}
    </>
  )
}

function NodeStructure({ trial, tried, code }: Props & { readonly code: string }) {
  const t = useTranslations('method.structure')
  const locale = useLocale()
  const nodeName = useNodeName(trial)
  const { children, correlations, flagged, alpha, adequacy, sphericity } = structureOf(tried, code)
  const two = (value: number | null | undefined) =>
    value === null || value === undefined ? t('none') : formatNumber(value, { locale, decimals: 2 })
  const figures = [
    ['alpha', two(alpha.raw)],
    ['standardised', two(alpha.standardised)],
    ['kmo', two(adequacy?.overall)],
    [
      'bartlett',
      sphericity === null
        ? t('none')
        : sphericity.p < 0.001
          ? t('tiny')
          : formatNumber(sphericity.p, { locale, decimals: 3 }),
    ],
  ] as const
  const caption = t('caption', { node: nodeName(code) })
  return (
    <section aria-labelledby={`structure-${code}`} className="mb-10">
      <h2 id={`structure-${code}`}>{nodeName(code)}</h2>
      {children.length < 2 ? (
        <p className="text-sm text-ink-2">{t('single')}</p>
      ) : (
        <>
          <dl className="my-3 grid max-w-3xl grid-cols-2 gap-x-8 gap-y-2 text-sm md:grid-cols-4">
            {figures.map(([key, value]) => (
              <div key={key}>
                <dt className="text-ink-2">{t(key)}</dt>
                <dd className="text-lg font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
          <Heat
            columns={children.map((child) => ({ key: child, label: nodeName(child) }))}
            rows={children.map((child, i) => ({
              key: child,
              label: nodeName(child),
              tone: 'rest',
              cells: correlations.coefficients[i] ?? [],
            }))}
            domain={[-1, 1]}
            format={{ locale, decimals: 2 }}
            emptyLabel={t('none')}
            caption={caption}
          />
          <Flags flagged={flagged} nodeName={nodeName} parent={nodeName(code)} />
        </>
      )}
    </section>
  )
}

type FlagsProps = {
  readonly flagged: readonly FlaggedCorrelation[]
  readonly nodeName: (code: string) => string
  readonly parent: string
}

function Flags({ flagged, nodeName, parent }: FlagsProps) {
  const t = useTranslations('method.structure')
  const locale = useLocale()
  if (flagged.length === 0) return <p className="mt-2 text-sm text-ink-2">{t('noFlags')}</p>
  return (
    <ul className="prose-width mt-2 list-disc ps-5 text-sm">
      {flagged.map(({ node, other, coefficient, flag }) => (
        <li key={`${node}|${other}`}>
          {t(`${other === null ? 'parent' : 'pair'}.${flag}`, {
            node: nodeName(node),
            other: other === null ? parent : nodeName(other),
            r: formatNumber(coefficient, { locale, decimals: 2 }),
          })}
        </li>
      ))}
    </ul>
  )
}
