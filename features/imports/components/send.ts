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
export type Outcome = Exclude<ImportEvent, { kind: 'stage' }> | { readonly kind: 'offline' | 'cancelled' }

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
    if (!response.ok || !response.body) return { kind: 'offline' }
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
