/**
 * Tells what happens to drafts to everybody who has one open, whichever replica they are on: NOTIFY in the transaction of
 * the change, one listening connection a process, open only while somebody listens.
 */
import pg from 'pg'
import { z } from 'zod'
import type { Services } from '../platform/services.ts'
import { DRAFT_CHANNEL } from '../procedure/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'

const RETRY_MS = 2_000

const presence = z.object({ clientId: z.string(), personId: z.string(), personName: z.string(), articleKey: z.string().nullable(), anchor: z.number().nullable(), head: z.number().nullable(), version: z.number().nullable() })
export type Presence = z.infer<typeof presence>

const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('steps'), version: z.number() }),
  z.object({ kind: z.literal('presence'), presence }),
  z.object({ kind: z.literal('left'), clientId: z.string() }),
  /** somebody asks the holder for an article */
  z.object({ kind: z.literal('asked'), articleKey: z.string(), label: z.string(), holderId: z.string(), byName: z.string() }),
  z.object({ kind: z.literal('changed'), what: z.enum(['leases', 'comments', 'ignores', 'snapshots', 'reasons']) }),
])
export type DraftEvent = z.infer<typeof eventSchema>
const toldSchema = z.object({ draftId: z.string(), event: eventSchema })

/** Tell of a change when its transaction commits. */
export async function ring(tx: Pick<Transaction, '$executeRaw'>, draftId: string, event: DraftEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${DRAFT_CHANNEL}, ${JSON.stringify({ draftId, event })})`
}

/** `missed`: the connection was lost for a while, so that whoever listens asks for what is new. `end`: the server stops. */
type Heard = DraftEvent | { kind: 'missed' } | { kind: 'end' }
type Listener = (event: Heard) => void

class Bell {
  readonly #services: Pick<Services, 'pool' | 'log'>
  readonly #listeners = new Map<string, Set<Listener>>()
  #client: pg.Client | null = null
  #opening: Promise<void> | null = null
  #retry: ReturnType<typeof setTimeout> | null = null

  constructor(services: Pick<Services, 'pool' | 'log'>) {
    this.#services = services
  }

  /** Hear of a draft until the function that is given back is called. */
  async listen(draftId: string, listener: Listener): Promise<() => void> {
    const those = this.#listeners.get(draftId) ?? new Set()
    this.#listeners.set(draftId, those.add(listener))
    await this.#open()
    return () => {
      those.delete(listener)
      if (those.size === 0 && this.#listeners.get(draftId) === those) this.#listeners.delete(draftId)
      if (this.#listeners.size === 0) void this.#close()
    }
  }

  async stop(): Promise<void> {
    this.#tellAll({ kind: 'end' })
    this.#listeners.clear()
    await this.#close()
  }

  #tellAll(event: Heard): void {
    for (const those of [...this.#listeners.values()]) for (const listener of [...those]) listener(event)
  }

  async #open(): Promise<void> {
    if (this.#client !== null) return
    this.#opening ??= this.#connect().finally(() => {
      this.#opening = null
    })
    await this.#opening
  }

  async #connect(): Promise<void> {
    const client = new pg.Client(this.#services.pool.options)
    const lost = (error?: Error): void => {
      if (this.#client === client) this.#client = null
      void client.end().catch(() => undefined)
      if (this.#listeners.size === 0) return
      this.#services.log.warn({ error: error?.message }, 'listener of drafts lost; it is opened again, editors ask meanwhile')
      this.#tryLater()
    }
    client.on('error', lost)
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''))
    try {
      await client.connect()
      await client.query(`LISTEN ${DRAFT_CHANNEL}`)
      this.#client = client
    } catch (error) {
      lost(error instanceof Error ? error : undefined)
    }
  }

  #tryLater(): void {
    this.#retry ??= setTimeout(() => {
      this.#retry = null
      if (this.#listeners.size === 0) return
      void this.#open().then(() => {
        if (this.#client !== null) this.#tellAll({ kind: 'missed' })
      })
    }, RETRY_MS)
    this.#retry.unref()
  }

  #hear(payload: string): void {
    const told = toldSchema.safeParse(JSON.parse(payload))
    if (!told.success) return
    for (const listener of [...(this.#listeners.get(told.data.draftId) ?? [])]) listener(told.data.event)
  }

  async #close(): Promise<void> {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = null
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => undefined)
  }
}

const bells = new WeakMap<pg.Pool, Bell>()

export function bellOf(services: Pick<Services, 'pool' | 'log'>): Bell {
  const bell = bells.get(services.pool) ?? new Bell(services)
  bells.set(services.pool, bell)
  return bell
}

/** Ends the streams of a server that stops: a connection that is open would hold it up. */
export const endDraftStreams = async (services: Pick<Services, 'pool' | 'log'>): Promise<void> => bells.get(services.pool)?.stop()
