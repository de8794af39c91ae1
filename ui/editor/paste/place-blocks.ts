/** Where pasted blocks go in a draft, and what has no place there. */
import { Fragment, type Node } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { draftDocument, newKey } from '../../../law/drafting/index.ts'
import { type LegalText, parseLegalText, printLegalText, type ProblemCode, type SourceBlock, type Table } from '../../../law/text/index.ts'
import { messages } from '../../messages/zh.ts'
import { type Around, around, attribute, typeOf } from '../commands/around.ts'

export type Unplaced = { line: number; text: string; why: string }
export type PasteReport = {
  /** lines that went into the text */
  placed: number
  /** lines that did not, or that should be looked at */
  unplaced: Unplaced[]
}
export type Placed = { transaction: Transaction; report: PasteReport }

/** the caret follows to the end of what is pasted; behind a whole law all of it would have to be laid out for that */
const MOST_FOLLOWED = 500

const LABEL = /^第\s*[零〇○一二三四五六七八九十百千万两0-9０-９]+\s*条/
const HEADING = /^第\s*[零〇○一二三四五六七八九十百千万两0-9０-９]+\s*(?:编|分编|章|节)(?:\s|$)/
const isStructured = (blocks: readonly SourceBlock[]): boolean => blocks.some((block) => block.kind === 'line' && (LABEL.test(block.text) || HEADING.test(block.text)))
const lineCount = (blocks: readonly SourceBlock[]): number => blocks.length
const cellText = (table: Table): string => table.rows.map((row) => row.map(({ text }) => text).join('　')).join('\n')
const words = (blocks: readonly SourceBlock[]): { line: number; text: string }[] =>
  blocks.map((block) => ({ line: block.line, text: block.kind === 'line' ? block.text : cellText(block.table) }))

/** A draft in which nothing stands yet: what is pasted is the draft. */
const isEmpty = (doc: Node): boolean => doc.textContent === '' && !doc.children.some(({ type }) => type.name === 'annex')

/** Numbers are counted where it is pasted; an unnumbered 附则 stays without. References between what is pasted hold. */
function countedAnew(node: Node): Node {
  if (node.isTextblock) return node.attrs['fixed'] == null ? node : node.type.create({ ...node.attrs, fixed: null }, node.content)
  if (node.type.name === 'table') return node
  const content = Fragment.fromArray(node.children.map(countedAnew))
  return node.type.create({ ...node.attrs, ...(node.attrs['fixed'] === '' || node.attrs['fixed'] == null ? {} : { fixed: null }) }, content)
}

function fragmentOf(blocks: readonly SourceBlock[]): { text: LegalText; doc: Node } {
  const text = parseLegalText(blocks)
  return { text, doc: draftDocument(text) }
}

/** numbers of pasted articles are counted anew, so what they were is no matter; a table is placed as one; how a text was typed is tidied */
const NO_MATTER: ReadonlySet<ProblemCode> = new Set(['empty', 'no-article', 'number-gap', 'number-repeated', 'number-out-of-order', 'contents-mismatch', 'suspicious-title', 'table-in-body', 'blank-in-sentence'])

/** what is no matter in a text that is pasted as the whole draft: its numbers are its own */
const AT_REST: ReadonlySet<ProblemCode> = new Set(['table-in-body', 'blank-in-sentence'])

/** Lines of a whole text that stand outside its articles, with the line they came from. */
function outside(text: LegalText, blocks: readonly SourceBlock[]): Unplaced[] {
  const why = messages.editor.paste
  const lines = words(blocks)
  const bare = lines.map(({ text: one }) => one.replace(/\s+/g, ''))
  const find = (one: string): number => lines[bare.findIndex((line) => line.includes(one.replace(/\s+/g, '')))]?.line ?? 0
  const byNumber = new Map(lines.map((one) => [one.line, one.text]))
  const say = (list: readonly string[], reason: string): Unplaced[] => list.filter((one) => one !== '').map((one) => ({ line: find(one), text: one, why: reason }))
  return [
    ...say(text.notice, why.notice),
    ...say([text.title], why.title),
    ...say(text.note.split('\n'), why.note),
    ...say(text.preamble, why.preamble),
    ...say(text.closing, why.closing),
    ...text.problems.filter(({ code }) => !NO_MATTER.has(code)).map(({ line, message }) => ({ line, text: byNumber.get(line) ?? '', why: message })),
  ].toSorted((a, b) => a.line - b.line)
}

const RANKS: Readonly<Record<string, number>> = { part: 1, subpart: 2, chapter: 3, section: 4 }
const rankOf = (node: Node): number => RANKS[attribute(node, 'kind')] ?? 5

/** Behind the article of the caret; a 章 behind the 章 around it, so that it does not stand inside. */
function placeBehind(state: EditorState, article: Around | null, rank: number): number {
  const { $from } = state.selection
  const inBody = article ?? around($from, 'heading')
  if (inBody === null) {
    let end = 0
    state.doc.forEach((node, pos) => { if (['matter', 'chapter', 'article'].includes(node.type.name)) end = pos + node.nodeSize })
    return end
  }
  let depth = inBody.depth
  while (depth > 1 && $from.node(depth - 1).type.name === 'chapter' && rankOf($from.node(depth - 1)) >= rank) depth -= 1
  return $from.after(depth)
}

function placeArticles(state: EditorState, blocks: readonly SourceBlock[]): Placed {
  const { text, doc } = fragmentOf(blocks)
  const tr = state.tr
  if (isEmpty(state.doc)) {
    tr.replaceWith(0, state.doc.content.size, doc.content)
    tr.setDocAttribute('form', text.form)
    const problems = text.problems.filter(({ code }) => !AT_REST.has(code)).map(({ line, message }) => ({ line, text: words(blocks).find((one) => one.line === line)?.text ?? '', why: message }))
    return { transaction: tr, report: { placed: lineCount(blocks), unplaced: problems } }
  }
  tr.deleteSelection()
  const middle = state.apply(tr)
  const body = doc.children.filter(({ type }) => type.name === 'chapter' || type.name === 'article').map(countedAnew)
  const firstDivision = body.findIndex(({ type }) => type.name === 'chapter')
  const articles = firstDivision < 0 ? body : body.slice(0, firstDivision)
  const divisions = firstDivision < 0 ? [] : body.slice(firstDivision)
  const article = around(middle.selection.$from, 'article')
  const rank = Math.min(5, ...divisions.filter(({ type }) => type.name === 'chapter').map(rankOf))
  const behind = placeBehind(middle, article, rank)
  if (divisions.length > 0) tr.insert(behind, divisions)
  let at = article === null ? placeBehind(middle, article, 5) : article.end
  if (articles.length > 0) tr.insert(at, articles)
  // the empty article in which the caret waited makes room
  if (article !== null && article.node.textContent === '' && (articles.length > 0 || behind === article.end)) {
    tr.delete(article.pos, article.end)
    at = article.pos
  }
  const annexes = doc.children.filter(({ type }) => type.name === 'annex')
  if (annexes.length > 0) {
    let end = 0
    tr.doc.forEach((node, pos) => { if (node.type.name !== 'closing') end = pos + node.nodeSize })
    tr.insert(end, annexes)
  }
  const inserted = articles.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const large = blocks.length > MOST_FOLLOWED
  const caret = Math.min(articles.length > 0 ? at + (large ? 0 : inserted) : behind, tr.doc.content.size)
  tr.setSelection(TextSelection.near(tr.doc.resolve(caret), large ? 1 : -1))
  const unplaced = outside(text, blocks)
  return { transaction: large ? tr : tr.scrollIntoView(), report: { placed: lineCount(blocks) - new Set(unplaced.filter(({ why }) => Object.values(messages.editor.paste).includes(why)).map(({ line }) => line)).size, unplaced } }
}

/** 款 项 目 of lines without 第X条: the parser reads them as those of an article that is then taken away. */
function clausesOf(blocks: readonly SourceBlock[]): { nodes: Node[]; unplaced: Unplaced[] } {
  const lead = '以下各款：'
  const { text, doc } = fragmentOf([{ kind: 'line', text: `第一条　${lead}`, line: 0 }, ...blocks])
  const article = doc.children.find(({ type }) => type.name === 'article')
  const nodes = (article?.children ?? []).slice(1)
  const rest = [...text.annexes.flatMap((annex) => printLegalText({ ...text, title: '', note: '', preamble: [], contents: [], notice: [], divisions: [], articles: [], closing: [], annexes: [annex] }).trim().split('\n')), ...text.closing]
  const clause = typeOf(doc.type.schema, 'clause')
  const placed = rest.map((line) => clause.create({ key: newKey() }, doc.type.schema.text(line)))
  const lines = words(blocks)
  return { nodes: [...nodes.map(countedAnew), ...placed], unplaced: rest.map((line) => ({ line: lines.find((one) => one.text === line)?.line ?? 0, text: line, why: messages.editor.paste.asParagraph })) }
}

function placeClauses(state: EditorState, blocks: readonly SourceBlock[]): Placed {
  const tr = state.tr.deleteSelection()
  const clause = around(tr.selection.$from, 'clause')
  if (clause === null) return placeLines(state, blocks)
  const { nodes, unplaced } = clausesOf(blocks)
  const empty = clause.node.content.size === 0
  const $from = tr.selection.$from
  let at = clause.end
  if (!empty && $from.parentOffset < clause.node.content.size) {
    // in the middle of a sentence: what follows the caret comes after what is pasted
    if ($from.parentOffset === 0) at = clause.pos
    else {
      tr.split($from.pos, 1, [{ type: clause.node.type, attrs: { ...clause.node.attrs, key: newKey(), fixed: null, printed: null } }])
      at = $from.pos + 1
    }
  }
  tr.insert(at, nodes)
  const end = at + nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  if (empty) tr.delete(clause.pos, clause.end)
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(tr.doc.content.size, empty ? end - clause.node.nodeSize : end)), -1))
  return { transaction: tr.scrollIntoView(), report: { placed: lineCount(blocks), unplaced } }
}

function tableNode(state: EditorState, table: Table): Node {
  const { schema } = state
  const rows = table.rows.map((row) =>
    typeOf(schema, 'table_row').create(
      null,
      row.map(({ text, columnSpan, rowSpan, header }) =>
        typeOf(schema, 'table_cell').create({ columnSpan, rowSpan, header }, text.split('\n').map((line) => typeOf(schema, 'cell_line').create(null, line === '' ? null : schema.text(line)))),
      ),
    ),
  )
  return typeOf(schema, 'table').create(null, rows)
}

/** In an annex, a cell, a heading: lines as they are. */
function placeLines(state: EditorState, blocks: readonly SourceBlock[]): Placed {
  const tr = state.tr.deleteSelection()
  const line = around(tr.selection.$from, 'annex_line', 'annex_title', 'cell_line', 'matter', 'closing')
  const report: PasteReport = { placed: lineCount(blocks), unplaced: [] }
  if (line === null) {
    tr.insertText(words(blocks).map(({ text }) => text).join(' '))
    return { transaction: tr.scrollIntoView(), report }
  }
  const inAnnex = line.node.type.name === 'annex_line' || line.node.type.name === 'annex_title'
  const type = inAnnex ? typeOf(state.schema, 'annex_line') : line.node.type
  const nodes = blocks.flatMap((block): Node[] => {
    if (block.kind === 'table' && inAnnex) return [tableNode(state, block.table)]
    const text = block.kind === 'line' ? block.text : cellText(block.table)
    return text.split('\n').map((one) => type.create(type === line.node.type ? line.node.attrs : null, one === '' ? null : state.schema.text(one)))
  })
  tr.insert(line.end, nodes)
  let end = line.end + nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  if (line.node.content.size === 0 && line.node.type.name !== 'annex_title') {
    tr.delete(line.pos, line.end)
    end -= line.node.nodeSize
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(end, tr.doc.content.size)), -1))
  return { transaction: tr.scrollIntoView(), report }
}

/** Places blocks at the selection. Nothing is dropped without being named in the report. */
export function placeBlocks(state: EditorState, blocks: readonly SourceBlock[]): Placed {
  const [only] = blocks
  if (only === undefined) return { transaction: state.tr, report: { placed: 0, unplaced: [] } }
  const { $from } = state.selection
  const structured = isStructured(blocks)
  const elsewhere = !isEmpty(state.doc) && (around($from, 'annex', 'table', 'closing') !== null || (!structured && around($from, 'matter') !== null))
  if (blocks.length === 1 && only.kind === 'line' && !LABEL.test(only.text) && !/^[（(][一二三四五六七八九十]+[）)]/.test(only.text)) {
    return { transaction: state.tr.insertText(only.text).scrollIntoView(), report: { placed: 1, unplaced: [] } }
  }
  if (elsewhere) return placeLines(state, blocks)
  return structured || isEmpty(state.doc) ? placeArticles(state, blocks) : placeClauses(state, blocks)
}
