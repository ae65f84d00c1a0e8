import { type NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { answer } from '@/app/api/answer'
import { routing } from '@/i18n/routing'
import { AppError } from '@/lib/errors'
import { isLocalHost, isPageAddress, isReadable } from '@/server/addresses'

const inLanguage = createMiddleware(routing)

/** Every request but those for Next's own files: refused under a stranger's name, pages given their language. */
export default function proxy(request: NextRequest): Response | Promise<Response> {
  if (!isLocalHost(request.headers.get('host')))
    return answer(request, () => Promise.reject(new AppError('misdirected')))
  const { pathname } = request.nextUrl
  if (!isPageAddress(pathname)) return NextResponse.next()
  // Next.js would answer with an error without a page to what it cannot decode: it leads nowhere, like others.
  if (!isReadable(pathname))
    return NextResponse.rewrite(new URL(/^\/zh(\/|$)/.test(pathname) ? '/zh/-' : '/en/-', request.url))
  return inLanguage(request)
}

export const config = { matcher: '/((?!_next/).*)' }
