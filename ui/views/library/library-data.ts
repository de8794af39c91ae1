import type { LegalText } from '../../../law/text/index.ts'
import type { components } from '../../api/schema.d.ts'
import type { StateKind } from '../../components/lf-state.ts'

type Schemas = components['schemas']
export type WorkRow = Schemas['LibraryWorkRow']
export type Work = Schemas['LibraryWork']
export type VersionRow = Schemas['LibraryVersionRow']
export type Version = Schemas['LibraryVersion']
export type Source = Schemas['VersionSource']
export type ImportRun = Schemas['ImportRun']
export type ImportedText = Schemas['ImportedText']
export type SearchAnswer = Schemas['SearchAnswer']
export type Standing = VersionRow['standing']

const has = (value: unknown, ...keys: string[]): value is Record<string, unknown> => typeof value === 'object' && value !== null && keys.every((key) => key in value)

/** The tree as the library stored it. */
export const isLegalText = (value: unknown): value is LegalText => has(value, 'articles', 'divisions', 'annexes', 'preamble', 'closing', 'problems')

/** ● in force, ○ not yet, — no longer, ! not known. */
export const standingKind: Record<Standing, StateKind> = { inForce: 'active', notYet: 'waiting', ended: 'none', unknown: 'attention' }

/** A version's address inside its work's line: its date, with the key before it where it stands under another name. */
export const addressOf = (version: Pick<VersionRow, 'workKey' | 'dateKey'>, workKey: string): string => (version.workKey === workKey ? version.dateKey : `${version.workKey}:${version.dateKey}`)
