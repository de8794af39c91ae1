/**
 * What the server does not have stays in the browser: written before it is sent, through reload, crash and a day without
 * connection. One record a tab; a tab that is gone leaves it to the next one of the same person.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { KeptStep, RefusalReason } from './draft-server.ts'
import type { KeptUnit } from './units.ts'

export type UnsentRecord = {
  /** draft, person, tab */
  id: string
  draftId: string
  personId: string
  clientId: string
  title: string
  /** version on which the steps were made */
  version: number
  steps: KeptStep[]
  /** how the touched articles read with them, for when the steps no longer fit */
  units: KeptUnit[]
  /** null while they wait to be sent; else why a person has to say what becomes of them */
  parked: { reason: ParkedReason; sentence: string } | null
  keptAt: string
}

/** `gone`: the server no longer knows the version; `clash`: others changed the same words, or took the article out. */
export type ParkedReason = Exclude<RefusalReason, 'moved'> | 'gone' | 'clash'

export type UnsentStore = {
  put(record: UnsentRecord): Promise<void>
  delete(id: string): Promise<void>
  /** of one draft and person, oldest first */
  list(draftId: string, personId: string): Promise<UnsentRecord[]>
}

/** Which tabs live. `claim`: true where the tab has gone, and then no other tab may take over what it left. */
export type TabLocks = { hold(clientId: string): Promise<void>; claim(clientId: string): Promise<boolean> }

interface Shape extends DBSchema {
  unsent: { key: string; value: UnsentRecord; indexes: { place: [string, string] } }
}

let database: Promise<IDBPDatabase<Shape>> | undefined

/** Opened once; again after a failure. */
function open(): Promise<IDBPDatabase<Shape>> {
  database ??= openDB<Shape>('lifa-drafts', 1, {
    upgrade: (db) => void db.createObjectStore('unsent', { keyPath: 'id' }).createIndex('place', ['draftId', 'personId']),
    terminated: () => (database = undefined),
  }).catch((error: unknown) => {
    database = undefined
    throw error
  })
  return database
}

export const browserStore: UnsentStore = {
  put: async (record) => void (await (await open()).put('unsent', record)),
  delete: async (id) => (await open()).delete('unsent', id),
  list: async (draftId, personId) => (await (await open()).getAllFromIndex('unsent', 'place', [draftId, personId])).toSorted((a, b) => (a.keptAt < b.keptAt ? -1 : 1)),
}

const lockName = (clientId: string): string => `lifa-draft-${clientId}`

/** Until the tab goes, however it goes: the browser then gives the lock back. */
const forever = (): Promise<void> => new Promise(() => undefined)

export const browserLocks: TabLocks = {
  hold: (clientId) => new Promise((held, failed) => void navigator.locks.request(lockName(clientId), () => (held(), forever())).catch(failed)),
  claim: (clientId) => new Promise((given, failed) => void navigator.locks.request(lockName(clientId), { ifAvailable: true }, (lock) => (given(lock !== null), lock === null ? undefined : forever())).catch(failed)),
}
