import type { Division, LegalText } from '../text/index.ts'
import type { Change } from './diff-words.ts'
import { labelsOf, movePlaces } from './remarks.ts'
import { annexRemark, remarkOf, type TableLine, tableSide } from './table.ts'
import { arrange, type Arranged, headingLine, headingsAmong, headingStep } from './table-headings.ts'
import type { ThreeAnnexRow, ThreeComparison, ThreeRow, ThreeStep } from './three.ts'

/** One row of a 三稿对照表: the first text as it stands, each later one with what it changes in the one before it. */
export type ThreeTableRow = {
  is: 'heading' | 'provision'
  /** 序号, from 1; a heading has that of the row before it */
  index: number
  a: TableLine[]
  b: TableLine[]
  c: TableLine[]
  remark: string
}

export type ThreeTableOptions = {
  /** the texts that were compared: with them the table has the headings of their 编, 章 and 节 */
  texts?: readonly [LegalText, LegalText, LegalText]
  /** leave articles out that are the same in all three texts, and headings that stand over none of the others */
  changedOnly?: boolean
}

type Row = Omit<ThreeTableRow, 'index'>

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
  const rows = comparison.rows.map((row): Arranged<Row> => ({
    changed: isChanged(row),
    row: {
      is: 'provision',
      a: plain(row.a),
      b: column(row.b, row.a, row.ab?.changes),
      c: row.b.length > 0 || row.a.length === 0 ? column(row.c, row.b, row.bc?.changes) : column(row.c, row.a, row.ac?.changes),
      remark: remark(row),
    },
  }))
  const annexes = comparison.annexes.map((row): Arranged<Row> => ({
    changed: isChanged(row),
    row: {
      is: 'provision',
      a: plain(list(row.a)),
      b: column(list(row.b), list(row.a), row.ab?.changes),
      c: row.b || !row.a ? column(list(row.c), list(row.b), row.bc?.changes) : column(list(row.c), list(row.a), row.ac?.changes),
      remark: [row.ab && row.ab.kind !== 'same' ? `前一稿：${annexRemark(row.ab)}` : '', row.bc && row.bc.kind !== 'same' ? `本稿：${annexRemark(row.bc)}` : ''].filter(Boolean).join('\n') || '未修改',
    },
  }))
  const columns = comparison.rows.map((row) => [row.a, row.b, row.c].map((articles) => articles.map(({ id }) => id)))
  return arrange({ rows, headings: headingsAmong(options.texts ?? [], columns, headingRow), annexes }, options.changedOnly === true)
}

function headingRow([a = null, b = null, c = null]: readonly (Division | null)[]): Arranged<Row> {
  const [ab, bc, ac] = [headingStep(a, b), headingStep(b, c), headingStep(a, c)]
  const lines = [a, b, c].map((one) => (one === null ? [] : [headingLine(one)]))
  const [ofA = [], ofB = [], ofC = []] = lines
  const remark = [ab && ab.kind !== 'same' ? `前一稿：${ab.remark}` : '', bc && bc.kind !== 'same' ? `本稿：${b === null && a !== null ? '恢复' : bc.remark}` : ''].filter(Boolean).join('\n')
  return {
    changed: remark !== '',
    row: { is: 'heading', a: plain(ofA), b: column(ofB, ofA, ab?.changes), c: b !== null || a === null ? column(ofC, ofB, bc?.changes) : column(ofC, ofA, ac?.changes), remark },
  }
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
