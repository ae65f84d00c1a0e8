import { createTranslator } from 'next-intl'
import { type SheetWords, sheetColumns } from '@/features/exports/schema'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'

/** The words of a workbook in a language. The command line takes them from here too. */
export function sheetWords(locale: 'en' | 'zh'): SheetWords {
  const t = createTranslator({ locale, messages: locale === 'zh' ? zh : en, namespace: 'exports' })
  const columns = sheetColumns.map((column) => [column, t(`column.${column}`)])
  return { locale, sheet: t('sheet'), columns: Object.fromEntries(columns) as SheetWords['columns'] }
}
