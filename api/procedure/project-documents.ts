import type { LegislationDocumentKind } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { projectPolicy, type ProjectSubject, rolesOnProject } from './project-policy.ts'

/** What the house keeps to itself. */
const houseOnly: readonly LegislationDocumentKind[] = ['partyReport', 'appraisalReport', 'provinceView']
/** Who spoke and what was said is not for those who propose and draft. */
const notForMakers: readonly LegislationDocumentKind[] = [...houseOnly, 'deliberationOpinions', 'bulletin', 'recallNote']
/** What is sent to the members of the standing committee, and what became of it. */
const forMembers: readonly LegislationDocumentKind[] = [
  'bill', 'explanatoryNote', 'referenceMaterial', 'comparisonTable', 'conflictNote', 'committeeDeliberationOpinion', 'firstReadingText', 'consultationNotice', 'consultationText', 'opinionTable', 'deliberationOpinions', 'bulletin', 'revisionReport',
  'deliberationResultReport', 'secondReadingText', 'thirdReadingText', 'preVoteEvaluation', 'votingText', 'votingTextNote', 'clauseTexts', 'voteResult', 'adoptionDecision', 'adoptedText', 'shelvingNote', 'terminationReport', 'withdrawalNote', 'lateExplanation',
  'approvalRequest', 'approvalDecision', 'refusalDecision', 'approvedText', 'announcement', 'gazette', 'correctionNotice', 'implementationReport', 'evaluationReport', 'repealDecision', 'planPaper',
]
/** The package of the request for approval, what the province gives back, and what is published. */
const forProvince: readonly LegislationDocumentKind[] = [
  'approvalRequest', 'adoptedText', 'explanatoryNote', 'deliberationResultReport', 'referenceMaterial', 'basisTable', 'comparisonTable', 'conflictNote', 'recallNote', 'provincialReviewReport', 'approvalDecision', 'refusalDecision', 'approvedText', 'announcement', 'gazette', 'correctionNotice',
  'handOverLetter', 'nationalFilingReport', 'provinceView',
]

const among = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind)

/**
 * Whether a person who knows of the project reads its documents of this kind (domain §7.4): the house everything, the
 * proposer and drafters what is not the house's own, members what was sent to them, the province its package.
 */
export function mayReadDocument(actor: Actor, project: ProjectSubject, kind: string): boolean {
  if (!projectPolicy.can(actor, 'read', project)) return false
  if (projectPolicy.can(actor, 'readInternal', project)) return true
  const roles = rolesOnProject(actor, project)
  if (roles.includes('committeeMember') && !among(houseOnly, kind)) return true
  if ((roles.includes('proposerClerk') || roles.includes('drafter')) && !among(notForMakers, kind)) return true
  if (roles.includes('provinceOfficer') && among(forProvince, kind)) return true
  // the rest know of the project since the bill was tabled
  const ofHouse = actor.memberships.some((m) => m.standingCommitteeId === project.organId)
  return ofHouse && among(forMembers, kind)
}

/** Whether a person may give a document of this kind: one they would read, on a project on which they act; the province only its own papers. */
export function mayGiveDocument(actor: Actor, project: ProjectSubject, kind: string): boolean {
  if (!projectPolicy.can(actor, 'act', project) || !mayReadDocument(actor, project, kind)) return false
  const roles = rolesOnProject(actor, project)
  const ofProvince = ['provincialReviewReport', 'approvalDecision', 'refusalDecision', 'nationalFilingReport', 'provinceView']
  return roles.some((role) => role !== 'provinceOfficer') || among(ofProvince, kind)
}
