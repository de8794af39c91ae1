import { articleText, type LegalText, parseText, printLegalText } from '../../../law/text/index.ts'

/**
 * 人工补正 of an article of the text that the program made. `text`: its lines as a person writes them ('' takes it away,
 * several articles may stand in its place), null where they stay; `intoNext`: it opens the next chapter or section instead
 * of closing the one before, where the decision does not say which (division-doubtful).
 */
export type HandWritten = { articleId: string; text: string | null; intoNext: boolean }

const markOf = (at: number): string => `〔补正${at}〕`

/** The text with the articles that a person wrote in the place of those that the program made; all else stays as it was. */
export function withHandWritten(text: LegalText, written: readonly HandWritten[]): LegalText {
  const known = written.filter(({ articleId }) => text.articles.some((a) => a.id === articleId))
  if (known.length === 0) return text
  const moved = intoNext(text, known)
  // each article that a person wrote is printed as one line of its own, which is then exchanged
  const marked = moved.articles.map((article) => {
    const at = known.findIndex((one) => one.articleId === article.id && one.text !== null)
    return at < 0 ? article : { ...article, heading: null, paragraphs: [{ id: `${article.id}__para_1`, text: markOf(at), items: [] }] }
  })
  const { placed: _placed, ...rest } = moved
  const body = printLegalText({ ...rest, articles: marked, title: '', note: '', preamble: [], contents: [], notice: [], annexes: [], closing: [], problems: [], remarks: [] })
  const lines = body.split('\n').map((line) => {
    const at = known.findIndex((_, index) => line.includes(markOf(index)))
    return at < 0 ? line : (known[at]?.text?.trim() ?? '')
  })
  const read = parseText(lines.join('\n'))
  // an article that nobody touched keeps its tree: a table in it is more than its words
  const untouched = new Map(text.articles.map((article) => [`${article.id}\n${articleText(article, { label: true })}`, article]))
  const articles = read.articles.map((article) => untouched.get(`${article.id}\n${articleText(article, { label: true })}`) ?? article)
  // what the text was read with is known already; its lines are other ones here
  const said = new Set(text.problems.map(({ code, message }) => `${code} ${message}`))
  const more = read.problems.filter(({ code, message }) => !said.has(`${code} ${message}`))
  return { ...text, divisions: read.divisions, articles, problems: [...text.problems, ...more] }
}

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
