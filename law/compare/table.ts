import type { AnnexRow, Comparison, ComparisonRow, PreambleRow } from './compare.ts'
import type { Change } from './diff-words.ts'
import type { ComparedHeading } from './heading-rows.ts'
import { identityKey } from './normalise.ts'
import { labelsOf, markedRemarks, type MovePlaces, movePlaces, moveRemarks } from './remarks.ts'
import { arrange, type Arranged } from './table-headings.ts'

/** A stretch of a cell: struck through what is gone, bold what is new (domain §5.5); `moveId` where it stands elsewhere as well. */
export type TableRun = { text: string; style: 'plain' | 'bold' | 'struck'; moveId?: string }

/** A line of a cell: the first line of an article carries its label. */
export type TableLine = { label: string; runs: TableRun[] }

/** One row of a 条文对照表: the heading of a 编, 章 or 节, or what became of articles, annexes and what stands before them. */
export type ComparisonTableRow = {
  is: 'heading' | 'provision'
  /** 序号, from 1; a heading has that of the row before it */
  index: number
  kind: ComparisonRow['kind']
  /** 现行条文, empty where the article is new */
  before: TableLine[]
  /** 修改后条文, empty where the article is gone */
  after: TableLine[]
  /** 说明: what happened, in words, for a person to complete */
  remark: string
}

export type ComparisonTableOptions = {
  /** leave articles out that did not change but for their number, and headings that stand over none of the others */
  changedOnly?: boolean
}

type Row = Omit<ComparisonTableRow, 'index'>
const arranged = (row: Row): Arranged<Row> => ({ row, changed: row.kind !== 'same' })

/** Rows of the 条文对照表 that a meeting is given, annexes at the end. */
export function comparisonTable(comparison: Comparison, options: ComparisonTableOptions = {}): ComparisonTableRow[] {
  const places = movePlaces(comparison.rows)
  const rows = comparison.rows.map((row) => arranged({
    is: 'provision',
    kind: row.kind,
    before: tableSide(row.changes, row.old, 'old'),
    after: tableSide(row.changes, row.new, 'new'),
    remark: remarkOf(row, places),
  }))
  const annexes = comparison.annexes.map((annex) => arranged({
    is: 'provision',
    kind: annex.kind,
    before: annex.old ? tableSide(annex.changes, [annex.old], 'old') : [],
    after: annex.new ? tableSide(annex.changes, [annex.new], 'new') : [],
    remark: annexRemark(annex),
  }))
  const headings = comparison.headings.map(({ kind, renumbered, before, level, old, new: now, changes, remark }): Arranged<Row> => ({
    changed: kind !== 'same' || renumbered,
    heading: { before, level },
    row: {
      is: 'heading',
      kind: kind === 'same' && renumbered ? 'changed' : kind,
      before: old === null ? [] : tableSide(changes, [headingLine(old)], 'old'),
      after: now === null ? [] : tableSide(changes, [headingLine(now)], 'new'),
      remark,
    },
  }))
  const { preamble } = comparison
  const lead = preamble === null ? [] : [arranged({
    is: 'provision',
    kind: preamble.kind,
    before: preamble.kind === 'added' ? [] : tableSide(preamble.changes, [UNNAMED], 'old'),
    after: preamble.kind === 'removed' ? [] : tableSide(preamble.changes, [UNNAMED], 'new'),
    remark: preambleRemark(preamble),
  })]
  return arrange({ lead, rows, headings, annexes }, options.changedOnly === true)
}

/** Words without a number. */
export const UNNAMED = { number: '', heading: null, text: '' }
export const headingLine = ({ text }: ComparedHeading): { number: string; heading: string | null; text: string } => ({ number: '', heading: null, text })

export const preambleRemark = ({ kind }: Pick<PreambleRow, 'kind'>): string => ({ same: '未修改', changed: '条文前的文字修改', added: '新增条文前的文字', removed: '删去条文前的文字' })[kind]
export const annexRemark = (annex: AnnexRow): string => ({ same: '未修改', changed: '修改', added: '新增', removed: '删去' })[annex.kind]

type Labelled = { number: string; heading?: string | null; text: string }

/** 第一条（目的和依据）: the number as it is printed, with the heading of the article where it has one. */
const labelOf = ({ number, heading }: Labelled): string => `${number}${heading ?? ''}`

/**
 * A cell of the table: one text with what is gone struck through, or with what is new in bold; `both` has the new
 * text with what is gone between its words.
 */
export function tableSide(changes: readonly Change[], articles: readonly Labelled[], side: 'old' | 'new' | 'both'): TableLine[] {
  if (articles.length === 0) return []
  // where the articles begin in their text
  const starts: { at: number; label: string }[] = []
  let length = 0
  for (const article of articles) {
    starts.push({ at: length, label: labelOf(article) })
    length += article.text.length + 1
  }
  const lines: TableLine[] = [{ label: '', runs: [] }]
  let at = 0
  changes.forEach((change, index) => {
    if (change.op === (side === 'old' ? 'insert' : side === 'new' ? 'delete' : null)) return
    const counts = side !== 'both' || change.op !== 'delete'
    const style = change.op === 'equal' || isOnlyForm(changes, index) ? 'plain' : change.op === 'delete' ? 'struck' : 'bold'
    // beside the new text an old mark of another width would stand twice
    if (side === 'both' && change.op === 'delete' && style === 'plain') return
    change.text.split('\n').forEach((text, part) => {
      if (part > 0) {
        lines.push({ label: '', runs: [] })
        if (counts) at += 1
      }
      const line = lines.at(-1)
      if (line && counts && starts[0] !== undefined && starts[0].at <= at && (text !== '' || change.text === '')) line.label = starts.shift()?.label ?? ''
      if (text !== '') line?.runs.push({ text, style, ...(change.moveId === undefined ? {} : { moveId: change.moveId }) })
      if (counts) at += text.length
    })
  })
  // articles without words
  for (const { label } of starts) {
    const last = lines.at(-1)
    if (last && last.label === '' && last.runs.length === 0) last.label = label
    else lines.push({ label, runs: [] })
  }
  return lines.filter((line, place) => place === 0 || line.label !== '' || line.runs.length > 0)
}

/** A mark that only changed its width, or quotation marks that only changed their kind: no lawyer shows that. */
function isOnlyForm(changes: readonly Change[], index: number): boolean {
  const change = changes[index]
  const other = change?.op === 'delete' ? changes[index + 1] : changes[index - 1]
  return change !== undefined && other !== undefined && change.op !== other.op && other.op !== 'equal' && identityKey(change.text) === identityKey(other.text)
}

/** What happened to the articles of a row, in words. */
export function remarkOf(row: Pick<ComparisonRow, 'kind' | 'old' | 'new' | 'renumbered' | 'moved' | 'heading' | 'changes'>, places: MovePlaces): string {
  if (row.kind === 'added') return ['新增', ...moveRemarks(row, places)].join('；')
  if (row.kind === 'removed') return ['删去', ...moveRemarks(row, places)].join('；')
  const parts: string[] = []
  if (row.old.length > 1 && row.new.length > 1) parts.push(row.renumbered ? `${labelsOf(row.old)}调整为${labelsOf(row.new)}` : `${labelsOf(row.old)}的内容相互调整`)
  else if (row.old.length > 1) parts.push(`${labelsOf(row.old)}合并为${labelsOf(row.new)}`)
  else if (row.new.length > 1) parts.push(`${labelsOf(row.old)}分为${labelsOf(row.new)}`)
  else if (row.renumbered) parts.push(`${labelsOf(row.old)}改为${labelsOf(row.new)}`)
  const words = row.changes.some((change) => change.op !== 'equal')
  if (row.kind === 'changed' && words && row.old.length === 1 && row.new.length === 1) parts.push('修改')
  if (row.moved) parts.push('位置移动')
  if (row.heading?.some((change) => change.op !== 'equal')) parts.push('条旨修改')
  const details = [...markedRemarks(row.changes), ...moveRemarks(row, places)]
  return [parts.length > 0 ? parts.join('，') : '未修改', ...details].join('；')
}
