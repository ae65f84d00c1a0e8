'use client'

import { useTranslations } from 'next-intl'
import type { FateRow } from '../schema'

/** Why a value is not taken, in words: of reading the file, or of what may stand in a cell. */
export function useReason() {
  const reading = useTranslations('imports.problem')
  const cell = useTranslations('entry.problem')
  return ({ code, params, text }: Pick<FateRow, 'code' | 'params' | 'text'>): string => {
    if (code === null) return ''
    const values = { text, ...params }
    if (reading.has(code)) return reading(code, values)
    return cell.has(code) ? cell(code, values) : cell('invalid')
  }
}
