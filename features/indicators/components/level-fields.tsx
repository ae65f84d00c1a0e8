'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import type { FieldIssue } from '@/lib/result'
import type { IndicatorInfo } from '../schema'

type Props = { readonly levels: IndicatorInfo['levels']; readonly issue: FieldIssue | undefined }

/** The wording of a milestone's levels 0..n, in both languages. */
export function LevelFields({ levels, issue }: Props) {
  const t = useTranslations('admin.levels')
  const forms = useTranslations('form.issue')
  const [count, setCount] = useState(Math.max(2, levels.length))
  return (
    <fieldset className="sm:col-span-2">
      <legend className="text-sm font-medium">{t('title')}</legend>
      <p className="text-xs text-ink-3">{t('hint')}</p>
      <ol className="mt-2 grid gap-2">
        {Array.from({ length: count }, (_, level) => level).map((level) => (
          <li key={level} className="grid grid-cols-[2rem_1fr_1fr] items-center gap-2 text-sm">
            <span className="text-end">{level}</span>
            <input
              name="levelEn"
              aria-label={t('en', { level })}
              placeholder={t('en', { level })}
              defaultValue={levels[level]?.wording.en}
              className={inputClass}
            />
            <input
              name="levelZh"
              aria-label={t('zh', { level })}
              placeholder={t('zh', { level })}
              defaultValue={levels[level]?.wording.zh}
              className={inputClass}
            />
          </li>
        ))}
      </ol>
      {issue && (
        <p className="mt-1 text-xs text-danger">
          {forms.has(issue.code) ? forms(issue.code) : forms('invalid')}
        </p>
      )}
      <div className="mt-2 flex gap-2">
        <Button disabled={count >= 21} onClick={() => setCount(count + 1)}>
          {t('add')}
        </Button>
        <Button disabled={count <= 2} onClick={() => setCount(count - 1)}>
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  )
}
