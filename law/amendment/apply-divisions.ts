/** Instructions on 编, 章, 节: headings, new divisions, divisions taken into one another; and the title of the text. */
import { labelOrdinal, toChineseNumber, type DivisionKind } from '../text/index.ts'
import type { ApplyContext } from './apply-context.ts'
import { findAdded } from './apply-extents.ts'
import { AmendmentFailure, describePlace, findDivision, findTarget } from './find-place.ts'
import type { DivisionStep, Operation, Place, QuotedLines } from './instruction.ts'
import { checkFree, readLabel } from './pin-numbers.ts'
import { readDivisions } from './read-quotation.ts'
import { toWorkArticle, type WorkDivision, type WorkText } from './working-text.ts'

const WORDS: Readonly<Record<DivisionKind, string>> = { part: '编', subpart: '分编', chapter: '章', section: '节' }
const NUMBER = /^(第[零〇○一二三四五六七八九十百千]+(?:编|分编|章|节)|[一二三四五六七八九十]+、)\s*(.*)$/u

/** 第X章章名修改为“…”; 名称修改为“…”. */
export function rename(context: ApplyContext, heading: string): void {
  const target = findTarget(context.work, context.place)
  if (target.kind === 'title') {
    context.trace.push({ before: `《${context.work.title}》`, after: { kind: 'words', words: `《${bare(heading)}》` } })
    context.work.title = bare(heading)
    return
  }
  if (target.kind !== 'division') throw new AmendmentFailure('not-understood', '没有读懂要改的是哪个名称。')
  replaceHeading(context, target.division, [heading])
}

const bare = (title: string): string => title.trim().replace(/^《(.*)》$/u, '$1')

/** The heading of a division; its number too, where the quotation has one. */
export function replaceHeading(context: ApplyContext, division: WorkDivision, lines: QuotedLines): void {
  const [line = ''] = lines
  if (lines.length !== 1) throw new AmendmentFailure('quotation-does-not-fit', '引号中的内容不止一个标题。')
  const match = NUMBER.exec(line)
  division.touchedBy = context.by
  division.heading = match === null ? line.trim() : (match[2] ?? '').trim()
  const ordinal = match === null ? null : labelOrdinal(match[1] ?? '')
  if (ordinal !== null && ordinal !== division.ordinal && division.pin === null) division.pin = { value: ordinal, by: context.by }
  context.trace.push({ before: describePlace(context.place), after: { kind: 'division', division } })
}

/** 将“旧章名”修改为“新章名”; a heading without number may get one (将“监督”修改为“第二章　监督”). */
export function nameAnew(division: WorkDivision, words: string, by: number): void {
  const match = NUMBER.exec(words)
  if (division.ordinal === null && match !== null) {
    division.number = match[1] ?? ''
    division.ordinal = labelOrdinal(division.number)
    division.pin = division.ordinal === null ? null : { value: division.ordinal, by }
    division.heading = (match[2] ?? '').trim()
    return
  }
  division.heading = words.startsWith(division.number) ? words.slice(division.number.length).trim() : words
}

/** 将第三章并入第二章: its articles go on in the other, its heading goes. An article into another: its 款 follow those. */
export function mergeDivision(context: ApplyContext, into: Place): void {
  const { work, place } = context
  const division = findDivision(work, place.divisions)
  const other = findDivision(work, into.divisions)
  if (place.article !== null || into.article !== null) throw new AmendmentFailure('not-understood', '没有读懂并入的写法。')
  for (let around: WorkDivision | null = other; around !== null; around = around.parent) {
    if (around === division) throw new AmendmentFailure('number-clash', '决定要把一章并入它自己。')
  }
  division.gone = true
  division.mergedInto = other
  for (const article of work.articles) if (article.home === division) article.home = other
  for (const one of work.divisions) if (one.parent === division) one.parent = other
  context.trace.push({ before: describePlace(place), after: { kind: 'division', division: other } })
}

type Insertion = Extract<Operation, { does: 'insert-provisions' }>

const RANKS: readonly DivisionKind[] = ['part', 'subpart', 'chapter', 'section']

/** 增加一章，作为第五章: the heading alone, or the heading with its articles. */
export function insertDivisions(context: ApplyContext, { unit, count, as, lines }: Insertion): void {
  const { work, by } = context
  if (unit === 'article' || unit === 'paragraph' || unit === 'item' || unit === 'subitem') return
  if (count !== 1) throw new AmendmentFailure('not-understood', `一次增加${count}${WORDS[unit]}的写法没有读懂，请手工修改。`)
  const step: DivisionStep | undefined = as[0]?.divisions.at(-1)
  const read = readDivisions(lines)
  const [first] = read?.divisions ?? []
  const ordinal = step?.ordinal ?? (first === undefined ? null : labelOrdinal(first.number))
  if (ordinal === null || lines.length === 0 || (read === null && lines.length > 1) || (step !== undefined && step.kind !== unit)) {
    throw new AmendmentFailure('quotation-does-not-fit', `引号中的内容不是一${WORDS[unit]}。`)
  }
  const around = context.place.divisions.filter(({ kind }) => RANKS.indexOf(kind) < RANKS.indexOf(unit))
  // 作为第三章第一节: by the number of a 章 that the decision adds too
  const above = as[0]?.divisions.slice(0, -1) ?? []
  const parent = findAdded(work, above) ?? (around.length === 0 ? null : findDivision(work, around))
  const level = levelFor(work, unit, parent)
  const division = newDivision({ kind: unit, level, number: `第${toChineseNumber(ordinal)}${WORDS[unit]}`, heading: first?.heading ?? (lines[0] ?? '').trim(), parent, pin: { value: ordinal, by } })
  if (work.divisions.some((one) => !one.gone && one.source === null && one.kind === unit && one.parent === parent && one.pin?.value === ordinal)) {
    throw new AmendmentFailure('number-clash', `${division.number}已经由另一处占用。`)
  }
  const inner = (read?.divisions ?? []).slice(1).map((one) => ({ one, own: newDivision({ kind: one.kind, level: level + one.level - (first?.level ?? 1), number: one.number, heading: one.heading, parent: division, pin: null }) }))
  const numbers = (read?.articles ?? []).map((article) => readLabel(article.number))
  for (const number of numbers) checkFree(context, number, null)
  work.divisions.push(division, ...inner.map(({ own }) => own))
  context.trace.push({ before: null, after: { kind: 'division', division } })
  for (const [i, article] of (read?.articles ?? []).entries()) {
    const home = inner.findLast(({ one }) => one.at <= i)?.own ?? division
    const fresh = toWorkArticle(article, null, home)
    const number = numbers[i]
    if (number !== undefined) fresh.pin = { value: number, by }
    fresh.label = null
    fresh.homeGiven = true
    work.articles.push(fresh)
    work.renumber = true
    context.trace.push({ before: null, after: { kind: 'article', article: fresh } })
  }
}

export function levelFor(work: WorkText, kind: DivisionKind, parent: WorkDivision | null): number {
  const alike = work.divisions.find((one) => one.kind === kind && (parent === null || one.parent === parent)) ?? work.divisions.find((one) => one.kind === kind)
  return alike?.level ?? (parent === null ? 1 : parent.level + 1)
}

export function newDivision(given: Pick<WorkDivision, 'kind' | 'level' | 'number' | 'heading' | 'parent' | 'pin'>): WorkDivision {
  return { ...given, source: null, ordinal: labelOrdinal(given.number), touchedBy: given.pin?.by ?? null, gone: false, mergedInto: null, adopted: false, final: null }
}
