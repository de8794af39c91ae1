/**
 * Amendments that an approving organ attaches to a voted text: each names an article and words of it. Applied by the
 * program, so that nobody retypes the text; and checked, so that nothing else is different (立法法 81).
 */
import { type Article, articleText, completeTree, type LegalText, parseText } from '../../text/index.ts'

export type RecordedAmendment = {
  /** the article by its id in the voted text: art_14 */
  articleId: string
  articleLabel: string
  /** words of one 款 or 项 that stand in the article once, or all its lines */
  before: string
  /** '' takes the words away */
  after: string
  reason: string
}

export type AmendmentFault = { index: number; code: 'noArticle' | 'notFound' | 'ambiguous' | 'unreadable' | 'noChange' | 'overlaps'; message: string }
export type Amended = { text: LegalText; faults: AmendmentFault[] }

/** The words of an article as a person copies them: one line a 款 or 项, without its number at the head. */
export const wordsOfArticle = (article: Article): string => articleText(article, { label: false })

const trimmed = (words: string): string => words.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n')

type Line = { text: string; set: (text: string) => void }

/** Every 款, 项 and 目 of an article with the place where its words are kept. */
function linesOf(article: Article): Line[] {
  return article.paragraphs.flatMap((paragraph) => [
    { text: paragraph.text, set: (text: string) => void (paragraph.text = text) },
    ...paragraph.items.flatMap((item) => [
      { text: item.text, set: (text: string) => void (item.text = text) },
      ...item.subitems.map((subitem) => ({ text: subitem.text, set: (text: string) => void (subitem.text = text) })),
    ]),
  ])
}

const occurrences = (text: string, words: string): number => text.split(words).length - 1

/**
 * The text with the amendments. Those that cannot be applied are told and change nothing; articles that none names stay as
 * they are, character for character.
 */
export function applyAmendments(voted: LegalText, amendments: readonly RecordedAmendment[]): Amended {
  const text = structuredClone(voted)
  const faults: AmendmentFault[] = []
  amendments.forEach((amendment, index) => {
    const fault = applyOne(text, voted, amendment)
    if (fault !== null) faults.push({ index, ...fault })
  })
  completeTree(text)
  return { text, faults }
}

function applyOne(text: LegalText, voted: LegalText, amendment: RecordedAmendment): Omit<AmendmentFault, 'index'> | null {
  const { articleId, articleLabel, before } = amendment
  const article = text.articles.find((a) => a.id === articleId)
  const original = voted.articles.find((a) => a.id === articleId)
  if (article === undefined || original === undefined) return { code: 'noArticle', message: `没有找到${articleLabel}，请重新选择条文。` }
  const [from, to] = [trimmed(before), trimmed(amendment.after)]
  if (from === '' || from === to) return { code: 'noChange', message: `${articleLabel}：请填写原文和修改后的文字，两者不能相同。` }
  if (from === trimmed(wordsOfArticle(original))) return rewriteArticle(article, to, articleLabel)
  const found = linesOf(article).filter((line) => line.text.includes(from))
  const [line] = found
  if (line === undefined) {
    const stood = linesOf(original).some((one) => one.text.includes(from))
    return stood
      ? { code: 'overlaps', message: `${articleLabel}：“${from}”同前面的修改意见重叠，请合并成一条。` }
      : { code: 'notFound', message: `${articleLabel}里没有“${from}”，请从原文复制；一次只改同一款、项里的文字，或者填写整条。` }
  }
  if (found.length > 1 || occurrences(line.text, from) > 1) return { code: 'ambiguous', message: `${articleLabel}里“${from}”不止一处，请多写几个前后的字。` }
  if (to.includes('\n')) return { code: 'unreadable', message: `${articleLabel}：修改后的文字分了段；要增加款、项的，请填写整条的原文和修改后的整条。` }
  line.set(line.text.replace(from, () => to))
  return null
}

/** An article written anew under its number; several articles, or none, may not stand in its place. */
function rewriteArticle(article: Article, words: string, articleLabel: string): Omit<AmendmentFault, 'index'> | null {
  const read = words === '' ? null : parseText(`条例\n${article.number}　${words}`)
  const [made, ...others] = read?.articles ?? []
  // it stands alone here: that it is not the first article is no fault of it
  const problems = (read?.problems ?? []).filter(({ code }) => code !== 'number-gap')
  if (made === undefined || others.length > 0 || made.number !== article.number || problems.length > 0) {
    return { code: 'unreadable', message: `${articleLabel}：修改后的整条没有读成一条；增加或者删去条文的，请退回修改后再行审议。` }
  }
  article.heading = made.heading
  article.paragraphs = made.paragraphs
  return null
}

/**
 * Whether a text is the voted one with exactly these amendments: what the program makes of them is the text, word for word,
 * articles, title, divisions and annexes; and no article differs that none of them names.
 */
export function differsByExactly(voted: LegalText, approved: LegalText, amendments: readonly RecordedAmendment[]): boolean {
  const { text, faults } = applyAmendments(voted, amendments)
  if (faults.length > 0) return false
  const named = new Set(amendments.map((a) => a.articleId))
  const same = (a: LegalText, b: LegalText, only: (article: Article) => boolean): boolean =>
    a.articles.length === b.articles.length && a.articles.every((article, at) => {
      const other = b.articles[at]
      return other !== undefined && (!only(article) || articleText(article, { label: true }) === articleText(other, { label: true }))
    })
  return same(text, approved, () => true) && same(voted, approved, (article) => !named.has(article.id)) && frameOf(voted) === frameOf(approved)
}

/** Everything of a text but its articles, as one string. */
const frameOf = (text: LegalText): string =>
  JSON.stringify([text.title, text.preamble, text.contents, text.divisions.map((d) => [d.number, d.heading, d.at]), text.annexes.map((a) => [a.label, a.title, a.blocks]), text.closing])
