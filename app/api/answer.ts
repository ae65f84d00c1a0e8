import { createTranslator } from 'next-intl'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'
import { AppError } from '@/lib/errors'

/**
 * The one mapper from an error to an HTTP answer: an `AppError` becomes its status and a sentence in the language that
 * the request asks for. Anything else goes on to Next.js, which answers 500 without a word about the cause and hands
 * the error to instrumentation.ts.
 */
export async function answer(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const message = errorSentence(request, error)
    if (message === null || !(error instanceof AppError)) throw error
    return Response.json({ error: error.code, message }, { status: error.status })
  }
}

/** The sentence of an `AppError` in the language that the request asks for; null for any other error. */
export function errorSentence(request: Request, error: unknown): string | null {
  if (!(error instanceof AppError)) return null
  const isChinese = /^zh\b/i.test(request.headers.get('accept-language') ?? '')
  const [locale, messages] = isChinese ? ['zh', zh] : ['en', en]
  const t = createTranslator({ locale, messages, namespace: 'errors' })
  return t(error.code, error.params)
}
