import type { components } from '../../api/schema.d.ts'
import type { PaperBlock, PaperRun, ShownPaper } from '../../components/lf-paper.ts'

export type Paper = components['schemas']['Paper']
type Content = Paper['content']
type Block = Content['body'][number]
type Words = Extract<Block, { kind: 'paragraph' }>['words']
type Passage = Paper['passages'][number]

const LINE = 28
const PAGE = 22
/** Lines that the red head, the number and the title take on the first page; title alone without a head. */
const HEAD_LINES = 11
const TITLE_LINES = 3

const isDate = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date)
const printed = (date: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  return year === undefined ? date : `${year}年${Number(month)}月${Number(day)}日`
}
const textOf = (words: Words): string => (typeof words === 'string' ? words : words.map((w) => (typeof w === 'string' ? w : w.kind === 'blank' ? w.placeholder : w.text)).join(''))

/** A paper of the API on the page that prints; its blanks are pressed by the key of their passage. */
export function shownPaper(content: Content, options: { passages: readonly Passage[]; issued: boolean }): ShownPaper {
  const { passages, issued } = options
  const runs = (words: Words): PaperRun[] =>
    (typeof words === 'string' ? [words] : words).map((w): PaperRun => (typeof w === 'string' ? w : w.kind === 'blank' ? { fillIn: passages.find((p) => p.label === w.label)?.key ?? w.label, words: w.placeholder } : w.text))
  const open = (date: string): PaperRun[] => (isDate(date) ? [printed(date)] : [{ atIssue: date }])
  const blocks: PaperBlock[] = [
    ...(content.recipient === undefined ? [] : [{ kind: 'flush' as const, runs: [`${content.recipient.replace(/[：:]$/u, '')}：`] }]),
    ...content.body.flatMap((block): PaperBlock[] => blockOf(block, runs)),
    ...(content.attachments ?? []).map((name, at) => ({ kind: 'paragraph' as const, runs: [at === 0 ? `附件：${name}` : `　　　${name}`] })),
  ]
  const number = content.documentNo
  const [before, after] = number?.split('　　') ?? []
  return {
    redHead: content.redHead ?? '', number: number === undefined ? [] : after === undefined ? [number] : [before ?? '', { atIssue: '　　' }, after], title: content.title,
    blocks: paginate(blocks, (content.redHead ?? '') === '' ? TITLE_LINES : HEAD_LINES),
    signature: content.signature === undefined ? null : { organ: content.signature.organ, date: open(content.signature.date), sealed: !issued },
    imprint: [...(content.copyTo === undefined ? [] : [[`抄送：${content.copyTo}。`, ''] as const]), ...(content.printedBy === undefined ? [] : [[content.printedBy.organ, `${printed(content.printedBy.date)}印发`] as const])],
    issued,
  }
}

function blockOf(block: Block, runs: (words: Words) => PaperRun[]): PaperBlock[] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return [{ kind: 'paragraph', runs: runs(block.words) }]
    case 'heading':
      return [{ kind: block.level === 1 ? 'heading' : 'subheading', runs: [block.text] }]
    case 'list':
      return block.items.map((item) => ({ kind: 'paragraph', runs: runs(item) }))
    case 'table':
      return [...(block.caption === undefined ? [] : [{ kind: 'centred' as const, runs: [block.caption] }]), { kind: 'table', rows: block.table.rows.map((row) => row.map((cell) => textOf(cell.words))) }]
    default: {
      const never: never = block
      return never
    }
  }
}

const linesOf = (block: PaperBlock): number => {
  if (block.kind === 'break') return 0
  if (block.kind === 'table') return block.rows.reduce((sum, row) => sum + Math.max(1, ...row.map((cell) => Math.ceil(cell.length / Math.max(4, LINE / Math.max(1, row.length))))), 0)
  const length = block.runs.reduce((sum, run) => sum + (typeof run === 'string' ? run.length : 'fillIn' in run ? run.words.length : run.atIssue.length), 0)
  return Math.max(1, Math.ceil((length + 2) / LINE))
}

/** Where the pages break, by 22 lines of 28 characters; what prints is laid out by the .docx and the PDF. */
function paginate(blocks: readonly PaperBlock[], head: number): PaperBlock[] {
  let used = head
  const out: PaperBlock[] = []
  for (const block of blocks) {
    const lines = linesOf(block)
    // a heading does not stand alone at the foot of a page
    const needed = block.kind === 'heading' || block.kind === 'subheading' ? lines + 2 : lines
    if (used > 0 && used + needed > PAGE) {
      out.push({ kind: 'break' })
      used = 0
    }
    out.push(block)
    used += lines
  }
  return out
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
