/** Divisions that a person adds, opens at an article, takes away or joins to another one. */
import type { Division } from '../text/index.ts'
import { levelFor, newDivision } from './apply-divisions.ts'
import { AmendmentFailure } from './find-place.ts'
import type { ProvisionChange } from './provision-change.ts'
import { toWorkArticle, type WorkArticle, type WorkDivision, type WorkText } from './working-text.ts'

type Does<Kind extends ProvisionChange['does']> = Extract<ProvisionChange, { does: Kind }>

/** An article that stands behind an old one; `rank` where several of one division do. */
export type Placed = { article: WorkArticle; anchor: WorkArticle | 'start'; rank: number; by: number }

export type DivisionChanges = {
  /** divisions by the index of the change that made them */
  made: ReadonlyMap<number, WorkDivision>
  /** their new articles, and old ones that go elsewhere with their division */
  placed: Placed[]
}

const there = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new AmendmentFailure('place-not-found', '没有找到要修改的地方。')
  return value
}

/** Carries out those of `changes` that act on divisions. `old`: the articles of the text in their order. */
export function changeDivisions(work: WorkText, old: readonly WorkArticle[], changes: readonly ProvisionChange[]): DivisionChanges {
  const parents = new Map(work.divisions.map((one) => [one, one.parent]))
  const homes = new Map(old.map((article) => [article, article.home]))
  const divisionOf = (id: string): WorkDivision => there(work.divisions.find(({ source }) => source?.id === id))
  const within = (division: WorkDivision | null, around: WorkDivision): boolean => division !== null && (division === around || within(parents.get(division) ?? null, around))
  /** the articles that stood in a division, those of its 节 too */
  const articlesOf = (division: WorkDivision): WorkArticle[] => old.filter((article) => within(homes.get(article) ?? null, division))
  /** the articles of a division and, in one row with them, those of the divisions that go into it */
  const joined = (into: WorkDivision): WorkArticle[] => {
    const wanted = new Set([into, ...changes.flatMap((change) => (change.does === 'mergeDivision' && change.intoId === into.source?.id ? [divisionOf(change.divisionId)] : []))].flatMap(articlesOf))
    const [first, last] = [old.indexOf(there(articlesOf(into)[0])), old.indexOf(there(articlesOf(into).at(-1)))]
    let [from, to] = [first, last]
    for (let article = old[from - 1]; article !== undefined && wanted.has(article); article = old[from - 1]) from -= 1
    for (let article = old[to + 1]; article !== undefined && wanted.has(article); article = old[to + 1]) to += 1
    return old.slice(from, to + 1)
  }
  const moved = new Set(changes.flatMap((change) => (change.does === 'move' ? [change.articleId] : [])))
  const made = new Map<number, WorkDivision>()
  const placed: Placed[] = []

  const splits = [...changes.entries()].flatMap(([by, change]) => (change.does === 'splitDivision' ? [{ by, change }] : []))
  const placeOf = ({ articleId }: Does<'splitDivision'>): number => old.findIndex(({ source }) => source?.id === articleId)
  for (const { by, change } of splits.sort((a, b) => placeOf(a.change) - placeOf(b.change))) made.set(by, openDivision(work, old, placeOf(change), change))

  for (const [by, change] of changes.entries()) {
    switch (change.does) {
      case 'addDivision': {
        const beside = divisionOf(change.divisionId)
        const division = newDivision({ kind: beside.kind, level: beside.level, number: beside.number.replace(/[零〇○一二三四五六七八九十百]+/u, '一'), heading: change.heading, parent: beside.parent, pin: null })
        insertBehind(work, beside, division)
        made.set(by, division)
        const anchor = there(articlesOf(beside).at(-1))
        for (const article of change.articles) {
          const fresh = toWorkArticle(article, null, division)
          fresh.homeGiven = true
          placed.push({ article: fresh, anchor, rank: 1, by })
        }
        break
      }
      case 'removeDivision': {
        const division = divisionOf(change.divisionId)
        for (const one of work.divisions) if (within(one, division)) one.gone = true
        for (const article of articlesOf(division)) if (!moved.has(article.source?.id ?? '')) article.gone = true
        break
      }
      case 'mergeDivision': {
        const [division, into] = [divisionOf(change.divisionId), divisionOf(change.intoId)]
        const own = articlesOf(division)
        division.gone = true
        division.mergedInto = into
        for (const one of work.divisions) if (one.parent === division) adopt(into, one)
        for (const article of own) if (article.home === division) article.home = into
        const together = joined(into)
        const anchor = together.at(-1)
        if (anchor === undefined || own.every((article) => together.includes(article))) break
        for (const article of own) if (!moved.has(article.source?.id ?? '')) placed.push({ article, anchor, rank: 1, by })
        break
      }
      default:
    }
  }
  return { made, placed }
}

function adopt(parent: WorkDivision, division: WorkDivision): void {
  division.parent = parent
  division.adopted = true
}

/** Behind `beside`, and behind what changes before this one put there. */
function insertBehind(work: WorkText, beside: WorkDivision, division: WorkDivision): void {
  let at = work.divisions.indexOf(beside) + 1
  while (work.divisions[at]?.source === null) at += 1
  work.divisions.splice(at, 0, division)
}

/** From the article at `place` on a division of its own. Those before it in the text are open already. */
function openDivision(work: WorkText, old: readonly WorkArticle[], place: number, { kind, heading }: Does<'splitDivision'>): WorkDivision {
  const article = there(old[place])
  const { home } = article
  const later = old.slice(place)
  const make = (parent: WorkDivision | null, level: number): WorkDivision =>
    newDivision({ kind, level, number: kind === 'chapter' ? '第一章' : '第一节', heading, parent, pin: null })
  const take = (division: WorkDivision): WorkDivision => {
    for (const one of later) if (one.home === home) one.home = division
    return division
  }
  // of its own kind: a brother of the one that it stands in; else inside of it, before what is there
  if (home?.kind === kind) {
    const division = make(home.parent, home.level)
    for (const one of work.divisions) if (one.parent === home) adopt(division, one)
    insertBehind(work, home, division)
    return take(division)
  }
  if (kind === 'chapter' && home?.kind === 'section') {
    const chapter = home.parent
    if (chapter === null || old.find((one) => one.home === home) !== article) throw new AmendmentFailure('place-not-found', '这一条不是一节的第一条，不能从这里另立一章。')
    const division = make(chapter.parent, chapter.level)
    const from = work.divisions.indexOf(home)
    for (const [at, one] of work.divisions.entries()) if (at >= from && one.parent === chapter) adopt(division, one)
    // behind everything of the chapter that stays
    work.divisions.splice(from, 0, division)
    return division
  }
  const division = make(home, levelFor(work, kind, home))
  work.divisions.splice(home === null ? 0 : work.divisions.indexOf(home) + 1, 0, division)
  return take(division)
}

/** Divisions in the order in which they will be printed. */
export function printedOrder(work: WorkText): Map<WorkDivision, number> {
  const order = new Map<WorkDivision, number>()
  const visit = (parent: WorkDivision | null): void => {
    for (const one of work.divisions.filter((division) => division.parent === parent)) {
      order.set(one, order.size)
      visit(one)
    }
  }
  visit(null)
  return order
}

export type BrokenDivision = { division: WorkDivision | null; fault: 'nothing' | 'empty' | 'beside' | 'order' }

/**
 * What no text can have: no article at all, a heading without articles, articles beside the 节 of their chapter or before the first chapter,
 * articles that do not follow their headings. Only where the old text was not so too. To be asked when numbers are given.
 */
export function brokenDivisions(work: WorkText): BrokenDivision[] {
  const { base, articles, divisions } = work
  const order = printedOrder(work)
  if (articles.length === 0 && base.articles.length > 0) return [{ division: null, fault: 'nothing' }]
  const found: BrokenDivision[] = []
  const inside = (home: WorkDivision | null, division: WorkDivision): boolean => home !== null && (home === division || inside(home.parent, division))
  // chapters that had both articles of their own and 节
  const directBefore = new Set<Division | null>(base.divisions.filter(({ id, at }, place) => base.divisions[place + 1]?.id.startsWith(`${id}__`) === true && (base.divisions[place + 1]?.at ?? 0) > at))
  for (const division of divisions) {
    if (!articles.some(({ home }) => inside(home, division)) && division.source?.from !== null) found.push({ division, fault: 'empty' })
    const hasInner = divisions.some(({ parent }) => parent === division)
    if (hasInner && !directBefore.has(division.source) && articles.some(({ home }) => home === division)) found.push({ division, fault: 'beside' })
  }
  if (divisions.length > 0 && articles.some(({ home }) => home === null) && (base.divisions[0]?.at ?? 0) === 0) found.push({ division: null, fault: 'beside' })
  let last = -1
  for (const { home } of articles) {
    const place = home === null ? -1 : (order.get(home) ?? -1)
    if (place < last) return [...found, { division: home, fault: 'order' }]
    last = place
  }
  return found
}
