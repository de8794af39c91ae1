/**
 * What an amending decision tells to do, as data: one instruction does one thing at one place.
 *
 * Numbers in front of 修改, 改为, 删去, 合并 are those of the text BEFORE the decision; numbers behind
 * 改为 and 作为 are those of the text AFTER it (立法技术规范（试行）（一）, 修改决定的表述).
 *
 * Formulae understood (`formulae.ts` has them as data; 甲, 乙 stand for quoted words, X for a number):
 * - whole provisions: 将第X条修改为：“…” · 第X条第X款第X项修改为：“…” · 将第X条改为第Y条，修改为：“…” ·
 *   将第X条改为第Y条，第X款修改为：“…” · 将第X条修改为第Y条：“…” · 将该条（这一款、这一自然段）相应修改为：“…” ·
 *   第X条：“旧文”修改为：“新文” · 第X款第一自然段修改为：“…”
 * - words: 将第X条中的“甲”修改为“乙” · 其中的“甲”修改为“乙” · 将第X条、第Y条第X款中的“甲”修改为“乙” ·
 *   将相关条文中的“甲”（统一）修改为“乙” · 在第X条“甲”后（前）增加“乙” · 在第X款最后（末尾、开始部分）增加“乙” ·
 *   删去第X条中的“甲” · 删去其中的“甲”
 * - new provisions: 增加一条，作为第Y条：“…” · 在第X条后增加一条，作为第X条之一：“…” · 第X条增加二款，作为第二款、第三款：“…” ·
 *   增加一项，作为第X项：“…” · 第X条增加规定：“…” · 在第X章增加一节，作为第X节“节名” · 增加一章，作为第X章：“…” ·
 *   增加五条，分别作为第X条至第Y条。内容如下：…
 * - numbers: 将第X条改为第Y条 · 第X项至第Y项相应改为… · 原第X款作为第Y款 · 条文顺序作相应调整
 * - taking away and joining: 删去（删除）第X条、第Y条第X款 · 将第X条、第Y条合并，作为第Z条，修改为：“…” ·
 *   将第X条第X款单列一条，作为第Y条，修改为：“…” · 将第X条第X款改为第Y条 · 将第X条分为两条，作为第Y条、第Z条 ·
 *   将第X章并入第Y章
 * - headings: 名称（标题）修改为“…” · 第X章章名修改为“…” · 将“旧章名”修改为：“新章名” · 将第X章改为第Y章
 * - divisions: 第X章内容为第X条至第Y条 · 增加一章，作为第X章，章名为“…”，内容为第X条至第Y条
 * - preamble, annexes, all: 将引言修改为：“…” · 序言第X自然段中“甲”修改为“乙” · 将附件修改为：“…” · 增加附件二：“…” · 将全文修改为：“…”
 */
import type { DivisionKind } from '../text/index.ts'

export type DivisionStep = { kind: DivisionKind; ordinal: number }

/** Which part of a provision: its heading, its first lines before the items, or one of its sentences (from 1, −1 the last). */
export type PlacePart = { kind: 'heading' } | { kind: 'opening' } | { kind: 'sentence'; ordinal: number; count: number }

/**
 * Where an instruction acts. `everywhere`: 将相关条文中的…. `preamble`: 序言, 引言 (`paragraph`: 第X自然段).
 * In `body` the deepest of article, paragraph, item, subitem that is not null is meant; with none of them the
 * last of `divisions`. `item` and `subitem` are ordinals.
 */
export type Place = {
  area: 'title' | 'preamble' | 'body' | 'annex' | 'everywhere'
  divisions: DivisionStep[]
  /** `第十七条之一` */
  article: string | null
  paragraph: number | null
  item: number | null
  subitem: number | null
  part: PlacePart | null
  /** number of the annex, null for the only one */
  annex: number | null
  /** the paragraph is known by these words at its head (第六十二条“全国人民代表大会行使下列职权”中增加一项) */
  leadIn: string | null
}

export type Unit = DivisionKind | 'article' | 'paragraph' | 'item' | 'subitem'

/** Quoted text, one entry a line of the decision, without the marks around it; inner marks raised one level. */
export type QuotedLines = readonly string[]

/** `anchor`: the words beside which they come, null for the start or the end of the provision. */
export type WordsAt = { side: 'after' | 'before'; anchor: string } | { side: 'start' | 'end'; anchor: null }

/** What an instruction does. Numbers in `to` and `as` are those of the new text. */
export type Operation =
  /** `rest`: further places that the quotation covers (第一款、第二款修改为) */
  | { does: 'replace-provision'; rest: Place[]; lines: QuotedLines }
  | { does: 'replace-words'; from: QuotedLines; to: QuotedLines }
  | { does: 'insert-words'; words: QuotedLines; at: WordsAt }
  | { does: 'delete-words'; words: string }
  | { does: 'insert-provisions'; unit: Unit; count: number; as: Place[]; after: Place | null; lines: QuotedLines }
  | { does: 'delete-provision' }
  | { does: 'renumber'; moves: { from: Place; to: Place }[] }
  | { does: 'merge'; sources: Place[]; to: Place | null; lines: QuotedLines | null }
  | { does: 'split'; to: Place[]; lines: QuotedLines }
  | { does: 'merge-division'; into: Place }
  | { does: 'rename'; heading: string }
  /** `added`: the division came by the same sentence, its number is new */
  | { does: 'give-extent'; articles: Place[]; added: boolean }
  | { does: 'insert-annex'; lines: QuotedLines }
  | { does: 'replace-all'; lines: QuotedLines }
  | { does: 'renumber-all' }
  | { does: 'not-understood' }

export type FailureReason =
  | 'not-understood'
  | 'quotation-not-closed'
  | 'place-not-found'
  | 'words-not-found'
  | 'number-clash'
  | 'quotation-does-not-fit'
  | 'other-text'

/** One instruction as read: its place, what it does, and the words of the decision that say so. */
export type Instruction = {
  /** 1-based line of the decision at which it stands */
  line: number
  /** source words, quotations included */
  text: string
  place: Place
  operation: Operation
}

/** What came of one address. `before` null: new; `after` null: gone. Addresses as a person says them (第九条第一款). */
export type AddressChange = { before: string | null; after: string | null }

export type InstructionReport = {
  line: number
  text: string
  /** 第九条第一款 */
  place: string
  does: Operation['does']
  status: 'applied' | 'failed'
  changed: AddressChange[]
  /** what was settled beyond the words of the decision: a comma that it leaves out, the 章 of a new article */
  note?: string
  /** set where `status` is failed; `message` is a Chinese sentence */
  reason?: { code: FailureReason; message: string }
}

/** What a person must know beside the instructions: `message` is a Chinese sentence. */
export type AmendProblem = {
  line: number
  code: 'other-law' | 'no-instruction' | 'not-read' | 'number-missing' | 'reference-to-deleted' | 'reference-doubtful' | 'division-doubtful' | 'quotation-not-closed'
  message: string
}
