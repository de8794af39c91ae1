import { articleText } from '../../law/compare/index.ts'
import { describeAddress, findProvision, type LegalText } from '../../law/text/index.ts'

/** The part of an address that names the article (or annex). */
export const articleIdOf = (eId: string): string => eId.split('__')[0] ?? eId

/** What a paper calls the provision: 第七条第一项. 第一款 is not said where the article has one 款 only. */
export function provisionLabel(text: LegalText, eId: string): string {
  const article = text.articles.find((a) => a.id === articleIdOf(eId))
  const annex = text.annexes.find((a) => a.id === articleIdOf(eId))
  const short = article !== undefined && article.paragraphs.length === 1 ? eId.replace(/__para_1(?=__|$)/, '') : eId
  return describeAddress(short, article?.number ?? annex?.label)
}

/** Words of a provision at any level: an article line by line with its numbers, a 款 or 项 without; null where the text has none. */
export function provisionText(text: LegalText, eId: string): string | null {
  const article = text.articles.find((a) => a.id === eId)
  if (article !== undefined) return articleText(article)
  return findProvision(text, eId)?.text ?? null
}
