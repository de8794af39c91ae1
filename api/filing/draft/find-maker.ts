import type { DocumentKind } from '../../../law/procedure/index.ts'
import { type Actor, membershipsWithRole } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { mayFileFor } from '../../procedure/index.ts'
import { lineOf } from '../filing-due.ts'
import { organRef } from '../organ-refs.ts'

/** The maker, if this clerk files for it, and the organ whose clerk files. Throws `invalid-input` at the field. */
export async function makerToFileFor(tx: Transaction, actor: Actor, makerOrganId: string) {
  const maker = await tx.organ.findUnique({ where: { id: makerOrganId } })
  if (maker === null || !mayFileFor(actor, maker)) {
    throw problem('invalid-input', { fields: [{ path: 'makerOrganId', message: '您不能替这个机关报备，请选择本单位或者由本单位统一报备的机关。' }] })
  }
  const clerk = membershipsWithRole(actor, 'filingClerk')
  const through = clerk.find((m) => m.organId === maker.id) ?? clerk.find((m) => mayFileFor({ ...actor, memberships: [m] }, maker))
  return { maker, filedByOrganId: through?.organId ?? maker.id }
}

/** The addressee by the filing lines; where the rules name none the committee of the maker's own region is proposed. */
export async function proposedReceiver(tx: Transaction, options: { maker: Parameters<typeof organRef>[0]; documentKind: DocumentKind }): Promise<string> {
  const line = await lineOf(tx, { maker: organRef(options.maker), documentKind: options.documentKind })
  const named = line.receiver?.organ?.id
  if (named !== undefined) return named
  const own = await tx.organ.findFirst({ where: { kind: 'standingCommittee', regionCode: options.maker.regionCode }, select: { id: true } })
  const any = own ?? (await tx.organ.findFirst({ where: { kind: 'standingCommittee' }, orderBy: { regionCode: 'asc' }, select: { id: true } }))
  if (any === null) throw problem('invalid-input', { fields: [{ path: 'receiverOrganId', message: '系统里还没有登记人大常委会，请联系管理员。' }] })
  return any.id
}

export async function checkReceiver(tx: Transaction, receiverOrganId: string): Promise<string> {
  const organ = await tx.organ.findUnique({ where: { id: receiverOrganId }, select: { kind: true } })
  if (organ?.kind !== 'standingCommittee') throw problem('invalid-input', { fields: [{ path: 'receiverOrganId', message: '报送对象应当是人大常委会，请重新选择。' }] })
  return receiverOrganId
}
