import 'server-only'
import { createHash } from 'node:crypto'
import { defineMutation, type Refusal } from '@/server/define'
import { sniffType } from './adapters/sniff-type'
import {
  addEvidenceSchema,
  type EvidenceFileProblem,
  type EvidenceRefusal,
  type EvidenceType,
  evidenceTypes,
  mostEvidenceBytes,
  removeEvidenceSchema,
} from './schema'

type UnknownEvidence = Refusal & { readonly reason: 'unknownEvidence' }

/** The kind of a file, by its content and its ending together, or what is wrong with it. */
function typeOfFile({
  name,
  content,
}: {
  name: string
  content: Uint8Array
}): EvidenceType | EvidenceFileProblem {
  if (content.byteLength === 0) return 'empty'
  if (content.byteLength > mostEvidenceBytes) return 'tooLarge'
  const sniffed = sniffType(content)
  if (sniffed === null) return 'wrongType'
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  // A table is a text by its content: only its name says that it is one.
  const fitting: readonly EvidenceType[] = sniffed === 'txt' ? ['txt', 'csv'] : [sniffed]
  return (
    fitting.find((type) => evidenceTypes[type].endings.some((known) => known === ending)) ?? 'wrongEnding'
  )
}

const isType = (found: EvidenceType | EvidenceFileProblem): found is EvidenceType => found in evidenceTypes

/**
 * Attaches a document to a cell: its title and day, and where it is to be found, as a link, a file, or both.
 *
 * @returns its id; `file` with what is wrong with the file, or `unknownCell`, and then nothing is kept
 */
export const addEvidence = defineMutation<typeof addEvidenceSchema, { id: number }, EvidenceRefusal>({
  name: 'evidence.add',
  permission: 'enter',
  input: addEvidenceSchema,
  scope: () => true,
  run: async (tx, { region, indicator, year, title, documentDay, link, file }, { actor }) => {
    const type = file && typeOfFile(file)
    if (type && !isType(type)) return { ok: false, reason: 'file', problem: type }
    const [place, measure] = await Promise.all([
      tx.region.findUnique({ where: { code: region }, select: { id: true } }),
      tx.indicator.findUnique({ where: { code: indicator }, select: { id: true } }),
    ])
    if (!place || !measure) return { ok: false, reason: 'unknownCell' }
    const kept =
      file && type
        ? {
            fileName: file.name.replace(/^.*[\\/]/, ''),
            mediaType: evidenceTypes[type].mediaType,
            sha256: createHash('sha256').update(file.content).digest('hex'),
            content: new Uint8Array(file.content),
          }
        : {}
    const { id } = await tx.evidence.create({
      data: {
        regionId: place.id,
        indicatorId: measure.id,
        year,
        title,
        documentDay: documentDay && new Date(`${documentDay}T00:00:00Z`),
        link,
        ...kept,
        actorName: actor.name,
      },
      select: { id: true },
    })
    const detail = { id, title, documentDay, link, sha256: kept.sha256 ?? null }
    return {
      ok: true,
      value: { id },
      audit: { entity: 'evidence', entityKey: `${region} ${indicator} ${year}`, detail },
    }
  },
})

/** Takes a document from a cell. It stays in the cell's history with its file, marked as removed. */
export const removeEvidence = defineMutation<
  typeof removeEvidenceSchema,
  { isFirst: boolean },
  UnknownEvidence
>({
  name: 'evidence.remove',
  permission: 'enter',
  input: removeEvidenceSchema,
  scope: () => true,
  run: async (tx, { id }) => {
    const { count } = await tx.evidence.updateMany({
      where: { id, removedAt: null },
      data: { removedAt: new Date() },
    })
    const evidence = await tx.evidence.findUnique({
      where: { id },
      select: {
        title: true,
        year: true,
        region: { select: { code: true } },
        indicator: { select: { code: true } },
      },
    })
    if (!evidence) return { ok: false, reason: 'unknownEvidence' }
    const entityKey = `${evidence.region.code} ${evidence.indicator.code} ${evidence.year}`
    const detail = { id, title: evidence.title }
    return {
      ok: true,
      value: { isFirst: count > 0 },
      audit: count > 0 ? { entity: 'evidence', entityKey, detail } : null,
    }
  },
})
