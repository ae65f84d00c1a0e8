import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Link } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import type { RecipeTrial } from '../schema'
import { trialQuery } from '../schema'

type Props = {
  readonly trial: RecipeTrial
  /** the section is where recipes are chosen */
  readonly isChoosing?: boolean
}

/** Which recipe a section is about, and why there is nothing to see when it cannot be carried out. */
export function TrialHead({ trial, isChoosing = false }: Props) {
  const t = useTranslations('method.trial')
  const name = trial.saved ? t('quoted', { name: trial.saved.name }) : t('own')
  const kind = trial.isInUse ? 'inUse' : trial.isChanged ? 'changed' : 'saved'
  return (
    <div className="mb-6 grid gap-3">
      {trial.unknownName !== null && (
        <Notice tone="warning">{t('unknown', { name: trial.unknownName })}</Notice>
      )}
      <p className="prose-width text-ink-2">
        {t(kind, { name })}{' '}
        {!isChoosing && <Link href={`${routes.method}${trialQuery(trial, 'recipe')}`}>{t('choose')}</Link>}
      </p>
      {trial.problem && (
        <Notice tone="danger" role="alert">
          <ProblemText problem={trial.problem} points={trial.fixedPoints} />
        </Notice>
      )}
      {trial.tried?.recipe.normalise.frame === 'year' && <Notice tone="warning">{t('ranksOnly')}</Notice>}
    </div>
  )
}

type ProblemProps = {
  readonly problem: NonNullable<RecipeTrial['problem']>
  readonly points: RecipeTrial['fixedPoints']
}

/** What does not go together and why; what core says itself stands behind it in its own language. */
export function ProblemText({ problem: { reason, detail }, points }: ProblemProps) {
  const t = useTranslations('method.problem')
  return (
    <>
      {t(reason, points)}
      {detail && (
        <span lang="en" className="mt-1 block break-words font-mono text-xs text-ink-2">
          {detail}
        </span>
      )}
    </>
  )
}
