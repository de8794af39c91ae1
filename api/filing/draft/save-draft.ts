import { z } from 'zod'
import { documentKinds, isRightLine } from '../../../law/procedure/index.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { lineOf } from '../filing-due.ts'
import type { FilingRow } from '../filing-row.ts'
import { organRef } from '../organ-refs.ts'
import { columnsOf, type FilingFields } from './filing-fields.ts'
import { filingToEdit } from './filing-to-edit.ts'
import { checkReceiver, makerToFileFor, proposedReceiver } from './find-maker.ts'
import { jointMakersOf, participantColumns } from './participants.ts'

/**
 * Save what was typed. Every entry may be empty while it is a draft; while a correction is asked for maker, kind and
 * addressee stand. When maker or kind change and the addressee was the right one, the right one of the new line takes
 * its place. Throws `stale-edit` when somebody else has saved since.
 */
export async function saveDraft(options: { services: Services; actor: Actor; filingId: string; revision: number; fields: FilingFields }): Promise<void> {
  const { services, actor, filingId, revision, fields } = options
  const filing = await filingToEdit({ services, actor, filingId })
  await inTransaction(services, async (work) => {
    const moves = filing.state === 'draft' ? await lineColumns(work.tx, actor, filing, fields) : {}
    const columns = columnsOf(fields)
    if (filing.state !== 'draft') {
      delete columns.makerOrganId
      delete columns.documentKind
    }
    const participants = await participantColumns({ tx: work.tx, makerOrganId: columns.makerOrganId ?? filing.makerOrganId, fields, stored: jointMakersOf(filing) })
    const saved = await work.tx.filing.updateMany({ where: { id: filingId, revision, state: filing.state }, data: { ...columns, ...participants, ...moves, revision: { increment: 1 } } })
    if (saved.count === 0) throw problem('stale-edit')
    work.audit({ actor, action: 'filing.save', entity: 'Filing', entityId: filingId, organId: filing.filedByOrganId, detail: { fields: Object.keys(fields) } })
  })
}

async function lineColumns(tx: Parameters<typeof lineOf>[0], actor: Actor, filing: FilingRow, fields: FilingFields): Promise<{ filedByOrganId?: string; receiverOrganId?: string }> {
  const through = fields.makerOrganId === undefined || fields.makerOrganId === filing.makerOrganId ? null : await makerToFileFor(tx, actor, fields.makerOrganId)
  const filedBy = through === null ? {} : { filedByOrganId: through.filedByOrganId }
  if (fields.receiverOrganId !== undefined) return { ...filedBy, receiverOrganId: await checkReceiver(tx, fields.receiverOrganId) }
  const before = z.enum(documentKinds).parse(filing.documentKind)
  const documentKind = fields.documentKind ?? before
  if (through === null && documentKind === before) return {}
  const was = await lineOf(tx, { maker: organRef(filing.maker), documentKind: before })
  // an addressee that somebody chose against the rules stays chosen
  if (was.receiver !== null && !isRightLine(was, organRef(filing.receiver))) return filedBy
  return { ...filedBy, receiverOrganId: await proposedReceiver(tx, { maker: through?.maker ?? filing.maker, documentKind }) }
}
