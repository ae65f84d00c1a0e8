/** What can go wrong that a person can do something about. Each code has a sentence in both languages. */
export type AppErrorCode =
  | 'forbidden'
  | 'notFound'
  | 'unavailable'
  | 'badRequest'
  | 'tooLarge'
  | 'misdirected'

const httpStatus: Record<AppErrorCode, number> = {
  forbidden: 403,
  notFound: 404,
  unavailable: 503,
  badRequest: 400,
  tooLarge: 413,
  misdirected: 421,
}

/** An error whose sentence stands in the messages under `errors.<code>`, with `params` filled in. */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly params: Record<string, string | number>

  constructor(code: AppErrorCode, params: Record<string, string | number> = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }

  get status(): number {
    return httpStatus[this.code]
  }
}
