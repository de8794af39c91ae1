import { z } from '@hono/zod-openapi'
import { standardLabels, tickedStandards } from '../../law/procedure/index.ts'
import { recogniseCitations } from '../../law/citation/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import { filingSchema, presentFiling } from '../filing/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { committeesOf } from './committees.ts'
import { presentTasks } from './committee-task.ts'
import { taskSchema } from './committee-schema.ts'
import { parallelTexts } from './compare-beside.ts'
import { REVIEW_NOTE } from './flag-steps.ts'
import { flagsOfVersion, versionFlagSchema } from './flags-of-version.ts'
import { anchorOfFlag, anchorOfSuperior, followAnchors, followedPassageSchema } from './follow-flags.ts'
import { marginMarks } from './margin-marks.ts'
import { flagSchema, presentFlag } from './present-flag.ts'
import { pendingDecisions, pendingSchema } from './pending-decisions.ts'
import { previousVersion } from './previous-version.ts'
import { readableVersions, readVersionText } from './read-version.ts'
import { judgedOnOf } from './related.ts'
import { reviewCase } from './review-case.ts'

/** A tree or a comparison as law/ makes it; screens check the shape (law/text/tree.ts, law/compare). */
export const opaque = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null).openapi({ type: 'object', additionalProperties: true })

export const textBesideSchema = z
  .object({
    versionId: z.string(), title: z.string(), issuer: z.string(), documentNo: z.string().nullable(), effectiveFrom: z.string().nullable(), promulgated: z.string().nullable(),
    /** confirmed by a person, or why it is proposed */
    why: z.enum(['confirmed', 'corrects', 'sameWork', 'sameTitle']),
  })
  .openapi('TextBeside')

export const parallelSchema = z
  .object({ versionId: z.string(), title: z.string(), issuer: z.string(), regionCode: z.string().nullable(), effectiveFrom: z.string().nullable(), likeness: z.number() })
  .openapi('ParallelText')

export const workbenchSchema = z
  .object({
    filing: filingSchema,
    /** null where no text that can be read by article was filed */
    text: z
      .object({
        versionId: z.string(), tree: opaque<LegalText>(), title: z.string(), effectiveFrom: z.string().nullable(), sourceNote: z.string().nullable(),
        /** as filed, to read beside the text */
        originalFileId: z.string().nullable(),
      })
      .nullable(),
    judgedOn: z.string(),
    standards: z.array(
      z.object({ standard: z.enum(tickedStandards), label: z.string(), result: z.enum(['noProblem', 'problem']).nullable(), byName: z.string().nullable(), at: z.string().nullable(), note: z.string().nullable(), flags: z.number().int() }),
    ),
    flags: z.array(flagSchema),
    /** flags whose text, or whose superior text, has a later version: where the words stand there */
    followed: z.array(z.object({ flagId: z.string(), document: z.union([followedPassageSchema, z.null()]), superior: z.union([followedPassageSchema, z.null()]) })),
    /** open flags of earlier filings of this document, at their place in this text */
    carried: z.array(versionFlagSchema),
    marginMarks: z.record(z.string(), z.array(z.object({ word: z.string(), strong: z.boolean() }))),
    /** articles that cite superior law, with what they cite */
    citations: z.array(z.object({ articleId: z.string(), eId: z.string(), start: z.number().int(), end: z.number().int(), law: z.string(), articles: z.array(z.string()) })),
    previous: textBesideSchema.nullable(),
    parallel: z.array(parallelSchema),
    tasks: z.array(taskSchema),
    notes: z.array(z.object({ id: z.string(), at: z.string(), by: z.string(), text: z.string() })),
    /** suggestions about this document: what they say, never who */
    suggestions: z.array(z.object({ id: z.string(), receiptNo: z.string(), receivedOn: z.string(), matters: z.string(), reasons: z.string() })),
    committees: z.array(z.object({ id: z.string(), name: z.string(), shortName: z.string() })),
    pending: pendingSchema,
    rights: z.object({
      /** ticks, confirming the text before this one */
      review: z.boolean(),
      /** raising flags */
      flag: z.boolean(),
      /** confirming flags */
      confirm: z.boolean(),
    }),
  })
  .openapi('Workbench')
export type Workbench = z.infer<typeof workbenchSchema>

/** Everything that the workbench shows, in one answer: for the review's people only, never for the maker. */
export async function presentWorkbench(options: { services: Services; actor: Actor; filingId: string }): Promise<Workbench> {
  const { services, actor, filingId } = options
  const { prisma } = services
  const filing = await reviewCase(options)
  const [shown, text, ticks, flags, tasks, previous, parallel, committees, suggestions] = await Promise.all([
    presentFiling({ services, actor, filing }),
    filing.versionId === null ? null : readVersionText(prisma, filing.versionId),
    prisma.standardTick.findMany({ where: { filingId } }),
    prisma.reviewFlag.findMany({ where: { filingId }, include: { events: { orderBy: { id: 'asc' } } }, orderBy: { number: 'asc' } }),
    prisma.caseTask.findMany({ where: { filingId, kind: 'committeeOpinion' }, orderBy: { createdAt: 'asc' }, select: { id: true } }),
    previousVersion({ tx: prisma, actor, filing }),
    parallelTexts({ services, actor, filingId }),
    committeesOf(prisma, filing.receiver),
    prisma.suggestion.findMany({ where: { filingId, organId: filing.receiverOrganId }, select: { id: true, receiptNo: true, receivedOn: true, matters: true, reasons: true } }),
  ])
  const version = filing.versionId === null ? null : await prisma.version.findUniqueOrThrow({ where: { id: filing.versionId }, select: { id: true, title: true, effectiveFrom: true, sourceNote: true } })
  const where = readableVersions(actor)
  const [documents, superiors, touching] = await Promise.all([
    followAnchors({ tx: prisma, where, anchors: flags.map(anchorOfFlag) }),
    followAnchors({ tx: prisma, where, anchors: flags.flatMap((flag) => anchorOfSuperior(flag) ?? []) }),
    filing.versionId === null ? [] : flagsOfVersion({ services, actor, version: { id: filing.versionId } }),
  ])
  const serves = (...roles: Parameters<typeof committeesServedAs>[1][]) => committeesServedAs(actor, ...roles).includes(filing.receiverOrganId)
  const reviewer = serves('reviewer', 'reviewChief')
  return {
    filing: shown,
    text: version === null || text === null ? null : { versionId: version.id, tree: text, title: version.title, effectiveFrom: fromDateColumnOrNull(version.effectiveFrom), sourceNote: version.sourceNote, originalFileId: originalOf(filing.materials) },
    judgedOn: judgedOnOf(filing, services.clock.today()),
    standards: tickedStandards.map((standard) => {
      const tick = ticks.find((t) => t.standard === standard)
      const standing = flags.filter((f) => f.standard === standard && !['withdrawn', 'resolved'].includes(f.state))
      return {
        standard, label: standardLabels[standard], result: tick === undefined ? null : tick.result === 'problem' ? 'problem' as const : 'noProblem' as const,
        byName: tick?.byName ?? null, at: tick?.at.toISOString() ?? null, note: tick?.note ?? null, flags: standing.length,
      }
    }),
    flags: flags.map((flag) => presentFlag({ flag, text: flag.versionId === filing.versionId ? text : null, actor, filing })),
    followed: flags.flatMap(({ id }) => (documents.has(id) || superiors.has(id) ? [{ flagId: id, document: documents.get(id) ?? null, superior: superiors.get(id) ?? null }] : [])),
    carried: touching.filter((flag) => flag.side === 'document' && flag.filingId !== filingId),
    marginMarks: text === null ? {} : marginMarks(text),
    citations: text === null ? [] : citedBy(text),
    previous, parallel,
    tasks: await presentTasks(services, tasks.map((t) => t.id)),
    notes: filing.events.filter((e) => e.transition === REVIEW_NOTE).map((e) => ({ id: e.id, at: e.at.toISOString(), by: e.actorName, text: e.note ?? '' })),
    suggestions: reviewer ? suggestions.map((s) => ({ ...s, receivedOn: s.receivedOn.toISOString().slice(0, 10) })) : [],
    committees,
    pending: await pendingDecisions(prisma, filing),
    rights: { review: reviewer, flag: reviewer || actor.memberships.some((m) => m.role === 'committeeMember' && filing.tasks.some((t) => t.assigneeOrganId === m.organId)), confirm: serves('reviewChief') },
  }
}

function citedBy(text: LegalText): Workbench['citations'] {
  return recogniseCitations(text).flatMap((c) =>
    c.in.articleId === null || c.target.law === 'self' ? [] : [{ articleId: c.in.articleId, eId: c.in.nodeId, start: c.start, end: c.end, law: c.target.law, articles: c.target.articles }],
  )
}

/** The sealed text where it was filed, else the Word text. */
const originalOf = (materials: readonly { kind: string; fileId: string | null }[]): string | null =>
  materials.find((m) => m.kind === 'sealedText' && m.fileId !== null)?.fileId ?? materials.find((m) => m.kind === 'electronicText')?.fileId ?? null
