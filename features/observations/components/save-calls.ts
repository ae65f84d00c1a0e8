import type { GridChange, SaveKind } from '@/components/data-grid/types'
import { type ObsStatus, obsStatusCodes } from '@/lib/obs-status'
import type { CellKey, SaveInput } from '../schema'
import { vintages } from './vintages'

/**
 * The calls that store changes of the grid. Reason, vintage and whether an earlier state comes back hold for a whole
 * call, so that changes that differ in them (several that waited for the connection, say) go one after the other.
 */
export function saveCalls(
  changes: readonly GridChange[],
  kind: SaveKind,
  keyOf: (rowId: string, columnId: string) => CellKey,
): SaveInput[] {
  const calls = new Map<string, SaveInput>()
  for (const change of changes) {
    const extra = change.extra ?? {}
    const restored = extra.restoresVersion ? Number(extra.restoresVersion) : change.restoresVersion
    const vintage = vintages.find((known) => known === extra.vintage)
    const head: Omit<SaveInput, 'changes'> = {
      kind: extra.restoresVersion ? 'restore' : kindOf(kind),
      ...(extra.reason ? { reason: extra.reason } : {}),
      ...(vintage ? { vintage } : {}),
    }
    const call: SaveInput = calls.get(JSON.stringify(head)) ?? { ...head, changes: [] }
    call.changes.push({
      ...keyOf(change.rowId, change.columnId),
      value: change.value,
      expectedVersion: change.expectedVersion,
      ...(restored === undefined ? {} : { restoresVersion: restored }),
      ...attributesOf(change),
    })
    calls.set(JSON.stringify(head), call)
  }
  return [...calls.values()]
}

function kindOf(kind: SaveKind) {
  if (kind === 'paste') return 'paste'
  return kind === 'undo' || kind === 'redo' ? 'undo' : 'entry'
}

/**
 * Sends calls one after the other up to the first that fails. What the earlier ones stored is stored, also when a later
 * one does not come back: `failed` is then null.
 */
export async function sendCalls<Stored, Refusal extends { readonly ok: false }>(
  calls: readonly SaveInput[],
  send: (call: SaveInput) => Promise<{ readonly ok: true; readonly value: readonly Stored[] } | Refusal>,
): Promise<{ readonly stored: readonly Stored[]; readonly failed?: Refusal | null }> {
  const stored: Stored[] = []
  for (const call of calls) {
    // A call that did not come back says nothing about the data; its input is kept and can be sent again.
    const outcome = await send(call).catch(() => null)
    if (!outcome?.ok) return { stored, failed: outcome }
    stored.push(...outcome.value)
  }
  return { stored }
}

/** What was said beside the value, for the store: only what was changed. */
function attributesOf({ extra }: GridChange): {
  status?: ObsStatus
  source?: string | null
  note?: string | null
} {
  if (!extra) return {}
  const status = obsStatusCodes.find((code) => code === extra.status)
  return {
    ...(status ? { status } : {}),
    ...(extra.source === undefined ? {} : { source: extra.source }),
    ...(extra.note === undefined ? {} : { note: extra.note }),
  }
}
