import { z } from '@hono/zod-openapi'
import type { ImportRun } from '../../../prisma/generated/client.ts'
import type { OutboxConsumer } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction, type Work } from '../../platform/work/transaction.ts'
import { type ImportedText, importStoredFile } from '../import-texts.ts'
import { importedTextSchema, importRequestSchema } from './import-request.ts'

/** After this a run gives way to other work and puts itself into the outbox again. */
const TURN_MS = 15_000

/** Imports what was uploaded, file by file; a run that was cut off goes on at the file it had come to. */
export const importConsumer: OutboxConsumer = {
  topic: 'import',
  async handle(services, entries) {
    const endsAt = performance.now() + TURN_MS
    for (const { entityId } of entries) await continueImport({ services, runId: entityId, endsAt })
  },
}

async function continueImport(options: { services: Services; runId: string; endsAt: number }): Promise<void> {
  const { services, runId, endsAt } = options
  for (;;) {
    const run = await services.prisma.importRun.findUnique({ where: { id: runId } })
    if (run === null || run.finishedAt !== null) return
    const request = importRequestSchema.parse(run.request)
    const fileId = request.fileIds[run.done]
    if (fileId === undefined) return finish(services, run)
    if (performance.now() > endsAt) {
      await inTransaction(services, async (work) => work.outbox({ topic: 'import', entity: 'ImportRun', entityId: runId }))
      return
    }
    await importOne({ services, run, fileId, said: request.said, publish: request.publish })
  }
}

async function importOne(options: { services: Services; run: ImportRun; fileId: string; said: z.infer<typeof importRequestSchema>['said']; publish: boolean }): Promise<void> {
  const { services, run, fileId, said, publish } = options
  const record = (work: Work, result: ImportedText) => recordResult(work, run, result)
  const file = await services.prisma.storedFile.findUnique({ where: { id: fileId }, select: { id: true, sha256: true, name: true } })
  try {
    if (file === null) throw new Error(`no file ${fileId}`)
    const person = run.startedBy === null ? null : await services.prisma.person.findUnique({ where: { id: run.startedBy }, select: { id: true, name: true } })
    await importStoredFile({
      services, file, publish, by: person === null ? null : { personId: person.id, name: person.name }, record,
      ...(said === undefined ? {} : { said: { title: said.title ?? null, issuer: said.issuer ?? null, kind: said.kind ?? null, documentNo: said.documentNo ?? null, promulgated: said.promulgated ?? null, effectiveFrom: said.effectiveFrom ?? null } }),
    })
  } catch (error) {
    // one file that fails must not hold back the others; it is told, and can be imported again
    services.log.error({ error, runId: run.id, fileId }, 'import of a file failed')
    const result: ImportedText = {
      file: file?.name ?? '', status: 'refused', workKey: null, dateKey: null, title: null, articles: 0, unknown: [], problems: [], remarks: [],
      message: '没有导入：处理这个文件时出错，其他文件不受影响。原件已保存，请再导入一次；仍然不行的，请联系管理员。',
    }
    await inTransaction(services, (work) => record(work, result))
  }
}

/** Counts one file, once: when another replica was quicker nothing of this one's work stays. */
async function recordResult(work: Work, run: ImportRun, result: ImportedText): Promise<void> {
  const counted = await work.tx.importRun.updateMany({
    where: { id: run.id, done: run.done },
    data: {
      done: { increment: 1 },
      ...(result.status === 'refused' || result.status === 'fileOnly' ? { failed: { increment: 1 } } : { stored: { increment: 1 } }),
      results: [...z.array(importedTextSchema).parse(run.results), result],
    },
  })
  if (counted.count === 0) throw new Error('this file of the run was already counted')
}

async function finish(services: Services, run: ImportRun): Promise<void> {
  await inTransaction(services, async (work) => {
    const finished = await work.tx.importRun.updateMany({ where: { id: run.id, finishedAt: null }, data: { finishedAt: new Date() } })
    if (finished.count === 0 || run.startedBy === null) return
    work.notify({
      personId: run.startedBy, kind: 'importFinished', title: `法规导入已完成：${run.source}`,
      body: `共 ${run.total} 个文件，入库 ${run.stored} 个，没有读出文本 ${run.failed} 个。`, link: `/app/library?import=${run.id}`, dedupeKey: `import:${run.id}`,
    })
  })
}
