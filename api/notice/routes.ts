import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, decodeCursor, defineRoute, encodeCursor, idParameter, json, page, pageQuery, problemResponses } from '../platform/http/index.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'

const noticeSchema = z
  .object({ id: z.string(), kind: z.string(), title: z.string(), body: z.string(), link: z.string().nullable(), createdAt: z.string(), readAt: z.string().nullable(), deliveries: z.array(z.object({ channel: z.string(), at: z.string(), outcome: z.string() })) })
  .openapi('Notice')

const tags = ['notice']
const list = defineRoute({
  method: 'get',
  path: '/api/notices',
  'x-access': 'signedIn',
  tags,
  summary: '我的消息',
  request: { query: pageQuery.extend({ unread: z.enum(['true']).optional() }) },
  responses: { ...json(200, page(noticeSchema), '新的在前'), ...problemResponses },
})
const read = defineRoute({ method: 'post', path: '/api/notices/{id}/read', 'x-access': 'notice.read', tags, summary: '标为已读', request: { params: idParameter }, responses: { ...json(200, z.object({ read: z.literal(true) }), '已读'), ...problemResponses } })
const readAll = defineRoute({ method: 'post', path: '/api/notices/read-all', 'x-access': 'signedIn', tags, summary: '全部标为已读', responses: { ...json(200, z.object({ count: z.number().int() }), '标为已读的条数'), ...problemResponses } })

/** 消息: everybody's own and nobody else's. */
export function noticeRoutes(services: Services) {
  const { prisma } = services
  return createRouter()
    .openapi(list, async (c) => {
      const { personId } = actorOf(c)
      const { cursor, limit, unread } = c.req.valid('query')
      const before = cursor === undefined ? null : decodeCursor(cursor)[0]
      const where = { personId, ...(unread === undefined ? {} : { readAt: null }) }
      const rows = await prisma.notice.findMany({
        where: { ...where, ...(typeof before === 'string' ? { id: { lt: before } } : {}) },
        include: { deliveries: { orderBy: { at: 'asc' } } },
        orderBy: { id: 'desc' },
        take: limit + 1,
      })
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return c.json(
        {
          items: shown.map((n) => ({
            id: n.id, kind: n.kind, title: n.title, body: n.body, link: n.link, createdAt: n.createdAt.toISOString(), readAt: n.readAt?.toISOString() ?? null,
            deliveries: n.deliveries.map((d) => ({ channel: d.channel, at: d.at.toISOString(), outcome: d.outcome })),
          })),
          next: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null,
          total: await prisma.notice.count({ where }),
        },
        200,
      )
    })
    .openapi(read, async (c) => {
      const changed = await prisma.notice.updateMany({ where: { id: c.req.valid('param').id, personId: actorOf(c).personId }, data: { readAt: new Date() } })
      if (changed.count === 0) throw problem('not-found')
      return c.json({ read: true as const }, 200)
    })
    .openapi(readAll, async (c) => {
      const changed = await prisma.notice.updateMany({ where: { personId: actorOf(c).personId, readAt: null }, data: { readAt: new Date() } })
      return c.json({ count: changed.count }, 200)
    })
}
