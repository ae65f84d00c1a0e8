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
    if (!(error instanceof AppError)) throw error
    const isChinese = /^zh\b/i.test(request.headers.get('accept-language') ?? '')
    const [locale, messages] = isChinese ? ['zh', zh] : ['en', en]
    const t = createTranslator({ locale, messages, namespace: 'errors' })
    return Response.json(
      { error: error.code, message: t(error.code, error.params) },
      { status: error.status },
    )
  }
}
