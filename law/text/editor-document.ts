/** Tree ↔ editor document, without loss. Ids and the reach of divisions are computed, not stored. */
import { Node } from 'prosemirror-model'
import { z } from 'zod'
import { CLAUSE_KINDS, editorSchema, MATTER_ROLES, type MatterRole } from './editor-schema.ts'
import { completeTree } from './ids.ts'
import { isProblem, isProblemCode, isRemark, isRemarkCode } from './report-codes.ts'
import type { Annex, Article, Division, DivisionKind, LegalText, Paragraph, ProblemCode, RemarkCode, Table } from './tree.ts'
import { walkBody } from './walk.ts'

/** A node of the editor's document as JSON (what `Node.toJSON` gives). */
export type EditorNode = { type: string; attrs?: Record<string, unknown>; content?: EditorNode[]; text?: string }

/** The JSON is no document of this schema. */
export class EditorDocumentError extends Error {
  override name = 'EditorDocumentError'
}

function block(type: string, text: string, attrs?: Record<string, unknown>): EditorNode {
  const node: EditorNode = { type }
  if (attrs !== undefined) node.attrs = attrs
  if (text !== '') node.content = [{ type: 'text', text }]
  return node
}

function group(type: string, content: EditorNode[], attrs?: Record<string, unknown>): EditorNode {
  const node: EditorNode = { type }
  if (attrs !== undefined) node.attrs = attrs
  if (content.length > 0) node.content = content
  return node
}

function tableNode(table: Table): EditorNode {
  return group(
    'table',
    table.rows.map((row) =>
      group(
        'table_row',
        row.map(({ text, columnSpan, rowSpan, header }) =>
          group(
            'table_cell',
            text.split('\n').map((line) => block('cell_line', line)),
            { columnSpan, rowSpan, header },
          ),
        ),
      ),
    ),
  )
}

function articleNode(article: Article): EditorNode {
  const content: EditorNode[] = []
  if (article.heading !== null) content.push(block('article_heading', article.heading))
  for (const paragraph of article.paragraphs) {
    content.push(block('clause', paragraph.text, { kind: 'paragraph', number: '', printed: null }))
    if (paragraph.table !== undefined) content.push(tableNode(paragraph.table))
    for (const item of paragraph.items) {
      content.push(block('clause', item.text, { kind: 'item', number: item.number, printed: item.printed ?? null }))
      for (const subitem of item.subitems) content.push(block('clause', subitem.text, { kind: 'subitem', number: subitem.number, printed: null }))
    }
  }
  return group('article', content, { number: article.number, printed: article.printed ?? null, line: article.line })
}

function bodyNodes(text: LegalText): EditorNode[] {
  const root: EditorNode[] = []
  const contents = new Map<Division, EditorNode[]>()
  const inside = (around: readonly Division[]): EditorNode[] => {
    const parent = around.at(-1)
    return (parent === undefined ? undefined : contents.get(parent)) ?? root
  }
  walkBody(text, {
    division(division, around) {
      const content = [block('heading', division.heading)]
      contents.set(division, content)
      inside(around).push(group('chapter', content, { kind: division.kind, number: division.number }))
    },
    article: (article, around) => inside(around).push(articleNode(article)),
  })
  return root
}

function annexNode(annex: Annex): EditorNode {
  const blocks = annex.blocks.map((one) => (one.kind === 'table' ? tableNode(one.table) : block('annex_line', one.text)))
  return group('annex', [block('annex_title', annex.title), ...blocks], { label: annex.label })
}

/** The tree as a document of `editorSchema`. `fromEditorDocument` gives the same tree back. */
export function toEditorDocument(text: LegalText): EditorNode {
  const matter = (role: MatterRole, lines: readonly string[]): EditorNode[] => lines.map((line) => block('matter', line, { role }))
  const content = [
    ...matter('notice', text.notice),
    ...matter('title', text.title === '' ? [] : [text.title]),
    ...matter('note', text.note === '' ? [] : text.note.split('\n')),
    ...matter('contents', text.contents),
    ...matter('preamble', text.preamble),
    ...bodyNodes(text),
    ...text.annexes.map(annexNode),
    ...text.closing.map((line) => block('closing', line)),
  ]
  return group('doc', content, { form: text.form, problems: text.problems, remarks: text.remarks, placed: text.placed ?? null })
}

const docAttributes = z.object({
  form: z.enum(['articles', 'outline']),
  // a draft that was begun before remarks were parted from problems holds both in one list
  problems: z.array(z.object({ line: z.number(), code: z.custom<ProblemCode | RemarkCode>((code) => isProblemCode(code) || isRemarkCode(code)), message: z.string() })),
  remarks: z.array(z.object({ line: z.number(), code: z.custom<RemarkCode>(isRemarkCode), message: z.string() })),
  placed: z.object({ note: z.number(), contents: z.number(), annexes: z.number() }).nullable(),
})
const chapterAttributes = z.object({ kind: z.enum(['part', 'subpart', 'chapter', 'section']), number: z.string() })
const articleAttributes = z.object({ number: z.string(), printed: z.string().nullable(), line: z.number() })
const clauseAttributes = z.object({ kind: z.enum(CLAUSE_KINDS), number: z.string(), printed: z.string().nullable() })
const cellAttributes = z.object({ columnSpan: z.number(), rowSpan: z.number(), header: z.boolean() })
const matterAttributes = z.object({ role: z.enum(MATTER_ROLES) })
const annexAttributes = z.object({ label: z.string() })

function readTable(node: Node): Table {
  return {
    rows: node.children.map((row) =>
      row.children.map((cell) => ({
        text: cell.children.map(({ textContent }) => textContent).join('\n'),
        ...cellAttributes.parse(cell.attrs),
      })),
    ),
  }
}

function readArticle(node: Node): Article {
  const { number, printed, line } = articleAttributes.parse(node.attrs)
  const article: Article = { id: '', number, heading: null, paragraphs: [], line }
  if (printed !== null) article.printed = printed
  let paragraph: Paragraph | undefined
  // a clause or table that lost the 款 before it in editing stands in an empty one
  const current = (): Paragraph => {
    if (paragraph === undefined) article.paragraphs.push((paragraph = { id: '', text: '', items: [] }))
    return paragraph
  }
  for (const child of node.children) {
    if (child.type.name === 'article_heading') article.heading = child.textContent
    else if (child.type.name === 'table') {
      if (paragraph !== undefined && (paragraph.table !== undefined || paragraph.items.length > 0)) paragraph = undefined
      current().table = readTable(child)
    } else {
      const clause = clauseAttributes.parse(child.attrs)
      const text = child.textContent
      if (clause.kind === 'paragraph') article.paragraphs.push((paragraph = { id: '', text, items: [] }))
      else {
        const item = current().items.at(-1)
        if (clause.kind === 'subitem' && item !== undefined) item.subitems.push({ id: '', number: clause.number, text })
        else {
          current().items.push({
            id: '',
            number: clause.number,
            ...(clause.printed === null ? {} : { printed: clause.printed }),
            text,
            subitems: [],
          })
        }
      }
    }
  }
  return article
}

function readAnnex(node: Node): Annex {
  const annex: Annex = { id: '', label: annexAttributes.parse(node.attrs).label, title: '', blocks: [] }
  for (const child of node.children) {
    if (child.type.name === 'annex_title') annex.title = child.textContent
    else if (child.type.name === 'table') annex.blocks.push({ kind: 'table', table: readTable(child) })
    else annex.blocks.push({ kind: 'line', text: child.textContent })
  }
  return annex
}

/** Ends the last chapter from `from` on and, inside it, the last of each level: those that are still open. */
function endOpenDivisions(text: LegalText, from: number): void {
  let level = Number.POSITIVE_INFINITY
  for (let d = text.divisions.length - 1; d >= from; d -= 1) {
    const division = text.divisions[d]
    if (division === undefined || division.level >= level) continue
    division.until ??= text.articles.length
    level = division.level
  }
}

function readBody(nodes: readonly Node[], level: number, text: LegalText): void {
  let reach = text.divisions.length
  for (const node of nodes) {
    if (node.type.name === 'article') {
      // an article beside a chapter, not in it: what was open before it ends here
      endOpenDivisions(text, reach)
      reach = text.divisions.length
      text.articles.push(readArticle(node))
    } else if (node.type.name === 'chapter') {
      const { kind, number }: { kind: DivisionKind; number: string } = chapterAttributes.parse(node.attrs)
      const [heading, ...rest] = node.children
      const division: Division = {
        kind,
        level,
        number,
        heading: heading?.textContent ?? '',
        id: '',
        from: null,
        to: null,
        at: text.articles.length,
      }
      reach = text.divisions.length
      text.divisions.push(division)
      readBody(rest, level + 1, text)
    }
  }
}

/**
 * The tree of an editor document.
 * @throws EditorDocumentError where the JSON is no valid document of the schema
 */
export function fromEditorDocument(json: unknown): LegalText {
  try {
    const doc = Node.fromJSON(editorSchema, json)
    doc.check()
    return readEditorDocument(doc)
  } catch (error) {
    if (error instanceof RangeError || error instanceof z.ZodError || error instanceof TypeError) {
      throw new EditorDocumentError(error.message, { cause: error })
    }
    throw error
  }
}

/**
 * The tree of a document of `editorSchema`, with the numbers that its attributes have and the words that references
 * had when they were typed. For a draft, `textOf` of law/drafting counts the numbers and follows the references first.
 */
export function readEditorDocument(doc: Node): LegalText {
  const { form, placed, ...reports } = docAttributes.parse(doc.attrs)
  const lines: Record<MatterRole, string[]> = { notice: [], title: [], note: [], contents: [], preamble: [], closing: [] }
  const text: LegalText = {
    form,
    title: '',
    note: '',
    preamble: lines.preamble,
    contents: lines.contents,
    notice: lines.notice,
    divisions: [],
    articles: [],
    annexes: [],
    closing: lines.closing,
    problems: reports.problems.filter(isProblem),
    remarks: [...reports.problems.filter(isRemark), ...reports.remarks],
  }
  if (placed !== null) text.placed = placed
  for (const node of doc.children) {
    if (node.type.name === 'matter') lines[matterAttributes.parse(node.attrs).role].push(node.textContent)
    else if (node.type.name === 'closing') lines.closing.push(node.textContent)
    else if (node.type.name === 'annex') text.annexes.push(readAnnex(node))
  }
  text.title = lines.title.join('')
  text.note = lines.note.join('\n')
  readBody(doc.children, 1, text)
  completeTree(text)
  return text
}
