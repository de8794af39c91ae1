/**
 * What a decision says, as data: one clause for each instruction, in the order in which it is printed.
 * As in every decision, numbers before 改为 and 作为 are those of the old text, numbers behind them those of the new one.
 */
import type { DivisionKind } from '../../text/index.ts'
import type { WordEdit } from './word-edits.ts'

/** A provision as an instruction names it. `paragraph` is null where the article has only one; `item` counts from 1. */
export type ClausePlace = { article: string; paragraph: number | null; item: number | null }

/** New words between quotation marks, one string for each line: each opens the quotation anew, the last closes it. */
export type NewLines = string[]

/** What happens inside one article. */
export type Part =
  | { kind: 'whole'; lines: NewLines }
  | { kind: 'words'; paragraph: number | null; item: number | null; edits: WordEdit[] }
  | { kind: 'replace-paragraph'; paragraph: number | null; lines: NewLines }
  | { kind: 'replace-lead'; paragraph: number | null; line: string }
  | { kind: 'replace-item'; paragraph: number | null; item: number; lines: NewLines }
  | { kind: 'delete-items'; paragraph: number | null; items: number[] }
  | { kind: 'add-items'; paragraph: number | null; items: { number: number; lines: NewLines }[] }
  | { kind: 'delete-paragraphs'; paragraphs: number[] }
  | { kind: 'add-paragraphs'; paragraphs: { number: number; lines: NewLines }[] }

/** An article as it is quoted with its label, where one instruction brings several. */
export type NewArticle = { label: string; lines: NewLines }

/** A division by its number and those of the divisions around it, outermost first. */
export type DivisionName = { kind: DivisionKind; number: string; heading: string; within: string[] }

export type Clause =
  | { kind: 'title'; title: string }
  | { kind: 'introduction'; lines: NewLines }
  /** `edits` null: the whole paragraph */
  | { kind: 'preamble-paragraph'; paragraph: number; line: string; edits: WordEdit[] | null }
  | { kind: 'article'; from: string; to: string; parts: Part[] }
  | { kind: 'merge'; from: string[]; to: string; lines: NewLines }
  | { kind: 'split'; from: string; into: NewArticle[] }
  /** `lines` null: in its old words */
  | { kind: 'set-apart'; from: string; paragraph: number; to: string; lines: NewLines | null }
  | { kind: 'add-articles'; articles: NewArticle[]; /** named where the number alone leaves open in which one they stand */ division: DivisionName | null; after: string | null }
  | { kind: 'delete-articles'; articles: string[] }
  | { kind: 'words-in'; places: ClausePlace[]; edits: WordEdit[] }
  | { kind: 'words-everywhere'; from: string; to: string }
  | { kind: 'rename-division'; division: DivisionName; heading: string }
  /** a heading that had no number */
  | { kind: 'number-division'; heading: string; number: string; newHeading: string }
  | { kind: 'renumber-division'; division: DivisionName; to: string }
  | { kind: 'add-division'; division: DivisionName; /** the division that takes it in, by its old number */ into: DivisionName | null; /** headings and articles of a division that is new in all; null where old articles come into it */ lines: NewLines | null; from: string | null; to: string | null }
  | { kind: 'delete-division'; division: DivisionName; articles: boolean }
  | { kind: 'merge-division'; division: DivisionName; into: DivisionName }
  | { kind: 'division-range'; division: DivisionName; /** its new number, where that is another */ number: string | null; from: string; to: string }
  | { kind: 'replace-annex'; annex: string; lines: NewLines }
  | { kind: 'add-annex'; lines: NewLines; label: string }
  | { kind: 'delete-annex'; annex: string }
  | { kind: 'everything'; lines: NewLines }
  | { kind: 'some-articles'; clauses: Clause[] }
