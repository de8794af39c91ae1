import { isLawCommittee, type ProcedureRole } from '../../law/procedure/index.ts'
import { peopleIn, peopleServing } from '../notice/index.ts'
import { isRole } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'
import { isLegislationPaper, lawCommitteePapers } from './legislation-rights.ts'
import { type PaperRow, paperSubject } from './paper-policy.ts'

/** Those who hold one of the roles where this paper is drafted and signed: the committee with its bodies, or the proposer with its office. */
export async function peopleOnPaper(services: Services, paper: PaperRow, roles: readonly ProcedureRole[]): Promise<string[]> {
  const found = await Promise.all(roles.filter(isRole).map(async (role) => {
    if (!isLegislationPaper(paper.kind)) return peopleServing(services, paper.organId, role)
    if (role === 'committeeMember') return peopleIn(services, await committeesOn(services, paper), role)
    if (role !== 'proposerClerk' && role !== 'drafter') return peopleServing(services, paper.organId, role)
    const offices = await services.prisma.organ.findMany({ where: { parentId: paper.organId, kind: 'governmentOffice' }, select: { id: true } })
    return peopleIn(services, [paper.organId, ...offices.map((o) => o.id)], role)
  }))
  return [...new Set(found.flat())]
}

/** The committee of the project or of the meeting; where there is none, and for its own reports, the law committee. */
async function committeesOn(services: Services, paper: PaperRow): Promise<string[]> {
  const own = lawCommitteePapers.includes(paper.kind) ? [] : paperSubject(paper).committeeOrganIds
  if (own.length > 0) return own
  const house = await services.prisma.organ.findUniqueOrThrow({ where: { id: paper.organId }, select: { regionCode: true } })
  const committees = await services.prisma.organ.findMany({ where: { regionCode: house.regionCode, kind: 'specialCommittee', active: true }, select: { id: true, kind: true, name: true } })
  return committees.filter(isLawCommittee).map((c) => c.id)
}
