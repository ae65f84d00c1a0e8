import 'server-only'

type Fields = Record<string, string | number | boolean | null>

/** One JSON line to stderr. Never pass values a person typed, nor connection strings. */
export function logError(message: string, error: unknown, fields: Fields = {}): void {
  const detail = error instanceof Error ? { name: error.name, error: error.message, stack: error.stack } : {}
  process.stderr.write(`${JSON.stringify({ level: 'error', message, ...fields, ...detail })}\n`)
}
