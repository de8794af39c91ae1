import { createHmac, timingSafeEqual } from 'node:crypto'
import { peopleServing } from '../notice/index.ts'
import { newId } from '../platform/ids.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { receiveSuggestion, type SuggestionContent } from './receive-suggestion.ts'

const signatureOf = (services: Services, id: string): string => createHmac('sha256', services.settings.sessionSecret).update(`suggest ${id}`).digest('base64url').slice(0, 32)

/** A token for one form: it comes back with the form, and makes of a repeated submit one suggestion. */
export function newFormToken(services: Services): string {
  const id = newId()
  return `${id}.${signatureOf(services, id)}`
}

export function isFormToken(services: Services, token: string): boolean {
  const [id = '', signature = ''] = token.split('.')
  const expected = Buffer.from(signatureOf(services, id))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

export type Submitted = { suggestionId: string; receiptNo: string; /** null when the same form was sent again: the code is shown once */ followCode: string | null }

/**
 * A citizen's 审查建议 from the portal, for the committee given. The token of the form is its Idempotency-Key. Throws
 * `unreadable-request` for a token that was not given here, `not-found` for a document that is not public.
 */
export async function submitSuggestion(options: { services: Services; organId: string; content: SuggestionContent; filingId: string | null; fileIds: string[]; token: string }): Promise<Submitted> {
  const { services, organId, token } = options
  if (!isFormToken(services, token)) throw problem('unreadable-request', { detail: '这张表过期了，请重新打开填写页。' })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const key = `public:suggest:${token}`
    const fresh = await tx.idempotencyRecord.createMany({ data: [{ key, route: 'POST /suggest', requestDigest: '' }], skipDuplicates: true })
    if (fresh.count === 0) {
      const record = await tx.idempotencyRecord.findUniqueOrThrow({ where: { key } })
      const earlier = await tx.suggestion.findUniqueOrThrow({ where: { id: record.requestDigest }, select: { id: true, receiptNo: true } })
      return { suggestionId: earlier.id, receiptNo: earlier.receiptNo, followCode: null }
    }
    const filing = options.filingId === null ? null : await tx.filing.findFirst({ where: { id: options.filingId, publishedAt: { not: null } }, select: { id: true } })
    if (options.filingId !== null && filing === null) throw problem('not-found')
    const received = await receiveSuggestion({
      services, work, actor: 'system', organId, kind: 'suggestion', channel: 'portal', content: options.content, proposerOrganId: null, filingId: filing?.id ?? null, fileIds: options.fileIds, receivedOn: services.clock.today(),
    })
    await tx.idempotencyRecord.update({ where: { key }, data: { requestDigest: received.suggestionId, status: 200 } })
    for (const role of ['reviewer', 'reviewChief'] as const) {
      for (const personId of await peopleServing(services, organId, role)) {
        work.notify({ personId, kind: 'suggestionReceived', title: `收到审查建议：《${options.content.documentTitle}》`, body: `编号 ${received.receiptNo}。`, link: `/app/suggestions/${received.suggestionId}`, entity: 'Suggestion', entityId: received.suggestionId, dedupeKey: `suggestionReceived:${received.suggestionId}:${personId}` })
      }
    }
    return received
  })
}
