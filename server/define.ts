import 'server-only'
import type { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { FieldIssue, Invalid, Ok } from '@/lib/result'
import { type AuditEntry, writeAudit } from './audit'
import { db, Prisma, type Tx } from './db'
import { isAllowed, type Permission } from './permissions'
import type { Actor } from './session'

/** A success that says what it did: without `audit` a mutation does not compile. Null = nothing was changed. */
export type Audited<T> = Ok<T> & { readonly audit: AuditEntry | null }

/** An expected refusal. Returned from `run` it rolls the transaction back. */
export type Refusal = { readonly ok: false; readonly reason: string }

type Context = { readonly actor: Actor }

type QueryDefinition<S extends z.ZodType, T> = {
  readonly permission: Permission
  readonly input: S
  readonly run: (input: z.output<S>, context: Context) => Promise<T>
}

type MutationDefinition<S extends z.ZodType, T, F extends Refusal> = {
  /** Verb of the audit row, such as `observation.save`. */
  readonly name: string
  readonly permission: Permission
  readonly input: S
  /** Whether this actor may touch what the input names. */
  readonly scope: (input: z.output<S>, actor: Actor) => boolean
  readonly run: (tx: Tx, input: z.output<S>, context: Context) => Promise<Audited<T> | F>
  /** How long the transaction may take; left out = two minutes. */
  readonly timeoutMs?: number
  /**
   * What it means when somebody else's change came in between the look and the write, by the code of the database
   * error: P2002 = what must be unique is taken, P2003 = what is removed is referred to.
   */
  readonly collisions?: Partial<Record<'P2002' | 'P2003', F>>
}

class Rollback extends Error {}

function isCollision(error: unknown): error is { code: 'P2002' | 'P2003' } {
  return error instanceof Prisma.PrismaClientKnownRequestError && ['P2002', 'P2003'].includes(error.code)
}

function demand(actor: Actor, permission: Permission): void {
  if (!isAllowed(actor, permission)) throw new AppError('forbidden')
}

/**
 * A read behind the gate: role, parse, run.
 *
 * @returns a function of the actor and the raw input
 * @throws {AppError} forbidden when the role lacks the permission, badRequest when the input does not parse
 */
export function defineQuery<S extends z.ZodType, T>(definition: QueryDefinition<S, T>) {
  return async (actor: Actor, input: z.input<S>): Promise<T> => {
    demand(actor, definition.permission)
    const parsed = definition.input.safeParse(input)
    if (!parsed.success) throw new AppError('badRequest')
    return definition.run(parsed.data, { actor })
  }
}

/**
 * A change behind the gate, in this order: role, parse, scope, transaction, run, audit row and data version in
 * the same transaction; a change that changed nothing leaves neither. A refusal returned by `run` rolls everything back
 * and is handed to the caller.
 *
 * @returns a function of the actor and the raw input; `invalid` with field issues when the input does not parse
 * @throws {AppError} forbidden when role or scope do not allow it
 */
export function defineMutation<S extends z.ZodType, T, F extends Refusal = never>(
  definition: MutationDefinition<S, T, F>,
) {
  return async (actor: Actor, input: z.input<S>): Promise<Ok<T> | F | Invalid> => {
    demand(actor, definition.permission)
    const parsed = definition.input.safeParse(input)
    if (!parsed.success) return { ok: false, reason: 'invalid', issues: fieldIssues(parsed.error) }
    if (!definition.scope(parsed.data, actor)) throw new AppError('forbidden')
    let outcome: Audited<T> | F | undefined
    try {
      await db().$transaction(
        async (tx) => {
          outcome = await definition.run(tx, parsed.data, { actor })
          if (!outcome.ok) throw new Rollback()
          if (!outcome.audit) return
          await writeAudit(tx, actor, definition.name, outcome.audit)
          // Last, so that the row that every writer shares is held for the shortest time.
          await tx.$executeRaw`UPDATE data_state SET version = version + 1 WHERE id = 1`
        },
        definition.timeoutMs === undefined ? {} : { timeout: definition.timeoutMs },
      )
    } catch (error) {
      const collision = isCollision(error) ? definition.collisions?.[error.code] : undefined
      if (collision) return collision
      if (!(error instanceof Rollback)) throw error
    }
    if (!outcome) throw new Error(`${definition.name} ended without an outcome`)
    return outcome.ok ? { ok: true, value: outcome.value } : outcome
  }
}

/** Zod's issues as ours: a dotted path, a message code and its numbers. Custom issues carry their code as message. */
export function fieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue): FieldIssue => {
    const path = issue.path.join('.')
    switch (issue.code) {
      case 'too_small':
        return issue.origin === 'string'
          ? { path, code: 'required' }
          : { path, code: 'tooSmall', params: { minimum: Number(issue.minimum) } }
      case 'too_big':
        return issue.origin === 'string'
          ? { path, code: 'tooLong', params: { maximum: Number(issue.maximum) } }
          : { path, code: 'tooBig', params: { maximum: Number(issue.maximum) } }
      case 'custom':
        return { path, code: issue.message }
      case 'invalid_type':
        return { path, code: 'required' }
      default:
        return { path, code: 'invalid' }
    }
  })
}
