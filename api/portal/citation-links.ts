import { type Citation, recogniseCitations } from '../../law/citation/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { inForceOn, lawAddress, type PublicVersion, shownToday } from './law-history.ts'
import { publicArticleIds, type PublicWork, publicWorksTitled } from './public-library.ts'

/** A stretch of a 款, 项 or 目 that leads to another provision; `address` null where the library has no such text. */
export type LinkedCitation = { start: number; end: number; address: string | null }

/** Citations of a text by the id of the line in which they stand, and how many each article has. */
export type CitationLinks = { byNode: ReadonlyMap<string, LinkedCitation[]>; perArticle: ReadonlyMap<string, number> }

/**
 * Where the citations of a text lead: into the text itself, or to the article of another work as it was in force on the
 * date of this text (design §0.2: a citation is resolved against the version in force on the date that is judged).
 */
export async function linkCitations(options: { prisma: PrismaClient; text: LegalText; version: PublicVersion; today: string }): Promise<CitationLinks> {
  const { prisma, text, version } = options
  const on = version.effectiveFrom ?? version.promulgated ?? version.adopted ?? options.today
  const citations = recogniseCitations(text)
  const own = new Map(text.articles.map((a) => [a.number, a.id]))
  const titles = [...new Set(citations.flatMap(({ target }) => (target.law === 'self' ? [] : [target.law])))]
  const works = titles.length === 0 ? new Map<string, PublicWork[]>() : await publicWorksTitled(prisma, titles)
  const targets = new Map([...works].flatMap(([title, alike]) => {
    const inForce = alike.map((work) => inForceOn(work.versions, on)).find((v) => v !== null)
    const cited = inForce ?? alike.map((work) => shownToday(work.versions, on)).find((v) => v !== null)
    return cited == null ? [] : [[title, cited] as const]
  }))
  const labels = new Map<string, string[]>()
  for (const { target } of citations) {
    const found = targets.get(target.law)
    const label = target.articles[0]
    if (found !== undefined && label !== undefined) labels.set(found.id, [...(labels.get(found.id) ?? []), label])
  }
  const articles = await publicArticleIds(prisma, [...labels].map(([versionId, wanted]) => ({ versionId, labels: [...new Set(wanted)] })))
  const eIds = new Map(articles.map((a) => [`${a.versionId} ${a.label}`, a.eId]))

  const addressOf = ({ target }: Citation): string | null => {
    const label = target.articles[0]
    if (target.law === 'self') {
      const id = label === undefined ? undefined : own.get(label)
      return id === undefined ? null : `#${id}`
    }
    const found = targets.get(target.law)
    if (found === undefined) return null
    const eId = label === undefined ? undefined : eIds.get(`${found.id} ${label}`)
    const base = lawAddress(found)
    return eId === undefined ? base : `${base}/${eId}#${eId}`
  }
  const byNode = new Map<string, LinkedCitation[]>()
  const perArticle = new Map<string, number>()
  for (const citation of citations) {
    const { nodeId, articleId } = citation.in
    byNode.set(nodeId, [...(byNode.get(nodeId) ?? []), { start: citation.start, end: citation.end, address: addressOf(citation) }])
    if (articleId !== null) perArticle.set(articleId, (perArticle.get(articleId) ?? 0) + 1)
  }
  return { byNode, perArticle }
}
