/** Who else is at the draft, where they are, and which articles are held by whom. */
import type { EditorState } from 'prosemirror-state'
import { keysInRange } from '../../../law/drafting/index.ts'
import type { DraftEvent, DraftServer, Lease, Presence } from './draft-server.ts'

const RENEW_MS = 40_000
const SAY_AFTER_MS = 400
const BEAT_MS = 20_000

type Options = { server: DraftServer; clientId: string; changed: () => void }

/** An article that one would like to write in, and who has it. */
export type HeldNotice = { lease: Lease; at: number }

export class Company {
  people: readonly Presence[] = []
  leases: readonly Lease[] = []
  /** the last time that typing was refused because somebody holds the article; null when it was told */
  held: HeldNotice | null = null
  readonly #options: Options
  readonly #own = new Set<string>()
  #personId = ''
  #version = 0
  #place: { articleKey: string | null; anchor: number; head: number } | null = null
  #said = ''
  #saidAt = 0
  #timer: ReturnType<typeof setTimeout> | null = null
  #renewedAt = 0

  constructor(options: Options) {
    this.#options = options
  }

  get personId(): string {
    return this.#personId
  }

  set(company: { people: readonly Presence[]; leases: readonly Lease[] }, personId: string): void {
    this.#personId = personId
    this.people = company.people.filter(({ clientId }) => clientId !== this.#options.clientId)
    this.leases = company.leases
    this.#changed()
  }

  #changed(): void {
    this.#options.changed()
    for (const redraw of this.#drawers) redraw()
  }

  readonly #drawers = new Set<() => void>()
  /** Told when what is drawn in the text changes; gives back what ends it. */
  draws(redraw: () => void): () => void {
    this.#drawers.add(redraw)
    return () => void this.#drawers.delete(redraw)
  }

  heard(event: DraftEvent): void {
    if (event.kind === 'presence' && event.presence.clientId !== this.#options.clientId) {
      this.people = [...this.people.filter(({ clientId }) => clientId !== event.presence.clientId), event.presence]
      this.#changed()
    } else if (event.kind === 'left') {
      this.people = this.people.filter(({ clientId }) => clientId !== event.clientId)
      this.#changed()
    }
  }

  /** Holds of other people, by article. */
  heldByOthers(): Map<string, Lease> {
    const now = Date.now()
    return new Map(this.leases.filter((lease) => lease.personId !== this.#personId && Date.parse(lease.expiresAt) > now).map((lease) => [lease.articleKey, lease]))
  }

  tellHeld(lease: Lease): void {
    this.held = { lease, at: Date.now() }
    this.#options.changed()
  }

  /** Hold an article; throws `StepsRefused` with the sentence where somebody else has it. It is renewed until it is given back. */
  async take(articleKey: string): Promise<void> {
    const lease = await this.#options.server.takeLease(articleKey, this.#options.clientId)
    this.#own.add(articleKey)
    this.leases = [...this.leases.filter((one) => one.articleKey !== articleKey), lease]
    this.#renewedAt = Date.now()
    this.#changed()
  }

  async release(articleKey: string): Promise<void> {
    this.#own.delete(articleKey)
    await this.#options.server.releaseLease(articleKey)
    this.leases = this.leases.filter((one) => one.articleKey !== articleKey || one.personId !== this.#personId)
    this.#changed()
  }

  ask = (articleKey: string): Promise<void> => this.#options.server.askForLease(articleKey)
  breakHold = (articleKey: string, reason: string): Promise<void> => this.#options.server.breakLease(articleKey, reason)

  /** The caret moved, or the text around it did. */
  moved({ doc, selection: { anchor, head } }: EditorState, version: number): void {
    this.#place = { anchor, head, articleKey: keysInRange(doc, head, head).at(-1) ?? null }
    this.#version = version
    this.#timer ??= setTimeout(() => this.#say(), SAY_AFTER_MS)
  }

  /** Once in a while: I am still here, and still hold what I hold. */
  beat(version: number): void {
    this.#version = version
    const now = Date.now()
    if (now - this.#saidAt >= BEAT_MS) {
      this.#said = ''
      this.#say()
    }
    if (this.#own.size === 0 || now - this.#renewedAt < RENEW_MS) return
    this.#renewedAt = now
    for (const key of this.#own) void this.take(key).catch(() => this.#own.delete(key))
  }

  #say(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const place = { clientId: this.#options.clientId, articleKey: null, anchor: null, head: null, ...this.#place, version: this.#version }
    const words = JSON.stringify(place)
    if (words === this.#said) return
    this.#said = words
    this.#saidAt = Date.now()
    void this.#options.server.sayWhere(place).catch(() => undefined)
  }

  leave(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#own.clear()
    this.#options.server.leave(this.#options.clientId)
  }
}
