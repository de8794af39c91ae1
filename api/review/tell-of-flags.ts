import { flagProcedure } from '../../law/procedure/index.ts'
import { versionsInOrder } from '../library/index.ts'
import type { OutboxConsumer } from '../platform/jobs/index.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { anchorOfFlag, anchorOfSuperior, followAnchors, type FollowedPassageView, type PassageAnchor } from './follow-flags.ts'

/** More are counted, not told one by one. */
const MOST_TOLD = 4

/** A text came into the library: whoever reviews is told where the articles of open flags went with it. */
export const flagConsumer: OutboxConsumer = {
  topic: 'flags',
  async handle(services, entries) {
    for (const { entityId } of entries) await tellOfFlags({ services, versionId: entityId })
  },
}

/** What a reviewer cannot see coming: the article or the marked words are gone, or stand in several articles now. */
const isLost = ({ fate, words }: FollowedPassageView): boolean => fate === 'deleted' || fate === 'split' || fate === 'notFound' || words === 'gone'

/**
 * One notice a case, to its reviewer, where the newest text of a work deletes or parts an article that an open flag stands
 * on or rests on. Nothing is told of a text that is not the newest, or of the filed text of another committee.
 */
async function tellOfFlags(options: { services: Services; versionId: string }): Promise<void> {
  const { services, versionId } = options
  const tx = services.prisma
  const version = await tx.version.findUnique({ where: { id: versionId }, select: { id: true, workId: true, title: true, publishedAt: true, filings: { select: { receiverOrganId: true } } } })
  if (version === null) return
  const ids = (await versionsInOrder({ tx, workId: version.workId, where: {} })).map((v) => v.id)
  if (ids.at(-1) !== versionId || ids.length === 1) return
  const settled = flagProcedure.states.filter((s) => s.final === true).map((s) => s.id)
  const receivers = version.filings.map((f) => f.receiverOrganId)
  const flags = await tx.reviewFlag.findMany({
    where: {
      state: { notIn: settled }, OR: [{ versionId: { in: ids } }, { superiorVersionId: { in: ids } }],
      ...(version.publishedAt !== null || receivers.length === 0 ? {} : { filing: { receiverOrganId: { in: receivers } } }),
    },
    include: { filing: { select: { id: true, title: true, reviewerId: true } } }, orderBy: [{ filingId: 'asc' }, { number: 'asc' }],
  })
  const documents = await follow(tx, versionId, flags.filter((f) => ids.includes(f.versionId)).map(anchorOfFlag))
  const superiors = await follow(tx, versionId, flags.flatMap((f) => anchorOfSuperior(f) ?? []).filter((a) => ids.includes(a.versionId)))
  for (const [filingId, own] of Map.groupBy(flags, (f) => f.filing.id)) {
    const told = own.flatMap((flag) => [...sentenceOf(`标注 ${flag.number}`, documents.get(flag.id)), ...sentenceOf(`标注 ${flag.number} 的依据`, superiors.get(flag.id))])
    const personId = own[0]?.filing.reviewerId ?? own[0]?.raisedBy
    if (told.length === 0 || personId === undefined) continue
    await inTransaction(services, async (work) => {
      work.notify({
        personId, kind: 'flagsFollowed', title: `标注的条文有变动：《${version.title}》`,
        body: `审查《${own[0]?.filing.title ?? ''}》：${told.slice(0, MOST_TOLD).join('；')}${told.length > MOST_TOLD ? `等 ${told.length} 处` : ''}。`,
        link: `/review/${filingId}`, entity: 'Filing', entityId: filingId, dedupeKey: `flagsFollowed:${filingId}:${versionId}:${personId}`,
      })
    })
  }
}

const follow = (tx: Transaction, to: string, anchors: readonly PassageAnchor[]): Promise<Map<string, FollowedPassageView>> => followAnchors({ tx, where: {}, anchors, to })

function sentenceOf(what: string, followed: FollowedPassageView | undefined): string[] {
  if (followed === undefined || !isLost(followed)) return []
  return [`${what}：${followed.sentence}${followed.fate !== 'deleted' && followed.words === 'gone' ? '，所标文字已删去' : ''}`]
}
