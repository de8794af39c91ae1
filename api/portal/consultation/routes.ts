import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, legalDate, problemResponses } from '../../platform/http/index.ts'
import { fromDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { consultationGround, mayPublish, projectForConsultation } from './consultation-ground.ts'
import { publishConsultation, publishDisposition, revokeConsultation, standing } from './publish-consultation.ts'

const tags = ['portal']
const consultationSchema = z
  .object({
    project: z.object({ id: z.string(), title: z.string(), state: z.string() }),
    /** what would be made public, and what is missing for it */
    ready: z.object({ notice: z.string().nullable(), text: z.string().nullable(), explanation: z.string().nullable(), closesOn: z.string().nullable(), missing: z.array(z.string()) }),
    published: z.object({ id: z.string(), title: z.string(), opensOn: z.string(), closesOn: z.string(), howTo: z.string(), by: z.string(), over: z.boolean(), disposition: z.string().nullable(), dispositionBy: z.string().nullable() }).nullable(),
    may: z.object({ publish: z.boolean(), dispose: z.boolean(), revoke: z.boolean() }),
  })
  .openapi('ProjectConsultation')

const shown = { ...json(200, consultationSchema, '公开征求意见'), ...problemResponses }
const read = defineRoute({ method: 'get', path: '/api/projects/{id}/consultation', 'x-access': 'project.readInternal', tags, summary: '公开征求意见：要公布的材料、已经公布的', request: { params: idParameter }, responses: shown })
const publish = defineRoute({
  method: 'post', path: '/api/projects/{id}/consultation', 'x-access': 'consultation.publish', tags, summary: '向社会公布草案，公开征求意见',
  request: { params: idParameter, body: jsonBody(z.object({ closesOn: legalDate, howTo: z.string().trim().min(1, '请填写提出意见的方式：通信地址、电子邮箱。').max(1000) }).openapi('ConsultationInput')) }, responses: shown,
})
const dispose = defineRoute({
  method: 'post', path: '/api/projects/{id}/consultation/disposition', 'x-access': 'consultation.publish', tags, summary: '公布意见采纳情况',
  request: { params: idParameter, body: jsonBody(z.object({ disposition: z.string().trim().min(1, '请填写意见采纳情况。').max(20_000) }).openapi('ConsultationDisposition')) }, responses: shown,
})
const revoke = defineRoute({
  method: 'post', path: '/api/projects/{id}/consultation/revocation', 'x-access': 'consultation.publish', tags, summary: '撤下公布错的征求意见',
  request: { params: idParameter, body: jsonBody(z.object({ reason: z.string().trim().min(1, '请写明撤下的原因。').max(1000) }).openapi('ConsultationRevocation')) }, responses: shown,
})

/** The acts that make a draft public for consultation; the pages themselves are no part of the API. */
export function consultationRoutes(services: Services) {
  const { prisma } = services
  async function present(actor: Actor, projectId: string): Promise<z.infer<typeof consultationSchema>> {
    const project = await projectForConsultation({ tx: prisma, actor, projectId, act: 'read' })
    const [ground, now] = await Promise.all([consultationGround(prisma, project), standing(prisma, projectId)])
    const may = mayPublish(actor, project.organId)
    const over = now !== null && fromDateColumn(now.closesOn) < services.clock.today()
    const ofThisRound = now !== null && (ground.opened === null || now.id > ground.opened.id)
    return {
      project: { id: project.id, title: project.title, state: project.state },
      ready: { notice: ground.notice?.title ?? null, text: ground.snapshot?.label ?? null, explanation: ground.explanation?.title ?? null, closesOn: ground.closesOn, missing: ground.missing },
      published: now === null ? null : { id: now.id, title: now.title, opensOn: fromDateColumn(now.opensOn), closesOn: fromDateColumn(now.closesOn), howTo: now.howTo, by: now.publishedByName, over, disposition: now.disposition, dispositionBy: now.dispositionByName },
      may: { publish: may && !ofThisRound && project.state === 'consultation', dispose: may && over && now.disposition === null, revoke: may && now !== null },
    }
  }
  return createRouter()
    .openapi(read, async (c) => c.json(await present(actorOf(c), c.req.valid('param').id), 200))
    .openapi(publish, async (c) => {
      const { id } = c.req.valid('param')
      await publishConsultation({ services, actor: actorOf(c), projectId: id, ...c.req.valid('json') })
      return c.json(await present(actorOf(c), id), 200)
    })
    .openapi(dispose, async (c) => {
      const { id } = c.req.valid('param')
      await publishDisposition({ services, actor: actorOf(c), projectId: id, ...c.req.valid('json') })
      return c.json(await present(actorOf(c), id), 200)
    })
    .openapi(revoke, async (c) => {
      const { id } = c.req.valid('param')
      await revokeConsultation({ services, actor: actorOf(c), projectId: id, ...c.req.valid('json') })
      return c.json(await present(actorOf(c), id), 200)
    })
}
