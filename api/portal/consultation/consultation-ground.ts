import { z } from 'zod'
import { latestDocument } from '../../approval/index.ts'
import { legalTextSchema } from '../../library/index.ts'
import { fromDateColumn } from '../../platform/legal-date.ts'
import { type Actor, committeesServedAs } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { RoleKey } from '../../platform/policy/roles.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { mayReadConsultation } from '../../procedure/index.ts'

/** Who gives it: those who sign the announcement. */
const publishers: readonly RoleKey[] = ['legislationChief', 'issuer']

export const mayPublish = (actor: Actor, organId: string): boolean => committeesServedAs(actor, ...publishers).includes(organId)

/** The project of a consultation. Throws `not-found` for who may not know of it, `forbidden` for who may not publish. */
export async function projectForConsultation(options: { tx: Transaction; actor: Actor; projectId: string; act: 'read' | 'publish' }) {
  const { tx, actor, projectId, act } = options
  const project = await tx.project.findUnique({ where: { id: projectId }, select: { id: true, title: true, state: true, organId: true } })
  if (project === null || !mayReadConsultation(actor, project.organId)) throw problem('not-found')
  if (act === 'publish' && !mayPublish(actor, project.organId)) throw problem('forbidden', { detail: '公开征求意见由法制工作委员会负责人或者签发人向社会公布。' })
  return project
}

const eventValues = z.looseObject({ values: z.looseObject({ consultationTo: z.string().optional(), consultationWhere: z.string().optional() }).optional() })

/** What would be given to the public now: the announcement, the text and the explanation of this consultation, and what is missing. */
export async function consultationGround(tx: Transaction, project: { id: string; state: string; title: string }) {
  const opened = await tx.caseEvent.findFirst({ where: { projectId: project.id, transition: 'consult' }, orderBy: { id: 'desc' }, select: { id: true, on: true, data: true } })
  const [notice, explanation, texts] = await Promise.all([
    latestDocument(tx, project.id, 'consultationNotice'), latestDocument(tx, project.id, 'explanatoryNote'),
    tx.draftSnapshot.findMany({ where: { draft: { projectId: project.id }, kind: { in: ['consultation', 'firstReading'] } }, orderBy: { seq: 'desc' }, select: { id: true, kind: true, label: true, tree: true } }),
  ])
  const snapshot = texts.find((t) => t.kind === 'consultation') ?? texts[0] ?? null
  const words = explanation?.documentId == null || explanation.fileId !== null || explanation.paperId !== null ? null : ((await tx.projectDocument.findUnique({ where: { id: explanation.documentId }, select: { text: true } }))?.text ?? null)
  const title = snapshot === null ? '' : legalTextSchema.parse(snapshot.tree).title
  const said = eventValues.safeParse(opened?.data).data?.values
  const noticeThere = notice !== null && (notice.paperId !== null || notice.fileId !== null)
  const explained = explanation !== null && (explanation.paperId !== null || explanation.fileId !== null || (words ?? '') !== '')
  return {
    opened: opened === null ? null : { id: opened.id, on: fromDateColumn(opened.on) }, notice: noticeThere ? notice : null, explanation: explained ? explanation : null, explanationText: words, snapshot, title: title === '' ? project.title : title, closesOn: said?.consultationTo ?? null,
    missing: [
      ...(project.state === 'consultation' ? [] : ['项目现在不在公开征求意见']), ...(noticeThere ? [] : ['签发的公开征求意见公告']), ...(snapshot === null ? ['草案征求意见稿（定稿）'] : []), ...(explained ? [] : ['关于草案的说明']),
    ],
  }
}
