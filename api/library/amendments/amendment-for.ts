import type { Amendment, Prisma } from '../../../prisma/generated/client.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { committeesKeptFor, keepsLibrary, libraryPolicy } from '../policy.ts'

/** Drafts that a person may look at and go on with: their own, and those of the committees whose library they keep. */
export const amendmentScope = (actor: Actor): Prisma.AmendmentWhereInput => ({ OR: [{ startedBy: actor.personId }, { organId: { in: committeesKeptFor(actor) } }] })

/** An amendment for somebody who keeps the library and may read its base. Throws `not-found`, `forbidden`. */
export async function amendmentFor(options: { services: Services; actor: Actor; id: string }): Promise<Amendment> {
  const { services, actor, id } = options
  const found = await services.prisma.amendment.findFirst({ where: { id, AND: amendmentScope(actor) } })
  if (found === null) throw problem('not-found')
  const readable = await services.prisma.version.count({ where: { id: found.baseVersionId, AND: libraryPolicy.scope(actor, 'read') } })
  if (readable === 0) throw problem('not-found')
  if (!keepsLibrary(actor)) throw problem('forbidden')
  return found
}

/** Locks a draft for a step. Throws `already-done` where it has ended, `stale-edit` where somebody changed it. */
export async function lockDraft(tx: Transaction, options: { id: string; revision: number }): Promise<Amendment> {
  await tx.$queryRaw`SELECT id FROM "Amendment" WHERE id = ${options.id}::uuid FOR UPDATE`
  const row = await tx.amendment.findUniqueOrThrow({ where: { id: options.id } })
  if (row.state === 'accepted') throw problem('already-done', { detail: '这份修改决定已经采用，新版本已在法规库里。' })
  if (row.state === 'dropped') throw problem('already-done', { detail: '这份草稿已经放弃。需要的，请重新上传修改决定。' })
  if (row.revision !== options.revision) throw problem('stale-edit')
  return row
}
