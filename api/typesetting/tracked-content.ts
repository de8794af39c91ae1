/** What a text with revisions holds, before it is laid out. */
import type { PaperTable } from './paper-content.ts'

/** Who changed it and when; `at` as the instant in ISO 8601. */
export type PaperRevision = { author: string; at: string }

export type TrackedInline = { text: string; /** bold, as numbers of articles are */ strong: boolean; op: 'equal' | 'insert' | 'delete'; revision: PaperRevision }

/** `op` of a block that came or went as a whole, its end with it. */
export type TrackedBlock =
  | { kind: 'title' | 'heading' | 'paragraph'; op: 'equal' | 'insert' | 'delete'; revision: PaperRevision; words: readonly TrackedInline[] }
  | { kind: 'table'; op: 'equal' | 'insert' | 'delete'; revision: PaperRevision; table: PaperTable }

export type TrackedContent = { title: string; body: readonly TrackedBlock[]; demo?: string; draft?: string }
