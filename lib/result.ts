/** An outcome that is expected is returned, not thrown. */
export type Ok<T> = { readonly ok: true; readonly value: T }

/** One thing wrong with one field of an input; `code` names a message under `errors.field`. */
export type FieldIssue = {
  readonly path: string
  readonly code: string
  readonly params?: Record<string, string | number>
}

export type Invalid = {
  readonly ok: false
  readonly reason: 'invalid'
  readonly issues: readonly FieldIssue[]
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

export function invalid(...issues: FieldIssue[]): Invalid {
  return { ok: false, reason: 'invalid', issues }
}
