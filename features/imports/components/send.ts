import type { ImportEvent } from '../schema'

/** What came back from the server; `offline` when nothing did. */
export type Answer<T> =
  | { readonly state: 'answered'; readonly status: number; readonly body: T }
  | { readonly state: 'offline' }

/** Sends JSON and reads JSON. An aborted call never ends. */
export async function send<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'GET' | 'DELETE',
  address: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  try {
    const response = await fetch(address, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
    const text = await response.text()
    if (response.status >= 500 && response.status !== 507) return { state: 'offline' }
    return { state: 'answered', status: response.status, body: JSON.parse(text || 'null') }
  } catch {
    if (signal?.aborted) return new Promise(() => undefined)
    return { state: 'offline' }
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

export type Progress = Omit<Extract<ImportEvent, { kind: 'stage' }>, 'kind'>
export type Outcome =
  | Exclude<ImportEvent, { kind: 'stage' }>
  /** `unknown`: whether an import was written could not be found out */
  | { readonly kind: 'offline' | 'cancelled' | 'unknown' }

type CommitEnd =
  | { readonly state: 'imported'; readonly batch: string }
  | { readonly state: 'notWritten' | 'unknown' }

/** Stopped, or the line was lost: what became of an import is not known here, and the server is asked. */
export async function settled(id: string, key: string, outcome: Outcome): Promise<Outcome> {
  if (outcome.kind !== 'cancelled' && outcome.kind !== 'offline' && outcome.kind !== 'error') return outcome
  const address = `/api/imports/${id}/commit?key=${encodeURIComponent(key)}`
  const answer = await send<CommitEnd>('GET', address, undefined)
  if (answer.state === 'offline' || answer.status !== 200) return { kind: 'unknown' }
  const { body } = answer
  if (body.state === 'imported') return { kind: 'imported', batch: body.batch }
  return body.state === 'notWritten' ? outcome : { kind: 'unknown' }
}

/** The server would not even begin, and says why unless it is broken. */
async function refused(response: Response): Promise<Outcome> {
  const body: { readonly message?: string } | null = await response.json().catch(() => null)
  return body?.message ? { kind: 'error', message: body.message } : { kind: 'offline' }
}

/** Has the server do something long, and follows it to its outcome. */
export async function follow(
  address: string,
  body: unknown,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    })
    if (response.status === 410) return { kind: 'stopped', reason: 'gone' }
    if (!response.ok || !response.body) return await refused(response)
    for await (const line of linesOf(response.body)) {
      const event: ImportEvent = JSON.parse(line)
      if (event.kind !== 'stage') return event
      onProgress(event)
    }
    return { kind: 'offline' }
  } catch {
    return { kind: signal.aborted ? 'cancelled' : 'offline' }
  }
}
