import { importObservations } from '@/features/bulk/mutations'
import { rememberReading } from '@/features/imports/mutations'
import { readCandidates } from '@/features/imports/queries'
import type { FileProblem, ImportEvent, ImportSettings } from '@/features/imports/schema'
import { dropUpload, findUpload, keepSettings } from '@/features/uploads/queries'
import { AppError } from '@/lib/errors'
import { logError } from '@/server/log'
import type { Actor } from '@/server/session'
import { type CommitEnd, findCommit, keepCommit } from './commits'
import { isAbort, type Send } from './event-stream'
import { packLayout, readPackReturn, spread } from './pack-return'
import { findTrial, forgetTrial, keepTrial, type Trial, trialOf } from './trials'

const progressOf = (send: Send, stage: 'read' | 'check' | 'write') => (done: number, total: number) =>
  send({ kind: 'stage', stage, done, total })

type Progress = (done: number, total: number) => Promise<void>
type Prepared = Pick<Trial, 'reading' | 'pack'>
type At = { readonly path: string; readonly fileName: string }

/** Reads a file; a pack is read as its own first row says, and held against the data. */
async function prepare(
  actor: Actor,
  at: At,
  settings: ImportSettings,
  onProgress: Progress,
): Promise<
  { readonly ok: true; readonly value: Prepared } | { readonly ok: false; readonly problem: FileProblem }
> {
  const { path, fileName } = at
  const read = (asked: ImportSettings) =>
    readCandidates(actor, { path, fileName, settings: asked, onProgress })
  let outcome = await read(settings)
  const layout = outcome.ok && !settings.layout ? packLayout(outcome.value.inspection) : null
  if (layout) outcome = await read({ ...settings, layout })
  if (!outcome.ok) return { ok: false, problem: outcome.problem }
  const reading = outcome.value
  const isPack = reading.inspection.layout.layout === 'pack'
  const pack = isPack ? await readPackReturn(actor, at, reading, settings.conflicts) : null
  return { ok: true, value: { reading, pack } }
}

/** Reads a file and looks what would become of every value, without writing anything. */
export async function tryImport(
  actor: Actor,
  id: string,
  settings: ImportSettings,
  send: Send,
): Promise<ImportEvent> {
  const upload = await findUpload(actor, { id })
  if (!upload) return { kind: 'stopped', reason: 'gone' }
  await keepSettings(actor, { id, settings })
  forgetTrial(id)
  await send({ kind: 'stage', stage: 'read', done: 0, total: 1 })
  const { path, fileName } = upload
  const prepared = await prepare(actor, { path, fileName }, settings, progressOf(send, 'read'))
  if (!prepared.ok) return { kind: 'refused', problem: prepared.problem }
  const { reading, pack } = prepared.value
  await send({ kind: 'stage', stage: 'check', done: 0, total: 1 })
  const input = inputOf(fileName, settings, prepared.value)
  const tried = await importObservations(actor, {
    ...input,
    isTrial: true,
    onProgress: progressOf(send, 'check'),
  })
  if (tried.ok || tried.reason !== 'trial') return { kind: 'stopped', reason: 'notAddable' }
  const { fates } = tried
  const written = pack ? spread(fates, pack, reading.candidates.length) : fates
  const trial = trialOf(id, settings, prepared.value, written, fates.seen)
  keepTrial(trial)
  return {
    kind: 'tried',
    key: trial.key,
    counts: trial.counts,
    rows: reading.rows,
    rejectedRows: trial.rejectedRows.length,
    newRegions: reading.newRegions.length,
    newIndicators: reading.newIndicators.length,
  }
}

/**
 * Writes what a dry run showed, as one batch. The file is not needed any more then. Stopping it has an effect only
 * before the transaction ends; asked again for what is written, it answers with the batch.
 */
export async function commitImport(actor: Actor, id: string, key: string, send: Send): Promise<ImportEvent> {
  const upload = await findUpload(actor, { id })
  const begun = findCommit(actor, key)
  const end = begun && (await begun)
  if (end?.state === 'imported') return { kind: 'imported', batch: end.batch }
  const trial = findTrial(id, key)
  if (!upload) return { kind: 'stopped', reason: 'gone' }
  // Pushed out, or the server was started anew: the page makes the dry run again and shows it before anything is written.
  if (!trial) return { kind: 'stopped', reason: 'changedMeanwhile' }
  const isUndone = (error: unknown) =>
    isAbort(error) || (error instanceof AppError && error.code !== 'unavailable')
  return keepCommit(actor, key, write(actor, upload.fileName, trial, send), isUndone)
}

/** How the import of a dry run ended; it is waited for when it is still at work. */
export async function endOfCommit(actor: Actor, id: string, key: string): Promise<CommitEnd> {
  const known = await findCommit(actor, key)
  if (known) return known
  // A dry run is held until it is written: this one never was.
  const isHeld = (await findUpload(actor, { id })) !== null && findTrial(id, key) !== undefined
  return { state: isHeld ? 'notWritten' : 'unknown' }
}

async function write(actor: Actor, fileName: string, trial: Trial, send: Send): Promise<ImportEvent> {
  await send({ kind: 'stage', stage: 'write', done: 0, total: 1 })
  const { reading, pack, settings, written, upload: id } = trial
  const outcome = await importObservations(actor, {
    ...inputOf(fileName, settings, trial),
    partial: true,
    expected: trial.seen,
    tried: pack ? Uint8Array.from(pack.places, (i) => written.fates[i] ?? 0) : written.fates,
    onProgress: progressOf(send, 'write'),
  })
  if (!outcome.ok) {
    if (outcome.reason === 'notAddable') return { kind: 'stopped', reason: 'notAddable' }
    return { kind: 'stopped', reason: outcome.reason === 'conflict' ? 'changedMeanwhile' : 'rejected' }
  }
  if (outcome.value.batchId === null) return { kind: 'stopped', reason: 'nothing' }
  // From here on it is written, whatever becomes of the rest.
  forgetTrial(id)
  await rememberReading(actor, reading, settings).catch((error: unknown) =>
    logError('what was decided about a file could not be kept', error),
  )
  await dropUpload(actor, { id }).catch((error: unknown) =>
    logError('an imported file could not be removed', error),
  )
  return { kind: 'imported', batch: outcome.value.batchId }
}

/** The longest name of a file that a batch keeps. */
const longestName = 255

function inputOf(fileName: string, settings: ImportSettings, { reading, pack }: Prepared) {
  const { reason, vintage, source } = settings
  return {
    candidates: pack?.candidates ?? reading.candidates,
    newRegions: reading.newRegions,
    newIndicators: reading.newIndicators,
    fileName: fileName.slice(-longestName).replace(/^[\uDC00-\uDFFF]/, ''),
    ...(reason ? { reason } : {}),
    ...(vintage ? { vintage } : {}),
    ...(source ? { source } : {}),
  }
}
