import type { Actor } from './actor.ts'

/**
 * A policy answers for one object and for a list, and both must agree: `can(actor, action, object)` is true exactly for
 * the objects that `scope(actor, action)` selects (a property test proves it). Deny by default.
 */
export type Policy<Action extends string, Subject, Where> = {
  can(actor: Actor, action: Action, subject: Subject): boolean
  /** A condition on the query; `nothing` selects no row. */
  scope(actor: Actor, action: Action): Where
}

/** A Prisma condition that selects no row: an id that no row can have. */
export const NOTHING = { id: { in: [] as string[] } }
