'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Select, TextInput } from '@/components/ui/form'
import { FormFoot } from '@/components/ui/form-foot'
import { formReader } from '@/components/ui/form-reader'
import { useSubmit } from '@/components/ui/use-submit'
import { useRouter } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { createRegionAction, deleteRegionAction, updateRegionAction } from '../actions'
import { type RegionInfo, regionLevels } from '../schema'

type Props = {
  readonly region: RegionInfo | null
  readonly parents: readonly { readonly code: string; readonly label: string }[]
}

/** Creates or changes a region. */
export function RegionForm({ region, parents }: Props) {
  const t = useTranslations('admin')
  const locale = useLocale()
  const router = useRouter()
  const leave = () => {
    router.push(routes.adminRegions)
    router.refresh()
  }
  const { submit, isPending, issueOf, issues, setIssues, refusal } = useSubmit(leave)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = formReader(new FormData(event.currentTarget))
    const groupEn = form.text('groupEn')
    const groupZh = form.text('groupZh')
    const input = {
      code: form.text('code'),
      gbCode: form.optionalText('gbCode'),
      nutsCode: form.optionalText('nutsCode'),
      nameEn: form.text('nameEn'),
      nameZh: form.text('nameZh'),
      level: regionLevels.find((level) => level === form.text('level')) ?? 'other',
      parent: form.optionalText('parent'),
      group: groupEn || groupZh ? { nameEn: groupEn, nameZh: groupZh } : null,
      validFrom: form.optionalNumber('validFrom'),
      validTo: form.optionalNumber('validTo'),
    }
    if (form.issues.length > 0) return setIssues(form.issues)
    submit(() =>
      region
        ? updateRegionAction({ ...input, previousCode: region.code, version: region.version })
        : createRegionAction(input),
    )
  }
  const text = (name: string, value: string | number | null | undefined, hint?: string, required = false) => (
    <TextInput
      name={name}
      label={t(`region.${name}`)}
      hint={hint}
      defaultValue={value ?? ''}
      issue={issueOf(name)}
      required={required}
    />
  )
  return (
    <form onSubmit={onSubmit} noValidate className="grid max-w-3xl gap-4 sm:grid-cols-2">
      {text('code', region?.code, t('region.codeHint'), true)}
      <Select
        name="level"
        label={t('region.level')}
        defaultValue={region?.level ?? 'province'}
        issue={issueOf('level')}
      >
        {regionLevels.map((level) => (
          <option key={level} value={level}>
            {t(`level.${level}`)}
          </option>
        ))}
      </Select>
      {text('nameEn', region?.name.en, t('indicator.nameHint'))}
      {text('nameZh', region?.name.zh)}
      <Select
        name="parent"
        label={t('region.parent')}
        defaultValue={region?.parent ?? ''}
        issue={issueOf('parent')}
      >
        <option value="">{t('none')}</option>
        {parents.map((parent) => (
          <option key={parent.code} value={parent.code}>
            {parent.label}
          </option>
        ))}
      </Select>
      <div className="hidden sm:block" />
      {text('groupEn', region?.group?.en, t('region.groupHint'))}
      {text('groupZh', region?.group?.zh)}
      {text('gbCode', region?.gbCode)}
      {text('nutsCode', region?.nutsCode)}
      {text('validFrom', region?.validFrom, t('region.validHint'))}
      {text('validTo', region?.validTo)}
      <FormFoot
        issues={issues}
        refusal={refusal && t(`refusal.${refusal}`)}
        isPending={isPending}
        submit={t(region ? 'region.save' : 'region.create')}
        cancelHref={routes.adminRegions}
      >
        {region && (
          <ConfirmButton
            className="ms-auto"
            disabled={isPending}
            label={t('region.delete')}
            title={t('remove.title', { name: pick(region.name, locale) })}
            text={t('remove.text')}
            cancel={t('remove.keep')}
            onConfirm={() => submit(() => deleteRegionAction({ code: region.code }))}
          />
        )}
      </FormFoot>
    </form>
  )
}
