import { z } from '@hono/zod-openapi'
import { followPassage, PassageNotFoundError, type QuoteAnchor } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { type ArticleFate, fateInWords, followArticles, type FollowedArticle, versionsInOrder } from '../library/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { articleIdOf } from './provision-label.ts'
import { readVersionText } from './read-version.ts'

const fates = ['followed', 'changed', 'split', 'merged', 'restored', 'deleted', 'notFound'] as const satisfies readonly ArticleFate[]
export const fateLabels: Record<ArticleFate, string> = { followed: '条文未变', changed: '有改动', split: '分为几条', merged: '并入他条', restored: '删去后恢复', deleted: '已删去', notFound: '没有找到' }

const placeSchema = z.object({ eId: z.string(), label: z.string(), keepsIdentity: z.boolean() })

/** Where an anchored passage stands in a later text. The anchor itself stays where it was set (docs/adr/0006). */
export const followedPassageSchema = z
  .object({
    versionId: z.string(), workKey: z.string(), dateKey: z.string(), title: z.string(),
    fate: z.enum(fates), fateLabel: z.string(),
    /** 原第十二条，现第十三条 */
    sentence: z.string(),
    places: z.array(placeSchema),
    /** the marked words: as they were, other words, none that stand for them, or not found where they were marked */
    words: z.enum(['kept', 'changed', 'gone', 'notFound']),
    newExact: z.string().nullable(),
    /** from text to text; `byPerson` where somebody corrected the pairing */
    steps: z.array(z.object({ fromDateKey: z.string(), toDateKey: z.string(), fateLabel: z.string(), places: z.array(placeSchema), byPerson: z.boolean() })),
  })
  .openapi('FollowedPassage')
export type FollowedPassageView = z.infer<typeof followedPassageSchema>

/** A passage of a version: its address there and its words. */
export type PassageAnchor = { id: string; versionId: string; eId: string; quote: string | QuoteAnchor }

const quoteSchema = z.object({ exact: z.string(), prefix: z.string().catch(''), suffix: z.string().catch(''), start: z.number().catch(0) })
/** The anchor of a flag's own words. */
export const anchorOfFlag = (flag: { id: string; versionId: string; eId: string; quote: unknown }): PassageAnchor => ({ id: flag.id, versionId: flag.versionId, eId: flag.eId, quote: quoteSchema.parse(flag.quote) })
/** The anchor of the superior words that a flag rests on; null where they were pasted. */
export const anchorOfSuperior = (flag: { id: string; superiorVersionId: string | null; superiorEId: string | null; superiorQuote: string | null }): PassageAnchor | null =>
  flag.superiorVersionId === null || flag.superiorEId === null || flag.superiorQuote === null ? null : { id: flag.id, versionId: flag.superiorVersionId, eId: flag.superiorEId, quote: flag.superiorQuote }

/**
 * Where each passage stands in a later text of its work: in `to`, else in the last one. `where` limits the texts that are
 * told of. A passage whose text has no later one is not in the answer.
 */
export async function followAnchors(options: { tx: Transaction; where: Prisma.VersionWhereInput; anchors: readonly PassageAnchor[]; to?: string }): Promise<Map<string, FollowedPassageView>> {
  const { tx, where } = options
  const followed = new Map<string, FollowedPassageView>()
  for (const [versionId, anchors] of Map.groupBy(options.anchors, (a) => a.versionId)) {
    const { workId } = await tx.version.findUniqueOrThrow({ where: { id: versionId }, select: { workId: true } })
    const line = await versionsInOrder({ tx, workId, where })
    const target = options.to === undefined ? line.at(-1) : line.find((v) => v.id === options.to)
    if (target === undefined || target.id === versionId) continue
    const articles = await followArticles({ tx, workId, from: versionId, to: target.id, eIds: [...new Set(anchors.map((a) => articleIdOf(a.eId)))], where })
    if (articles === null) continue
    const [before, after, row] = await Promise.all([readVersionText(tx, versionId), readVersionText(tx, target.id), tx.version.findUniqueOrThrow({ where: { id: target.id }, select: { title: true } })])
    for (const anchor of anchors) {
      const article = articles.get(articleIdOf(anchor.eId))
      if (article === undefined) continue
      followed.set(anchor.id, {
        versionId: target.id, workKey: target.workKey, dateKey: target.dateKey, title: row.title, fate: article.fate, fateLabel: fateLabels[article.fate], sentence: fateInWords(article), places: article.places,
        ...wordsOf({ anchor, article, before, after }),
        steps: article.steps.map((s) => ({ fromDateKey: s.fromDateKey, toDateKey: s.toDateKey, fateLabel: fateLabels[s.fate], places: s.places, byPerson: s.algorithm === 'person' })),
      })
    }
  }
  return followed
}

function wordsOf(options: { anchor: PassageAnchor; article: FollowedArticle; before: LegalText; after: LegalText }): Pick<FollowedPassageView, 'words' | 'newExact'> {
  const { anchor, article, before, after } = options
  const old = articleIdOf(anchor.eId)
  const row = { kind: 'changed' as const, old: [old], new: article.places.map((p) => p.eId), renumbered: false, moved: false, score: 1 }
  try {
    const found = followPassage({ old: before, oldArticleId: old, quote: anchor.quote, new: after, alignment: { rows: [row] } })
    return { words: found.state === 'unchanged' ? 'kept' : found.state === 'deleted' ? 'gone' : 'changed', newExact: found.newQuote }
  } catch (error) {
    if (!(error instanceof PassageNotFoundError)) throw error
    return { words: 'notFound', newExact: null }
  }
}
