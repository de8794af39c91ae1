import type { Change } from './diff-words.ts'
import type { ComparedArticle, Comparison, ComparisonRow } from './compare.ts'

/** A stretch of a cell: struck through what is gone, bold what is new (domain §5.5). */
export type TableRun = { text: string; style: 'plain' | 'bold' | 'struck' }

/** A line of a cell: the first line of an article carries its label. */
export type TableLine = { label: string; runs: TableRun[] }

/** One row of a 条文对照表. */
export type ComparisonTableRow = {
  /** 序号, from 1 */
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
  /** leave articles out that did not change but for their number */
  changedOnly?: boolean
}

/** Rows of the 条文对照表 that a meeting is given, annexes at the end. */
export function comparisonTable(comparison: Comparison, options: ComparisonTableOptions = {}): ComparisonTableRow[] {
  const rows: Omit<ComparisonTableRow, 'index'>[] = comparison.rows.map((row) => ({
    kind: row.kind,
    before: side(row.changes, row.old, 'old'),
    after: side(row.changes, row.new, 'new'),
    remark: remarkOf(row),
  }))
  for (const annex of comparison.annexes) {
    rows.push({
      kind: annex.kind,
      before: annex.old ? side(annex.changes, [annex.old], 'old') : [],
      after: annex.new ? side(annex.changes, [annex.new], 'new') : [],
      remark: { same: '未修改', changed: '修改', added: '新增', removed: '删去' }[annex.kind],
    })
  }
  return rows
    .filter((row) => !options.changedOnly || row.kind !== 'same')
    .map((row, at) => ({ index: at + 1, ...row }))
}

function side(changes: readonly Change[], articles: readonly ComparedArticle[], which: 'old' | 'new'): TableLine[] {
  if (articles.length === 0) return []
  const skip = which === 'old' ? 'insert' : 'delete'
  const style = which === 'old' ? 'struck' : 'bold'
  const lines: TableLine[] = [{ label: '', runs: [] }]
  for (const change of changes) {
    if (change.op === skip) continue
    change.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push({ label: '', runs: [] })
      if (text !== '') lines.at(-1)?.runs.push({ text, style: change.op === 'equal' ? 'plain' : style })
    })
  }
  let at = 0
  for (const article of articles) {
    const line = lines[at]
    if (line) line.label = article.number
    at += article.text.split('\n').length
  }
  return lines
}

function remarkOf(row: ComparisonRow): string {
  const labels = (articles: readonly ComparedArticle[]) => articles.map((article) => article.number).join('、')
  if (row.kind === 'added') return '新增'
  if (row.kind === 'removed') return '删去'
  const parts: string[] = []
  if (row.old.length > 1 && row.new.length > 1) parts.push(`${labels(row.old)}调整为${labels(row.new)}`)
  else if (row.old.length > 1) parts.push(`${labels(row.old)}合并为${labels(row.new)}`)
  else if (row.new.length > 1) parts.push(`${labels(row.old)}分为${labels(row.new)}`)
  else if (row.renumbered) parts.push(`${labels(row.old)}改为${labels(row.new)}`)
  if (row.kind === 'changed' && row.old.length === 1 && row.new.length === 1) parts.push('修改')
  if (row.moved) parts.push('位置移动')
  return parts.length > 0 ? parts.join('，') : '未修改'
}
