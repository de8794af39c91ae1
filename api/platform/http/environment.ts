import type { Context } from 'hono'
import type { Actor } from '../policy/actor.ts'
import { problem } from '../problem/problems.ts'

/** What a request carries. */
export type Env = { Variables: { actor: Actor | null; requestId: string } }

/** The signed-in person; throws `not-signed-in`. */
export function actorOf(c: Context<Env>): Actor {
  const actor = c.get('actor')
  if (actor === null || actor === undefined) throw problem('not-signed-in')
  return actor
}

/** The revision an edit is based on, from `If-Match: "3"`; a lost update is refused, not overwritten. */
export function revisionOf(c: Context<Env>): number {
  const match = /^(?:W\/)?"(\d+)"$/.exec(c.req.header('if-match') ?? '')
  if (match === null) throw problem('revision-required')
  return Number(match[1])
}

export const etag = (revision: number): string => `"${revision}"`
