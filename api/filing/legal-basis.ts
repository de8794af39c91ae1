import { z } from '@hono/zod-openapi'
import { type BasisHint, basisHints, type Citation, recogniseCitations } from '../../law/citation/index.ts'
import { parseText } from '../../law/text/index.ts'
import { lawsNamed, legalTextSchema, libraryPolicy } from '../library/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { FilingRow } from './filing-row.ts'

/** Where the package names its basis; the articles of the document are named by their numbers. */
const BASIS_MATERIAL = '制定依据'

export const basisHintSchema = z
  .object({
    kind: z.enum(['ended', 'notYet', 'renamed', 'olderText', 'noArticle']), sentence: z.string(),
    /** 制定依据, or the articles of the document that name the law */
    places: z.array(z.string()), articleIds: z.array(z.string()),
  })
  .openapi('BasisHint')
export type PlacedHint = z.infer<typeof basisHintSchema>

type Named = { title: string; citation: Citation; year: string | null; place: string; articleId: string | null }

/**
 * Laws that the document cites or its maker names as 制定依据, held against the texts of the library on the date of the
 * document: an old text, an old name, a law that ended or is yet to come, an article that is not there. Hints only: whether
 * the basis holds is for a person to say.
 */
export async function legalBasisHints(options: { services: Services; actor: Actor; filing: FilingRow; on?: string }): Promise<{ on: string; hints: PlacedHint[] }> {
  const { services, actor, filing } = options
  const tx = services.prisma
  const on = options.on ?? fromDateColumnOrNull(filing.effectiveFrom) ?? fromDateColumnOrNull(filing.promulgated) ?? services.clock.today()
  const version = filing.versionId === null ? null : await tx.version.findUniqueOrThrow({ where: { id: filing.versionId }, select: { tree: true, workId: true } })
  const named = [...filing.materials.filter((m) => m.kind === 'basis').flatMap((m) => namedInNote(m.note ?? '')), ...(version === null ? [] : namedInText(version.tree))]
  const laws = await lawsNamed({ tx, readable: libraryPolicy.scope(actor, 'read'), titles: [...new Set(named.map((n) => n.title))], on, notWorkId: version?.workId ?? null })
  const hints = new Map<string, PlacedHint>()
  for (const one of named) {
    const versions = laws.get(one.title)
    if (versions === undefined) continue
    for (const hint of basisHints({ named: { title: one.title, target: one.citation.target, year: one.year }, versions, on })) place(hints, hint, one)
  }
  return { on, hints: [...hints.values()] }
}

function place(hints: Map<string, PlacedHint>, hint: BasisHint, where: Named): void {
  const known = hints.get(hint.sentence) ?? { ...hint, places: [], articleIds: [] }
  const add = (list: string[], one: string | null): string[] => (one === null || list.includes(one) ? list : [...list, one])
  hints.set(hint.sentence, { ...known, places: add(known.places, where.place), articleIds: add(known.articleIds, where.articleId) })
}

/** Each line of the note is read as the first article of a text would be: 《…法》（2017年修正）第十条. */
function namedInNote(note: string): Named[] {
  return note.split('\n').filter((line) => line.includes('《')).flatMap((line) => {
    const words = line.trim()
    return recogniseCitations(parseText(`${BASIS_MATERIAL}\n\n第一条　${words}`)).flatMap((citation) => namedBy(citation, yearAfter(words, citation), BASIS_MATERIAL, null))
  })
}

function namedInText(tree: unknown): Named[] {
  const text = legalTextSchema.parse(tree)
  const numbers = new Map(text.articles.map((a) => [a.id, a.number]))
  return recogniseCitations(text).flatMap((citation) => {
    const { articleId } = citation.in
    return namedBy(citation, yearIn(citation.text), (articleId === null ? undefined : numbers.get(articleId)) ?? '正文', articleId)
  })
}

const namedBy = (citation: Citation, year: string | null, where: string, articleId: string | null): Named[] =>
  citation.target.law === 'self' ? [] : [{ title: citation.target.lawAlso ?? citation.target.law, citation, year, place: where, articleId }]

const YEAR_OF_TEXT = /》\s*[（(][^）)\d]{0,4}(\d{4})\s*年?[^）)]{0,12}[）)]/u
const yearIn = (words: string): string | null => YEAR_OF_TEXT.exec(words)?.[1] ?? null
/** The year stands behind the name, where no article follows it is behind the citation. */
const yearAfter = (line: string, citation: Citation): string | null => yearIn(line.slice(citation.start, citation.end + 24))
