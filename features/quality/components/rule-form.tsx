'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Select, TextArea, TextInput } from '@/components/ui/form'
import { FormFoot } from '@/components/ui/form-foot'
import { formReader } from '@/components/ui/form-reader'
import { useSubmit } from '@/components/ui/use-submit'
import { parseExpression } from '@/core/checks/expression/parse'
import { severities } from '@/core/checks/finding'
import { useRouter } from '@/i18n/navigation'
import { routes } from '@/lib/routes'
import { deleteRuleAction, saveRuleAction } from '../actions'
import type { RuleInfo } from '../schema'
import { RuleTry } from './rule-try'

type Props = {
  readonly rule: RuleInfo | null
  /** codes of all indicators */
  readonly codes: readonly string[]
}

const rulesPage = `${routes.dataQuality}?view=rules`

/** Creates or changes a rule of this installation. The condition is read with every key, and can be tried on the data. */
export function RuleForm({ rule, codes }: Props) {
  const t = useTranslations('quality')
  const locale = useLocale()
  const router = useRouter()
  const [expression, setExpression] = useState(rule?.expression ?? '')
  const leave = () => {
    router.push(rulesPage)
    router.refresh()
  }
  const { submit, isPending, issueOf, issues, setIssues, refusal } = useSubmit(leave)
  const parsed = parseExpression(expression, new Set(codes))
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const form = formReader(data)
    if (!parsed.ok) return setIssues([{ path: 'expression', code: 'expression' }])
    submit(() =>
      saveRuleAction({
        code: rule?.code ?? form.text('code'),
        nameEn: form.text('nameEn'),
        nameZh: form.text('nameZh'),
        expression,
        severity: severities.find((one) => one === form.text('severity')) ?? 'warning',
        isEnabled: data.get('isEnabled') === 'on',
        version: rule?.version ?? 0,
      }),
    )
  }
  const [first = 'A', second = 'B'] = codes
  return (
    <form onSubmit={onSubmit} noValidate className="grid max-w-3xl gap-4 sm:grid-cols-2">
      {rule === null && (
        <TextInput
          name="code"
          label={t('ruleForm.code')}
          hint={t('ruleForm.codeHint')}
          issue={issueOf('code')}
          className="sm:col-span-2 sm:max-w-sm"
          required
        />
      )}
      <TextInput
        name="nameEn"
        label={t('ruleForm.nameEn')}
        defaultValue={rule?.name.en}
        issue={issueOf('nameEn')}
      />
      <TextInput
        name="nameZh"
        label={t('ruleForm.nameZh')}
        defaultValue={rule?.name.zh}
        issue={issueOf('nameZh')}
      />
      <div className="grid gap-2 sm:col-span-2">
        <TextArea
          name="expression"
          label={t('ruleForm.expression')}
          hint={t('ruleForm.expressionHint', { example: `${first} <= 2 * previous(${first})` })}
          value={expression}
          onChange={(event) => setExpression(event.target.value)}
          issue={issueOf('expression')}
          spellCheck={false}
          autoCapitalize="off"
        />
        <p role="status" className={parsed.ok ? 'text-sm text-ink-2' : 'text-sm text-danger'}>
          {parsed.ok
            ? t('ruleForm.understood')
            : expression.trim() !== '' &&
              t(`problem.${parsed.problem.code}`, { text: parsed.problem.text, at: parsed.problem.from + 1 })}
        </p>
        <RuleTry expression={expression} canTry={parsed.ok} locale={locale} />
        <Language example={`${first} + ${second} <= 100`} />
      </div>
      <Select name="severity" label={t('ruleForm.severity')} defaultValue={rule?.severity ?? 'warning'}>
        {severities.map((severity) => (
          <option key={severity} value={severity}>
            {t(`severity.${severity}`)}: {t(`severityHint.${severity}`)}
          </option>
        ))}
      </Select>
      <label className="flex items-center gap-2 self-end pb-2 text-sm">
        <input type="checkbox" name="isEnabled" defaultChecked={rule?.isEnabled ?? true} className="size-4" />
        {t('ruleForm.isEnabled')}
      </label>
      <FormFoot
        issues={issues}
        refusal={refusal && t(`refusal.${refusal}`)}
        isPending={isPending}
        submit={t(rule ? 'ruleForm.save' : 'ruleForm.create')}
        cancelHref={rulesPage}
      >
        {rule && (
          <ConfirmButton
            className="ms-auto"
            disabled={isPending}
            label={t('ruleForm.delete')}
            title={t('ruleForm.deleteTitle', { code: rule.code })}
            text={t('ruleForm.deleteText')}
            cancel={t('ruleForm.keep')}
            onConfirm={() => submit(() => deleteRuleAction({ code: rule.code, version: rule.version }))}
          />
        )}
      </FormFoot>
    </form>
  )
}

const functions =
  'abs(x), min(…), max(…), sum(…), mean(…), count(…), ratio(x, y), previous(CODE), previous(CODE, 2), change(CODE), parent(CODE), sum(children(CODE)), observed(CODE), year'

function Language({ example }: { readonly example: string }) {
  const t = useTranslations('quality.ruleForm')
  return (
    <details className="text-sm text-ink-2">
      <summary>{t('language')}</summary>
      <ul className="mt-2 grid list-disc gap-1.5 ps-5">
        <li>{t('languageIndicators', { example, brackets: '[GDP-2]' })}</li>
        <li>{t('languageSigns')}</li>
        <li>{t('languageFunctions', { list: functions })}</li>
        <li>{t('languageUnknown')}</li>
      </ul>
    </details>
  )
}
