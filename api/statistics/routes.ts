import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, json, problemResponses } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { countBelow } from './count-below.ts'
import { countFilings } from './count-filings.ts'

const shareSchema = z.object({ key: z.string(), label: z.string(), count: z.number().int() })
const statisticsSchema = z
  .object({
    year: z.number().int(), years: z.array(z.number().int()), previousReceived: z.number().int(), received: z.number().int(), registered: z.number().int(), returned: z.number().int(), withProblems: z.number().int(), closed: z.number().int(), open: z.number().int(), onTime: z.number().int(), late: z.number().int(), acceptedAtOnce: z.number().int(),
    byMaker: z.array(shareSchema), byKind: z.array(shareSchema), byOutcome: z.array(shareSchema), byMode: z.array(shareSchema), flagsByStandard: z.array(shareSchema),
    suggestions: z.object({ received: z.number().int(), closed: z.number().int() }),
  })
  .openapi('FilingStatistics')

const statistics = defineRoute({
  method: 'get', path: '/api/statistics', 'x-access': 'filing.statistics', tags: ['statistics'], summary: '一年的备案审查数字',
  request: { query: z.object({ year: z.coerce.number().int().min(1990).max(2100) }) },
  responses: { ...json(200, statisticsSchema, '本级接收的文件'), ...problemResponses },
})

const lower = defineRoute({
  method: 'get', path: '/api/statistics/below', 'x-access': 'statistics.below', tags: ['statistics'], summary: '下级常委会一年的件数（只读，只有数字）',
  request: { query: z.object({ year: z.coerce.number().int().min(1990).max(2100) }) },
  responses: {
    ...json(200, z.object({ year: z.number().int(), committees: z.array(z.object({ organId: z.string(), name: z.string(), level: z.string(), received: z.number().int(), registered: z.number().int(), late: z.number().int(), closed: z.number().int() })) }), '每个常委会一行'),
    ...problemResponses,
  },
})

/** 统计: figures of the own committee; counting is a read and goes through the scope. */
export const statisticsRoutes = (services: Services) =>
  createRouter()
    .openapi(statistics, async (c) => c.json(await countFilings({ services, actor: actorOf(c), ...c.req.valid('query') }), 200))
    .openapi(lower, async (c) => {
      const { year } = c.req.valid('query')
      return c.json({ year, committees: await countBelow({ services, actor: actorOf(c), year }) }, 200)
    })
