import type { Prisma } from '../../prisma/generated/client.ts'
import { type Actor, committeesServedAs, membershipsWithRole, organsWithRole } from '../platform/policy/actor.ts'
import { NOTHING, type Policy } from '../platform/policy/policy.ts'

/**
 * Rights over a 备案审查件 (domain §7.4, "filing package" and "review flags and notes").
 * - `read`: the record, its package and what is addressed to the maker.
 * - `readInternal`: flags, notes, ticks, tasks, drafts of papers: never the maker.
 * - `draft`: the maker's own draft and corrections. `receive`: the receiving clerk's acts. `review`: the reviewer's acts.
 * - `direct`: distribution, assignment, confirming flags. `decide`: approvals of the review body's chief.
 * - `lead`: what a member of 主任会议 does. `answer`: the maker's answers. `archive`: closing papers.
 * - `statistics`: counts of the whole committee.
 */
export type FilingAction = 'read' | 'readInternal' | 'draft' | 'answer' | 'receive' | 'review' | 'direct' | 'decide' | 'lead' | 'archive' | 'statistics'

export type FilingSubject = {
  state: string
  makerOrganId: string
  filedByOrganId: string
  receiverOrganId: string
  /** organs that hold a task of the case */
  taskOrganIds: string[]
}

const DRAFT = 'draft'

/** Roles of the receiving committee, by action. */
const receiverRoles = {
  read: ['receptionClerk', 'reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist'],
  readInternal: ['reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist'],
  receive: ['receptionClerk'],
  review: ['reviewer', 'reviewChief'],
  direct: ['reviewChief', 'reviewer'],
  decide: ['reviewChief'],
  lead: ['councilMember'],
  archive: ['archivist', 'reviewer', 'reviewChief'],
  statistics: ['receptionClerk', 'reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist'],
} as const

type ReceiverAction = keyof typeof receiverRoles
const isReceiverAction = (action: FilingAction): action is ReceiverAction => Object.hasOwn(receiverRoles, action)

/** Actions a committee has on the cases it was given a task in. */
const assignedActions: readonly FilingAction[] = ['read', 'readInternal']
/** Actions of the maker's filing clerks on their own filings. */
const makerActions: readonly FilingAction[] = ['read', 'draft', 'answer']

export const filingPolicy: Policy<FilingAction, FilingSubject, Prisma.FilingWhereInput> = {
  can(actor, action, subject) {
    if (makerActions.includes(action) && filingOrgans(actor).some((o) => o === subject.makerOrganId || o === subject.filedByOrganId)) return true
    if (subject.state === DRAFT) return false
    if (isReceiverAction(action) && committeesServedAs(actor, ...receiverRoles[action]).includes(subject.receiverOrganId)) return true
    return assignedActions.includes(action) && organsWithRole(actor, 'committeeMember').some((o) => subject.taskOrganIds.includes(o))
  },
  scope(actor, action) {
    const grounds: Prisma.FilingWhereInput[] = []
    const filing = filingOrgans(actor)
    if (makerActions.includes(action) && filing.length > 0) grounds.push({ makerOrganId: { in: filing } }, { filedByOrganId: { in: filing } })
    if (isReceiverAction(action)) {
      const committees = committeesServedAs(actor, ...receiverRoles[action])
      if (committees.length > 0) grounds.push({ receiverOrganId: { in: committees }, state: { not: DRAFT } })
    }
    const assigned = organsWithRole(actor, 'committeeMember')
    if (assignedActions.includes(action) && assigned.length > 0) grounds.push({ tasks: { some: { assigneeOrganId: { in: assigned } } }, state: { not: DRAFT } })
    return grounds.length === 0 ? NOTHING : { OR: grounds }
  },
}

/** Papers of filing and receipt: the receiving clerk reads them once they are issued. */
export const intakePapers: readonly string[] = ['filingReport', 'filingForm', 'receipt', 'correctionNotice', 'returnNotice']

/** Organs the actor files for. */
export const filingOrgans = (actor: Actor): string[] => organsWithRole(actor, 'filingClerk')

/** Organs whose documents a clerk of this organ may file: its own, and for a general office those it serves (domain §2.1, last note). */
export function mayFileFor(actor: Actor, organ: { id: string; parentId: string | null; kind: string }): boolean {
  return membershipsWithRole(actor, 'filingClerk').some(
    (m) =>
      m.organId === organ.id ||
      (m.organKind === 'governmentOffice' && m.parentOrganId !== null && (m.parentOrganId === organ.id || m.parentOrganId === organ.parentId)),
  )
}

/** The fields of a row that the policy judges. */
export const filingSubject = (filing: {
  state: string
  makerOrganId: string
  filedByOrganId: string
  receiverOrganId: string
  tasks: { assigneeOrganId: string | null }[]
}): FilingSubject => ({
  state: filing.state,
  makerOrganId: filing.makerOrganId,
  filedByOrganId: filing.filedByOrganId,
  receiverOrganId: filing.receiverOrganId,
  taskOrganIds: filing.tasks.flatMap((t) => (t.assigneeOrganId === null ? [] : [t.assigneeOrganId])),
})

/** Select for `filingSubject`. */
export const filingSubjectSelect = {
  state: true,
  makerOrganId: true,
  filedByOrganId: true,
  receiverOrganId: true,
  tasks: { select: { assigneeOrganId: true } },
} as const
