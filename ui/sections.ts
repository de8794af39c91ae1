/** Places of the head and who works in them. A person sees those of their roles; a second row belongs to a section. */
import type { ProcedureRole } from '../law/procedure/index.ts'
import { messages } from './messages/zh.ts'

export type Section = {
  id: string
  label: string
  path: string
  /** left out: everybody */
  roles?: readonly ProcedureRole[]
  /** second row, shown while the section is open */
  parts?: readonly { label: string; path: string }[]
}

const words = messages.shell.sections
const administration = messages.administration.parts
/** everybody who has a part in making a regulation */
const lawmakers = ['legislationOfficer', 'legislationChief', 'meetingClerk', 'proposerClerk', 'drafter', 'standingMember', 'committeeMember', 'councilMember', 'issuer', 'provinceOfficer', 'archivist'] as const
const reviewOffice = ['reviewer', 'reviewChief'] as const

export const sections: readonly Section[] = [
  { id: 'today', label: words.today, path: '/today' },
  { id: 'legislation', label: words.legislation, path: '/projects', roles: lawmakers, parts: [{ label: messages.project.title, path: '/projects' }, { label: messages.plan.title, path: '/plans' }, { label: messages.project.tasks.title, path: '/projects/tasks' }] },
  { id: 'meetings', label: words.meetings, path: '/meetings', roles: ['meetingClerk', 'legislationOfficer', 'legislationChief', 'standingMember', 'councilMember', 'committeeMember', 'archivist'] },
  { id: 'filing', label: words.filing, path: '/filing', roles: ['filingClerk'] },
  { id: 'ledger', label: words.ledger, path: '/ledger', roles: ['filingClerk'] },
  { id: 'answers', label: words.answers, path: '/answers', roles: ['filingClerk'] },
  { id: 'queue', label: words.queue, path: '/queue', roles: [...reviewOffice, 'archivist'] },
  { id: 'receipt', label: words.receipt, path: '/receipt', roles: ['receptionClerk'] },
  { id: 'committee', label: words.committee, path: '/committee', roles: ['committeeMember'] },
  { id: 'led', label: words.led, path: '/led', roles: ['councilMember'] },
  { id: 'approvals', label: messages.approval.listTitle, path: '/approvals', roles: ['legislationOfficer', 'legislationChief', 'meetingClerk', 'provinceOfficer'] },
  { id: 'papers', label: words.papers, path: '/papers', roles: ['reviewer', 'reviewChief', 'issuer', 'committeeMember', 'councilMember', 'archivist', 'legislationOfficer', 'legislationChief', 'meetingClerk', 'proposerClerk', 'drafter', 'provinceOfficer'] },
  { id: 'suggestions', label: words.suggestions, path: '/suggestions', roles: [...reviewOffice, 'receptionClerk'] },
  { id: 'library', label: words.library, path: '/library' },
  { id: 'statistics', label: words.statistics, path: '/statistics', roles: [...reviewOffice, 'receptionClerk', 'councilMember', 'issuer', 'archivist', 'provinceOfficer'] },
  {
    id: 'administration', label: words.administration, path: '/administration', roles: ['administrator'],
    parts: [{ label: administration.accounts, path: '/administration' }, { label: administration.rules, path: '/administration/rules' }, { label: administration.calendar, path: '/administration/calendar' }, { label: administration.audit, path: '/administration/audit' }],
  },
]
