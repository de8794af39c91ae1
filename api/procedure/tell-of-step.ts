import { legislationProcedure } from '../../law/procedure/index.ts'
import { peopleIn, peopleServing } from '../notice/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'

/** What of a project says who is concerned by its steps. */
export type ConcernedProject = { id: string; title: string; organId: string; proposerOrganId: string | null; leadOrganId: string | null; committeeOrganId: string | null }

type Concerned = { roles: readonly RoleKey[]; of: 'house' | 'proposer' | 'lead' | 'committee' }

const office: Concerned = { roles: ['legislationChief', 'meetingClerk'], of: 'house' }
const proposer: Concerned = { roles: ['proposerClerk'], of: 'proposer' }
const lead: Concerned = { roles: ['drafter', 'proposerClerk'], of: 'lead' }
const committee: Concerned = { roles: ['committeeMember'], of: 'committee' }

/** Who is told of a step, beside the one who carries the project: who has the next word, and whose work stops or begins again with it. */
const concerned: Readonly<Partial<Record<string, readonly Concerned[]>>> = {
  list: [lead],
  reject: [lead, proposer],
  defer: [lead, proposer],
  resume: [lead, proposer],
  sendForGovReview: [proposer],
  returnToDrafting: [lead],
  submitBill: [office],
  resubmitBill: [office],
  referToCommittee: [committee],
  returnToProposer: [proposer],
  prepareVote: [{ roles: ['meetingClerk'], of: 'house' }],
  adopt: [proposer, lead, committee],
  fail: [proposer, lead, committee],
  shelve: [office, proposer, lead, committee],
  relist: [office, proposer, lead, committee],
  extendShelving: [office, proposer, lead, committee],
  terminate: [office, proposer, lead, committee],
  withdraw: [office, proposer, lead, committee],
  approve: [proposer, lead, committee],
  approveWithChange: [proposer, lead, committee],
  refuse: [proposer, lead, committee],
  redraftAfterRefusal: [proposer, lead],
  reworkAfterApproval: [proposer, lead],
  explainDelay: [{ roles: ['legislationChief'], of: 'house' }],
}

/** Who prepares a project outside the office that carries it: proposer, drafting unit, the committee concerned. */
export const peopleOutside = async (services: Services, project: ConcernedProject): Promise<string[]> =>
  [...new Set((await Promise.all([proposer, lead, committee].flatMap(({ roles, of }) => roles.map((role) => peopleOf(services, project, of, role))))).flat())]

/** What the form says to whoever is told: why, and the session that is to take the bill. */
export const saidInForm = (values: Readonly<Record<string, string>>): string =>
  [values['reason']?.trim() ?? '', values['sessionMeeting'] === undefined ? '' : `列入${values['sessionMeeting']}议程。`].filter((words) => words !== '').join(' ')

/** Tells of a step whoever carries the project and whoever it concerns, not the one who took it. `by`: who acted, as the notice says it. */
export async function tellOfStep(options: { services: Services; work: Work; actor: Actor; project: ConcernedProject; key: string; /** what the form says (`saidInForm`) */ said: string; by: string; except?: readonly string[] }): Promise<void> {
  const { services, work, actor, project, key, said, by, except = [] } = options
  const row = legislationProcedure.transitions.find((t) => t.key === key)
  const found = await Promise.all((concerned[key] ?? []).flatMap(({ roles, of }) => roles.map((role) => peopleOf(services, project, of, role))))
  const carried = await work.tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { responsibleId: true } })
  const told = new Set([...found.flat(), ...(carried.responsibleId === null ? [] : [carried.responsibleId])])
  for (const personId of [actor.personId, ...except]) told.delete(personId)
  for (const personId of told) {
    work.notify({ personId, kind: 'project', title: `${row?.label ?? key}：${project.title}`, body: `${by}。${said}`, link: `/app/projects/${project.id}`, entity: 'Project', entityId: project.id })
  }
}

async function peopleOf(services: Services, project: ConcernedProject, of: Concerned['of'], role: RoleKey): Promise<string[]> {
  switch (of) {
    case 'house':
      return peopleServing(services, project.organId, role)
    case 'committee':
      return project.committeeOrganId === null ? [] : peopleIn(services, [project.committeeOrganId], role)
    case 'lead':
      return project.leadOrganId === null ? [] : peopleIn(services, [project.leadOrganId], role)
    case 'proposer': {
      if (project.proposerOrganId === null) return []
      // a government is served by its office and its justice bureau
      const offices = await services.prisma.organ.findMany({ where: { parentId: project.proposerOrganId, kind: { in: ['governmentOffice', 'governmentDepartment'] } }, select: { id: true } })
      return peopleIn(services, [project.proposerOrganId, ...offices.map((o) => o.id)], role)
    }
    default: {
      const never: never = of
      return never
    }
  }
}
