'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Select, TextArea, TextInput } from '@/components/ui/form'
import { FormFoot } from '@/components/ui/form-foot'
import { useSubmit } from '@/components/ui/use-submit'
import { useRouter } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { createIndicatorAction, deleteIndicatorAction, updateIndicatorAction } from '../actions'
import { type AreaInfo, factors, type IndicatorInfo, indicatorKinds, origins, paces } from '../schema'
import { LevelFields } from './level-fields'
import { readIndicator } from './read-indicator'

type Option = { readonly value: string; readonly label: string }
type Props = {
  readonly areas: readonly (Pick<AreaInfo, 'code' | 'isHallmark'> & {
    label: string
    themes: readonly { id: number; label: string }[]
  })[]
  readonly indicator: IndicatorInfo | null
}

const show = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

/** Creates or changes an indicator. Every field keeps what was typed until the server has taken it. */
export function IndicatorForm({ areas, indicator }: Props) {
  const t = useTranslations('admin')
  const locale = useLocale()
  const router = useRouter()
  const [area, setArea] = useState(
    indicator?.area ?? (areas.find((one) => !one.isHallmark) ?? areas[0])?.code ?? '',
  )
  const [kind, setKind] = useState(indicator?.kind ?? 'numeric')
  const leave = () => {
    router.push(routes.framework)
    router.refresh()
  }
  const { submit, isPending, issueOf, issues, setIssues, refusal } = useSubmit(leave)
  const themes = areas.find((a) => a.code === area)?.themes ?? []

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { input, issues: unread } = readIndicator(new FormData(event.currentTarget), kind)
    if (unread.length > 0) return setIssues(unread)
    submit(() =>
      indicator
        ? updateIndicatorAction({ ...input, previousCode: indicator.code, version: indicator.version })
        : createIndicatorAction(input),
    )
  }
  const option = ({ value, label }: Option) => (
    <option key={value} value={value}>
      {label}
    </option>
  )
  const none = { value: '', label: t('none') }
  const field = (name: string) => ({ name, label: t(`indicator.${name}`), issue: issueOf(name) })
  const text = (
    name: string,
    value: string | undefined,
    more: { required?: boolean; hint?: string } = {},
  ) => <TextInput {...field(name)} defaultValue={value ?? ''} {...more} />
  return (
    <form onSubmit={onSubmit} noValidate className="flex max-w-4xl flex-col gap-8">
      <Group title={t('indicator.groupWhat')}>
        {text('code', indicator?.code, { required: true, hint: t('indicator.codeHint') })}
        <Select {...field('kind')} value={kind} onChange={(e) => setKind(kindOf(e.target.value))}>
          {indicatorKinds.map((value) => option({ value, label: t(`kind.${value}`) }))}
        </Select>
        <Select {...field('area')} value={area} onChange={(e) => setArea(e.target.value)}>
          {areas.map((a) => option({ value: a.code, label: a.label }))}
        </Select>
        <Select key={area} {...field('themeId')} defaultValue={show(indicator?.theme?.id)}>
          {[none, ...themes.map((theme) => ({ value: String(theme.id), label: theme.label }))].map(option)}
        </Select>
        {text('nameEn', indicator?.name.en, { hint: t('indicator.nameHint') })}
        {text('nameZh', indicator?.name.zh)}
        <TextArea {...field('definitionEn')} defaultValue={indicator?.definition.en} />
        <TextArea {...field('definitionZh')} defaultValue={indicator?.definition.zh} />
      </Group>
      <Group title={t('indicator.groupMeasure')}>
        {kind === 'milestone' && <LevelFields levels={indicator?.levels ?? []} issue={issueOf('levels')} />}
        {kind === 'numeric' && text('unitEn', indicator?.unit.en)}
        {kind === 'numeric' && text('unitZh', indicator?.unit.zh)}
        <Select {...field('direction')} defaultValue={show(indicator?.direction ?? 1)}>
          {['1', '-1'].map((value) =>
            option({ value, label: t(value === '1' ? 'direction.higher' : 'direction.lower') }),
          )}
        </Select>
        {kind === 'numeric' &&
          text('decimals', show(indicator?.decimals ?? 2), { hint: t('indicator.decimalsHint') })}
        {kind === 'numeric' && (
          <Select
            {...field('pace')}
            defaultValue={indicator?.pace ?? 'compound'}
            hint={t('indicator.paceHint')}
          >
            {paces.map((value) => option({ value, label: t(`pace.${value}`) }))}
          </Select>
        )}
        {text('weight', show(indicator?.weight ?? 1), { hint: t('indicator.weightHint') })}
      </Group>
      {kind === 'numeric' && (
        <Group title={t('indicator.groupChecks')}>
          {text('hardMin', show(indicator?.hardMin), { hint: t('indicator.hardHint') })}
          {text('hardMax', show(indicator?.hardMax))}
          {text('plausibleMin', show(indicator?.plausibleMin), { hint: t('indicator.plausibleHint') })}
          {text('plausibleMax', show(indicator?.plausibleMax))}
        </Group>
      )}
      <Group title={t('indicator.groupLenses')}>
        <Select {...field('factor')} defaultValue={indicator?.factor ?? ''}>
          {[none, ...factors.map((value) => ({ value, label: t(`factor.${value}`) }))].map(option)}
        </Select>
        <Select {...field('origin')} defaultValue={indicator?.origin ?? ''}>
          {[none, ...origins.map((value) => ({ value, label: t(`origin.${value}`) }))].map(option)}
        </Select>
        <TextArea {...field('sourceEn')} defaultValue={indicator?.source.en} />
        <TextArea {...field('sourceZh')} defaultValue={indicator?.source.zh} />
      </Group>
      <FormFoot
        issues={issues}
        refusal={refusal && t(`refusal.${refusal}`)}
        isPending={isPending}
        submit={t(indicator ? 'indicator.save' : 'indicator.create')}
        cancelHref={routes.framework}
      >
        {indicator && (
          <ConfirmButton
            className="ms-auto"
            disabled={isPending}
            label={t('indicator.delete')}
            title={t('remove.title', { name: pick(indicator.name, locale) })}
            text={t('remove.text')}
            cancel={t('remove.keep')}
            onConfirm={() => submit(() => deleteIndicatorAction({ code: indicator.code }))}
          />
        )}
      </FormFoot>
    </form>
  )
}

const kindOf = (value: string) => indicatorKinds.find((kind) => kind === value) ?? 'numeric'

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-4 sm:grid-cols-2">
      <legend className="mb-3 w-full border-b border-line pb-1 font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}
