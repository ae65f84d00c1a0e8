import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { formatDateTime } from '@/lib/format'
import styles from './cell-detail.module.css'
import type { Mark } from './marks'

type Props = {
  readonly mark: Extract<Mark, { state: 'conflict' }>
  readonly format: (value: number) => string
  readonly locale: string
  readonly choiceId: string
  readonly onKeepTheirs: () => void
  readonly onUseMine: () => void
}

/** Somebody has saved another value meanwhile: both, who and when, and which one stays. */
export function ConflictChoice(props: Props) {
  const { mark, format, choiceId, locale } = props
  const t = useTranslations('grid')
  const headingId = useId()
  const show = (value: number | null) => (value === null ? t('notObserved') : format(value))
  return (
    <fieldset className={styles.conflict} aria-labelledby={headingId}>
      <p id={headingId}>{mark.message}</p>
      <dl>
        <div>
          <dt>{t('theirs')}</dt>
          <dd>
            <span className={styles.value}>{show(mark.theirs?.value ?? null)}</span>
            {mark.theirs && (
              <span className={styles.note}>
                {t('byWhom', { author: mark.theirs.author, at: formatDateTime(mark.theirs.at, { locale }) })}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('mine')}</dt>
          <dd className={styles.value}>{show(mark.value)}</dd>
        </div>
      </dl>
      <div className={styles.buttons}>
        <Button id={choiceId} onClick={props.onKeepTheirs}>
          {t('keepTheirs')}
        </Button>
        {mark.theirs && <Button onClick={props.onUseMine}>{t('useMine')}</Button>}
      </div>
    </fieldset>
  )
}
