import type { Change } from './diff-words.ts'
import { labelsOf, movePlaces } from './remarks.ts'
import { annexRemark, remarkOf, type TableLine, tableSide } from './table.ts'
import type { ThreeAnnexRow, ThreeComparison, ThreeRow, ThreeStep } from './three.ts'

/** One row of a 三稿对照表: the first text as it stands, each later one with what it changes in the one before it. */
export type ThreeTableRow = {
  index: number
  a: TableLine[]
  b: TableLine[]
  c: TableLine[]
  remark: string
}

export type ThreeTableOptions = {
  /** leave articles out that are the same in all three texts */
  changedOnly?: boolean
}

/** Rows of a comparison of three texts, annexes at the end. A column shows changes against the nearest column before it that has the article. */
export function threeTable(comparison: ThreeComparison, options: ThreeTableOptions = {}): ThreeTableRow[] {
  const places = {
    ab: movePlaces(comparison.rows.flatMap((row) => (row.ab ? [{ changes: row.ab.changes, old: row.a, new: row.b }] : []))),
    bc: movePlaces(comparison.rows.flatMap((row) => (row.bc ? [{ changes: row.bc.changes, old: row.b, new: row.c }] : []))),
  }
  const remark = (row: ThreeRow): string =>
    [
      row.ab && row.ab.kind !== 'same' ? `前一稿：${remarkOf({ ...row.ab, old: row.a, new: row.b }, places.ab)}` : '',
      row.bc && row.bc.kind !== 'same' ? `本稿：${row.b.length === 0 && row.a.length > 0 ? `恢复${labelsOf(row.a)}` : remarkOf({ ...row.bc, old: row.b, new: row.c }, places.bc)}` : '',
    ].filter((part) => part !== '').join('\n') || '未修改'
  const rows = comparison.rows
    .filter((row) => !options.changedOnly || isChanged(row))
    .map((row): Omit<ThreeTableRow, 'index'> => ({
      a: plain(row.a),
      b: column(row.b, row.a, row.ab?.changes),
      c: row.b.length > 0 || row.a.length === 0 ? column(row.c, row.b, row.bc?.changes) : column(row.c, row.a, row.ac?.changes),
      remark: remark(row),
    }))
  const annexes = comparison.annexes
    .filter((row) => !options.changedOnly || isChanged(row))
    .map((row): Omit<ThreeTableRow, 'index'> => ({
      a: plain(list(row.a)),
      b: column(list(row.b), list(row.a), row.ab?.changes),
      c: row.b || !row.a ? column(list(row.c), list(row.b), row.bc?.changes) : column(list(row.c), list(row.a), row.ac?.changes),
      remark: [row.ab && row.ab.kind !== 'same' ? `前一稿：${annexRemark(row.ab)}` : '', row.bc && row.bc.kind !== 'same' ? `本稿：${annexRemark(row.bc)}` : ''].filter(Boolean).join('\n') || '未修改',
    }))
  return [...rows, ...annexes].map((row, at) => ({ index: at + 1, ...row }))
}

function isChanged(row: ThreeRow | ThreeAnnexRow): boolean {
  const steps: (Pick<ThreeStep, 'kind'> | null)[] = [row.ab, row.bc]
  return steps.some((step) => step !== null && step.kind !== 'same')
}

type Labelled = { number: string; heading: string | null; text: string }

function plain(articles: readonly Labelled[]): TableLine[] {
  return tableSide([{ op: 'equal', text: articles.map(({ text }) => text).join('\n') }], articles, 'old')
}

const list = <T>(one: T | null): T[] => (one === null ? [] : [one])

/** What is gone from the column before is shown struck through, also where the article itself is gone. */
function column(articles: readonly Labelled[], before: readonly Labelled[], changes: readonly Change[] | undefined): TableLine[] {
  return articles.length > 0 ? tableSide(changes ?? [], articles, 'both') : tableSide(changes ?? [], before, 'old')
}
