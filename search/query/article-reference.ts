/**
 * 第X条 as people type it: `第八十一条`, `第81条`, `81条`, `第17条之一`.
 */
import { readNumber, toArticleLabel } from '../../law/text/numerals.ts'

export type ArticleReference = { /** as a text prints it: `第八十一条` */ label: string; /** as typed, 款 and 项 included */ text: string }

const NUMERAL = '[零〇一二两三四五六七八九十百千]'
const REFERENCE = new RegExp(
  `(?:第\\s*(\\d{1,4}|${NUMERAL}{1,9})\\s*|(?<!\\d)(\\d{1,4})\\s*|(${NUMERAL}{2,9}))条(?:之\\s*(\\d{1,2}|${NUMERAL}{1,3}))?(?:第\\s*(?:\\d{1,2}|${NUMERAL}{1,3})\\s*款)?(?:第\\s*[(（]?(?:\\d{1,2}|${NUMERAL}{1,3})[)）]?\\s*项)?`,
  'u',
)

/** The first article named in a query, or null; a numeral that cannot be read names none. */
export function findArticleReference(text: string): ArticleReference | null {
  const found = REFERENCE.exec(text)
  if (found === null) return null
  const article = readNumber(found[1] ?? found[2] ?? found[3] ?? '')
  const inserted = found[4] === undefined ? [] : [readNumber(found[4])]
  if (article === null || article < 1 || inserted.includes(null)) return null
  return { label: toArticleLabel(article, inserted.filter((number) => number !== null)), text: found[0] }
}
