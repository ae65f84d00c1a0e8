import type { useTranslations } from 'next-intl'

/** What a form that asks for a reason says in the language of the page: it is the one part that runs in the browser. */
export function reasonWords(t: ReturnType<typeof useTranslations<'history.restore'>>, submit: string) {
  return {
    reason: t('reason'),
    reasonHint: t('reasonHint'),
    submit,
    refusals: {
      alreadyUndone: t('alreadyUndone'),
      conflict: t('conflict'),
      invalid: t('invalid'),
      nothing: t('nothing'),
      nothingLeft: t('nothingLeft'),
      notFound: t('notFound'),
      other: t('notFound'),
      sample: t('sample'),
    },
  }
}
