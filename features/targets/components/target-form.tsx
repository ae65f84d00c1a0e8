'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Select, TextInput } from '@/components/ui/form'
import { FormFoot } from '@/components/ui/form-foot'
import { formReader } from '@/components/ui/form-reader'
import { useSubmit } from '@/components/ui/use-submit'
import { useRouter } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { createTargetAction, deleteTargetAction, updateTargetAction } from '../actions'
import type { TargetInfo } from '../schema'

type Option = { readonly code: string; readonly label: string }
type Props = {
  readonly target: TargetInfo | null
  readonly indicators: readonly Option[]
  readonly regions: readonly Option[]
  readonly initialIndicator?: string | undefined
}

/** Creates or changes a baseline and a target. */
export function TargetForm({ target, indicators, regions, initialIndicator }: Props) {
  const t = useTranslations('admin')
  const router = useRouter()
  const leave = () => {
    router.push(routes.targets)
    router.refresh()
  }
  const { submit, isPending, issueOf, issues, setIssues, refusal } = useSubmit(leave)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = formReader(new FormData(event.currentTarget))
    const input = {
      indicator: form.text('indicator'),
      region: form.optionalText('region'),
      baselineYear: form.number('baselineYear'),
      baselineValue: form.optionalNumber('baselineValue'),
      targetYear: form.number('targetYear'),
      kind: form.text('kind') === 'change_percent' ? ('change_percent' as const) : ('value' as const),
      target: form.number('target'),
      source: form.text('source'),
    }
    if (form.issues.length > 0) return setIssues(form.issues)
    submit(() =>
      target
        ? updateTargetAction({ ...input, id: target.id, version: target.version })
        : createTargetAction(input),
    )
  }
  const text = (name: string, value: string | number | null | undefined, hint?: string, required = false) => (
    <TextInput
      name={name}
      label={t(`target.${name}`)}
      hint={hint}
      defaultValue={value ?? ''}
      issue={issueOf(name)}
      required={required}
    />
  )
  return (
    <form onSubmit={onSubmit} noValidate className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <Select
        name="indicator"
        label={t('target.indicator')}
        defaultValue={target?.indicator ?? initialIndicator}
        issue={issueOf('indicator')}
      >
        {indicators.map((option) => (
          <option key={option.code} value={option.code}>
            {option.label}
          </option>
        ))}
      </Select>
      <Select
        name="region"
        label={t('target.region')}
        defaultValue={target?.region ?? ''}
        issue={issueOf('region')}
      >
        <option value="">{t('target.everyRegion')}</option>
        {regions.map((option) => (
          <option key={option.code} value={option.code}>
            {option.label}
          </option>
        ))}
      </Select>
      {text('baselineYear', target?.baselineYear, undefined, true)}
      {text('baselineValue', target?.baselineValue, t('target.baselineHint'))}
      {text('targetYear', target?.targetYear, undefined, true)}
      <Select name="kind" label={t('target.kind')} defaultValue={target?.kind ?? 'value'}>
        <option value="value">{t('target.kindValue')}</option>
        <option value="change_percent">{t('target.kindChange')}</option>
      </Select>
      {text('target', target?.target, t('target.targetHint'), true)}
      {text('source', target?.source)}
      <FormFoot
        issues={issues}
        refusal={refusal && t(`refusal.${refusal}`)}
        isPending={isPending}
        submit={t(target ? 'target.save' : 'target.create')}
        cancelHref={routes.targets}
      >
        {target && (
          <ConfirmButton
            className="ms-auto"
            disabled={isPending}
            label={t('target.delete')}
            title={t('remove.title', {
              name: t('remove.target', { code: target.indicator, year: target.targetYear }),
            })}
            text={t('remove.text')}
            cancel={t('remove.keep')}
            onConfirm={() => submit(() => deleteTargetAction({ id: target.id }))}
          />
        )}
      </FormFoot>
    </form>
  )
}
