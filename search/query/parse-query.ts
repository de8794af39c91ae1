/**
 * What was asked. Nothing is guessed in silence: everything understood is in the answer, so that the page can say so.
 */
import { findArticleReference } from './article-reference.ts'
import type { ArticleReference } from './article-reference.ts'
import { findDocumentNumber } from './document-number.ts'
import type { DocumentNumber } from './document-number.ts'
import { EVERYDAY_WORDS } from './everyday-words.ts'
import { normalise } from './normalise.ts'

export type UnderstoodQuery = {
  /** as typed */
  text: string
  /** what was read in the place of traditional characters, null where there were none */
  simplified: string | null
  /** names between 《》 */
  titles: string[]
  article: ArticleReference | null
  documentNumber: DocumentNumber | null
  /** quoted: has to stand in the text as it is, normalised */
  phrases: string[]
  /** everything else, normalised, one space between */
  words: string
  /** the words as letters without spaces, where they can be pinyin of a title */
  pinyin: string | null
  /** everyday words and what was looked for beside them */
  alsoSearched: { from: string; to: string[] }[]
  /** what lies beyond `MAX_QUERY_LENGTH` was not read */
  truncated: boolean
}

export const MAX_QUERY_LENGTH = 200

const TITLE = /《([^《》]{1,120})》/gu
const PHRASE = /"([^"]{1,80})"|“([^“”]{1,80})”|「([^「」]{1,80})」/gu

/**
 * Takes a query apart: names of laws, document number, article, quoted phrases, words. `simplify` is given where the
 * engine does not read traditional characters by itself.
 */
export function parseQuery(text: string, simplify: (text: string) => string = (same) => same): UnderstoodQuery {
  const truncated = text.length > MAX_QUERY_LENGTH
  const typed = text.slice(0, MAX_QUERY_LENGTH)
  let rest = simplify(typed)
  const simplified = rest === typed ? null : rest
  const titles: string[] = []
  const phrases: string[] = []
  rest = rest.replace(TITLE, (_, title: string) => {
    titles.push(title.trim())
    return ' '
  })
  rest = normalise(rest)
  rest = rest.replace(PHRASE, (_, ...groups: unknown[]) => {
    const phrase = groups.slice(0, 3).find((group) => typeof group === 'string')
    if (typeof phrase === 'string' && phrase.trim() !== '') phrases.push(phrase.trim())
    return ' '
  })
  const documentNumber = findDocumentNumber(rest)
  if (documentNumber !== null) rest = rest.replace(documentNumber.text, ' ')
  const article = findArticleReference(rest)
  if (article !== null) rest = rest.replace(article.text, ' ')
  const words = rest.replace(/\s+/gu, ' ').trim()
  return { text, simplified, titles, article, documentNumber, phrases, words, pinyin: pinyinOf(words), alsoSearched: alsoSearched(words), truncated }
}

/** Letters only, and at least four of them: two syllables. */
function pinyinOf(words: string): string | null {
  const letters = words.replaceAll(' ', '')
  return /^[a-z]{4,80}$/u.test(letters) ? letters : null
}

function alsoSearched(words: string): { from: string; to: string[] }[] {
  return EVERYDAY_WORDS.filter(([everyday]) => words.includes(everyday))
    .map(([from, legal]) => ({ from, to: legal.filter((word) => !words.includes(word)) }))
    .filter(({ to }) => to.length > 0)
}
