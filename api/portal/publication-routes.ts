import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { publishFiling } from './publish-filing.ts'

const publicationSchema = z.object({ filingId: z.string(), publishedAt: z.string().nullable(), revision: z.number().int(), textPublic: z.boolean() }).openapi('Publication')

const publication = defineRoute({
  method: 'post',
  path: '/api/filings/{id}/publication',
  'x-access': 'filing.publish',
  tags: ['portal'],
  summary: '公开备案文件，或者撤回公开',
  request: { params: idParameter, body: jsonBody(z.object({ publish: z.boolean(), reason: z.string().max(500).default('') })) },
  responses: { ...json(200, publicationSchema, '公开情况'), ...problemResponses },
})

/** The act that makes a filed document public; the pages themselves are no part of the API. */
export const publicationRoutes = (services: Services) =>
  createRouter().openapi(publication, async (c) => {
    const { publish, reason } = c.req.valid('json')
    const done = await publishFiling({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c), publish, reason })
    c.header('etag', etag(done.revision))
    return c.json(done, 200)
  })
