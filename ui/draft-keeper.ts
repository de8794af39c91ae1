/**
 * What a person typed stays on their computer until the server has acknowledged it: through a reload, a crash, a
 * session that ran out and a day without connection.
 *
 *   #draft = new DraftKeeper({ key: `filing:${id}`, read: (v) => formSchema.parse(v) })
 *   const kept = this.#draft.restore()      // on opening: offer it
 *   this.#draft.keep(form)                  // on every input
 *   this.#draft.acknowledge()               // after the server answered
 *
 * Copies belong to one person (`owner`), so that nobody reads another's draft at a shared desk, and are dropped
 * after 30 days.
 */
export type KeptDraft<T> = { value: T; keptAt: string }
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'lifa.draft.'
const KEEP_DAYS = 30

export type DraftKeeperOptions<T> = {
  /** what is edited: `filing:{id}` or `filing:new` */
  key: string
  /** checks what was stored; throws where it is of another shape (an older release) */
  read: (stored: unknown) => T
  owner?: string
  storage?: DraftStorage
  now?: () => Date
}

export class DraftKeeper<T> {
  readonly #key: string
  readonly #read: (stored: unknown) => T
  readonly #storage: DraftStorage
  readonly #now: () => Date
  #dirty = false

  constructor({ key, read, owner = '', storage = localStorage, now = () => new Date() }: DraftKeeperOptions<T>) {
    this.#key = `${PREFIX}${owner}.${key}`
    this.#read = read
    this.#storage = storage
    this.#now = now
  }

  /** Whether there is something that the server does not have. */
  get dirty(): boolean {
    return this.#dirty
  }

  /** Stores a copy at once. False where the browser has no room: the caller then says that only this page has it. */
  keep(value: T): boolean {
    this.#dirty = true
    try {
      this.#storage.setItem(this.#key, JSON.stringify({ keptAt: this.#now().toISOString(), value }))
      return true
    } catch {
      return false
    }
  }

  /** The copy, or null where there is none, it is too old or of another shape. */
  restore(): KeptDraft<T> | null {
    const entry = parseEntry(this.#storage.getItem(this.#key))
    if (entry === null) return null
    if (this.#now().getTime() - Date.parse(entry.keptAt) > KEEP_DAYS * 86_400_000) {
      this.#storage.removeItem(this.#key)
      return null
    }
    try {
      const value = this.#read(entry.value)
      this.#dirty = true
      return { value, keptAt: entry.keptAt }
    } catch {
      return null
    }
  }

  /** The server has it, or the person does not want it. */
  acknowledge(): void {
    this.#dirty = false
    this.#storage.removeItem(this.#key)
  }
}

function parseEntry(text: string | null): { keptAt: string; value: unknown } | null {
  if (text === null) return null
  try {
    const entry: unknown = JSON.parse(text)
    if (typeof entry !== 'object' || entry === null || !('keptAt' in entry) || !('value' in entry)) return null
    return typeof entry.keptAt === 'string' && !Number.isNaN(Date.parse(entry.keptAt)) ? { keptAt: entry.keptAt, value: entry.value } : null
  } catch {
    return null
  }
}

/** Drops copies that nobody came back for; called when the product starts. */
export function sweepDrafts(storage: DraftStorage = localStorage, now: Date = new Date()): void {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at)).filter((key): key is string => key?.startsWith(PREFIX) === true)
  for (const key of keys) {
    const entry = parseEntry(storage.getItem(key))
    if (entry === null || now.getTime() - Date.parse(entry.keptAt) > KEEP_DAYS * 86_400_000) storage.removeItem(key)
  }
}
