import { buildProvisionIndex, burdenLabel, type Citation, recogniseCitations, relatedProvisions, type RelatedWhy, sharedPhrases, titleKey } from '../../law/citation/index.ts'
import { articleText } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import type { FilingRow } from '../filing/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { nearestTo, type Standing, standingOn, type VersionDates, sameProvisionIn, versionDates, versionDatesSelect, worksOfEach } from '../library/index.ts'
import { articleIdOf, provisionLabel } from './provision-label.ts'
import { readVersionText } from './read-version.ts'
import { reviewCase } from './review-case.ts'
import { type SanctionRow, sanctionTable } from './sanction-table.ts'
import { citedTitles, type JudgedDocument, type SuperiorWork, worksBySearch, worksByTitle, worksThatLimit } from './superior-works.ts'

export type OtherVersion = { versionId: string; dateKey: string; effectiveFrom: string | null; effectiveTo: string | null; standing: Standing }

export type RelatedProvision = {
  workId: string
  workKey: string
  title: string
  documentKind: string
  versionId: string
  dateKey: string
  eId: string | null
  label: string
  lines: string[]
  why: RelatedWhy
  /** what a limiting provision limits, in Chinese: 行政处罚的设定 */
  limits: string[]
  score: number
  sharedPhrases: string[]
  standing: Standing
  effectiveFrom: string | null
  effectiveTo: string | null
  promulgated: string | null
  /** 演示 text, or of unknown source */
  sourceNote: string | null
  versions: OtherVersion[]
  sanctions: SanctionRow[]
}

export type RelatedAnswer = {
  on: string
  article: { eId: string; label: string }
  related: RelatedProvision[]
  /** laws that the article cites and the library lacks: their text must be pasted */
  notInLibrary: string[]
  degraded: string | null
}

const MOST_SHOWN = 10

/**
 * The superior provisions that an article should be held against, in the versions in force on the date that is judged
 * (invariant: the same fine can be lawful on one date and not on another). Candidates are the works that the document
 * cites or names as its basis and those that search finds; the index over their articles is built for this request only.
 */
export async function relatedToArticle(options: { services: Services; actor: Actor; filingId: string; eId: string; on?: string | undefined }): Promise<RelatedAnswer> {
  const { services, actor, filingId, eId } = options
  const filing = await reviewCase({ services, actor, filingId })
  const { text, document } = await judgedDocument(services.prisma, filing)
  const articleId = articleIdOf(eId)
  const article = text.articles.find((a) => a.id === articleId)
  if (article === undefined) throw problem('not-found')
  const on = options.on ?? judgedOnOf(filing, services.clock.today())
  const citations = recogniseCitations(text)
  const basis = filing.materials.filter((m) => m.kind === 'basis').flatMap((m) => (m.note === null ? [] : [m.note]))
  const own = articleText(article)
  const organIds = actor.memberships.flatMap((m) => [m.organId, ...(m.standingCommitteeId === null ? [] : [m.standingCommitteeId])])
  const asked = { tx: services.prisma, search: services.search, document, on, organIds }
  const [cited, found, limiting] = await Promise.all([
    worksByTitle(services.prisma, document, citedTitles(citations, basis)),
    worksBySearch({ ...asked, words: queryWords(text, articleId, citations) }),
    // a paper that sets a fine shares no words with the rule on who may set fines
    worksThatLimit({ ...asked, words: own }),
  ])
  // a law that was renamed is one, under whatever name it was cited or found; a cited name is the one to match
  const library = ownBeforeCollections(await readVersions(services.prisma, [...cited, ...found.works, ...limiting], on), on)
  const articles = await articlesOf(services.prisma, library)
  const index = buildProvisionIndex(articles.flatMap((a) => {
    const held = library.get(a.workId)
    return held === undefined ? [] : [{ workId: a.workId, versionId: a.versionId, eId: a.eId, workTitle: held.foundAs, number: a.label, text: a.text, rank: held.work.rank }]
  }))
  const related = relatedProvisions({ text, articleId, candidates: index, citations, documentRank: document.rank, limit: MOST_SHOWN })
  const present = related.flatMap((r) => {
    const held = library.get(r.workId)
    const row = articles.find((a) => a.versionId === r.versionId && a.eId === r.eId)
    return held === undefined || row === undefined ? [] : [presentProvision({ held, row, own, on, why: r.why, limits: r.limits.map(burdenLabel), score: r.score })]
  })
  return { on, article: { eId: articleId, label: provisionLabel(text, articleId) }, related: present, notInLibrary: missingLaws(citations, articleId, cited), degraded: found.degraded }
}

/** The same superior provision in another version of its work: followed by its identity, not by its number. */
export async function superiorInVersion(options: { services: Services; actor: Actor; filingId: string; eId: string; versionId: string; superiorEId: string; asIn: string; on?: string | undefined }): Promise<RelatedProvision> {
  const { services, actor, filingId, eId } = options
  const { prisma } = services
  const filing = await reviewCase({ services, actor, filingId })
  const { text } = await judgedDocument(prisma, filing)
  const on = options.on ?? judgedOnOf(filing, services.clock.today())
  const from = await prisma.provision.findUnique({ where: { versionId_eId: { versionId: options.versionId, eId: options.superiorEId } }, select: { provisionId: true } })
  const target = await prisma.version.findUnique({ where: { id: options.asIn }, include: { work: true } })
  if (from === null || target === null) throw problem('not-found')
  const [[, library] = []] = await readVersions(prisma, [target.work], on)
  if (library === undefined || !library.versions.some((v) => v.id === options.versionId)) throw problem('not-found')
  const shown = library.versions.find((v) => v.id === target.id) ?? library.shown
  const eIdThere = await sameProvisionIn({ tx: prisma, workId: target.workId, from: { versionId: options.versionId, eId: options.superiorEId, provisionId: from.provisionId }, to: target.id })
  const row = eIdThere === null ? null : await prisma.provision.findUnique({ where: { versionId_eId: { versionId: target.id, eId: eIdThere } }, select: { eId: true, label: true, text: true } })
  const article = text.articles.find((a) => a.id === articleIdOf(eId))
  return presentProvision({
    held: { ...library, work: target.work, shown, row: target }, own: article === undefined ? '' : articleText(article), on, why: 'similar', limits: [], score: 0,
    row: row === null ? null : { workId: target.workId, versionId: target.id, ...row },
  })
}

/** The date that is judged unless the reviewer chooses another: that of effect of the document. */
export const judgedOnOf = (filing: Pick<FilingRow, 'effectiveFrom' | 'promulgated'>, today: string): string =>
  fromDateColumnOrNull(filing.effectiveFrom) ?? fromDateColumnOrNull(filing.promulgated) ?? today

async function judgedDocument(tx: Transaction, filing: FilingRow): Promise<{ text: LegalText; document: JudgedDocument }> {
  if (filing.versionId === null) throw problem('not-found', { detail: '这件还没有能逐条阅读的文本。' })
  const version = await tx.version.findUniqueOrThrow({ where: { id: filing.versionId }, select: { work: { select: { id: true, rank: true } } } })
  return { text: await readVersionText(tx, filing.versionId), document: { workId: version.work.id, rank: version.work.rank, regionCode: filing.receiver.regionCode } }
}

/** The article's words, and those of the articles that it punishes: 违反本办法第八条规定的，处… says nothing of the act. */
function queryWords(text: LegalText, articleId: string, citations: readonly Citation[]): string {
  const named = new Set(citations.filter((c) => c.in.articleId === articleId && c.target.law === 'self').flatMap((c) => c.target.articles))
  const articles = text.articles.filter((a) => a.id === articleId || named.has(a.number))
  return articles.toSorted((a, b) => Number(b.id === articleId) - Number(a.id === articleId)).map(articleText).join(' ')
}

function missingLaws(citations: readonly Citation[], articleId: string, found: readonly SuperiorWork[]): string[] {
  const held = new Set(found.map((w) => titleKey(w.title)))
  const cited = citations.filter((c) => c.in.articleId === articleId && c.target.law !== 'self').map((c) => c.target.lawAlso ?? c.target.law)
  return [...new Set(cited.filter((title) => !held.has(titleKey(title))))]
}

type VersionRow = { title: string; promulgated: Date | null; sourceNote: string | null }
/** One work under all its names: the text to show, the name it has there and the one it was found by. */
type Held = { shown: VersionDates; versions: VersionDates[]; row: VersionRow; work: SuperiorWork; foundAs: string }
type ArticleRow = { workId: string; versionId: string; eId: string; label: string; text: string }

/** By the first of each work's names; of several names under which one work was found the first one counts. */
async function readVersions(tx: Transaction, works: readonly SuperiorWork[], on: string): Promise<Map<string, Held>> {
  const lines = await worksOfEach(tx, works.map((w) => w.id))
  const rows = await tx.version.findMany({
    where: { workId: { in: [...new Set([...lines.values()].flat())] } },
    select: { ...versionDatesSelect, workId: true, title: true, promulgated: true, sourceNote: true, work: true },
  })
  const held = new Map<string, Held>()
  for (const work of works) {
    const line = lines.get(work.id) ?? [work.id]
    const first = line[0] ?? work.id
    if (held.has(first)) continue
    const versions = rows.filter((r) => line.includes(r.workId))
    const dates = versions.map(versionDates)
    const shown = nearestTo(dates, on)
    const row = versions.find((v) => v.id === shown?.id)
    if (shown !== null && row !== undefined) held.set(first, { shown, versions: dates, row, work: row.work, foundAs: work.title })
  }
  return held
}

/**
 * Where the library proper and a collection (演示文本) both hold a law, one of them is held against the article: the one with
 * a text in force on the date (a text whose date of effect is not known leaves that open); of two in force that of the
 * library proper, which is whole and official.
 */
function ownBeforeCollections(library: ReadonlyMap<string, Held>, on: string): Map<string, Held> {
  const inForce = ({ shown, versions }: Held): boolean => versions.every((v) => v.effectiveFrom !== null) && standingOn(shown, versions, on) === 'inForce'
  const sameLaw = (a: SuperiorWork, b: SuperiorWork): boolean => a.collection !== b.collection && a.documentKind === b.documentKind && titleKey(a.title) === titleKey(b.title)
  const goesBefore = (a: Held, b: Held): boolean => (inForce(a) === inForce(b) ? a.work.collection === null : inForce(a))
  const all = [...library.values()]
  return new Map([...library].filter(([, held]) => !all.some((other) => sameLaw(other.work, held.work) && goesBefore(other, held))))
}

async function articlesOf(tx: Transaction, library: ReadonlyMap<string, Held>): Promise<ArticleRow[]> {
  const workOf = new Map([...library].map(([workId, { shown }]) => [shown.id, workId]))
  const rows = await tx.provision.findMany({
    where: { versionId: { in: [...workOf.keys()] }, kind: 'article' },
    select: { versionId: true, eId: true, label: true, text: true }, orderBy: [{ versionId: 'asc' }, { ordinal: 'asc' }],
  })
  return rows.map((row) => ({ ...row, workId: workOf.get(row.versionId) ?? '' }))
}

function presentProvision(options: { held: Held; row: ArticleRow | null; own: string; on: string; why: RelatedProvision['why']; limits: string[]; score: number }): RelatedProvision {
  const { held, row, own, on } = options
  const { work } = held
  const others = held.versions.toSorted((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1))
  return {
    workId: work.id, workKey: work.key, title: work.title, documentKind: work.documentKind, versionId: held.shown.id, dateKey: held.shown.dateKey, eId: row?.eId ?? null, label: row?.label ?? '',
    lines: row === null ? [] : row.text.split('\n'), why: options.why, limits: options.limits, score: options.score, sharedPhrases: row === null ? [] : sharedPhrases(own, row.text),
    standing: standingOn(held.shown, held.versions, on), effectiveFrom: held.shown.effectiveFrom, effectiveTo: held.shown.effectiveTo, promulgated: fromDateColumnOrNull(held.row.promulgated),
    sourceNote: held.row.sourceNote, sanctions: row === null ? [] : sanctionTable(row.text, own),
    versions: others.map((v) => ({ versionId: v.id, dateKey: v.dateKey, effectiveFrom: v.effectiveFrom, effectiveTo: v.effectiveTo, standing: standingOn(v, held.versions, on) })),
  }
}
