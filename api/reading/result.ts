import type { Problem, Remark, SourceBlock } from '../../law/text/tree.ts'

/** What a file really is, told by its bytes; its name is only believed where bytes say nothing. */
export type FileFormat = 'docx' | 'doc' | 'wps' | 'ofd' | 'pdf' | 'rtf' | 'html' | 'text'

/** One tracked change or comment of a docx, with who made it and when (as the file says, may be ''). */
export type Revision = { author: string; date: string; text: string }

/**
 * What a reader in Word would see only by turning marks on. Insertions are in the text, deletions and
 * hidden words are not; all of them are told, because an office must not file what it meant to remove.
 */
export type Revisions = {
  insertions: Revision[]
  deletions: Revision[]
  moves: Revision[]
  comments: Revision[]
  hiddenText: string[]
}

/** Which text of a file with tracked changes is meant: with all of them, or as it was before them. */
export type RevisionView = 'accepted' | 'rejected'

export type DocumentMetadata = {
  title?: string
  author?: string
  modified?: string
  pageCount?: number
  encoding?: string
}

export type RefusalCode =
  | 'too-large'
  | 'empty-file'
  | 'password'
  | 'damaged'
  | 'not-a-document'
  | 'unsafe-archive'
  | 'unsafe-markup'
  | 'nested-too-deep'
  | 'too-slow'
  | 'too-much-memory'
  | 'unreadable'

export type ReadResult =
  | {
      status: 'read'
      format: FileFormat
      blocks: SourceBlock[]
      problems: Problem[]
      /** read without doubt, and unusual: what the bytes and the container of the file show */
      remarks: Remark[]
      revisions?: Revisions
      /** lines of a table of contents made by the word processor: shown apart, never part of the body */
      contents?: string[]
      metadata?: DocumentMetadata
    }
  | { status: 'stored'; format: FileFormat; reason: string }
  | { status: 'refused'; code: RefusalCode; message: string }

/** Thrown inside this folder when a file cannot be read; `readDocument` turns it into a refusal. */
export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

export const noRevisions = (): Revisions => ({ insertions: [], deletions: [], moves: [], comments: [], hiddenText: [] })

/** A size as a clerk says it: `60 MB`. */
export const megabytes = (sizeBytes: number): string => `${Math.ceil(sizeBytes / (1024 * 1024))} MB`
