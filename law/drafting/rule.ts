/** What a rule of drafting technique is, and what it finds. Rules are data; `lintText` runs them. */
import type { Article, LegalText } from '../text/index.ts'

export type DraftingBasis = {
  /** the paper, or who asks for it where no paper does */
  source: string
  /** item of the paper, only where it is known for certain */
  item?: string
}

/** Two papers of the 全国人大常委会法制工作委员会: 法工委发〔2009〕62号 and 法工委发〔2011〕5号. */
export const NORM: DraftingBasis = { source: '立法技术规范（试行）' }
/** Checks that no paper asks for: they say so themselves. */
export const OWN_CHECK: DraftingBasis = { source: '本系统的核对，不是技术规范的条目' }

/** One 款, 项 or 目 of the draft with the words that a drafter wrote. */
export type DraftLine = {
  article: Article
  /** place of the article in the text */
  articleIndex: number
  /** the heading of the outermost division, null outside of any; `chapterIndex` counts them */
  chapter: string | null
  chapterIndex: number
  /** from 1 */
  paragraph: number
  item: string | null
  /** id of the 款, 项 or 目 */
  nodeId: string
  text: string
  /** where `text` begins in the plain text of the article */
  offset: number
  /** [start, end) of each 《…》: a title is quoted, not drafted */
  titles: readonly (readonly [number, number])[]
}

export type Draft = {
  text: LegalText
  lines: readonly DraftLine[]
  /** a 决定 or 修正案 that changes other texts: its own articles are instructions */
  amending: boolean
  superior: readonly LegalText[]
}

/** `start` and `end` count in the text of the line. `why` is a sentence without its full stop. */
export type Hit = { line: DraftLine; start: number; end: number; why: string; suggestion?: string }

export type DraftingRule = {
  code: string
  /** short name for lists */
  name: string
  basis: DraftingBasis
  /** what the rule asks for */
  says: string
  severity: 'info' | 'warn'
  /** when a drafter may rightly leave the place as it is */
  mayIgnore: string
  /** looks only where superior texts are given */
  needsSuperior?: true
  find: (draft: Draft) => Hit[]
}

export type DraftingFinding = {
  /** code of the rule */
  rule: string
  severity: 'info' | 'warn'
  /** `nodeId` is the 款, 项 or 目 in which it stands */
  place: { article: string; label: string; paragraph: number; item: string | null; nodeId: string }
  /** offsets in the plain text of the article (`plainText`), UTF-16 */
  range: { start: number; end: number }
  quote: string
  message: string
  suggestion?: string
}
