/** What an instruction is carried out with, and the trace that it leaves. */
import type { Place } from './instruction.ts'
import type { WorkArticle, WorkDivision, WorkItem, WorkParagraph, WorkText } from './working-text.ts'

/** A node whose address after the decision is known only when all numbers are given. */
export type TracedNode =
  | { kind: 'words'; words: string }
  | { kind: 'article'; article: WorkArticle }
  | { kind: 'paragraph'; paragraph: WorkParagraph }
  | { kind: 'item'; paragraph: WorkParagraph; item: WorkItem }
  | { kind: 'division'; division: WorkDivision }

export type Trace = { before: string | null; after: TracedNode | null }

export type ApplyContext = {
  work: WorkText
  /** index of the instruction */
  by: number
  place: Place
  trace: Trace[]
  notes: string[]
}
