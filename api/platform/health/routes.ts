import { z } from '@hono/zod-openapi'
import { createRouter, defineRoute, json, problemResponses } from '../http/index.ts'
import type { Services } from '../services.ts'

const health = defineRoute({ method: 'get', path: '/healthz', 'x-access': 'public', tags: ['platform'], summary: '进程是否在运行', responses: { ...json(200, z.object({ status: z.literal('ok') }), '在运行'), ...problemResponses } })
const readySchema = z.object({ status: z.enum(['ready', 'notReady']), database: z.boolean(), search: z.boolean() })
const ready = defineRoute({ method: 'get', path: '/readyz', 'x-access': 'public', tags: ['platform'], summary: '能否接受请求', responses: { ...json(200, readySchema, '可以'), ...json(503, readySchema, '还不可以'), ...problemResponses } })

/** Search may be down without a filing being lost, so it does not make the server unready. */
export function healthRoutes(services: Services) {
  return createRouter()
    .openapi(health, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(ready, async (c) => {
      const [database, search] = await Promise.all([
        services.prisma.$queryRaw`SELECT 1`.then(() => true, () => false),
        services.search.health().then((h) => h.available, () => false),
      ])
      return database ? c.json({ status: 'ready' as const, database, search }, 200) : c.json({ status: 'notReady' as const, database, search }, 503)
    })
}
