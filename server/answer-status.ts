import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'

// Next.js bundles the start of the server and the pages apart from each other: they meet in this process.
const held = globalThis as { pentadAnswer?: AsyncLocalStorage<ServerResponse> }

/**
 * Lets a page choose the status of its answer. Next.js has only `notFound()` for it, and draws what that leads to in
 * the browser: without scripts the page stays blank (vercel/next.js#62228).
 */
export function keepAnswers(): void {
  if (held.pentadAnswer) return
  const answers = new AsyncLocalStorage<ServerResponse>()
  held.pentadAnswer = answers
  subscribe('http.server.request.start', (message) => {
    if (typeof message === 'object' && message !== null && 'response' in message)
      answers.enterWith(message.response as ServerResponse)
  })
}

/** Gives the answer that is being made the status 404. What is already on its way keeps its status. */
export function answerNotFound(): void {
  const answer = held.pentadAnswer?.getStore()
  if (answer && !answer.headersSent) answer.statusCode = 404
}
