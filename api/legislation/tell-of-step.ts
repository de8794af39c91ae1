import { legislationProcedure } from '../../law/procedure/index.ts'
import { peopleIn, peopleServing } from '../notice/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import type { ProjectRow } from './project-for.ts'

/** Who has the next word after a step, beside the one who carries the project. */
const nextWord: Readonly<Partial<Record<string, { roles: readonly RoleKey[]; of: 'house' | 'proposer' | 'lead' | 'committee' }>>> = {
  list: { roles: ['drafter', 'proposerClerk'], of: 'lead' },
  sendForGovReview: { roles: ['proposerClerk'], of: 'proposer' },
  returnToDrafting: { roles: ['drafter', 'proposerClerk'], of: 'lead' },
  submitBill: { roles: ['legislationChief', 'meetingClerk'], of: 'house' },
  resubmitBill: { roles: ['legislationChief', 'meetingClerk'], of: 'house' },
  referToCommittee: { roles: ['committeeMember'], of: 'committee' },
  returnToProposer: { roles: ['proposerClerk'], of: 'proposer' },
  withdraw: { roles: ['legislationChief', 'meetingClerk'], of: 'house' },
  prepareVote: { roles: ['meetingClerk'], of: 'house' },
  explainDelay: { roles: ['legislationChief'], of: 'house' },
}

/** Tells of a step whoever carries the project and whoever acts next, not the one who took it. */
export async function tellOfStep(options: { services: Services; work: Work; actor: Actor; project: ProjectRow; key: string; values: Readonly<Record<string, string>> }): Promise<void> {
  const { services, work, actor, project, key, values } = options
  const row = legislationProcedure.transitions.find((t) => t.key === key)
  const next = nextWord[key]
  const found = next === undefined ? [] : await Promise.all(next.roles.map((role) => peopleOf(services, project, next.of, role)))
  const carried = await work.tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { responsibleId: true } })
  const told = new Set([...found.flat(), ...(carried.responsibleId === null ? [] : [carried.responsibleId])])
  told.delete(actor.personId)
  for (const personId of told) {
    work.notify({ personId, kind: 'project', title: `${row?.label ?? key}：${project.title}`, body: `${actor.name}办理。${values['reason'] ?? ''}`, link: `/app/projects/${project.id}`, entity: 'Project', entityId: project.id })
  }
}

async function peopleOf(services: Services, project: ProjectRow, of: 'house' | 'proposer' | 'lead' | 'committee', role: RoleKey): Promise<string[]> {
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
