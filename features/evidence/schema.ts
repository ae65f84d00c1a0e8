import { z } from 'zod'

/** The largest file that is kept as evidence, in bytes. */
export const mostEvidenceBytes = 10 * 1024 * 1024

/** The kinds of files that are kept as evidence: the endings of their names, and how they are handed out again. */
export const evidenceTypes = {
  pdf: { endings: ['pdf'], mediaType: 'application/pdf' },
  png: { endings: ['png'], mediaType: 'image/png' },
  jpg: { endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  docx: {
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  txt: { endings: ['txt'], mediaType: 'text/plain' },
  csv: { endings: ['csv'], mediaType: 'text/csv' },
} as const

export type EvidenceType = keyof typeof evidenceTypes

const hasNoNul = (text: string) => !text.includes('\0')
/** Control characters, and marks that turn the direction of what follows: a name must be what it looks like. */
const isPlainText = (text: string) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text)

const codeSchema = z.string().min(1).max(64).refine(hasNoNul)

/** A day that there is, written 2024-03-01. */
const daySchema = z
  .string()
  .regex(/^(19|20|21)\d\d-\d\d-\d\d$/)
  .refine((day) => {
    const date = new Date(`${day}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  }, 'day')

/** An address on the web. Others (javascript:, data:, file:) would be run or read by whoever follows them. */
const linkSchema = z
  .string()
  .trim()
  .max(2000)
  .refine((text) => {
    if (!URL.canParse(text) || !isPlainText(text)) return false
    const { protocol, username, password } = new URL(text)
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
  }, 'link')

export const addEvidenceSchema = z
  .object({
    region: codeSchema,
    indicator: codeSchema,
    year: z.number().int().min(1900).max(2200),
    title: z.string().trim().min(1).max(300).refine(isPlainText, 'plainText'),
    /** The day of the document; null = not said. */
    documentDay: daySchema.nullable(),
    link: linkSchema.nullable(),
    file: z
      .object({
        name: z.string().trim().min(1).max(200).refine(isPlainText, 'plainText'),
        content: z.instanceof(Uint8Array),
      })
      .nullable(),
  })
  .superRefine(({ link, file }, context) => {
    if (link === null && file === null)
      context.addIssue({ code: 'custom', path: ['link'], message: 'linkOrFile' })
  })

export const removeEvidenceSchema = z.object({ id: z.number().int().positive() })

/** What is wrong with a file. The code names a message under `entry.evidence.problem`. */
export type EvidenceFileProblem = 'empty' | 'tooLarge' | 'wrongType' | 'wrongEnding'

export type EvidenceRefusal =
  | { readonly ok: false; readonly reason: 'unknownCell' }
  | { readonly ok: false; readonly reason: 'file'; readonly problem: EvidenceFileProblem }

/** A document that proves the value of a cell. Its file is at `/api/evidence/{id}`. */
export type CellEvidence = {
  readonly id: number
  readonly title: string
  /** YYYY-MM-DD; null = not said */
  readonly documentDay: string | null
  readonly link: string | null
  readonly file: { readonly name: string; readonly bytes: number } | null
  readonly author: string
  readonly at: string
  /** null = it holds */
  readonly removedAt: string | null
}

export type EvidenceFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }
