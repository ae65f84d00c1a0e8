import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The namespaces that client components of every page speak; the rest of the messages stays on the server. */
const everywhere = [
  'shell',
  'chart',
  'grid',
  'entry',
  'form',
  'admin',
  'errors',
  'export',
  'obsStatus',
] as const

type Props = {
  readonly locale: string
  /** namespaces that only client components below speak */
  readonly also?: readonly string[]
  readonly children: ReactNode
}

/** Hands client components the messages they speak and no others. Inside another one it holds for what is below. */
export async function ClientMessages({ locale, also = [], children }: Props) {
  const messages = await getMessages({ locale })
  const spoken = Object.fromEntries(
    [...everywhere, ...also].flatMap((name) => (name in messages ? [[name, messages[name]]] : [])),
  )
  return <NextIntlClientProvider messages={spoken}>{children}</NextIntlClientProvider>
}
