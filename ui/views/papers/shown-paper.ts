import type { components } from '../../api/schema.d.ts'
import { attachmentLines, copyLine, inBrackets, signaturePlace, TITLE, titleBelowHead, withColon } from '../../../law/paper/index.ts'
import type { ShownPaper } from '../../components/lf-paper.ts'
import type { PaperBlock, PaperCell, PaperRun } from '../../components/paper-pages.ts'

export type Paper = components['schemas']['Paper']
type Content = Paper['content']
type Block = Content['body'][number]
type Words = Extract<Block, { kind: 'paragraph' }>['words']
type Passage = Paper['passages'][number]

const isDate = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date)
const printed = (date: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  return year === undefined ? date : `${year}年${Number(month)}月${Number(day)}日`
}

/** A paper of the API on the pages that print; its blanks are pressed by the key of their passage. */
export function shownPaper(content: Content, options: { passages: readonly Passage[]; issued: boolean; sheet?: Paper['sheet'] }): ShownPaper {
  const { passages, issued } = options
  const sheet = options.sheet ?? null
  const runs = (words: Words): PaperRun[] => (typeof words === 'string' ? [words] : words).map((w) => runOf(w, passages))
  const open = (date: string): PaperRun[] => (isDate(date) ? [printed(date)] : [{ atIssue: date }])
  const signed = content.signature !== undefined
  const enclosures = attachmentLines(content.attachments ?? [])
  const body = content.body.flatMap((block, at): PaperBlock[] => blockOf(block, runs, signed && at === content.body.length - 1))
  const blocks: PaperBlock[] = sheet !== null ? sheetBlocks(sheet, runs) : [
    ...(content.recipient === undefined ? [] : [{ kind: 'flush' as const, runs: [withColon(content.recipient)], keep: true }]),
    ...body,
    ...(enclosures.length === 0 ? [] : [{ kind: 'gap' as const }, ...enclosures.map((line) => ({ kind: 'paragraph' as const, runs: [line], keep: signed }))]),
    ...(signed ? [{ kind: 'gap' as const }, { kind: 'gap' as const }] : []),
  ]
  const landscape = sheet?.orientation === 'landscape'
  const number = content.documentNo
  const [before, after] = number?.split('　　') ?? []
  const date = content.signature === undefined ? '' : isDate(content.signature.date) ? printed(content.signature.date) : content.signature.date
  return {
    redHead: content.redHead ?? '', number: number === undefined ? [] : after === undefined ? [number] : [before ?? '', { atIssue: '　　' }, after], signers: (content.signers ?? []).join('　'), title: titleBelowHead(content, landscape ? LANDSCAPE_TITLE : TITLE.charactersPerLine), blocks, form: sheet?.orientation ?? null,
    signature: content.signature === undefined ? null : { organ: content.signature.organ, date: open(content.signature.date), ...signaturePlace(content.signature.organ, date), sealed: !issued },
    note: content.note === undefined ? '' : inBrackets(content.note),
    imprint: [...(content.copyTo === undefined ? [] : [[copyLine(content.copyTo), ''] as const]), ...(content.printedBy === undefined ? [] : [[content.printedBy.organ, `${printed(content.printedBy.date)}印发`] as const])],
    mark: [content.demo, content.draft].filter((words) => words !== undefined && words !== '').join('　'), issued,
  }
}

/** Characters of a title on a sheet that lies on its side. */
const LANDSCAPE_TITLE = 28
/** A form or list: what stands over it, the table, what stands under it. */
function sheetBlocks(sheet: NonNullable<Paper['sheet']>, runs: (words: Words) => PaperRun[]): PaperBlock[] {
  const small = (words: string, keep: boolean): PaperBlock => ({ kind: 'small', runs: [words], keep })
  return [...(sheet.subtitle === '' ? [] : [small(sheet.subtitle, true)]), tableOf(sheet.table, runs), ...sheet.footLines.map((line) => small(line, false))]
}

const tableOf = (table: Extract<Block, { kind: 'table' }>['table'], runs: (words: Words) => PaperRun[]): Extract<PaperBlock, { kind: 'table' }> => ({
  kind: 'table', shares: table.columnShares, head: table.headerRowCount ?? 0, rows: table.rows.map((row) => row.map((cell): PaperCell => ({
    runs: runs(cell.words), ...(cell.columnSpan === undefined ? {} : { columnSpan: cell.columnSpan }), ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }), ...(cell.header === undefined ? {} : { header: cell.header }), ...(cell.align === undefined ? {} : { align: cell.align }),
  }))),
})

function runOf(inline: Exclude<Words, string>[number], passages: readonly Passage[]): PaperRun {
  if (typeof inline === 'string') return inline
  switch (inline.kind) {
    case 'blank': return { fillIn: passages.find((p) => p.label === inline.label)?.key ?? inline.label, words: inline.placeholder }
    case 'strong': case 'added': return { strong: inline.text }
    case 'gone': return { gone: inline.text }
    default: {
      const never: never = inline
      return never
    }
  }
}

const headingKinds = { 1: 'heading', 2: 'subheading', 3: 'minor', 4: 'minor' } as const

/** `keep`: the last block of a paper that is signed, which stays with its signature. */
function blockOf(block: Block, runs: (words: Words) => PaperRun[], keep: boolean): PaperBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runs(block.words), keep }]
    case 'quote':
      return [{ kind: 'quote', runs: runs(block.words) }]
    case 'heading':
      return [{ kind: headingKinds[block.level], runs: [block.text], keep: true }]
    case 'list':
      return block.items.map((item) => ({ kind: 'paragraph', runs: runs(item) }))
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [{ kind: 'centred' as const, runs: [block.caption], keep: true }]),
        { ...tableOf(block.table, runs), keep },
      ]
    default: {
      const never: never = block
      return never
    }
  }
}

/** A paragraph for a textarea: blanks in 【】. */
export const toText = (words: Words): string => (typeof words === 'string' ? words : words.map((w) => (typeof w === 'string' ? w : w.kind === 'blank' ? `【${w.label}】` : w.text)).join(''))

/** Back from the textarea: what stands in 【】 is the blank of that name again; names that the paper never had stay words. */
export function fromText(text: string, blanks: ReadonlyMap<string, string>): Words {
  const parts = text.split(/(【[^】]*】)/u).filter((part) => part !== '')
  const pieces = parts.map((part) => {
    const label = /^【([^】]*)】$/u.exec(part)?.[1]
    const placeholder = label === undefined ? undefined : blanks.get(label)
    return label === undefined || placeholder === undefined ? part : { kind: 'blank' as const, label, placeholder }
  })
  return pieces.every((piece) => typeof piece === 'string') ? text : pieces
}

/** The blanks of a paper with what stands for them while they are empty. */
export function blanksOf(content: Content): Map<string, string> {
  const found = new Map<string, string>()
  const look = (words: Words): void => {
    if (typeof words !== 'string') for (const w of words) if (typeof w !== 'string' && w.kind === 'blank') found.set(w.label, w.placeholder)
  }
  for (const block of content.body) {
    if (block.kind === 'paragraph' || block.kind === 'quote') look(block.words)
    if (block.kind === 'list') block.items.forEach(look)
  }
  return found
}
