/** Who is signed in, in which organs and roles, and what day it is for the law. Given by the shell through @lit/context. */
import { ContextConsumer, createContext } from '@lit/context'
import type { ReactiveControllerHost } from 'lit'
import { answer, api } from './api/client.ts'
import type { components } from './api/schema.d.ts'

/**
 * As the API gives it. `demo`: demonstration data, marked on every page and print. `today`: the legal date,
 * `YYYY-MM-DD`, from the server's clock, never the browser's.
 */
export type Session = components['schemas']['Session']
export type Membership = Session['memberships'][number]

export const sessionContext = createContext<Session | null>(Symbol('session'))

export async function readSession(): Promise<Session> {
  return (await answer(api.GET('/api/session'))).data
}

/** Whether the person holds one of the roles, in one organ where it is named. No roles asked for: everybody. */
export function hasRole(session: Session | null, roles: readonly string[] | string | undefined, organId?: string): boolean {
  if (session === null) return false
  if (roles === undefined) return true
  const asked = typeof roles === 'string' ? [roles] : roles
  return session.memberships.some((held) => asked.includes(held.role) && (organId === undefined || held.organId === organId))
}

/** In a screen: `#session = new SessionReader(this)`, then `this.#session.value`. Renders anew when it changes. */
export class SessionReader {
  readonly #consumer: ContextConsumer<typeof sessionContext, ReactiveControllerHost & HTMLElement>
  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#consumer = new ContextConsumer(host, { context: sessionContext, subscribe: true })
  }
  get value(): Session | null {
    return this.#consumer.value ?? null
  }
  hasRole(roles: readonly string[] | string, organId?: string): boolean {
    return hasRole(this.value, roles, organId)
  }
}
