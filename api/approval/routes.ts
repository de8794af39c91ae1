import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, page, pageQuery, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { approvalFor } from './approval-for.ts'
import { approvalResults, decideApproval, recallApproval } from './decide-approval.ts'
import { approvalRowSchema, approvalSchema, listApprovals, presentApproval } from './present-approval.ts'
import { answerOpinion, giveOpinion, putOnProvinceAgenda, receiveApproval, recordAmendments } from './province-acts.ts'
import { readEnclosure } from './read-enclosure.ts'
import { submitForApproval } from './submit-for-approval.ts'
import { amendmentSchema } from './texts.ts'

const tags = ['approval']
const shown = { ...json(200, approvalSchema, '报请批准的材料、意见和结果；ETag 是修改用的版本标记'), ...problemResponses }
const day = z.iso.date('日期应当写作 2026-03-01 这样的形式。')
const written = (message: string, max = 4000) => z.string().trim().min(1, message).max(max)

const list = defineRoute({
  method: 'get', path: '/api/approvals', 'x-access': 'approval.read', tags, summary: '报请批准的法规：上级收到的，本级报送的', request: { query: pageQuery.extend({ projectId: z.uuid().optional() }) },
  responses: { ...json(200, page(approvalRowSchema), '报请批准的法规'), ...problemResponses },
})
const submit = defineRoute({
  method: 'post', path: '/api/projects/{id}/approval', 'x-access': 'approval.submit', tags, summary: '报请批准（If-Match 用项目的版本标记）', request: { params: idParameter, body: jsonBody(z.object({})) },
  responses: { ...json(201, z.object({ id: z.string() }), '已报送'), ...problemResponses },
})
const read = defineRoute({ method: 'get', path: '/api/approvals/{id}', 'x-access': 'approval.read', tags, summary: '一次报请批准', request: { params: idParameter }, responses: shown })
const receive = defineRoute({ method: 'post', path: '/api/approvals/{id}/receipt', 'x-access': 'approval.decide', tags, summary: '接收齐全的材料：四个月从这一天起算（If-Match）', request: { params: idParameter, body: jsonBody(z.object({ receivedOn: day })) }, responses: shown })
const agenda = defineRoute({ method: 'post', path: '/api/approvals/{id}/agenda', 'x-access': 'approval.decide', tags, summary: '登记列入上级常委会会议议程（If-Match）', request: { params: idParameter, body: jsonBody(z.object({ on: day })) }, responses: shown })
const opine = defineRoute({
  method: 'post', path: '/api/approvals/{id}/opinions', 'x-access': 'approval.decide', tags, summary: '对条文提出审查意见',
  request: { params: idParameter, body: jsonBody(z.object({ articleId: z.string().max(200).nullable(), text: written('请填写审查意见。') }).openapi('ApprovalOpinionInput')) }, responses: shown,
})
const reply = defineRoute({
  method: 'post', path: '/api/approvals/{id}/opinions/{opinionId}/answer', 'x-access': 'approval.answer', tags, summary: '答复审查意见',
  request: { params: idParameter.extend({ opinionId: z.uuid().openapi({ param: { name: 'opinionId', in: 'path' } }) }), body: jsonBody(z.object({ answer: written('请填写答复。') })) }, responses: shown,
})
const amend = defineRoute({
  method: 'put', path: '/api/approvals/{id}/amendments', 'x-access': 'approval.decide', tags, summary: '记录修改意见：逐条写明条文、原文、修改后、理由（If-Match）',
  request: { params: idParameter, body: jsonBody(z.object({ amendments: z.array(amendmentSchema).max(200) }).openapi('ApprovalAmendments')) }, responses: shown,
})
const decide = defineRoute({
  method: 'post', path: '/api/approvals/{id}/decision', 'x-access': 'approval.decide', tags, summary: '登记批准、附修改意见批准、不予批准（If-Match）',
  request: {
    params: idParameter,
    body: jsonBody(
      z.object({ result: z.enum(approvalResults), decidedOn: day, decisionMeeting: written('请填写作出决定的会议。', 300), decisionNo: z.string().trim().max(100).nullable().default(null), reason: z.string().trim().max(4000).nullable().default(null), fileId: z.uuid().nullable().default(null) }).openapi('ApprovalDecisionInput'),
    ),
  },
  responses: shown,
})
const recall = defineRoute({
  method: 'post', path: '/api/approvals/{id}/recall', 'x-access': 'approval.submit', tags, summary: '撤回报请批准（If-Match）',
  request: { params: idParameter, body: jsonBody(z.object({ reason: written('请填写撤回的原因。'), consent: z.string().trim().max(1000).default('') })) }, responses: shown,
})
const enclosure = defineRoute({
  method: 'get', path: '/api/approvals/{id}/enclosures/{index}/{form}', 'x-access': 'approval.read', tags, summary: '下载报批材料',
  request: { params: idParameter.extend({ index: z.coerce.number().int().min(0).max(50).openapi({ param: { name: 'index', in: 'path' } }), form: z.enum(['docx', 'pdf']).openapi({ param: { name: 'form', in: 'path' } }) }) },
  responses: { 200: { description: '材料', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses },
})

/** 报请批准: what the city sends and the province answers (立法法 81). */
export function approvalRoutes(services: Services) {
  const present = async (actor: Actor, requestId: string) => {
    const { row, side } = await approvalFor({ tx: services.prisma, actor, requestId })
    return presentApproval({ services, actor, row, side })
  }
  return createRouter()
    .openapi(list, async (c) => c.json(await listApprovals({ services, actor: actorOf(c), ...c.req.valid('query') }), 200))
    .openapi(submit, async (c) => c.json({ id: await submitForApproval({ services, actor: actorOf(c), projectId: c.req.valid('param').id, revision: revisionOf(c) }) }, 201))
    .openapi(read, async (c) => {
      const view = await present(actorOf(c), c.req.valid('param').id)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(receive, async (c) => {
      const [actor, requestId] = [actorOf(c), c.req.valid('param').id]
      await receiveApproval({ services, actor, requestId, revision: revisionOf(c), ...c.req.valid('json') })
      const view = await present(actor, requestId)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(agenda, async (c) => {
      const [actor, requestId] = [actorOf(c), c.req.valid('param').id]
      await putOnProvinceAgenda({ services, actor, requestId, revision: revisionOf(c), ...c.req.valid('json') })
      const view = await present(actor, requestId)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(opine, async (c) => {
      const [actor, requestId] = [actorOf(c), c.req.valid('param').id]
      await giveOpinion({ services, actor, requestId, ...c.req.valid('json') })
      return c.json(await present(actor, requestId), 200)
    })
    .openapi(reply, async (c) => {
      const { id: requestId, opinionId } = c.req.valid('param')
      const actor = actorOf(c)
      await answerOpinion({ services, actor, requestId, opinionId, answer: c.req.valid('json').answer })
      return c.json(await present(actor, requestId), 200)
    })
    .openapi(amend, async (c) => {
      const [actor, requestId] = [actorOf(c), c.req.valid('param').id]
      await recordAmendments({ services, actor, requestId, revision: revisionOf(c), amendments: c.req.valid('json').amendments })
      const view = await present(actor, requestId)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(decide, async (c) => {
      const [actor, requestId] = [actorOf(c), c.req.valid('param').id]
      await decideApproval({ services, actor, requestId, revision: revisionOf(c), decision: c.req.valid('json') })
      const view = await present(actor, requestId)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(recall, async (c) => {
      const [actor, requestId] = [actorOf(c), c.req.valid('param').id]
      await recallApproval({ services, actor, requestId, revision: revisionOf(c), ...c.req.valid('json') })
      const view = await present(actor, requestId)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(enclosure, async (c) => {
      const { id: requestId, index, form } = c.req.valid('param')
      const file = await readEnclosure({ services, actor: actorOf(c), requestId, index, form })
      return new Response(file.body, {
        headers: { 'content-type': file.mediaType, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'" },
      })
    })
}
