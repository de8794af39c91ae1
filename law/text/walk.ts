/** Divisions and articles in the order in which they are printed, each with the divisions around it. */
import type { Article, Division, LegalText } from './tree.ts'

export type BodyVisitor = {
  /** `around`: the divisions that it stands in, outermost first */
  division?(division: Division, around: readonly Division[]): void
  article?(article: Article, around: readonly Division[], index: number): void
}

/** Visits the body. A division reaches to the next one of its level or above, or to its `until`. */
export function walkBody(text: Pick<LegalText, 'divisions' | 'articles'>, visitor: BodyVisitor): void {
  const open: Division[] = []
  let d = 0
  for (let index = 0; index <= text.articles.length; index += 1) {
    for (let division = text.divisions[d]; division !== undefined && division.at <= index; division = text.divisions[d]) {
      while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= division.level) open.pop()
      visitor.division?.(division, open)
      open.push(division)
      d += 1
    }
    // after the headings at this place: they still stand inside what ends before the article
    dropEnded(open, index)
    const article = text.articles[index]
    if (article !== undefined) visitor.article?.(article, open, index)
  }
}

function dropEnded(open: Division[], index: number): void {
  const ended = open.findIndex(({ until }) => until !== undefined && until <= index)
  if (ended >= 0) open.length = ended
}
