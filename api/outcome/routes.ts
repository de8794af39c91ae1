import { z } from '@hono/zod-openapi'
import { flagResolutions, tickedStandards } from '../../law/procedure/index.ts'
import { contactMethods } from '../paper/index.ts'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, legalDate, problemResponses, revisionOf } from '../platform/http/index.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { answerProblems, answerSchema } from './answer-problems.ts'
import { closeCase } from './close-case.ts'
import { compareRefiled, refileComparisonSchema } from './compare-refiled.ts'
import { concludeWithoutProblem } from './conclude-without-problem.ts'
import { decidePlan, offerPlan } from './correction-plans.ts'
import { judgeFlag, judgementSchema } from './judge-flag.ts'
import { recordContact } from './record-contact.ts'
import { refileDocument } from './refile-document.ts'
import { settleFlags } from './settle-flags.ts'
import { answerRowSchema, listAnswers, outcomeSchema, putSchema, showOutcome, showPutToMaker } from './show-outcome.ts'
import { plainSteps, stepFieldsSchema, takeStep } from './take-step.ts'

const tags = ['outcome']
const made = z.object({ id: z.string() })
const said = z.string().trim()
const required = (most: number, message: string) => said.min(1, message).max(most)
const files = z.array(z.uuid()).max(50).default([])

const read = defineRoute({ method: 'get', path: '/api/outcome/{id}', 'x-access': 'outcome.read', tags, summary: '处理：标注、标准、沟通、计划、答复、文书', request: { params: idParameter }, responses: { ...json(200, outcomeSchema, '这一件的处理情况'), ...problemResponses } })
const noProblem = defineRoute({
  method: 'post', path: '/api/outcome/{id}/no-problem', 'x-access': 'outcome.review', tags, summary: '登记未发现问题：四项标准、审查情况记录、告知制定机关（If-Match）',
  request: {
    params: idParameter,
    body: jsonBody(z.object({ ticks: z.partialRecord(z.enum(tickedStandards), z.string().max(2000)).default({}), note: said.max(4000).default(''), notWaitingReason: said.max(2000).default('') }).openapi('NoProblem')),
  },
  responses: { ...json(200, z.object({ paperId: z.string(), revision: z.number().int(), outcome: z.string() }), '已登记'), ...problemResponses },
})
const close = defineRoute({
  method: 'post', path: '/api/outcome/{id}/close', 'x-access': 'outcome.archive', tags, summary: '办结归档（If-Match）', request: { params: idParameter, body: jsonBody(z.object({ note: said.max(4000).default('') })) },
  responses: { ...json(200, z.object({ paperId: z.string(), revision: z.number().int() }), '已办结'), ...problemResponses },
})
const contact = defineRoute({
  method: 'post', path: '/api/outcome/{id}/contacts', 'x-access': 'outcome.review', tags, summary: '登记沟通情况',
  request: {
    params: idParameter,
    body: jsonBody(
      z.object({
        method: z.enum(contactMethods), on: legalDate, attendees: required(1000, '请写明参加的人。'), summary: required(20_000, '请写明沟通的内容。'), result: said.max(20_000).default(''), fileIds: files, sharedWithMaker: z.boolean().default(false), negotiates: z.boolean().default(false),
      }).openapi('ContactInput'),
    ),
  },
  responses: { ...json(201, made, '已登记'), ...problemResponses },
})
const plan = defineRoute({
  method: 'post', path: '/api/outcome/{id}/plans', 'x-access': 'outcome.answer', tags, summary: '提出处理计划',
  request: { params: idParameter, body: jsonBody(z.object({ text: required(20_000, '请写明怎样处理。'), dueOn: legalDate, fileIds: files }).openapi('PlanInput')) }, responses: { ...json(201, made, '已提出'), ...problemResponses },
})
const decide = defineRoute({
  method: 'post', path: '/api/outcome/{id}/plans/{planId}/decision', 'x-access': 'outcome.decide', tags, summary: '接受或者不接受处理计划（If-Match）',
  request: { params: idParameter.extend({ planId: z.uuid().openapi({ param: { name: 'planId', in: 'path' } }) }), body: jsonBody(z.object({ accept: z.boolean(), reason: said.max(4000).default('') })) }, responses: { ...json(200, z.object({ done: z.boolean() }), '已办理'), ...problemResponses },
})
const answer = defineRoute({
  method: 'post', path: '/api/outcome/{id}/answers', 'x-access': 'outcome.answer', tags, summary: '制定机关答复函询、审查意见', request: { params: idParameter, body: jsonBody(answerSchema) }, responses: { ...json(201, made, '已答复'), ...problemResponses },
})
const step = defineRoute({
  method: 'post', path: '/api/outcome/{id}/steps/{key}', 'x-access': 'outcome.review', tags, summary: '处理的其他步骤（If-Match）',
  request: { params: idParameter.extend({ key: z.string().max(60).openapi({ param: { name: 'key', in: 'path' } }) }), body: jsonBody(stepFieldsSchema) }, responses: { ...json(200, z.object({ revision: z.number().int() }), '已办理'), ...problemResponses },
})
const refile = defineRoute({ method: 'post', path: '/api/outcome/{id}/refile', 'x-access': 'outcome.answer', tags, summary: '重新报送：按原件形成报备草稿', request: { params: idParameter }, responses: { ...json(201, made, '草稿'), ...problemResponses } })
const comparison = defineRoute({
  method: 'get', path: '/api/outcome/{id}/refile-comparison', 'x-access': 'outcome.read', tags, summary: '修改后的文本与标注的文本逐处比对', request: { params: idParameter }, responses: { ...json(200, refileComparisonSchema, '逐处标注，再全文'), ...problemResponses },
})
const judge = defineRoute({
  method: 'put', path: '/api/outcome/{id}/judgements/{flagId}', 'x-access': 'outcome.review', tags, summary: '判断一处问题',
  request: {
    params: idParameter.extend({ flagId: z.uuid().openapi({ param: { name: 'flagId', in: 'path' } }) }),
    body: jsonBody(z.object({ refiledId: z.uuid().nullable(), finding: z.enum(['unchanged', 'changed', 'deleted', 'notFound', 'answered']), algorithm: z.string().max(40).nullable().default(null), verdict: z.enum(flagResolutions), note: said.max(4000).default('') }).openapi('JudgementInput')),
  },
  responses: { ...json(200, judgementSchema, '已记下'), ...problemResponses },
})
const settle = defineRoute({
  method: 'post', path: '/api/outcome/{id}/settle', 'x-access': 'outcome.review', tags, summary: '登记复核结果（If-Match）',
  request: { params: idParameter, body: jsonBody(z.object({ unsettled: z.enum(['putAgain', 'keepForOpinion']), outcome: z.enum(['modified', 'explained']).default('modified') })) },
  responses: { ...json(200, z.object({ resolved: z.boolean(), open: z.number().int(), revision: z.number().int() }), '已登记'), ...problemResponses },
})
const answers = defineRoute({ method: 'get', path: '/api/answers', 'x-access': 'signedIn', tags, summary: '送给本单位、要答复的问题', responses: { ...json(200, z.object({ items: z.array(answerRowSchema) }), '先到期的在前'), ...problemResponses } })
const put = defineRoute({ method: 'get', path: '/api/answers/{id}', 'x-access': 'outcome.answer', tags, summary: '一件文件里送给本单位的问题', request: { params: idParameter }, responses: { ...json(200, putSchema, '问题、答复、期限；ETag 是备案件的版本标记'), ...problemResponses } })

const plainStep = (key: string) => {
  const found = plainSteps.find((k) => k === key)
  if (found === undefined) throw problem('not-found', { detail: '没有这个步骤，请刷新页面后重试。' })
  return found
}

/** 处理. */
export function outcomeRoutes(services: Services) {
  return createRouter()
    .openapi(read, async (c) => c.json(await showOutcome({ services, actor: actorOf(c), filingId: c.req.valid('param').id }), 200))
    .openapi(noProblem, async (c) => c.json(await concludeWithoutProblem({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') }), 200))
    .openapi(close, async (c) => c.json(await closeCase({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') }), 200))
    .openapi(contact, async (c) => c.json({ id: await recordContact({ services, actor: actorOf(c), filingId: c.req.valid('param').id, contact: c.req.valid('json') }) }, 201))
    .openapi(plan, async (c) => c.json({ id: await offerPlan({ services, actor: actorOf(c), filingId: c.req.valid('param').id, ...c.req.valid('json') }) }, 201))
    .openapi(decide, async (c) => {
      const { id, planId } = c.req.valid('param')
      await decidePlan({ services, actor: actorOf(c), filingId: id, planId, revision: revisionOf(c), ...c.req.valid('json') })
      return c.json({ done: true }, 200)
    })
    .openapi(answer, async (c) => c.json({ id: await answerProblems({ services, actor: actorOf(c), filingId: c.req.valid('param').id, answer: c.req.valid('json') }) }, 201))
    .openapi(step, async (c) => {
      const { id, key } = c.req.valid('param')
      return c.json(await takeStep({ services, actor: actorOf(c), filingId: id, key: plainStep(key), revision: revisionOf(c), fields: c.req.valid('json') }), 200)
    })
    .openapi(refile, async (c) => c.json({ id: await refileDocument({ services, actor: actorOf(c), filingId: c.req.valid('param').id }) }, 201))
    .openapi(comparison, async (c) => c.json(await compareRefiled({ services, actor: actorOf(c), filingId: c.req.valid('param').id }), 200))
    .openapi(judge, async (c) => {
      const { id, flagId } = c.req.valid('param')
      return c.json(await judgeFlag({ services, actor: actorOf(c), filingId: id, flagId, judgement: c.req.valid('json') }), 200)
    })
    .openapi(settle, async (c) => c.json(await settleFlags({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') }), 200))
    .openapi(answers, async (c) => c.json({ items: await listAnswers({ services, actor: actorOf(c) }) }, 200))
    .openapi(put, async (c) => {
      const shown = await showPutToMaker({ services, actor: actorOf(c), filingId: c.req.valid('param').id })
      c.header('etag', etag(shown.revision))
      return c.json(shown, 200)
    })
}
