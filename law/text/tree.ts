/**
 * The tree of a legal text: what a parser makes of a source and what a printer can print back.
 *
 * Every feature of the product points at a node of this tree. Numbers of articles are kept as printed
 * labels (`第十二条`, `第十七条之一`), because the label belongs to one version only: identity through
 * versions is `provisionId`, which is given when a version is stored (docs/adr), not here.
 */
import type { ProblemCode, RemarkCode } from './report-codes.ts'

export type { ProblemCode, RemarkCode }

/** One cell of a table in an annex or in the body; spans are 1 where nothing is merged. */
export type TableCell = { text: string; columnSpan: number; rowSpan: number; header: boolean }
export type Table = { rows: TableCell[][] }

/** What a reader of files hands to the parser: lines as a person sees them, and tables at their place. */
export type SourceBlock =
  | { kind: 'line'; text: string; /** 1-based line in the source (LF lines; paragraph number in a docx) */ line: number }
  | { kind: 'table'; table: Table; line: number }

export type DivisionKind = 'part' | 'subpart' | 'chapter' | 'section'

/** 编 分编 章 节; in an outline text the headed sections (一、 （一）). */
export type Division = {
  kind: DivisionKind
  level: number
  /** `第一章`, `一、` as printed */
  number: string
  heading: string
  /** eId: `chp_1__sec_2` */
  id: string
  /** label of the first and last article inside, null where the division is empty */
  from: string | null
  to: string | null
  /** index into `articles` of the first article at or after this heading: the place where it is printed */
  at: number
  /**
   * index into `articles` of the first article that stands outside again, only where no other heading closes it:
   * in an outline `七、本通知自…起施行。` ends the section that `六、…` heads
   */
  until?: number
}

/** 目 */
export type Subitem = { id: string; number: string; text: string }
/** 项 */
export type Item = {
  id: string
  /** `（一）`, brackets normalised to full width; other numberings (`1、`) as printed */
  number: string
  /** the number as the source prints it, only where that differs from `number` (`(一)`) */
  printed?: string
  text: string
  subitems: Subitem[]
}
/** 款: has no number in the text; its index is its place (from 1). A table may stand in the place of words. */
export type Paragraph = { id: string; text: string; items: Item[]; table?: Table }
/** 条; in an outline text a numbered or bare paragraph. */
export type Article = {
  id: string
  /** `第十二条`; in outline texts the printed number (`1.`, `（一）`) or '' for a bare paragraph */
  number: string
  /** the label as the source prints it, only where that differs from `number` (`笫五十条`, `第三十－条`) */
  printed?: string
  /** heading of the article (条旨) with its brackets, as printed: `（目的和依据）`, `【适用范围】` */
  heading: string | null
  paragraphs: Paragraph[]
  /** 1-based line of the source at which it begins */
  line: number
}

export type AnnexBlock = { kind: 'line'; text: string } | { kind: 'table'; table: Table }
/** 附件, 附表: kept block by block. */
export type Annex = { id: string; label: string; title: string; blocks: AnnexBlock[] }

/** What a person must look at: the reading could be wrong, or the source is damaged. `message` is a Chinese sentence. */
export type Problem = { line: number; code: ProblemCode; message: string }
/** What was read without doubt and is unusual: named so that nothing is silent. */
export type Remark = { line: number; code: RemarkCode; message: string }

export type LegalText = {
  form: 'articles' | 'outline'
  title: string
  /** 题注 as printed, brackets included, '' where there is none */
  note: string
  /** lines between 题注 and the first division or article that are neither contents nor notice */
  preamble: string[]
  /** lines of the 目录, its own heading included */
  contents: string[]
  /** the letter that issues the text (关于印发…的通知), where one stands before it */
  notice: string[]
  divisions: Division[]
  articles: Article[]
  annexes: Annex[]
  /** signature, date, distribution lines after the last article */
  closing: string[]
  /**
   * Where the source does not keep the usual order (题注, 目录, preamble … annexes, closing):
   * how many preamble lines stand before 题注 and before 目录, how many closing lines before the annexes.
   * Absent where all three are 0.
   */
  placed?: { note: number; contents: number; annexes: number }
  problems: Problem[]
  remarks: Remark[]
}
