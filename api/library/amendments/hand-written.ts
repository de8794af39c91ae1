import { type LegalText, parseText, printLegalText } from '../../../law/text/index.ts'

/**
 * 人工补正 of an article of the text that the program made. `text`: its lines as a person writes them ('' takes it away,
 * several articles may stand in its place), null where they stay; `intoNext`: it opens the next chapter or section instead
 * of closing the one before, where the decision does not say which (division-doubtful).
 */
export type HandWritten = { articleId: string; text: string | null; intoNext: boolean }

const markOf = (at: number): string => `〔补正${at}〕`

/** The text with the articles that a person wrote in the place of those that the program made. */
export function withHandWritten(text: LegalText, written: readonly HandWritten[]): LegalText {
  const known = written.filter(({ articleId }) => text.articles.some((a) => a.id === articleId))
  if (known.length === 0) return text
  const moved = intoNext(text, known)
  if (known.every((one) => one.text === null)) return readAgain(moved, printLegalText(moved).split('\n'))
  // each article is printed as one line of its own, which is then exchanged
  const marked: LegalText = {
    ...moved,
    articles: moved.articles.map((article) => {
      const at = known.findIndex((one) => one.articleId === article.id && one.text !== null)
      return at < 0 ? article : { ...article, heading: null, paragraphs: [{ id: `${article.id}__para_1`, text: markOf(at), items: [] }] }
    }),
  }
  const lines = printLegalText(marked).split('\n').map((line) => {
    const at = known.findIndex((_, index) => line.includes(markOf(index)))
    return at < 0 ? line : (known[at]?.text?.trim() ?? '')
  })
  return readAgain(text, lines)
}

const readAgain = (text: LegalText, lines: readonly string[]): LegalText => ({ ...parseText(lines.join('\n'), { title: text.title }), note: text.note, title: text.title })

/** The headings that follow an article go before it. */
function intoNext(text: LegalText, written: readonly HandWritten[]): LegalText {
  let { divisions } = text
  for (const { articleId } of written.filter((one) => one.intoNext)) {
    const index = text.articles.findIndex((a) => a.id === articleId)
    const following = Math.min(...divisions.flatMap(({ at }) => (at > index ? [at] : [])))
    divisions = divisions.map((division) => (division.at === following ? { ...division, at: index } : division))
  }
  return { ...text, divisions }
}
