import { type MaterialKey, materialRequirement } from '../../../law/procedure/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction, type Transaction } from '../../platform/work/transaction.ts'
import { compareSealedAndWord } from '../sameness/compare-sealed-and-word.ts'
import { filingToEdit } from './filing-to-edit.ts'

export type MaterialInput = { kind: MaterialKey; fileId?: string; notApplicableReason?: string; referenceNo?: string; note?: string; replacesId?: string }

/** Materials of which a package has one: a new one takes the place of the old. */
const SINGLE: readonly MaterialKey[] = ['filingReport', 'filingForm', 'sealedText', 'electronicText']

/**
 * Add a material, put another in its place, or say with a reason that it is not there. Nothing is overwritten: the old row
 * stays and names its successor. When one of the two texts changes they are compared again.
 */
export async function putMaterial(options: { services: Services; actor: Actor; filingId: string; material: MaterialInput }): Promise<void> {
  const { services, actor, filingId, material } = options
  const filing = await filingToEdit({ services, actor, filingId })
  const label = materialRequirement(material.kind).label
  if (material.fileId === undefined && (material.notApplicableReason ?? '').trim() === '' && (material.note ?? '').trim() === '') {
    throw problem('invalid-input', { fields: [{ path: 'fileId', message: `请上传${label}，或者写明不需要、暂缺的原因。` }] })
  }
  await inTransaction(services, async (work) => {
    if (material.fileId !== undefined) await checkOwnFile(work.tx, actor, material.fileId)
    const id = await insertMaterial(work.tx, { filingId, by: actor.personId, material, at: services.clock.now() })
    work.audit({ actor, action: 'filing.putMaterial', entity: 'Filing', entityId: filingId, organId: filing.filedByOrganId, detail: { kind: material.kind, materialId: id } })
  })
  if (material.kind === 'sealedText' || material.kind === 'electronicText') await compareSealedAndWord({ services, actor, filingId })
}

/** The row of a material; earlier ones that it replaces are marked with their successor. */
export async function insertMaterial(tx: Transaction, options: { filingId: string; by: string; material: MaterialInput; at: Date }): Promise<string> {
  const { filingId, material } = options
  const id = newId()
  await tx.filingMaterial.create({
    data: {
      id, filingId, kind: material.kind, fileId: material.fileId ?? null, notApplicableReason: material.notApplicableReason?.trim() ?? null, referenceNo: material.referenceNo ?? null, note: material.note ?? null,
      addedBy: options.by, addedAt: options.at,
    },
  })
  const onlyOne = SINGLE.includes(material.kind)
  await tx.filingMaterial.updateMany({
    where: {
      filingId, kind: material.kind, replacedById: null, id: { not: id },
      ...(onlyOne ? {} : { OR: [{ fileId: null }, ...(material.replacesId === undefined ? [] : [{ id: material.replacesId }])] }),
    },
    data: { replacedById: id },
  })
  return id
}

/** A file may be attached by whoever uploaded it or whose organ did; another's id tells nothing. */
async function checkOwnFile(tx: Transaction, actor: Actor, fileId: string): Promise<void> {
  const file = await tx.storedFile.findUnique({ where: { id: fileId }, select: { uploadedBy: true, organId: true } })
  const own = file !== null && (file.uploadedBy === actor.personId || actor.memberships.some((m) => m.organId === file.organId))
  if (!own) throw problem('invalid-input', { fields: [{ path: 'fileId', message: '没有找到这个文件，请重新上传。' }] })
}

/** Take a material out of the package: deleted from a draft, replaced by nothing while a correction is asked for. */
export async function removeMaterial(options: { services: Services; actor: Actor; filingId: string; materialId: string }): Promise<void> {
  const { services, actor, filingId, materialId } = options
  const filing = await filingToEdit({ services, actor, filingId })
  if (!filing.materials.some((m) => m.id === materialId)) throw problem('not-found')
  await inTransaction(services, async (work) => {
    if (filing.state === 'draft') await work.tx.filingMaterial.deleteMany({ where: { id: materialId, filingId } })
    else await work.tx.filingMaterial.updateMany({ where: { id: materialId, filingId }, data: { replacedById: materialId } })
    work.audit({ actor, action: 'filing.removeMaterial', entity: 'Filing', entityId: filingId, organId: filing.filedByOrganId, detail: { materialId } })
  })
}
