import { z } from '@hono/zod-openapi'
import { materialKeys } from '../../../law/procedure/index.ts'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, legalDate, pageQuery, problemResponses, revisionOf } from '../../platform/http/index.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { filingFieldsSchema } from '../draft/filing-fields.ts'
import { filingFor } from '../filing-for.ts'
import { filingSchema, presentFiling } from '../present-filing.ts'
import { requestCorrection, resubmitCorrection, returnFiling } from './correct-and-return.ts'
import { enterPaper } from './enter-paper.ts'
import { listReceipt, receiptPageSchema, receiptStates } from './list-receipt.ts'
import { receiveFiling } from './receive-filing.ts'
import { registerFiling, registerSeveral } from './register-filing.ts'
import { settleFinding } from './settle-finding.ts'

const tags = ['receipt']
const access = 'filing.receive'
const answers = { ...json(200, filingSchema, '办理后的记录'), ...problemResponses }

const list = defineRoute({
  method: 'get', path: '/api/receipt', 'x-access': access, tags, summary: '待接收、待登记、待补正的报备，附程序发现的问题', request: { query: pageQuery.extend({ state: z.enum(receiptStates).optional() }) },
  responses: { ...json(200, receiptPageSchema, '按报送先后'), ...problemResponses },
})
const registerBatch = defineRoute({
  method: 'post', path: '/api/receipt/register', 'x-access': access, tags, summary: '批量登记',
  request: { body: jsonBody(z.object({ filings: z.array(z.object({ id: z.uuid(), revision: z.number().int() })).min(1, '请先选择要登记的文件').max(100) })) },
  responses: { ...json(200, z.object({ results: z.array(z.object({ id: z.string(), registrationNo: z.string().nullable(), refused: z.string().nullable() })) }), '逐件结果'), ...problemResponses },
})
const paper = defineRoute({
  method: 'post', path: '/api/receipt/paper', 'x-access': access, tags, summary: '代录纸质报备',
  request: {
    body: jsonBody(
      filingFieldsSchema.omit({ receiverOrganId: true }).extend({
        makerOrganId: z.uuid('请选择制定机关'), receivedOn: legalDate,
        materials: z.array(z.object({ kind: z.enum(materialKeys), fileId: z.uuid().optional(), note: z.string().max(4000).optional(), notApplicableReason: z.string().max(500).optional() })).max(60).default([]),
      }),
    ),
  },
  responses: { ...json(201, filingSchema, '已代录，进入形式审查'), ...problemResponses },
})
const step = <P extends string, T extends z.ZodType>(path: P, summary: string, body: T, who: 'filing.receive' | 'filing.draft' = access) =>
  defineRoute({ method: 'post', path, 'x-access': who, tags, summary: `${summary}（If-Match）`, request: { params: idParameter, body: jsonBody(body) }, responses: answers })

const receive = step('/api/filings/{id}/receive', '接收', z.object({}))
const settle = step('/api/filings/{id}/findings', '写明形式审查问题的处理', z.object({ key: z.string().max(100), reason: z.string().max(500) }))
const register = step('/api/filings/{id}/register', '接收登记', z.object({}))
const correction = step('/api/filings/{id}/correction', '退回补正', z.object({ items: z.array(z.string().max(500)).max(30) }))
const resubmit = step('/api/filings/{id}/resubmit', '提交补正', z.object({ note: z.string().max(1000).optional() }), 'filing.draft')
const sendBack = step('/api/filings/{id}/return', '不属于备案范围，退回', z.object({ reason: z.string().max(1000), rightAddressee: z.string().max(100).optional() }))

/** 接收、形式审查. */
export function receiptRoutes(services: Services) {
  const show = async (actor: Actor, filingId: string) => presentFiling({ services, actor, filing: await filingFor({ services, actor, filingId, action: 'read' }) })
  return createRouter()
    .openapi(list, async (c) => {
      const { cursor, limit, state } = c.req.valid('query')
      return c.json(await listReceipt({ services, actor: actorOf(c), limit, ...(cursor === undefined ? {} : { cursor }), ...(state === undefined ? {} : { state }) }), 200)
    })
    .openapi(registerBatch, async (c) => c.json({ results: await registerSeveral({ services, actor: actorOf(c), filings: c.req.valid('json').filings }) }, 200))
    .openapi(paper, async (c) => {
      const { makerOrganId, receivedOn, materials, ...fields } = c.req.valid('json')
      const id = await enterPaper({ services, actor: actorOf(c), makerOrganId, receivedOn, fields, materials })
      const view = await show(actorOf(c), id)
      c.header('etag', etag(view.revision))
      return c.json(view, 201)
    })
    .openapi(receive, async (c) => {
      const filingId = c.req.valid('param').id
      await receiveFiling({ services, actor: actorOf(c), filingId, revision: revisionOf(c) })
      return c.json(await show(actorOf(c), filingId), 200)
    })
    .openapi(settle, async (c) => {
      const filingId = c.req.valid('param').id
      await settleFinding({ services, actor: actorOf(c), filingId, revision: revisionOf(c), ...c.req.valid('json') })
      return c.json(await show(actorOf(c), filingId), 200)
    })
    .openapi(register, async (c) => {
      const filingId = c.req.valid('param').id
      await registerFiling({ services, actor: actorOf(c), filingId, revision: revisionOf(c) })
      return c.json(await show(actorOf(c), filingId), 200)
    })
    .openapi(correction, async (c) => {
      const filingId = c.req.valid('param').id
      await requestCorrection({ services, actor: actorOf(c), filingId, revision: revisionOf(c), items: c.req.valid('json').items })
      return c.json(await show(actorOf(c), filingId), 200)
    })
    .openapi(resubmit, async (c) => {
      const filingId = c.req.valid('param').id
      await resubmitCorrection({ services, actor: actorOf(c), filingId, revision: revisionOf(c), ...c.req.valid('json') })
      return c.json(await show(actorOf(c), filingId), 200)
    })
    .openapi(sendBack, async (c) => {
      const filingId = c.req.valid('param').id
      await returnFiling({ services, actor: actorOf(c), filingId, revision: revisionOf(c), ...c.req.valid('json') })
      return c.json(await show(actorOf(c), filingId), 200)
    })
}
