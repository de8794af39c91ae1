/** What became of the headings of 编, 章 and 节 from one text to the next. */
import { type Division, type DivisionKind, divisionText, type LegalText } from '../text/index.ts'
import type { RowKind } from './align.ts'
import { diffText, type Change } from './diff-words.ts'
import { type ColumnsOfRow, headingGroups } from './headings.ts'
import { sameIdentity } from './normalise.ts'

/** A heading on one side; `text` is its line, number and words. */
export type ComparedHeading = { id: string; number: string; heading: string; text: string }

/** What became of a heading from one text to the next. */
export type HeadingStep = {
  /** `same` also where only its number is another */
  kind: RowKind
  renumbered: boolean
  changes: Change[]
  /** 说明: what happened, in words; '' where nothing did */
  remark: string
}

/** Where a heading stands among the rows of articles. */
type HeadingPlace = {
  /** before the row of this index; the number of rows where it stands behind them all */
  before: number
  /** from 1 for the outermost */
  level: number
}

/** A heading of two texts that were compared. */
export type HeadingRow = HeadingPlace & HeadingStep & { old: ComparedHeading | null; new: ComparedHeading | null }

/** A heading of three texts; a step between two that lack it is null. */
export type ThreeHeadingRow = HeadingPlace & {
  a: ComparedHeading | null
  b: ComparedHeading | null
  c: ComparedHeading | null
  ab: HeadingStep | null
  bc: HeadingStep | null
  ac: HeadingStep | null
}

type Ids = readonly { id: string }[]
const idsOf = (articles: Ids): string[] => articles.map(({ id }) => id)

/** The headings of two texts of which the articles were compared, in the order of the rows before which they stand. */
export function headingRows(texts: readonly [LegalText, LegalText], rows: readonly { old: Ids; new: Ids }[]): HeadingRow[] {
  return placed(texts, rows.map((row) => [idsOf(row.old), idsOf(row.new)])).flatMap(({ place, columns: [old = null, now = null] }) => {
    const step = headingStep(old, now)
    return step === null ? [] : [{ ...place, ...step, old: compared(old), new: compared(now) }]
  })
}

/** The headings of three texts. */
export function threeHeadingRows(texts: readonly [LegalText, LegalText, LegalText], rows: readonly { a: Ids; b: Ids; c: Ids }[]): ThreeHeadingRow[] {
  return placed(texts, rows.map((row) => [idsOf(row.a), idsOf(row.b), idsOf(row.c)])).map(({ place, columns: [a = null, b = null, c = null] }) => ({
    ...place, a: compared(a), b: compared(b), c: compared(c), ab: headingStep(a, b), bc: headingStep(b, c), ac: headingStep(a, c),
  }))
}

function placed(texts: readonly LegalText[], columns: readonly ColumnsOfRow[]): { place: HeadingPlace; columns: readonly (Division | null)[] }[] {
  if (texts.every(({ divisions }) => divisions.length === 0)) return []
  return headingGroups(texts, columns).map((group) => ({ place: { before: group.before, level: group.columns.findLast((one) => one !== null)?.level ?? 1 }, columns: group.columns }))
}

const compared = (division: Division | null): ComparedHeading | null =>
  division === null ? null : { id: division.id, number: division.number, heading: division.heading, text: divisionText(division) }

const NAMES: Readonly<Record<DivisionKind, string>> = { part: '编名', subpart: '分编名', chapter: '章名', section: '节名' }

/** From one heading to the other; null where neither text has it. */
function headingStep(old: Division | null, now: Division | null): HeadingStep | null {
  if (old === null && now === null) return null
  const [from, to] = [old, now].map((one) => (one === null ? '' : divisionText(one)))
  const changes = diffText(from ?? '', to ?? '')
  if (old === null) return { kind: 'added', renumbered: false, changes, remark: '新增' }
  if (now === null) return { kind: 'removed', renumbered: false, changes, remark: '删去' }
  const [renumbered, reworded] = [!sameIdentity(old.number, now.number), !sameIdentity(old.heading, now.heading)]
  const parts: string[] = []
  if (renumbered) parts.push(old.number === '' || now.number === '' ? '编号修改' : `${old.number}改为${now.number}`)
  if (reworded) parts.push(`${/^第/.test(now.number) ? NAMES[now.kind] : '标题'}修改`)
  return { kind: reworded ? 'changed' : 'same', renumbered, changes, remark: parts.join('，') }
}
