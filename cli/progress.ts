import { type Sentence, sentence } from './words'

/** A line on the terminal that tells what is being done and is written over; nothing when nobody sees it. */
export function showProgress(
  key: Sentence | null,
  params: Readonly<Record<string, string | number>> = {},
): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\r\u001b[K${key === null ? '' : sentence(key, params)}`)
}
