/** Headings of 编 章 节 as rows of a 条文对照表. */
import { type Division, type DivisionKind, divisionText, type LegalText } from '../text/index.ts'
import type { RowKind } from './align.ts'
import { diffText, type Change } from './diff-words.ts'
import { type ColumnsOfRow, headingGroups } from './headings.ts'
import { sameIdentity } from './normalise.ts'

/** A heading as a line of a cell. */
export type HeadingLine = { number: string; heading: string | null; text: string }

export const headingLine = (division: Division): HeadingLine => ({ number: '', heading: null, text: divisionText(division) })

/** What became of a heading from one text to the next. */
export type HeadingStep = { kind: RowKind; changes: Change[]; remark: string }

const NAMES: Readonly<Record<DivisionKind, string>> = { part: '编名', subpart: '分编名', chapter: '章名', section: '节名' }

/** From one heading to the other; null where neither text has it. */
export function headingStep(old: Division | null, now: Division | null): HeadingStep | null {
  if (old === null && now === null) return null
  const [from, to] = [old, now].map((one) => (one === null ? '' : divisionText(one)))
  const changes = diffText(from ?? '', to ?? '')
  if (old === null) return { kind: 'added', changes, remark: '新增' }
  if (now === null) return { kind: 'removed', changes, remark: '删去' }
  const parts: string[] = []
  if (!sameIdentity(old.number, now.number)) parts.push(old.number === '' || now.number === '' ? '编号修改' : `${old.number}改为${now.number}`)
  if (!sameIdentity(old.heading, now.heading)) parts.push(`${/^第/.test(now.number) ? NAMES[now.kind] : '标题'}修改`)
  return { kind: parts.length === 0 ? 'same' : 'changed', changes, remark: parts.join('，') }
}

/** A row, and whether it is shown where only changes are asked for. */
export type Arranged<T> = { row: T; changed: boolean }
/** A heading before the row of articles with the index `before`; `level` from 1 for the outermost. */
export type ArrangedHeading<T> = Arranged<T> & { before: number; level: number }

/** The headings of texts of which the articles were compared, each made a row by `toRow`. */
export function headingsAmong<T>(texts: readonly LegalText[], rows: readonly ColumnsOfRow[], toRow: (columns: readonly (Division | null)[]) => Arranged<T>): ArrangedHeading<T>[] {
  return headingGroups(texts, rows).map(({ columns, before }) => ({ ...toRow(columns), before, level: columns.findLast((one) => one !== null)?.level ?? 1 }))
}

/**
 * Rows of articles with the headings among them and annexes behind, with their 序号: a heading has that of the row
 * before it. Where only changes are asked for, a heading that stayed is left over the rows that changed.
 */
export function arrange<T>(parts: { rows: readonly Arranged<T>[]; headings: readonly ArrangedHeading<T>[]; annexes: readonly Arranged<T>[] }, changedOnly: boolean): (T & { index: number })[] {
  const body: (Arranged<T> & { level?: number })[] = []
  let next = 0
  for (let at = 0; at <= parts.rows.length; at += 1) {
    for (let heading = parts.headings[next]; heading !== undefined && heading.before <= at; heading = parts.headings[next]) {
      body.push(heading)
      next += 1
    }
    const row = parts.rows[at]
    if (row !== undefined) body.push(row)
  }
  const standsOverChanges = (at: number, level: number): boolean => {
    for (let below = at + 1; below < body.length; below += 1) {
      const other = body[below]
      if (other?.level !== undefined && other.level <= level) return false
      if (other?.changed) return true
    }
    return false
  }
  const shown = [
    ...body.filter(({ changed, level }, at) => !changedOnly || changed || (level !== undefined && standsOverChanges(at, level))),
    ...parts.annexes.filter(({ changed }) => !changedOnly || changed),
  ]
  let index = 0
  return shown.map((one) => ({ ...one.row, index: 'level' in one ? index : (index += 1) }))
}
