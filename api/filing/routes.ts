import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, problemResponses } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { filingFor } from './filing-for.ts'
import { draftRoutes } from './draft/routes.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { basisHintSchema, legalBasisHints } from './legal-basis.ts'
import { filingSchema, presentFiling } from './present-filing.ts'
import { receiptRoutes } from './receipt/routes.ts'

const tags = ['filing']

const read = defineRoute({
  method: 'get', path: '/api/filings/{id}', 'x-access': 'filing.read', tags, summary: '备案审查件（按登录人可见的范围）', request: { params: idParameter },
  responses: { ...json(200, filingSchema, '文件、材料、期限、记录和现在能办的步骤；ETag 是修改用的版本标记'), ...problemResponses },
})

const basis = defineRoute({
  method: 'get', path: '/api/filings/{id}/basis', 'x-access': 'filing.read', tags, summary: '制定依据核对：引用的旧文本、旧名称、已失效的法和找不到的条文', request: { params: idParameter },
  responses: { ...json(200, z.object({ on: z.string(), hints: z.array(basisHintSchema) }), '只是提示，由人判断；on 是本件日期'), ...problemResponses },
})

/** 报备、接收. */
export function filingRoutes(services: Services) {
  const record = createRouter().openapi(read, async (c) => {
    const actor = actorOf(c)
    const filing = await filingFor({ services, actor, filingId: c.req.valid('param').id, action: 'read' })
    c.header('etag', etag(filing.revision))
    return c.json(await presentFiling({ services, actor, filing }), 200)
  })
  const checked = createRouter().openapi(basis, async (c) => {
    const actor = actorOf(c)
    const filing = await filingFor({ services, actor, filingId: c.req.valid('param').id, action: 'read' })
    return c.json(await legalBasisHints({ services, actor, filing }), 200)
  })
  return createRouter().route('/', record).route('/', checked).route('/', draftRoutes(services)).route('/', receiptRoutes(services)).route('/', ledgerRoutes(services))
}
