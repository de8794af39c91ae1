/** What the text says of its chapters, of the article before and of ranges, after articles and chapters changed their places. */
import type { Citation } from '../citation/index.ts'
import { type Division, type LegalText, readNumber, toChineseNumber } from '../text/index.ts'
import { articlePassages } from './find-place.ts'
import { type FollowResult, wordsById } from './follow-references.ts'
import type { WorkArticle, WorkDivision, WorkText } from './working-text.ts'

const KINDS: Readonly<Record<string, Division['kind']>> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section' }
const STEP = /第([零〇一二三四五六七八九十百]+)(分编|编|章|节)/gu

const ordinalOf = ({ number }: Division): number | null => readNumber(/^第(.+?)(?:分编|编|章|节)$/u.exec(number)?.[1] ?? '')

/** The division that a step names, inside the one before it, in 本章, or in the whole text; null where that is not one. */
function named(base: LegalText, above: Division | null, kind: Division['kind'] | undefined, ordinal: number | null): Division | null {
  const inside = above === null ? base.divisions : base.divisions.filter(({ id }) => id.startsWith(`${above.id}__`))
  const same = inside.filter((one) => one.kind === kind && ordinalOf(one) === ordinal)
  return same.length === 1 ? (same[0] ?? null) : null
}

const finalOf = (division: WorkDivision | undefined): string | null => (division === undefined ? null : !division.gone ? division.final : finalOf(division.mergedInto ?? undefined))

/** 本条例第三章 follows its chapter; one that is gone is told. `divisions`, `citations`: those of the old text. To be run after numbers are given. */
export function followDivisions(work: WorkText, divisions: readonly WorkDivision[], citations: readonly Citation[]): Pick<FollowResult, 'followed' | 'dangling'> {
  const { base } = work
  const byId = wordsById(work)
  const followed: FollowResult['followed'] = []
  const dangling: FollowResult['dangling'] = []
  for (const citation of citations.toReversed()) {
    if (citation.target.law !== 'self' || !/[编章节]/u.test(citation.text)) continue
    const node = byId.get(citation.in.nodeId)
    const now = node?.words.locateOld(citation.start, citation.end)
    if (node === undefined || now == null) continue
    const at = base.articles.findIndex(({ number }) => number === citation.in.article)
    const around = (kind: string | undefined): Division | null => base.divisions.findLast((one) => one.kind === KINDS[kind ?? ''] && one.at <= at) ?? null
    let above = around(/^本(编|章)/u.exec(citation.text)?.[1])
    let words = citation.text
    for (const match of citation.text.matchAll(STEP)) {
      const division = named(base, match[2] === '节' ? above : null, KINDS[match[2] ?? ''], readNumber(match[1] ?? ''))
      if (division === null) continue
      if (match[2] !== '节') above = division
      const final = finalOf(divisions.find(({ source }) => source === division))
      if (final === null || !final.endsWith(match[2] ?? '')) {
        dangling.push({ targetId: division.id, message: `${node.article?.old ?? '条文以外'}中的“${citation.text}”引用的${match[0]}已经删去，请核对。` })
        continue
      }
      const ordinal = readNumber(/^第(.+?)(?:分编|编|章|节)$/u.exec(final)?.[1] ?? '')
      if (ordinal !== null && ordinal !== ordinalOf(division)) words = words.replace(match[0], `第${toChineseNumber(ordinal)}${match[2] ?? ''}`)
    }
    if (words === citation.text) continue
    node.words.splice(now.start, now.end, words)
    followed.push({ article: node.article, before: citation.text, after: words })
  }
  return { followed: followed.reverse(), dangling: dangling.reverse() }
}

/** 前条, 第三条至第五条, 本章: said by their place, which may be another one now. For a person to look at. */
export function placeDoubts(work: WorkText, old: readonly WorkArticle[], citations: readonly Citation[]): string[] {
  const { base } = work
  const byId = wordsById(work)
  const byLabel = new Map(old.map((article) => [article.old ?? '', article]))
  const cited = citations.flatMap((citation): string[] => {
    const node = byId.get(citation.in.nodeId)
    const own = node?.article
    if (citation.target.law !== 'self' || own == null || node?.words.locateOld(citation.start, citation.end) == null) return []
    const said = `${own.final ?? ''}中的“${citation.text}”`
    const targets = citation.target.articles.flatMap((label) => byLabel.get(label) ?? [])
    const places = targets.map((article) => work.articles.indexOf(article)).sort((a, b) => a - b)
    const inRow = places.every((place, at) => place >= 0 && place === (places[0] ?? 0) + at)
    const before = /^前[一二两三四五]?条/u.test(citation.text)
    if (before && (!inRow || places.at(-1) !== work.articles.indexOf(own) - 1)) return [`${said}前面已经不是原来的那一条，请核对。`]
    return !before && /条至第/u.test(citation.text) && !inRow ? [`${said}包括的条文有变化，请核对。`] : []
  })
  const here = work.articles.flatMap((article) => {
    if (article.source === null || article.home === null) return []
    const was = base.divisions.findLast(({ at }) => at <= base.articles.indexOf(article.source ?? base.articles[0] ?? NONE))
    const stays = article.home.source !== null && article.home.source === was
    const word = stays ? undefined : articlePassages(article).flatMap(({ words }) => [...words.words.matchAll(/本[编章节]/gu)].filter(({ index }) => words.isOld(index, index + 2)).map(([found]) => found))[0]
    return word === undefined ? [] : [`${article.final ?? ''}中的“${word}”指的已经不是原来的那一${word.slice(1)}，请核对。`]
  })
  return [...cited, ...here]
}

const NONE = { id: '', number: '', heading: null, paragraphs: [], line: 0 }
