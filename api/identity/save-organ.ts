import type { OrganKind, OrganLevel } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { accountPolicy } from './policy.ts'

export type OrganInput = { name: string; shortName: string; kind: OrganKind; level: OrganLevel; regionCode: string; parentId: string | null; documentCode: string | null; active: boolean }

/**
 * Enter an organ of the register or correct it. An administrator keeps the organs of the own region and below it; the
 * organ an administrator works in may get another region code (the first run cannot know it).
 */
export async function saveOrgan(options: { services: Services; actor: Actor; organId: string | null; organ: OrganInput }): Promise<string> {
  const { services, actor, organId, organ } = options
  const before = organId === null ? null : await services.prisma.organ.findUnique({ where: { id: organId } })
  if (organId !== null && before === null) throw problem('not-found')
  if (before !== null && !accountPolicy.can(actor, 'manage', { organ: before })) throw problem('not-found')
  const own = organId !== null && actor.memberships.some((m) => m.role === 'administrator' && m.organId === organId)
  if (!own && !accountPolicy.can(actor, 'manage', { organ })) throw problem('forbidden', { detail: '您只能登记本级和下属单位。' })
  const parent = organ.parentId === null ? null : await services.prisma.organ.findUnique({ where: { id: organ.parentId } })
  if (organ.parentId !== null && (parent === null || parent.id === organId)) throw problem('invalid-input', { fields: [{ path: 'parentId', message: '上级单位不对，请重新选择。' }] })
  if (!organ.active && own) throw problem('step-refused', { detail: '不能停用自己所在的单位。' })
  const twin = await services.prisma.organ.findFirst({ where: { name: organ.name, ...(organId === null ? {} : { id: { not: organId } }) }, select: { id: true } })
  if (twin !== null) throw problem('invalid-input', { fields: [{ path: 'name', message: '已有同名单位，请核对。' }] })
  return inTransaction(services, async (work) => {
    const id = organId ?? newId()
    if (organId === null) await work.tx.organ.create({ data: { id, key: id, ...organ } })
    else await work.tx.organ.update({ where: { id }, data: organ })
    work.audit({ actor, action: organId === null ? 'organ.create' : 'organ.change', entity: 'Organ', entityId: id, detail: { ...organ } })
    return id
  })
}
