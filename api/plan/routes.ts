import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Env } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { adjustPlan } from './adjust-plan.ts'
import { addItem, editItem, removeItem } from './change-items.ts'
import { createPlan } from './create-plan.ts'
import { explainDelay, recordConsideration } from './explain-delay.ts'
import { exportPlan } from './export-plan.ts'
import { linkProject } from './link-project.ts'
import { listPlans, planRowSchema } from './list-plans.ts'
import { adjustmentSchema, considerationSchema, explanationSchema, newPlanSchema, planItemSchema } from './plan-input.ts'
import { draftPlanPaper } from './plan-paper.ts'
import { planSchema, presentPlan } from './present-plan.ts'
import { remindLate } from './remind-late.ts'
import { takePlanStep } from './take-plan-step.ts'

const tags = ['plan']
const shown = { ...json(200, planSchema, '规划、计划；ETag 是修改用的版本标记'), ...problemResponses }

const list = defineRoute({ method: 'get', path: '/api/plans', 'x-access': 'plan.read', tags, summary: '立法规划和计划', responses: { ...json(200, z.object({ items: z.array(planRowSchema), mayCreate: z.boolean() }), '清单'), ...problemResponses } })
const create = defineRoute({ method: 'post', path: '/api/plans', 'x-access': 'plan.write', tags, summary: '新编规划、计划', request: { body: jsonBody(newPlanSchema) }, responses: { ...json(201, z.object({ id: z.string() }), '已建立'), ...problemResponses } })
const read = defineRoute({ method: 'get', path: '/api/plans/{id}', 'x-access': 'plan.read', tags, summary: '一份规划、计划', request: { params: idParameter }, responses: shown })
const add = defineRoute({ method: 'post', path: '/api/plans/{id}/items', 'x-access': 'plan.write', tags, summary: '列入项目（If-Match）', request: { params: idParameter, body: jsonBody(planItemSchema) }, responses: shown })
const edit = defineRoute({ method: 'put', path: '/api/plan-items/{id}', 'x-access': 'plan.write', tags, summary: '修改项目（If-Match：计划的版本标记）', request: { params: idParameter, body: jsonBody(planItemSchema) }, responses: shown })
const remove = defineRoute({ method: 'delete', path: '/api/plan-items/{id}', 'x-access': 'plan.write', tags, summary: '从编制中的计划里去掉项目（If-Match）', request: { params: idParameter }, responses: shown })
const step = defineRoute({
  method: 'post', path: '/api/plans/{id}/steps/{key}', 'x-access': 'plan.decide', tags, summary: '办理一步（If-Match）',
  request: {
    params: idParameter.extend({ key: z.enum(['askProvince', 'recordProvinceReply', 'consultParty', 'skipParty', 'adopt', 'publish']).openapi({ param: { name: 'key', in: 'path' } }) }),
    body: jsonBody(z.object({ values: z.record(z.string().max(40), z.string().max(4000)).default({}) }).openapi('PlanStepInput')),
  },
  responses: shown,
})
const adjust = defineRoute({ method: 'post', path: '/api/plans/{id}/adjustments', 'x-access': 'plan.decide', tags, summary: '登记计划调整（If-Match）', request: { params: idParameter, body: jsonBody(adjustmentSchema) }, responses: shown })
const explain = defineRoute({ method: 'post', path: '/api/plan-items/{id}/explanations', 'x-access': 'plan.explain', tags, summary: '提交书面说明', request: { params: idParameter, body: jsonBody(explanationSchema) }, responses: shown })
const consider = defineRoute({ method: 'post', path: '/api/plan-explanations/{id}/consideration', 'x-access': 'plan.decide', tags, summary: '登记主任会议对书面说明的意见', request: { params: idParameter, body: jsonBody(considerationSchema) }, responses: shown })
const link = defineRoute({ method: 'put', path: '/api/plan-items/{id}/project', 'x-access': 'plan.write', tags, summary: '关联立法项目', request: { params: idParameter, body: jsonBody(z.object({ projectId: z.uuid() })) }, responses: shown })
const remind = defineRoute({
  method: 'post', path: '/api/plans/{id}/reminders', 'x-access': 'plan.write', tags, summary: '催交书面说明', request: { params: idParameter },
  responses: { ...json(200, z.object({ items: z.number().int(), told: z.number().int(), notReached: z.array(z.string()) }), '已通知'), ...problemResponses },
})
const exported = defineRoute({
  method: 'get', path: '/api/plans/{id}/export', 'x-access': 'plan.read', tags, summary: '导出计划目录', request: { params: idParameter },
  responses: { 200: { description: 'xlsx', content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses },
})
const paper = defineRoute({ method: 'post', path: '/api/plans/{id}/papers', 'x-access': 'plan.draftPaper', tags, summary: '拟计划文书', request: { params: idParameter }, responses: { ...json(201, z.object({ id: z.string() }), '文书草稿'), ...problemResponses } })

/** 立法规划和计划: items, adoption by 主任会议, adjustments, late items with their written explanation. */
export function planRoutes(services: Services) {
  const show = async (c: Context<Env>, planId: string) => {
    const view = await presentPlan({ services, actor: actorOf(c), planId })
    c.header('etag', etag(view.revision))
    return view
  }
  return createRouter()
    .openapi(list, async (c) => c.json(await listPlans({ services, actor: actorOf(c) }), 200))
    .openapi(create, async (c) => c.json({ id: await createPlan({ services, actor: actorOf(c), plan: c.req.valid('json') }) }, 201))
    .openapi(read, async (c) => c.json(await show(c, c.req.valid('param').id), 200))
    .openapi(add, async (c) => {
      const planId = c.req.valid('param').id
      await addItem({ services, actor: actorOf(c), planId, revision: revisionOf(c), item: c.req.valid('json') })
      return c.json(await show(c, planId), 200)
    })
    .openapi(edit, async (c) => c.json(await show(c, await editItem({ services, actor: actorOf(c), itemId: c.req.valid('param').id, revision: revisionOf(c), item: c.req.valid('json') })), 200))
    .openapi(remove, async (c) => c.json(await show(c, await removeItem({ services, actor: actorOf(c), itemId: c.req.valid('param').id, revision: revisionOf(c) })), 200))
    .openapi(step, async (c) => {
      const { id, key } = c.req.valid('param')
      await takePlanStep({ services, actor: actorOf(c), planId: id, key, values: c.req.valid('json').values, revision: revisionOf(c) })
      return c.json(await show(c, id), 200)
    })
    .openapi(adjust, async (c) => {
      const planId = c.req.valid('param').id
      await adjustPlan({ services, actor: actorOf(c), planId, revision: revisionOf(c), adjustment: c.req.valid('json') })
      return c.json(await show(c, planId), 200)
    })
    .openapi(explain, async (c) => c.json(await show(c, await explainDelay({ services, actor: actorOf(c), itemId: c.req.valid('param').id, explanation: c.req.valid('json') })), 200))
    .openapi(consider, async (c) => c.json(await show(c, await recordConsideration({ services, actor: actorOf(c), explanationId: c.req.valid('param').id, consideration: c.req.valid('json') })), 200))
    .openapi(link, async (c) => c.json(await show(c, await linkProject({ services, actor: actorOf(c), itemId: c.req.valid('param').id, projectId: c.req.valid('json').projectId })), 200))
    .openapi(remind, async (c) => c.json(await remindLate({ services, actor: actorOf(c), planId: c.req.valid('param').id }), 200))
    .openapi(paper, async (c) => c.json({ id: await draftPlanPaper({ services, actor: actorOf(c), planId: c.req.valid('param').id }) }, 201))
    .openapi(exported, async (c) => {
      const { name, bytes } = await exportPlan({ services, actor: actorOf(c), planId: c.req.valid('param').id })
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
      })
    })
}
