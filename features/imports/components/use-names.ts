'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import type { NameChoice } from '../schema'
import { send } from './send'

type Names = { readonly regions: readonly NameChoice[]; readonly indicators: readonly NameChoice[] }

const none: Names = { regions: [], indicators: [] }

/** All regions and indicators by name, fetched when they are first needed. */
export function useNames(): Names {
  const locale = useLocale()
  const [names, setNames] = useState(none)
  useEffect(() => {
    const controller = new AbortController()
    void send<Names>('GET', `/api/imports/names?lang=${locale}`, undefined, controller.signal).then(
      (answer) => {
        if (answer.state === 'answered' && answer.status === 200) setNames(answer.body)
      },
    )
    return () => controller.abort()
  }, [locale])
  return names
}
