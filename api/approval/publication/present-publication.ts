import { z } from '@hono/zod-openapi'
import { deadlineSchema, presentDeadline, workCalendar } from '../../deadline/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { maySend, sideOf, worksOnText } from '../approval-for.ts'
import { missingInPackage } from '../enclosures.ts'
import { publicationGround } from './requirements.ts'

export const publicationViewSchema = z
  .object({
    side: z.enum(['city', 'province']),
    project: z.object({ id: z.string(), revision: z.number().int(), title: z.string(), state: z.string() }),
    /** what the package for the province still lacks; empty once it was sent */
    packageMissing: z.array(z.string()),
    requestId: z.string().nullable(),
    requirements: z.array(z.object({ key: z.string(), label: z.string(), met: z.boolean(), message: z.string(), basis: z.string() })),
    announcement: z.object({ id: z.string(), number: z.string().nullable(), title: z.string() }).nullable(),
    note: z.string(),
    effectiveFrom: z.string().nullable(),
    published: z
      .object({
        workKey: z.string(), dateKey: z.string(), announcementNo: z.string().nullable(), gazetteIssue: z.string(), website: z.string().nullable(), newspaper: z.string().nullable(), promulgatedOn: z.string(), effectiveFrom: z.string(), publishedBy: z.string(),
        handedOverOn: z.string().nullable(), filedOn: z.string().nullable(), filingNo: z.string().nullable(),
      })
      .nullable(),
    /** 报送, 报备案: the clocks that run */
    deadlines: z.array(z.object({ key: z.string(), label: z.string(), deadline: deadlineSchema })),
    may: z.object({ submit: z.boolean(), publish: z.boolean(), handOver: z.boolean(), fileNationally: z.boolean(), give: z.boolean() }),
  })
  .openapi('RegulationPublication')
export type PublicationView = z.infer<typeof publicationViewSchema>

/** Where a project stands on its way from the vote to the national filing. Throws `not-found`. */
export async function presentPublication(options: { services: Services; actor: Actor; projectId: string }): Promise<PublicationView> {
  const { services, actor, projectId } = options
  const { prisma } = services
  const project = await prisma.project.findUnique({
    where: { id: projectId },
    select: { id: true, revision: true, title: true, state: true, organId: true, versionId: true, approvals: { orderBy: { id: 'desc' }, take: 1, select: { id: true, provinceOrganId: true, state: true } }, clocks: { where: { state: 'running', key: { in: ['legislation.handOver', 'legislation.nationalFiling'] } } } },
  })
  const side = project === null ? null : sideOf(actor, { organId: project.organId, provinceOrganId: project.approvals[0]?.provinceOrganId ?? null })
  if (project === null || side === null) throw problem('not-found')
  const [ground, publication, missing] = await Promise.all([publicationGround(prisma, projectId), prisma.publication.findUnique({ where: { projectId } }), missingInPackage(prisma, projectId)])
  const version = publication === null ? null : await prisma.version.findUniqueOrThrow({ where: { id: project.versionId ?? publication.versionId }, select: { dateKey: true, work: { select: { key: true } } } })
  const city = side === 'city'
  const sent = project.approvals.some((a) => ['sent', 'received', 'decided'].includes(a.state))
  const today = services.clock.today()
  const calendar = await workCalendar(prisma)
  return {
    side, project: { id: project.id, revision: project.revision, title: project.title, state: project.state }, packageMissing: sent || !city ? [] : missing, requestId: project.approvals[0]?.id ?? null,
    requirements: city ? ground.requirements : [], announcement: city || publication !== null ? ground.announcement : null, note: ground.note, effectiveFrom: ground.effectiveFrom,
    published: publication === null || version === null ? null : {
      workKey: version.work.key, dateKey: version.dateKey, announcementNo: publication.announcementNo, gazetteIssue: publication.gazetteIssue, website: publication.website, newspaper: publication.newspaper, promulgatedOn: fromDateColumn(publication.promulgatedOn),
      effectiveFrom: fromDateColumn(publication.effectiveFrom), publishedBy: publication.publishedByName, handedOverOn: fromDateColumnOrNull(publication.handedOverOn), filedOn: fromDateColumnOrNull(publication.filedOn), filingNo: publication.filingNo,
    },
    deadlines: project.clocks.map((c) => ({ key: c.key, label: c.label, deadline: presentDeadline(c, { today, calendar }) })),
    may: {
      submit: city && maySend(actor, project.organId) && ['adopted', 'recalled'].includes(project.state), publish: city && maySend(actor, project.organId) && publication === null && ['approved', 'approvedWithChange'].includes(project.state),
      handOver: city && publication !== null && publication.handedOverOn === null && (maySend(actor, project.organId) || worksOnText(actor, project.organId)), fileNationally: !city && publication !== null && publication.filedOn === null,
      give: city && publication !== null && worksOnText(actor, project.organId),
    },
  }
}
