import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, json, pageQuery, problemResponses } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { exportLedger } from './export-ledger.ts'
import { ledgerPageSchema, type LedgerQuery, ledgerSummarySchema, listLedger, summariseLedger } from './list-ledger.ts'

const tags = ['ledger']
const access = 'filing.draft'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const filters = z.object({ year: z.coerce.number().int().min(1979).max(9999).optional(), state: z.string().max(40).optional(), q: z.string().max(100).optional() })

const list = defineRoute({ method: 'get', path: '/api/ledger', 'x-access': access, tags, summary: '本单位报备台账', request: { query: pageQuery.extend(filters.shape) }, responses: { ...json(200, ledgerPageSchema, '按公布日期从新到旧'), ...problemResponses } })
const summary = defineRoute({ method: 'get', path: '/api/ledger-summary', 'x-access': access, tags, summary: '应报、已报、按期件数和应报未报的文件', request: { query: filters.pick({ year: true }) }, responses: { ...json(200, ledgerSummarySchema, '一年的件数'), ...problemResponses } })
const spreadsheet = defineRoute({
  method: 'get', path: '/api/ledger.xlsx', 'x-access': access, tags, summary: '导出台账', request: { query: filters },
  responses: { 200: { description: '台账', content: { [XLSX]: { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses },
})

const queryOf = (given: z.infer<typeof filters>): LedgerQuery => ({
  ...(given.year === undefined ? {} : { year: given.year }), ...(given.state === undefined ? {} : { state: given.state }), ...(given.q === undefined ? {} : { q: given.q }),
})

/** 本单位台账. */
export function ledgerRoutes(services: Services) {
  return createRouter()
    .openapi(list, async (c) => {
      const { cursor, limit, ...query } = c.req.valid('query')
      return c.json(await listLedger({ services, actor: actorOf(c), query: queryOf(query), limit, ...(cursor === undefined ? {} : { cursor }) }), 200)
    })
    .openapi(summary, async (c) => {
      const { year } = c.req.valid('query')
      return c.json(await summariseLedger({ services, actor: actorOf(c), ...(year === undefined ? {} : { year }) }), 200)
    })
    .openapi(spreadsheet, async (c) => {
      const bytes = await exportLedger({ services, actor: actorOf(c), query: queryOf(c.req.valid('query')) })
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': XLSX, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`报备台账-${services.clock.today()}.xlsx`)}` } })
    })
}
