import { newId } from '../../platform/ids.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { committeesKeptFor, keepsLibrary } from '../policy.ts'
import type { ImportRequest } from './import-request.ts'

/**
 * Begin to import files that the person uploaded. The work itself is done in the background, from the outbox: it goes on
 * after a restart. Throws `forbidden`, `invalid-input`.
 */
export async function startImport(options: { services: Services; actor: Actor } & ImportRequest): Promise<{ id: string }> {
  const { services, actor, said, publish } = options
  if (!keepsLibrary(actor)) throw problem('forbidden')
  const fileIds = [...new Set(options.fileIds)]
  const single = said !== undefined && (said.title ?? said.documentNo ?? said.promulgated ?? said.effectiveFrom) !== undefined
  if (single && fileIds.length > 1) {
    throw problem('invalid-input', { fields: [{ path: 'said', message: '标题、文号和日期只能在导入一个文件时填写；几个文件一起导入的，由程序逐个读取。' }] })
  }
  // whoever imports answers for the file: another person's upload is not theirs to publish
  const files = await services.prisma.storedFile.findMany({ where: { id: { in: fileIds }, uploadedBy: actor.personId }, select: { id: true, name: true } })
  if (files.length !== fileIds.length) throw problem('invalid-input', { fields: [{ path: 'fileIds', message: '有文件不是您上传的，或者已经不在。请重新上传后再导入。' }] })
  const [first] = files
  return inTransaction(services, async (work) => {
    const id = newId()
    await work.tx.importRun.create({
      data: {
        id, startedBy: actor.personId, organId: committeesKeptFor(actor)[0] ?? null, total: fileIds.length, source: files.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''} 等 ${files.length} 个文件`,
        request: { fileIds, publish, ...(said === undefined ? {} : { said: { ...said } }) },
      },
    })
    work.outbox({ topic: 'import', entity: 'ImportRun', entityId: id })
    work.audit({ actor, action: 'library.startImport', entity: 'ImportRun', entityId: id, detail: { files: fileIds.length, publish } })
    return { id }
  })
}
