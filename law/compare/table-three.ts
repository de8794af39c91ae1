import { type Change, sideOf } from './diff-words.ts'
import type { ComparedHeading, ThreeHeadingRow } from './heading-rows.ts'
import { labelsOf, movePlaces } from './remarks.ts'
import { annexRemark, headingLine, preambleRemark, remarkOf, type TableLine, tableSide, UNNAMED } from './table.ts'
import { arrange, type Arranged } from './table-headings.ts'
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
  return arrange({ lead: leadRow(comparison), rows, headings: comparison.headings.map(headingRow), annexes }, options.changedOnly === true)
}

function leadRow({ preambles: { ab, bc } }: ThreeComparison): Arranged<Row>[] {
  if (ab === null && bc === null) return []
  const has = (text: string): (typeof UNNAMED)[] => (text === '' ? [] : [UNNAMED])
  const [a, b, c] = [ab === null ? '' : sideOf(ab.changes, 'old'), sideOf((ab ?? bc)?.changes ?? [], ab === null ? 'old' : 'new'), bc === null ? '' : sideOf(bc.changes, 'new')]
  const steps = [ab && ab.kind !== 'same' ? `前一稿：${preambleRemark(ab)}` : '', bc && bc.kind !== 'same' ? `本稿：${preambleRemark(bc)}` : ''].filter((part) => part !== '')
  const own = a === '' ? [] : plain([{ ...UNNAMED, text: a }])
  return [{ changed: steps.length > 0, row: { is: 'provision', a: own, b: column(has(b), has(a), ab?.changes), c: column(has(c), has(b), bc?.changes), remark: steps.join('\n') || '未修改' } }]
}

function headingRow({ before, level, a, b, c, ab, bc, ac }: ThreeHeadingRow): Arranged<Row> {
  const lines = (one: ComparedHeading | null): Labelled[] => (one === null ? [] : [headingLine(one)])
  const told = [ab, bc].map((step) => (step === null || (step.kind === 'same' && !step.renumbered) ? '' : step.remark))
  const remark = [told[0] ? `前一稿：${told[0]}` : '', told[1] ? `本稿：${b === null && a !== null ? '恢复' : told[1]}` : ''].filter(Boolean).join('\n')
  return {
    changed: remark !== '',
    heading: { before, level },
    row: { is: 'heading', a: plain(lines(a)), b: column(lines(b), lines(a), ab?.changes), c: b !== null || a === null ? column(lines(c), lines(b), bc?.changes) : column(lines(c), lines(a), ac?.changes), remark },
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
