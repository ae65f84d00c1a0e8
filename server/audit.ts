import 'server-only'
import type { Prisma, Tx } from './db'
import type { Actor } from './session'

/** What a mutation reports about itself. `entityKey` is a code a person can read. */
export type AuditEntry = {
  readonly entity: string
  readonly entityKey: string
  readonly detail: Prisma.InputJsonObject
}

/** Writes the audit row in the caller's transaction: when it fails, the change fails with it. */
export async function writeAudit(tx: Tx, actor: Actor, action: string, entry: AuditEntry): Promise<void> {
  await tx.audit.create({
    data: {
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action,
      entity: entry.entity,
      entityKey: entry.entityKey,
      detail: entry.detail,
    },
  })
}
