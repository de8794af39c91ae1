import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { comparePair } from './comparison/align-pair.ts'
import { heldLineage } from './comparison/held-lineage.ts'
import { legalTextSchema } from './legal-text-schema.ts'
import { type Lineage, lineageOf } from './provision-ids.ts'
import { type OrderedVersion, versionsInOrder } from './version-order.ts'

/**
 * What became of an article on its way to a later version. `followed`: there, in the same words; `restored`: it was deleted
 * and stands again; `notFound`: nobody has said what became of it, and a person must look.
 */
export type ArticleFate = 'followed' | 'changed' | 'split' | 'merged' | 'restored' | 'deleted' | 'notFound'

/** An article of a version, by address and printed number; after a split one of the parts goes on with the identity. */
export type ArticlePlace = { eId: string; label: string; keepsIdentity: boolean }

/** One step from a version to a later one; `algorithm` is what paired the articles, `person` where somebody corrected it. */
export type FateStep = { fromDateKey: string; toDateKey: string; toVersionId: string; fate: ArticleFate; places: ArticlePlace[]; algorithm: string }

export type FollowedArticle = {
  fate: ArticleFate
  from: ArticlePlace
  /** where it stands now: several after a split, in the order of the text; none where it is gone */
  places: ArticlePlace[]
  /** how it came there, from text to text: nothing moves without a step */
  steps: FateStep[]
}

type Edge = Pick<Lineage, 'fromEId' | 'toEId' | 'algorithm'> & { relation: string }
type Hop = { from: OrderedVersion; to: OrderedVersion; edges: Edge[] }

/**
 * Follow articles of one version of a work into a later one, along what was stored when each text came in, and what people
 * corrected since; texts that were never paired (two works that a person declared one) are compared now. `where` limits the
 * versions that are told of. Null where one of the two is not among them, or the later one is not later.
 */
export async function followArticles(options: { tx: Transaction; workId: string; from: string; to: string; eIds: readonly string[]; where?: Prisma.VersionWhereInput }): Promise<Map<string, FollowedArticle> | null> {
  const { tx, workId, eIds } = options
  const line = await versionsInOrder({ tx, workId, ...(options.where === undefined ? {} : { where: options.where }) })
  const [start, end] = [line.findIndex((v) => v.id === options.from), line.findIndex((v) => v.id === options.to)]
  if (start < 0 || end <= start) return null
  const path = line.slice(start, end + 1)
  const stored = await heldLineage({ tx, versionIds: path.map((v) => v.id) })
  const hops = await hopsOf(tx, path, stored.filter((l) => l.relation !== 'restored'))
  const restored = stored.filter((l) => l.relation === 'restored')
  const articles = await tx.provision.findMany({ where: { versionId: { in: path.map((v) => v.id) }, kind: 'article' }, select: { versionId: true, eId: true, label: true, provisionId: true, ordinal: true } })
  const byAddress = new Map(articles.map((a) => [`${a.versionId} ${a.eId}`, a]))
  const rowOf = (versionId: string, eId: string) => byAddress.get(`${versionId} ${eId}`)

  const followOne = (eId: string): FollowedArticle => {
    const steps: FateStep[] = []
    let at: string[] = [eId]
    let lost = false
    // where it stood in each text that was passed: what is restored comes from there
    const stood = new Map<string, string[]>([[options.from, at]])
    const identity = rowOf(options.from, eId)?.provisionId
    const placeIn = (versionId: string, one: string): ArticlePlace => ({ eId: one, label: rowOf(versionId, one)?.label ?? '', keepsIdentity: identity !== undefined && rowOf(versionId, one)?.provisionId === identity })
    for (const { from, to, edges } of hops) {
      const back = restored.filter((l) => l.toVersionId === to.id && l.toEId !== null && (stood.get(l.fromVersionId)?.includes(l.fromEId) ?? false))
      const own = edges.filter((e) => at.includes(e.fromEId))
      const next = [...new Set([...own, ...back].flatMap((e) => (e.toEId === null ? [] : [e.toEId])))]
      const known = at.every((one) => own.some((e) => e.fromEId === one))
      const gone = at.length === 0
      if (gone && back.length === 0) continue
      const fate = gone ? 'restored' : !known && next.length === 0 ? 'notFound' : fateOfStep(own, edges, next)
      lost = fate === 'notFound'
      at = next.toSorted((a, b) => (rowOf(to.id, a)?.ordinal ?? 0) - (rowOf(to.id, b)?.ordinal ?? 0))
      stood.set(to.id, at)
      steps.push({ fromDateKey: from.dateKey, toDateKey: to.dateKey, toVersionId: to.id, fate, places: at.map((one) => placeIn(to.id, one)), algorithm: own[0]?.algorithm ?? back[0]?.algorithm ?? '' })
      if (lost) break
    }
    return { fate: lost ? 'notFound' : wholeFate(steps, at), from: placeIn(options.from, eId), places: lost ? [] : at.map((one) => placeIn(options.to, one)), steps }
  }
  return new Map(eIds.map((eId) => [eId, followOne(eId)]))
}

/**
 * The address of a provision in another version of its work, earlier or later: by its identity; where the two texts share
 * none (works that a person declared one), by what became of its article. Null where it has no counterpart.
 */
export async function sameProvisionIn(options: { tx: Transaction; workId: string; from: { versionId: string; eId: string; provisionId: string }; to: string }): Promise<string | null> {
  const { tx, workId, from, to } = options
  const same = await tx.provision.findFirst({ where: { versionId: to, provisionId: from.provisionId }, select: { eId: true } })
  if (same !== null) return same.eId
  const forward = await followArticles({ tx, workId, from: from.versionId, to, eIds: [from.eId] })
  if (forward !== null) return forward.get(from.eId)?.places[0]?.eId ?? null
  const articles = await tx.provision.findMany({ where: { versionId: to, kind: 'article' }, select: { eId: true }, orderBy: { ordinal: 'asc' } })
  const back = await followArticles({ tx, workId, from: to, to: from.versionId, eIds: articles.map((a) => a.eId) })
  return articles.find(({ eId }) => back?.get(eId)?.places.some((place) => place.eId === from.eId) === true)?.eId ?? null
}

/** What the words say of an article's way: 原第十二条，现第十三条. */
export function fateInWords(followed: Pick<FollowedArticle, 'fate' | 'from' | 'places'>): string {
  const was = followed.from.label === '' ? '原无编号段落' : `原${followed.from.label}`
  const now = followed.places.map(({ label }) => (label === '' ? '无编号段落' : label)).join('、')
  switch (followed.fate) {
    case 'deleted':
      return `${was}，已删去`
    case 'notFound':
      return `${was}，没有找到对应的条文，请核对`
    case 'split':
      return `${was}，分为${now}`
    case 'merged':
      return `${was}，并入${now}`
    case 'restored':
      return `${was}，曾经删去，现恢复为${now}`
    case 'followed':
    case 'changed':
      return followed.from.label !== '' && followed.from.label === now ? `${now}，条号未变` : `${was}，现${now}`
    default: {
      const never: never = followed.fate
      return never
    }
  }
}

/** One hop from each text to the next: as stored; where two neighbours were never paired, the widest stored hop, else compared now. */
async function hopsOf(tx: Transaction, path: readonly OrderedVersion[], stored: readonly (Edge & { fromVersionId: string; toVersionId: string })[]): Promise<Hop[]> {
  const hops: Hop[] = []
  const between = (from: OrderedVersion, to: OrderedVersion): Edge[] => stored.filter((l) => l.fromVersionId === from.id && l.toVersionId === to.id)
  for (let at = 0; at < path.length - 1; ) {
    const from = path[at]
    const next = path[at + 1]
    if (from === undefined || next === undefined) break
    const wide = path.findLastIndex((to, index) => index > at && between(from, to).length > 0)
    const step = between(from, next).length > 0 || wide < 0 ? at + 1 : wide
    const to = path[step] ?? next
    const edges = between(from, to)
    hops.push({ from, to, edges: edges.length > 0 ? edges : await comparedNow(tx, from.id, to.id) })
    at = step
  }
  return hops
}

async function comparedNow(tx: Transaction, from: string, to: string): Promise<Edge[]> {
  const side = async (id: string) => ({ id, text: legalTextSchema.parse((await tx.version.findUniqueOrThrow({ where: { id }, select: { tree: true } })).tree) })
  const { comparison, algorithm } = await comparePair({ tx, from: await side(from), to: await side(to) })
  return lineageOf(comparison, algorithm)
}

function fateOfStep(own: readonly Edge[], edges: readonly Edge[], next: readonly string[]): ArticleFate {
  if (next.length === 0) return 'deleted'
  if (next.length > 1) return 'split'
  if (edges.filter((e) => e.toEId === next[0]).length > 1) return 'merged'
  return own.every((e) => e.relation === 'same') ? 'followed' : 'changed'
}

/** The whole way in one word: what a person must know first. */
function wholeFate(steps: readonly FateStep[], at: readonly string[]): ArticleFate {
  if (at.length === 0) return 'deleted'
  const said = (fate: ArticleFate): boolean => steps.some((s) => s.fate === fate)
  if (said('restored')) return 'restored'
  if (at.length > 1) return 'split'
  if (said('merged')) return 'merged'
  return said('changed') || said('split') ? 'changed' : 'followed'
}
