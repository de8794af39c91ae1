/** The order in which a decision says its amendments: that of the voted text, however they were written down. */
import type { LegalText } from '../../text/index.ts'
import type { RecordedAmendment } from './recorded-amendment.ts'

/** Places of the amendments by the text: its name, chapters and articles as they stand, annexes; those at one place as they were written. */
export function orderOfText(voted: LegalText, amendments: readonly Pick<RecordedAmendment, 'kind' | 'articleId'>[]): number[] {
  const articles = new Map(voted.articles.map(({ id }, at) => [id, at]))
  // a chapter begins just before its first article; one that is added stands behind its neighbour's last
  const divisions = new Map(voted.divisions.map((division) => [division.id, division]))
  const placeOf = ({ kind, articleId }: Pick<RecordedAmendment, 'kind' | 'articleId'>): number => {
    const [article, division] = [articles.get(articleId), divisions.get(articleId)]
    const annex = voted.annexes.findIndex(({ id }) => id === articleId)
    if (article !== undefined) return article
    if (division !== undefined) return kind === 'addDivision' ? endOf(voted, articleId) + 0.25 : division.at - 0.5
    return kind === 'title' ? -2 : voted.articles.length + 1 + Math.max(annex, 0)
  }
  return amendments.map((amendment, at) => ({ at, place: placeOf(amendment) })).sort((a, b) => a.place - b.place).map(({ at }) => at)
}

/** The index of the last article of a chapter, those of its 节 among them. */
function endOf(voted: LegalText, divisionId: string): number {
  const next = voted.divisions.slice(voted.divisions.findIndex(({ id }) => id === divisionId) + 1).find(({ id }) => !id.startsWith(`${divisionId}__`))
  return (next?.at ?? voted.articles.length) - 1
}
