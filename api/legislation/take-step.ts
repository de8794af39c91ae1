import { LEGISLATION_PROCEDURE_VERSION, regionAtLevel, stepPlace } from '../../law/procedure/index.ts'
import { holdMeetings, leaveMeetings } from '../meeting/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { moveProject, projectSubjectSelect, saidInForm, tellOfStep } from '../procedure/index.ts'
import { correctPublished } from './correct-published.ts'
import { keepDocument } from './project-documents.ts'
import { projectFor, type ProjectRow } from './project-for.ts'
import type { StepInput } from './project-input.ts'
import { readValues, type ReadValues } from './step-values.ts'

const elsewhere = {
  meeting: '这一步在会议里办：请打开列有这件草案的常委会会议，登记审议和表决。',
  approval: '这一步在报请批准和公布的页面办，请打开“报批和公布”。',
} as const

/**
 * One step of a project as its form says: documents first, so that the tables find them; then the move; then the rows that
 * the step is about. All or nothing. Throws `step-refused` (rule, basis), `invalid-input` by field, `forbidden`, `stale-edit`.
 */
export async function takeStep(options: { services: Services; actor: Actor; projectId: string; key: string; revision: number; input: StepInput }): Promise<void> {
  const { services, actor, projectId, key, revision, input } = options
  const project = await projectFor({ ...options, action: 'act' })
  const place = stepPlace(key)
  if (place !== 'project') throw problem('step-refused', { detail: elsewhere[place], extra: { rule: 'elsewhere', place } })
  const on = input.on ?? services.clock.today()
  checkDay(on, { today: services.clock.today(), since: fromDateColumn(project.stateSince) })
  await inTransaction(services, async (work) => {
    const { tx } = work
    await holdMeetings(work, { projectId, key })
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
    const held = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { ...projectSubjectSelect } })
    const read = await readValues({ tx, organId: project.organId, key, typed: input.values })
    const documentIds: string[] = []
    for (const [at, document] of input.documents.entries()) documentIds.push(await keepDocument({ services, work, actor, projectId, project: held, document, step: key, path: `documents.${at}.` }))
    const committee = read.organs['committee']
    const meetingId = read.meetings['councilMeeting'] ?? read.meetings['sessionMeeting']
    await moveProject({
      services, work, actor, projectId, key, values: read.values, revision, on, data: { documentIds, meetings: read.meetings }, ...(meetingId === undefined ? {} : { meetingId }),
      ...(key === 'referToCommittee' && committee !== undefined ? { changes: { committeeOrganId: committee.id, committee: committee.name } } : {}),
      ...(key === 'decideTrack' && read.meetings['councilMeeting'] !== undefined ? { changes: { trackMeetingId: read.meetings['councilMeeting'] } } : {}),
    })
    await keepRecord({ services, work, actor, project, key, read, on, documentIds })
    const reason = read.values['reason'] ?? ''
    await leaveMeetings({ services, work, actor, project, key, reason, decidingIds: Object.values(read.meetings) })
    await tellOfStep({ services, work, actor, project, key, said: saidInForm(read.values), by: `${actor.name}办理` })
  })
}

/** An act is dated by the day on which it was done: not ahead, and not before the project came where it stands. */
function checkDay(on: string, { today, since }: { today: string; since: string }): void {
  if (on > today) throw problem('invalid-input', { fields: [{ path: 'on', message: '办理日期不能晚于今天。' }] })
  if (on < since) throw problem('invalid-input', { fields: [{ path: 'on', message: `办理日期不能早于进入现在这一阶段的日期（${since}）。` }] })
}

type Recording = { services: Services; work: Work; actor: Actor; project: ProjectRow; key: string; read: ReadValues; on: string; documentIds: string[] }

/** What a step is about besides the state: a participant, a finding, a task, a written explanation, the project that amends. */
async function keepRecord(options: Recording): Promise<void> {
  const { work, actor, project, key, read, on } = options
  const { tx } = work
  const { values } = read
  const by = { addedBy: actor.personId, addedByName: actor.name }
  const day = toDateColumn(on)
  switch (key) {
    case 'joinEarly':
      await tx.projectMember.create({ data: { id: newId(), projectId: project.id, organId: null, personId: null, name: values['participants'] ?? '', part: 'earlyParticipant', from: day, note: values['work'] ?? null, ...by } })
      return
    case 'recordResearch':
      await tx.researchFinding.create({
        data: { id: newId(), projectId: project.id, kind: 'finding', title: values['place'] ?? `${on} 调研`, text: values['finding'] ?? '', on: day, recordedBy: actor.personId, recordedByName: actor.name },
      })
      return
    case 'recordTask':
      await tx.projectTask.create({
        data: {
          id: newId(), organId: project.organId, projectId: project.id, kind: 'other', title: project.title, request: values['task'] ?? '', fromOrgan: values['fromOrgan'] ?? null, givenOn: day, assigneeId: actor.personId, createdBy: actor.personId,
          createdByName: actor.name,
        },
      })
      return
    case 'explainDelay':
      await keepExplanation(options)
      return
    case 'requestProvinceView':
      await consultProvince(options)
      return
    case 'startAmending':
      await openAmending(options)
      return
    case 'correctPublished':
      await correctPublished({ services: options.services, work, actor, project, values })
      return
    default:
      return
  }
}

/** The explanation belongs to the item of the plan that is late as well. */
async function keepExplanation({ work, actor, project, read, on }: Recording): Promise<void> {
  const items = await work.tx.planItem.findMany({ where: { projectId: project.id, endedById: null, plan: { state: { in: ['adopted', 'published'] } } }, select: { id: true } })
  await work.tx.lateExplanation.createMany({
    data: items.map((item) => ({ id: newId(), itemId: item.id, text: read.values['explanation'] ?? '', newMonth: read.values['newMonth'] ?? null, fileIds: [], receivedOn: toDateColumn(on), recordedBy: actor.personId, recordedByName: actor.name })),
  })
}

/** 征求意见 of the superior commission: from now on its people may read the project. */
async function consultProvince({ work, actor, project, on }: Recording): Promise<void> {
  const { tx } = work
  const house = await tx.organ.findUniqueOrThrow({ where: { id: project.organId }, select: { regionCode: true } })
  const above = await tx.organ.findFirst({ where: { kind: 'standingCommittee', level: 'province', regionCode: regionAtLevel(house.regionCode, 'province'), active: true }, select: { id: true, name: true } })
  if (above === null || project.members.some((m) => m.organId === above.id && m.part === 'provinceConsulted')) return
  await tx.projectMember.create({ data: { id: newId(), projectId: project.id, organId: above.id, name: above.name, part: 'provinceConsulted', from: toDateColumn(on), addedBy: actor.personId, addedByName: actor.name } })
}

/** 启动修改 opens the project that amends; the regulation stays in force until that one is published. */
async function openAmending({ services, work, actor, project, on }: Recording): Promise<void> {
  const { tx } = work
  const old = await tx.project.findUniqueOrThrow({ where: { id: project.id } })
  const id = newId()
  await tx.project.create({
    data: {
      id, procedureVersion: LEGISLATION_PROCEDURE_VERSION, organId: old.organId, state: 'proposalCollected', stateSince: toDateColumn(on), title: old.title, kind: 'amending', subject: old.subject, source: 'committee', proposerKind: old.proposerKind, proposer: old.proposer,
      proposerOrganId: old.proposerOrganId, leadOrgan: old.leadOrgan, leadOrganId: old.leadOrganId, committee: old.committee, committeeOrganId: old.committeeOrganId, responsibleId: old.responsibleId, partyGate: old.partyGate, baseVersionId: old.versionId,
      predecessorId: old.id, createdBy: actor.personId, createdByName: actor.name,
    },
  })
  await tx.caseEvent.create({
    data: {
      id: newId(), projectId: id, at: services.clock.now(), on: toDateColumn(on), actorId: actor.personId, actorName: actor.name, organId: actor.memberships[0]?.organId ?? null, transition: 'open', toState: 'proposalCollected', audience: 'maker', data: { predecessorId: old.id },
    },
  })
  work.audit({ actor, action: 'project.open', entity: 'Project', entityId: id, organId: old.organId, detail: { predecessorId: old.id } })
}
