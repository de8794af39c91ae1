import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, json, jsonBody, problemResponses } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { gatherToday } from './gather-today.ts'
import { remindOthers } from './remind-others.ts'
import { todaySchema } from './today-schema.ts'

const tags = ['today']
const read = defineRoute({ method: 'get', path: '/api/today', 'x-access': 'signedIn', tags, summary: '今日：到期的、等待他人的、交给我的', responses: { ...json(200, todaySchema, '按本人的岗位'), ...problemResponses } })
const remind = defineRoute({
  method: 'post', path: '/api/today/remind', 'x-access': 'today.remind', tags, summary: '催一下', request: { body: jsonBody(z.object({ key: z.string().min(1).max(100) })) },
  responses: { ...json(200, z.object({ told: z.number().int(), who: z.string() }), '已经告诉的人数'), ...problemResponses },
})

/** 今日: everybody's own. */
export function todayRoutes(services: Services) {
  return createRouter()
    .openapi(read, async (c) => c.json(await gatherToday({ services, actor: actorOf(c) }), 200))
    .openapi(remind, async (c) => c.json(await remindOthers({ services, actor: actorOf(c), key: c.req.valid('json').key }), 200))
}
