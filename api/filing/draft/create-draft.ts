import { PROCEDURE_VERSION } from '../../../law/procedure/index.ts'
import { newId } from '../../platform/ids.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import { type Actor, membershipsWithRole } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { filingFor } from '../filing-for.ts'
import { columnsOf, type FilingFields } from './filing-fields.ts'
import { checkReceiver, makerToFileFor, proposedReceiver } from './find-maker.ts'
import { jointMakersOf, participantColumns } from './participants.ts'

/**
 * A new draft of a filing; only the maker sees it. `supersedesId` names the filing whose text this one corrects
 * (法规规章备案审查条例 art 21): its maker, kind and addressee are taken over. Throws `forbidden`, `invalid-input`.
 */
export async function createDraft(options: { services: Services; actor: Actor; fields: FilingFields; supersedesId?: string }): Promise<string> {
  const { services, actor, fields } = options
  const own = membershipsWithRole(actor, 'filingClerk')[0]
  if (own === undefined) throw problem('forbidden', { detail: '报备由制定机关的报备员办理。请联系本单位管理员设置岗位。' })
  const corrected = options.supersedesId === undefined ? null : await filingFor({ services, actor, filingId: options.supersedesId, action: 'draft' })
  if (corrected?.state === 'draft') throw problem('step-refused', { detail: '原来的报备还没有提交，请直接修改它。' })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const id = newId()
    const { maker, filedByOrganId } = await makerToFileFor(tx, actor, fields.makerOrganId ?? corrected?.makerOrganId ?? own.organId)
    const documentKind = fields.documentKind ?? kindOf(corrected?.documentKind) ?? usualKind(maker.kind)
    const receiverOrganId = fields.receiverOrganId === undefined ? (corrected?.receiverOrganId ?? (await proposedReceiver(tx, { maker, documentKind }))) : await checkReceiver(tx, fields.receiverOrganId)
    const participants = await participantColumns({ tx, makerOrganId: maker.id, fields, stored: corrected === null ? [] : jointMakersOf(corrected) })
    await tx.filing.create({
      data: {
        title: corrected?.title ?? '', jointMakers: corrected === null ? [] : jointMakersOf(corrected), jointMakerIds: corrected?.jointMakerIds ?? [], jointMakersText: corrected?.jointMakersText ?? null, draftingOrgan: corrected?.draftingOrgan ?? null,
        contactName: corrected?.contactName ?? actor.name, contactPhone: corrected?.contactPhone ?? null, disclosure: corrected?.disclosure ?? null, traits: corrected?.traits ?? [],
        ...columnsOf(fields), ...participants,
        id, procedureVersion: PROCEDURE_VERSION, state: 'draft', makerOrganId: maker.id, filedByOrganId, receiverOrganId, documentKind, supersedesId: corrected?.id ?? null, createdBy: actor.personId,
      },
    })
    await tx.caseEvent.create({
      data: {
        id: newId(), filingId: id, at: services.clock.now(), on: toDateColumn(services.clock.today()), actorId: actor.personId, actorName: actor.name, organId: own.organId,
        transition: 'createDraft', fromState: null, toState: 'draft', audience: 'maker',
      },
    })
    work.audit({ actor, action: 'filing.create', entity: 'Filing', entityId: id, organId: filedByOrganId })
    return id
  })
}

const kindOf = (kind: string | undefined): FilingFields['documentKind'] => columnsKind.find((k) => k === kind)
const columnsKind = ['governmentRule', 'normativeDocument', 'resolutionDecision', 'supervisionNormativeDocument', 'courtGuidance', 'procuratorateGuidance'] as const

/** The kind that an organ makes most: the clerk sees it filled in and changes it where it is another. */
function usualKind(makerKind: string) {
  switch (makerKind) {
    case 'court':
      return 'courtGuidance' as const
    case 'procuratorate':
      return 'procuratorateGuidance' as const
    case 'supervisoryCommission':
      return 'supervisionNormativeDocument' as const
    case 'congress':
    case 'standingCommittee':
    case 'townshipCongress':
      return 'resolutionDecision' as const
    default:
      return 'normativeDocument' as const
  }
}
