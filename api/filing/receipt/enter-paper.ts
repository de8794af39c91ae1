import { documentKinds, type MaterialKey, PROCEDURE_VERSION } from '../../../law/procedure/index.ts'
import { z } from 'zod'
import { peopleIn } from '../../notice/index.ts'
import { newId } from '../../platform/ids.ts'
import { fromDateColumnOrNull, toDateColumn } from '../../platform/legal-date.ts'
import { type Actor, committeesServedAs } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { transition } from '../../procedure/index.ts'
import { checkFiling, factsOfCheck, filesOf } from '../check-filing.ts'
import { columnsOf, type FilingFields } from '../draft/filing-fields.ts'
import { participantColumns } from '../draft/participants.ts'
import { insertMaterial } from '../draft/put-material.ts'
import { keepFiledText, readFiledText } from '../draft/read-text.ts'
import { filingInclude } from '../filing-row.ts'
import { compareSealedAndWord } from '../sameness/compare-sealed-and-word.ts'

/**
 * 代录纸质报备: the receiving clerk enters a filing for a maker who came on paper. It begins in the formal check, on the day
 * the paper came; the maker's clerks, where it has any, see it in their ledger. Throws `forbidden`, `invalid-input`.
 */
export async function enterPaper(options: {
  services: Services
  actor: Actor
  makerOrganId: string
  receivedOn: string
  fields: FilingFields
  materials: { kind: MaterialKey; fileId?: string; note?: string; notApplicableReason?: string }[]
}): Promise<string> {
  const { services, actor, fields, receivedOn } = options
  const receiverOrganId = committeesServedAs(actor, 'receptionClerk')[0]
  if (receiverOrganId === undefined) throw problem('forbidden', { detail: '纸质报备由接收登记人员代录。' })
  const today = services.clock.today()
  if (receivedOn > today) throw problem('invalid-input', { fields: [{ path: 'receivedOn', message: '收到日期不能晚于今天。' }] })
  const maker = await services.prisma.organ.findUnique({ where: { id: options.makerOrganId } })
  if (maker === null || !maker.active) throw problem('invalid-input', { fields: [{ path: 'makerOrganId', message: '请从机关名录中选择制定机关；没有的，请管理员先登记。' }] })
  const makers = await peopleIn(services, [maker.id], 'filingClerk')
  const filingId = await inTransaction(services, async (work) => {
    const { tx } = work
    const id = newId()
    await tx.filing.create({
      data: {
        title: '', documentKind: z.enum(documentKinds).parse(fields.documentKind ?? 'normativeDocument'), ...columnsOf(fields), ...(await participantColumns({ tx, makerOrganId: maker.id, fields, stored: [] })),
        id, procedureVersion: PROCEDURE_VERSION, state: 'draft', makerOrganId: maker.id, filedByOrganId: maker.id, receiverOrganId, onPaper: true, createdBy: actor.personId,
        submittedOn: toDateColumn(receivedOn), receivedOn: toDateColumn(receivedOn),
      },
    })
    for (const material of options.materials) {
      if (material.fileId !== undefined && (await tx.storedFile.findFirst({ where: { id: material.fileId, uploadedBy: actor.personId } })) === null) {
        throw problem('invalid-input', { fields: [{ path: 'materials', message: '没有找到上传的文件，请重新上传。' }] })
      }
      await insertMaterial(tx, { filingId: id, by: actor.personId, material, at: services.clock.now() })
    }
    const filing = await tx.filing.findUniqueOrThrow({ where: { id }, include: filingInclude })
    const check = await checkFiling({ tx, filing, files: await filesOf(tx, filing), today })
    await transition({
      services, work, actor, filingId: id, key: 'enterPaper', revision: 1, on: receivedOn, audience: 'maker', note: '纸质报备，由接收单位代录。',
      values: { title: filing.title, documentNumber: filing.documentNo, receivedOn }, facts: factsOfCheck(check),
      changes: { flagsOnRecord: ['onPaper', ...(check.late ? ['lateFiling'] : [])] },
    })
    for (const personId of makers) {
      work.notify({ personId, kind: 'enteredForYou', title: `纸质报备已代录：《${filing.title}》`, body: `${fromDateColumnOrNull(filing.receivedOn) ?? ''} 收到。`, link: `/app/filing/${id}`, entity: 'Filing', entityId: id, dedupeKey: `onPaper:${id}:${personId}` })
    }
    return id
  })
  await keepTextOnPaper({ services, actor, filingId })
  await compareSealedAndWord({ services, actor, filingId })
  return filingId
}

/** A file that came with the paper is read after the case is safe: a text that cannot be read keeps nobody waiting. */
async function keepTextOnPaper(options: { services: Services; actor: Actor; filingId: string }): Promise<void> {
  const { services, actor, filingId } = options
  const filing = await services.prisma.filing.findUniqueOrThrow({ where: { id: filingId }, include: filingInclude })
  const filed = await readFiledText(services, filing)
  if (filed === null) return
  await inTransaction(services, async (work) => {
    const text = await keepFiledText({ work, filing, filed, by: actor.personId, corrects: null })
    await work.tx.filing.update({ where: { id: filingId }, data: text })
    work.audit({ actor, action: 'filing.keepText', entity: 'Filing', entityId: filingId, organId: filing.receiverOrganId, detail: { versionId: text.versionId } })
  })
}
