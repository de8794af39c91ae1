/** Proves that an approved text differs from the voted one by its recorded amendments and by numbers that follow them. */
import { type Article, articleText, type LegalText } from '../../text/index.ts'
import { applyAmendments } from './apply-amendments.ts'
import type { RecordedAmendment } from './recorded-amendment.ts'

/** Numbers of provisions in words aside: 第十条、第二款. */
const withoutNumbers = (words: string): string => words.replace(/第?[零一二三四五六七八九十百]+(?:(?:条|款|项)(?:之[一二三四五六七八九十]+)*|(?=、第?[零一二三四五六七八九十百]+[条款项]))/gu, '#')

const wordsOf = (article: Article): string => articleText(article, { label: false })
const labelled = (article: Article): string => articleText(article, { label: true })

/**
 * What the program makes of the amendments is the approved text, word for word; and apart from that reckoning, no article
 * that none of them names has other words, and none whose references did not follow has other numbers in them.
 */
export function differsByExactly(voted: LegalText, approved: LegalText, amendments: readonly RecordedAmendment[]): boolean {
  const { text, faults, origins, followed } = applyAmendments(voted, amendments)
  if (faults.length > 0 || approved.articles.length !== text.articles.length) return false
  const of = (...kinds: RecordedAmendment['kind'][]): Set<string> => new Set(amendments.filter((a) => kinds.includes(a.kind)).map((a) => a.articleId))
  const [named, removed] = [of('words', 'heading'), of('remove')]
  const kept = approved.articles.every((article, at) => {
    const mine = text.articles[at]
    const was = origins[at] == null ? undefined : voted.articles[origins[at]]
    if (mine === undefined || labelled(mine) !== labelled(article) || mine.heading !== article.heading) return false
    if (was === undefined || named.has(was.id)) return true
    const cites = followed.some(({ where }) => where === article.number)
    return was.heading === article.heading && (cites ? withoutNumbers(wordsOf(was)) === withoutNumbers(wordsOf(article)) : wordsOf(was) === wordsOf(article))
  })
  const gone = voted.articles.filter((_, at) => !origins.includes(at))
  const added = origins.filter((origin) => origin === null).length
  const counted = gone.every((article) => removed.has(article.id)) && gone.length === removed.size && added === amendments.filter((a) => a.kind === 'addAfter' || a.kind === 'addBefore').length
  return kept && counted && frameOf(text) === frameOf(approved) && sameFrame(voted, approved, amendments, followed.some(({ where }) => where === ''))
}

/** Everything of a text but its articles, as one string. */
const frameOf = (text: LegalText): string =>
  JSON.stringify([text.title, text.note, text.preamble, text.contents, text.divisions.map((d) => [d.number, d.heading, d.at]), text.annexes.map((a) => [a.label, a.title, a.blocks]), text.closing])

function sameFrame(voted: LegalText, approved: LegalText, amendments: readonly RecordedAmendment[], cites: boolean): boolean {
  const named = new Set(amendments.filter((a) => a.kind === 'heading' || a.kind === 'annex').map((a) => a.articleId))
  const words = (value: unknown): string => (cites ? withoutNumbers(JSON.stringify(value)) : JSON.stringify(value))
  return (
    (voted.title === approved.title || amendments.some((a) => a.kind === 'title')) &&
    voted.divisions.length === approved.divisions.length && voted.divisions.every((d, at) => named.has(d.id) || (d.heading === approved.divisions[at]?.heading && d.number === approved.divisions[at]?.number)) &&
    voted.annexes.length === approved.annexes.length && voted.annexes.every((a, at) => named.has(a.id) || words([a.label, a.title, a.blocks]) === words([approved.annexes[at]?.label, approved.annexes[at]?.title, approved.annexes[at]?.blocks])) &&
    words([voted.preamble, voted.closing, voted.note]) === words([approved.preamble, approved.closing, approved.note])
  )
}
