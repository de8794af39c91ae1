import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, json, jsonBody, legalDate, problemResponses } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { declareSameWork } from './declare-same-work.ts'
import { setEffectDates } from './set-effect-dates.ts'

const tags = ['library']
const key = z.string().min(1).max(60)
const address = z.object({ key, dateKey: z.string().max(40) })
const recorded = { ...json(200, z.object({ saved: z.literal(true) }), '已记录，文本和地址不变'), ...problemResponses }

const effect = defineRoute({
  method: 'post', path: '/api/library/works/{key}/versions/{dateKey}/effect', 'x-access': 'library.keep', tags, summary: '补录原先不知道的施行日期、失效日期',
  request: {
    params: address,
    body: jsonBody(z.object({ effectiveFrom: legalDate.optional(), effectiveTo: legalDate.optional(), basis: z.enum(['stated', 'inferred']), source: z.string().trim().min(4, '请写明依据的文件名称').max(300) })),
  },
  responses: recorded,
})
const same = defineRoute({
  method: 'post', path: '/api/library/works/{key}/same-as', 'x-access': 'library.keep', tags, summary: '记为与另一件是同一件法规（改名、换制定机关）',
  request: { params: z.object({ key }), body: jsonBody(z.object({ sameAs: key, reason: z.string().trim().min(4, '请写明依据').max(300) })) }, responses: recorded,
})

/** What a person sets right of the library. POST each: a recorded fact, never an edit of a version. */
export const correctionRoutes = (services: Services) =>
  createRouter()
    .openapi(effect, async (c) => {
      const { effectiveFrom, effectiveTo, basis, source } = c.req.valid('json')
      const { key: workKey, dateKey } = c.req.valid('param')
      await setEffectDates({ services, actor: actorOf(c), workKey, dateKey, basis, source, ...(effectiveFrom === undefined ? {} : { effectiveFrom }), ...(effectiveTo === undefined ? {} : { effectiveTo }) })
      return c.json({ saved: true as const }, 200)
    })
    .openapi(same, async (c) => {
      await declareSameWork({ services, actor: actorOf(c), workKey: c.req.valid('param').key, ...c.req.valid('json') })
      return c.json({ saved: true as const }, 200)
    })
