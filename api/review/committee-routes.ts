import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, page, pageQuery, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { taskSchema } from './committee-schema.ts'
import { answerCommitteeTask, extendCommitteeTask, listCommitteeTasks, readCommitteeTask } from './committee-task.ts'
import { presentWorkbench, workbenchSchema } from './present-workbench.ts'

const tags = ['committee']

const list = defineRoute({
  method: 'get', path: '/api/committee/tasks', 'x-access': 'signedIn', tags, summary: '分送本委员会的文件', request: { query: pageQuery.extend({ answered: z.enum(['true']).optional(), q: z.string().max(100).optional() }) },
  responses: { ...json(200, page(taskSchema), '没有答复的，期限近的在前'), ...problemResponses },
})
const read = defineRoute({
  method: 'get', path: '/api/committee/tasks/{id}', 'x-access': 'committee.read', tags, summary: '一件分送的文件：要求、全文和标注', request: { params: idParameter },
  responses: { ...json(200, z.object({ task: taskSchema, mayAnswer: z.boolean(), mayExtend: z.boolean(), workbench: workbenchSchema }).openapi('CommitteeTaskPage'), 'ETag 是任务的版本标记'), ...problemResponses },
})
const answer = defineRoute({
  method: 'post', path: '/api/committee/tasks/{id}/answer', 'x-access': 'committee.answer', tags, summary: '提出委员会审查意见',
  request: { params: idParameter, body: jsonBody(z.object({ opinion: z.string().trim().min(2, '请写明审查意见').max(20_000), fileIds: z.array(z.uuid()).max(20).default([]) })) },
  responses: { ...json(201, z.object({ revision: z.number().int() }), '已提出'), ...problemResponses },
})
const extend = defineRoute({
  method: 'post', path: '/api/committee/tasks/{id}/extension', 'x-access': 'committee.extend', tags, summary: '延长委员会审查期限', request: { params: idParameter, body: jsonBody(z.object({ reason: z.string().trim().min(2, '请写明原因').max(1000) })) },
  responses: { ...json(201, z.object({ dueOn: z.string(), revision: z.number().int() }), '已延长'), ...problemResponses },
})

/** 委员会审查意见. */
export function committeeRoutes(services: Services) {
  return createRouter()
    .openapi(list, async (c) => {
      const { answered, q, cursor, limit } = c.req.valid('query')
      return c.json(await listCommitteeTasks({ services, actor: actorOf(c), open: answered === undefined, q, cursor, limit }), 200)
    })
    .openapi(read, async (c) => {
      const actor = actorOf(c)
      const { row, mayAnswer, mayExtend } = await readCommitteeTask({ services, actor, taskId: c.req.valid('param').id })
      c.header('etag', etag(row.revision))
      return c.json({ task: row, mayAnswer, mayExtend, workbench: await presentWorkbench({ services, actor, filingId: row.filing.id }) }, 200)
    })
    .openapi(answer, async (c) => c.json(await answerCommitteeTask({ services, actor: actorOf(c), taskId: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') }), 201))
    .openapi(extend, async (c) => c.json(await extendCommitteeTask({ services, actor: actorOf(c), taskId: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') }), 201))
}
