/** Proves that an approved text differs from the voted one by its recorded amendments and by numbers that follow them. */
import { type Article, articleText, type LegalText } from '../../text/index.ts'
import { type Amended, applyAmendments } from './apply-amendments.ts'
import { articlesIn } from './overlap.ts'
import { readArticles } from './read-amendment.ts'
import type { AmendmentKind, RecordedAmendment } from './recorded-amendment.ts'

/** Numbers of provisions, chapters and annexes in words aside: 第十条、第二款, 第三章, 附件2. */
const withoutNumbers = (words: string): string =>
  words.replace(/第?[零一二三四五六七八九十百]+(?:(?:条|款|项|编|章|节)(?:之[一二三四五六七八九十]+)*|(?=、第?[零一二三四五六七八九十百]+[条款项]))/gu, '#').replace(/(附[件表录图])[零一二三四五六七八九十百0-9]*/gu, '$1')

const wordsOf = (article: Article): string => articleText(article, { label: false })
const labelled = (article: Article): string => articleText(article, { label: true })

/** Places of the voted text that amendments of some kinds name. */
class Named {
  readonly #amendments: readonly RecordedAmendment[]
  constructor(amendments: readonly RecordedAmendment[]) {
    this.#amendments = amendments
  }
  of(...kinds: AmendmentKind[]): Set<string> {
    return new Set(this.#amendments.filter(({ kind }) => kinds.includes(kind)).map(({ articleId }) => articleId))
  }
  count(...kinds: AmendmentKind[]): number {
    return this.#amendments.filter(({ kind }) => kinds.includes(kind)).length
  }
}

/**
 * What the program makes of the amendments is the approved text, word for word; and apart from that reckoning, no article
 * that none of them names has other words, stands elsewhere or in another chapter, none whose references did not follow
 * has other numbers in them, and chapters and annexes came and went as they say and not otherwise.
 */
export function differsByExactly(voted: LegalText, approved: LegalText, amendments: readonly RecordedAmendment[]): boolean {
  const amended = applyAmendments(voted, amendments)
  const { text, faults } = amended
  if (faults.length > 0 || approved.articles.length !== text.articles.length || frameOf(text) !== frameOf(approved)) return false
  const named = new Named(amendments)
  return (
    sameArticles(voted, approved, amended, named) && sameOrder(voted, amendments, amended, named) && sameDivisions(voted, amendments, amended, named) &&
    sameAnnexes(voted, approved, amended, named) && sameFrame(voted, approved, amended, named)
  )
}

function sameArticles(voted: LegalText, approved: LegalText, { text, origins, followed }: Amended, named: Named): boolean {
  const changed = named.of('words', 'heading', 'addClause', 'addItem', 'removeClause')
  return approved.articles.every((article, at) => {
    const [mine, origin] = [text.articles[at], origins[at]]
    const was = origin == null ? undefined : voted.articles[origin]
    if (mine === undefined || labelled(mine) !== labelled(article) || mine.heading !== article.heading) return false
    if (was === undefined || changed.has(was.id)) return true
    const cites = followed.some(({ where }) => where === article.number)
    return was.heading === article.heading && (cites ? withoutNumbers(wordsOf(was)) === withoutNumbers(wordsOf(article)) : wordsOf(was) === wordsOf(article))
  })
}

/** Articles that went, came and moved are those that the amendments name; the others follow each other as before. */
function sameOrder(voted: LegalText, amendments: readonly RecordedAmendment[], { origins }: Amended, named: Named): boolean {
  const moved = named.of('moveArticle')
  const removed = new Set([...named.of('remove'), ...[...named.of('removeDivision')].flatMap((id) => articlesIn(voted, id).filter((article) => !moved.has(article)))])
  const gone = voted.articles.filter((_, at) => !origins.includes(at))
  const written = amendments.reduce((sum, { kind, after }) => sum + (kind === 'addAfter' || kind === 'addBefore' ? 1 : kind === 'addDivision' ? (readArticles(after)?.length ?? 0) : 0), 0)
  for (const id of named.of('mergeDivision')) for (const article of articlesIn(voted, id)) moved.add(article)
  const rest = origins.filter((origin): origin is number => origin !== null && !moved.has(voted.articles[origin]?.id ?? ''))
  return gone.length === removed.size && gone.every(({ id }) => removed.has(id)) && origins.filter((origin) => origin === null).length === written && rest.every((origin, at) => origin > (rest[at - 1] ?? -1))
}

/** The innermost division of each article, by its index. */
const homesOf = (text: LegalText): number[] => text.articles.map((_, at) => text.divisions.findLastIndex((division) => division.at <= at))

function sameDivisions(voted: LegalText, amendments: readonly RecordedAmendment[], { text, origins, divisionOrigins }: Amended, named: Named): boolean {
  const removed = named.of('removeDivision')
  const lost = voted.divisions.filter(({ id }) => named.of('mergeDivision').has(id) || [...removed].some((one) => id === one || id.startsWith(`${one}__`)))
  const gone = voted.divisions.filter((_, at) => !divisionOrigins.includes(at))
  const fresh = divisionOrigins.filter((origin) => origin === null).length
  if (gone.length !== lost.length || gone.some((division) => !lost.includes(division)) || fresh !== named.count('addDivision', 'splitChapter', 'splitSection')) return false
  const headed = named.of('heading')
  const [before, now] = [homesOf(voted), homesOf(text)]
  const moved = named.of('moveArticle')
  const splits = [...named.of('splitChapter', 'splitSection')].map((id) => voted.articles.findIndex((article) => article.id === id))
  const into = new Map(amendments.flatMap(({ kind, articleId, targetId }) => (kind === 'mergeDivision' ? [[articleId, targetId ?? ''] as const] : [])))
  const keptHeadings = divisionOrigins.every((origin, at) => origin === null || headed.has(voted.divisions[origin]?.id ?? '') || voted.divisions[origin]?.heading === text.divisions[at]?.heading)
  return keptHeadings && origins.every((origin, at) => {
    if (origin === null || moved.has(voted.articles[origin]?.id ?? '')) return true
    const [was, is] = [before[origin] ?? -1, divisionOrigins[now[at] ?? -1]]
    if (is === undefined) return was < 0
    if (is === null) return splits.some((split) => split >= 0 && split <= origin)
    return is === was || into.get(voted.divisions[was]?.id ?? '') === voted.divisions[is]?.id
  })
}

function sameAnnexes(voted: LegalText, approved: LegalText, { annexOrigins, followed }: Amended, named: Named): boolean {
  const [changed, removed] = [named.of('annex'), named.of('removeAnnex')]
  const gone = voted.annexes.filter((_, at) => !annexOrigins.includes(at))
  const cites = followed.some(({ where }) => where === '')
  const words = ({ title, blocks }: LegalText['annexes'][number]): string => (cites ? withoutNumbers(JSON.stringify([title, blocks])) : JSON.stringify([title, blocks]))
  const kept = annexOrigins.filter((origin) => origin !== null)
  return (
    gone.length === removed.size && gone.every(({ id }) => removed.has(id)) && annexOrigins.length - kept.length === named.count('addAnnex') && approved.annexes.length === annexOrigins.length && kept.every((origin, at) => origin > (kept[at - 1] ?? -1)) &&
    approved.annexes.every((annex, at) => {
      const origin = annexOrigins[at]
      const was = origin == null ? undefined : voted.annexes[origin]
      return was === undefined || changed.has(was.id) || words(was) === words(annex)
    })
  )
}

/** Everything of a text but its articles, as one string. */
const frameOf = (text: LegalText): string =>
  JSON.stringify([text.title, text.note, text.preamble, text.contents, text.divisions.map((d) => [d.kind, d.level, d.number, d.heading, d.at]), text.annexes.map((a) => [a.label, a.title, a.blocks]), text.closing])

function sameFrame(voted: LegalText, approved: LegalText, { followed }: Amended, named: Named): boolean {
  const cites = followed.some(({ where }) => where === '')
  const words = (value: unknown): string => (cites ? withoutNumbers(JSON.stringify(value)) : JSON.stringify(value))
  return (voted.title === approved.title || named.count('title') > 0) && words([voted.preamble, voted.closing, voted.note]) === words([approved.preamble, approved.closing, approved.note])
}
