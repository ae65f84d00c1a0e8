import type { FieldIssue } from '@/lib/result'
import type { EvidenceRefusal } from '../schema'
import { mostAcceptedBytes } from './accepted-files'

type Cell = { readonly region: string; readonly indicator: string; readonly year: number }

export type EvidenceInput = {
  readonly title: string
  readonly day: string
  readonly link: string
  readonly file: File | null
}

type Answer =
  | { readonly ok: true; readonly value: { readonly id: number } }
  | { readonly ok: false; readonly reason: 'invalid'; readonly issues: readonly FieldIssue[] }
  | EvidenceRefusal

type Outcome =
  | { readonly ok: true; readonly value: { readonly id: number } }
  | { readonly ok: false; readonly reason: string; readonly issues?: readonly FieldIssue[] }

/** Attaches a document to a cell. What is wrong with the file comes back as an issue of its field. */
export async function sendEvidence(cell: Cell, { title, day, link, file }: EvidenceInput): Promise<Outcome> {
  // Not sent in vain: the server would stop reading, and the browser say that the connection broke.
  if (file && file.size > mostAcceptedBytes) return fileIssue('tooLarge')
  const query = new URLSearchParams({
    region: cell.region,
    indicator: cell.indicator,
    year: String(cell.year),
    title,
    ...(day ? { day } : {}),
    ...(link ? { link } : {}),
    ...(file ? { file: file.name } : {}),
  })
  const response = await fetch(`/api/evidence?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    ...(file ? { body: file } : {}),
  })
  const answer: Answer = await response.json()
  return !answer.ok && answer.reason === 'file' ? fileIssue(answer.problem) : answer
}

const fileIssue = (problem: string): Outcome => ({
  ok: false,
  reason: 'invalid',
  issues: [{ path: 'file', code: `file.${problem}` }],
})
