import { readStoredFile } from '../../file/index.ts'
import { newId } from '../../platform/ids.ts'
import { toDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { legalTextSchema } from '../legal-text-schema.ts'
import { committeesKeptFor, keepsLibrary, libraryPolicy } from '../policy.ts'
import { whyNothingToDo } from './apply-decision.ts'
import { decisionFacts } from './decision-facts.ts'

/**
 * Begin a version from an amending decision (修改决定, 修正案, 打包修改): a draft that holds the decision, the text that it is
 * applied to and the dates that it gives; nothing of the library changes. A decision that cannot be read, or that does not
 * speak of this law, is refused in a sentence. Throws `not-found`, `forbidden`, `invalid-input`, `file-refused`.
 */
export async function startAmendment(options: { services: Services; actor: Actor; workKey: string; baseDateKey: string; fileId: string }): Promise<{ id: string }> {
  const { services, actor, workKey, baseDateKey, fileId } = options
  const { prisma } = services
  const base = await prisma.version.findFirst({ where: { dateKey: baseDateKey, work: { key: workKey }, AND: libraryPolicy.scope(actor, 'read') }, select: { id: true, workId: true, title: true, tree: true } })
  if (base === null) throw problem('not-found')
  if (!keepsLibrary(actor)) throw problem('forbidden')
  // whoever applies a decision answers for the file: another person's upload is not theirs
  const file = await prisma.storedFile.findFirst({ where: { id: fileId, uploadedBy: actor.personId }, select: { id: true, sha256: true, name: true } })
  if (file === null) throw problem('invalid-input', { fields: [{ path: 'fileId', message: '没有找到上传的修改决定，请重新上传。' }] })
  const reading = await readStoredFile({ services, file })
  if (reading.status === 'refused') throw problem('file-refused', { detail: reading.message })
  if (reading.status === 'stored') throw problem('file-refused', { detail: `这个文件读不出文字，不能逐项执行：${reading.reason}请上传 docx、pdf、txt 等，或者粘贴修改决定的全文。` })
  const lines = reading.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : block.table.rows.map((row) => row.map((cell) => cell.text).join('\t'))))
  const text = lines.join('\n')
  const nothing = whyNothingToDo({ base: legalTextSchema.parse(base.tree), decision: text })
  if (nothing !== null) throw problem('invalid-input', { detail: `${nothing}请核对修改决定和要修改的法规。`, fields: [{ path: 'fileId', message: nothing }] })
  const facts = decisionFacts(lines, reading.metadata?.title ?? null)
  return inTransaction(services, async ({ tx, audit }) => {
    const id = newId()
    await tx.amendment.create({
      data: {
        id, workId: base.workId, baseVersionId: base.id, decisionFileId: file.id, decisionTitle: facts.title, decisionText: text, readProblems: reading.problems.map(({ line, code, message }) => ({ line, code, message })),
        adopted: toDateColumnOrNull(facts.adopted.date), effectiveFrom: toDateColumnOrNull(facts.effective.date), organId: committeesKeptFor(actor)[0] ?? null,
        startedBy: actor.personId, startedByName: actor.name, startedAt: services.clock.now(),
      },
    })
    audit({ actor, action: 'library.startAmendment', entity: 'Amendment', entityId: id, detail: { base: base.id, decision: file.sha256 } })
    return { id }
  })
}
