import type { Instrumentation } from 'next'

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepAnswers } = await import('@/server/answer-status')
  keepAnswers()
}

/** What nobody expected: one line in the log with the code that the page shows to the reader. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logError } = await import('@/server/log')
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  // The path without its query, which may hold what a person typed.
  logError('request failed', error, {
    digest,
    path: request.path.split('?')[0] ?? '',
    route: context.routePath,
  })
}
