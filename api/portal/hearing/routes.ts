import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, legalDate, problemResponses } from '../../platform/http/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { factsOf, hearingDays, hearingGround, mayAnnounce, mayOrganise, projectForHearing } from './hearing-ground.ts'
import { hearingKinds, hearingKindLabels, hearingKindOf, standingOf } from './hearing-words.ts'
import { changesOf } from './public-hearings.ts'
import { correctHearing, endHearing, hearingEndings, publishHearing } from './publish-hearing.ts'

const tags = ['portal']
const words = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, `最多 ${most} 个字。`)
const people = (least: number, missing: string) => z.number(missing).int('请填写整数。').min(least, missing).max(9999, '最多 9999 人。')

const factsSchema = z.object({
  heldOn: legalDate, hours: words(60, '请填写时间，例如 9:00至11:30。'), place: words(200, '请填写地点。'), matter: words(4000, '请写明听取意见的事项。'), participants: people(1, '请填写陈述人（参加人）人数。'), observers: people(0, '请填写旁听人人数，不设的填 0。'),
  conditions: words(2000, '请写明谁可以参加、怎样产生。'), applyTo: legalDate, howTo: z.string().trim().max(1000, '最多 1000 个字。'), placeRules: z.string().trim().max(2000, '最多 2000 个字。'),
})
const dayShown = z.object({ key: z.string(), label: z.string(), on: z.string(), basis: z.string() })
const hearingSchema = z
  .object({
    id: z.string(), kind: z.enum(hearingKinds), kindLabel: z.string(), title: z.string(), facts: factsSchema, lateReason: z.string().nullable(), announcedOn: z.string(), by: z.string(), standing: z.enum(['open', 'closed', 'past', 'cancelled', 'revoked']),
    cancelledOn: z.string().nullable(), endedReason: z.string().nullable(), applied: z.number().int(),
    corrections: z.array(z.object({ on: z.string(), by: z.string(), reason: z.string(), changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })) })),
    days: z.array(dayShown),
    may: z.object({ correct: z.boolean(), cancel: z.boolean(), revoke: z.boolean() }),
  })
  .openapi('Hearing')
const shownSchema = z
  .object({
    project: z.object({ id: z.string(), title: z.string(), state: z.string() }),
    /** the signed announcement that none has used, and what was typed into it */
    ready: z.object({
      notice: z.string().nullable(), ended: z.boolean(),
      proposed: z.object({ heldOn: z.string().nullable(), hours: z.string(), place: z.string(), matter: z.string(), participants: z.number().nullable(), observers: z.number().nullable(), conditions: z.string(), applyTo: z.string().nullable(), howTo: z.string() }),
    }),
    hearings: z.array(hearingSchema),
    may: z.object({ publish: z.boolean(), applicants: z.boolean() }),
  })
  .openapi('ProjectHearings')

const shown = { ...json(200, shownSchema, '听证会、论证会、座谈会'), ...problemResponses }
const reason = z.string().trim().min(1, '请写明原因。').max(1000)
const read = defineRoute({ method: 'get', path: '/api/projects/{id}/hearings', 'x-access': 'project.readInternal', tags, summary: '听证会、论证会、座谈会：要公布的、已经公布的', request: { params: idParameter }, responses: shown })
const publish = defineRoute({
  method: 'post', path: '/api/projects/{id}/hearings', 'x-access': 'hearing.publish', tags, summary: '公布听证会、论证会、座谈会公告',
  request: { params: idParameter, body: jsonBody(factsSchema.extend({ kind: z.enum(hearingKinds), lateReason: z.string().trim().max(1000).default('') }).openapi('HearingInput')) }, responses: shown,
})
const correct = defineRoute({ method: 'post', path: '/api/hearings/{id}/correction', 'x-access': 'hearing.publish', tags, summary: '更正公告', request: { params: idParameter, body: jsonBody(factsSchema.extend({ reason }).openapi('HearingCorrection')) }, responses: shown })
const end = defineRoute({ method: 'post', path: '/api/hearings/{id}/ending', 'x-access': 'hearing.publish', tags, summary: '取消会议，或者撤下公布错的公告', request: { params: idParameter, body: jsonBody(z.object({ how: z.enum(hearingEndings), reason }).openapi('HearingEnding')) }, responses: shown })

/** The acts that make a hearing public, correct and end it; the pages themselves are no part of the API. */
export function hearingRoutes(services: Services) {
  const { prisma } = services
  async function present(actor: Actor, projectId: string): Promise<z.infer<typeof shownSchema>> {
    const project = await projectForHearing({ tx: prisma, actor, projectId, act: 'read' })
    const [ground, rows] = await Promise.all([hearingGround(prisma, project), prisma.publicHearing.findMany({ where: { projectId }, orderBy: { id: 'desc' }, include: { corrections: { orderBy: { id: 'asc' } } } })])
    const may = mayAnnounce(actor, project.organId)
    const today = services.clock.today()
    const hearings = await Promise.all(rows.map(async (row) => {
      const [facts, kind] = [factsOf(row), hearingKindOf(row.kind)]
      const standing = standingOf({ heldOn: facts.heldOn, applyTo: facts.applyTo, cancelled: row.cancelledOn !== null, revoked: row.revokedAt !== null }, today)
      const ahead = standing === 'open' || standing === 'closed'
      return {
        id: row.id, kind, kindLabel: hearingKindLabels[kind], title: row.title, facts, lateReason: row.lateReason, announcedOn: fromDateColumn(row.announcedOn), by: row.publishedByName, standing, cancelledOn: fromDateColumnOrNull(row.cancelledOn), endedReason: row.revokedReason ?? row.cancelledReason,
        applied: row.applied, corrections: row.corrections.map((c) => ({ on: fromDateColumn(c.on), by: c.byName, reason: c.reason, changes: changesOf(c.changes) })), days: kind === 'hearing' && ahead ? await hearingDays(prisma, { organId: row.organId, heldOn: facts.heldOn }) : [],
        may: { correct: may && ahead, cancel: may && ahead, revoke: may && (ahead || standing === 'past') },
      }
    }))
    return { project: { id: project.id, title: project.title, state: project.state }, ready: { notice: ground.notice?.title ?? null, ended: ground.ended, proposed: ground.proposed }, hearings, may: { publish: may && !ground.ended, applicants: mayOrganise(actor, project.organId) } }
  }
  return createRouter()
    .openapi(read, async (c) => c.json(await present(actorOf(c), c.req.valid('param').id), 200))
    .openapi(publish, async (c) => {
      const { id } = c.req.valid('param')
      const { kind, lateReason, ...facts } = c.req.valid('json')
      await publishHearing({ services, actor: actorOf(c), projectId: id, kind, facts, lateReason })
      return c.json(await present(actorOf(c), id), 200)
    })
    .openapi(correct, async (c) => {
      const { reason: why, ...facts } = c.req.valid('json')
      const { projectId } = await correctHearing({ services, actor: actorOf(c), hearingId: c.req.valid('param').id, facts, reason: why })
      return c.json(await present(actorOf(c), projectId), 200)
    })
    .openapi(end, async (c) => {
      const { projectId } = await endHearing({ services, actor: actorOf(c), hearingId: c.req.valid('param').id, ...c.req.valid('json') })
      return c.json(await present(actorOf(c), projectId), 200)
    })
}
