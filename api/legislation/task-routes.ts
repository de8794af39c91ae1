import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { taskAnswerSchema, taskInputSchema } from './project-input.ts'
import { answerTask, closeTask, giveTask, listTasks, taskSchema, taskViews } from './tasks.ts'

const tags = ['legislation']
const done = { ...json(200, z.object({ saved: z.literal(true) }), '已登记'), ...problemResponses }

const list = defineRoute({
  method: 'get', path: '/api/project-tasks', 'x-access': 'task.read', tags, summary: '上级交办和立法项目的任务', request: { query: z.object({ view: z.enum(taskViews).default('open'), projectId: z.uuid().optional() }) },
  responses: { ...json(200, z.object({ items: z.array(taskSchema), counts: z.record(z.string(), z.number().int()) }), '任务'), ...problemResponses },
})
const give = defineRoute({ method: 'post', path: '/api/project-tasks', 'x-access': 'task.give', tags, summary: '登记任务', request: { body: jsonBody(taskInputSchema) }, responses: { ...json(201, z.object({ id: z.string() }), '已登记'), ...problemResponses } })
const answer = defineRoute({ method: 'post', path: '/api/project-tasks/{id}/answer', 'x-access': 'task.answer', tags, summary: '答复任务（If-Match）', request: { params: idParameter, body: jsonBody(taskAnswerSchema) }, responses: done })
const close = defineRoute({ method: 'post', path: '/api/project-tasks/{id}/close', 'x-access': 'task.close', tags, summary: '办结任务（If-Match）', request: { params: idParameter, body: jsonBody(z.object({ note: z.string().trim().max(1000).nullable().default(null) })) }, responses: done })

/** Tasks with a due date: given from above, or to those who draft. */
export function taskRoutes(services: Services) {
  return createRouter()
    .openapi(list, async (c) => {
      const { view, projectId = null } = c.req.valid('query')
      return c.json(await listTasks({ services, actor: actorOf(c), view, projectId }), 200)
    })
    .openapi(give, async (c) => c.json({ id: await giveTask({ services, actor: actorOf(c), task: c.req.valid('json') }) }, 201))
    .openapi(answer, async (c) => {
      await answerTask({ services, actor: actorOf(c), taskId: c.req.valid('param').id, revision: revisionOf(c), answer: c.req.valid('json') })
      return c.json({ saved: true as const }, 200)
    })
    .openapi(close, async (c) => {
      await closeTask({ services, actor: actorOf(c), taskId: c.req.valid('param').id, revision: revisionOf(c), note: c.req.valid('json').note })
      return c.json({ saved: true as const }, 200)
    })
}
