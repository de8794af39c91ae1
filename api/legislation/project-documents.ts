import { z } from '@hono/zod-openapi'
import { documentOfSnapshot, inThisRound, isLegislationDocumentKind, isTextOfDraft, legislationDocumentLabel, maySeveral, mayEditText, ofEarlierRound } from '../../law/procedure/index.ts'
import { ownFiles } from '../file/index.ts'
import { paperPolicy } from '../paper/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction, type Work } from '../platform/work/transaction.ts'
import { mayGiveDocument, mayReadDocument, papersOfItsMeetings, projectSubjectSelect, type ProjectSubject } from '../procedure/index.ts'
import { projectFor } from './project-for.ts'
import type { DocumentInput } from './project-input.ts'

export const projectDocumentSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    label: z.string(),
    title: z.string(),
    /** file: a file; paper: one that was drafted here; text: the draft fixed as that text; words: typed; excuse: a reason stands in its place */
    form: z.enum(['file', 'paper', 'text', 'words', 'excuse']),
    fileId: z.string().nullable(),
    fileName: z.string().nullable(),
    paperId: z.string().nullable(),
    snapshotId: z.string().nullable(),
    documentNo: z.string().nullable(),
    dated: z.string().nullable(),
    text: z.string().nullable(),
    reason: z.string().nullable(),
    /** 定稿, 拟稿, 收文 … */
    standing: z.string(),
    addedByName: z.string(),
    addedOn: z.string(),
    step: z.string().nullable(),
    /** why it was taken over from the round before */
    carriedReason: z.string().nullable(),
    /** of a round before: it stays and does not count for what is asked now */
    earlier: z.boolean(),
    /** a newer one stands in its place */
    replaced: z.boolean(),
    /** this person may give a newer one */
    mayReplace: z.boolean(),
  })
  .openapi('ProjectDocument')
export type ProjectDocumentView = z.infer<typeof projectDocumentSchema>

const paperStanding: Readonly<Record<string, string>> = { drafting: '拟稿', checking: '核稿', countersigning: '会签', signing: '待签发', issued: '已签发' }

/** Everything of a project that this person may read: files, papers drafted here, texts of the draft; newest first, those that were replaced too. */
export async function listDocuments(options: { services: Services; actor: Actor; projectId: string }): Promise<ProjectDocumentView[]> {
  const { services, actor, projectId } = options
  const project = await projectFor({ ...options, action: 'read' })
  const row = await services.prisma.project.findUniqueOrThrow({
    where: { id: projectId },
    select: {
      documents: { orderBy: { id: 'asc' } }, events: { orderBy: { id: 'asc' }, select: { id: true, transition: true } }, papers: { where: { state: { not: 'withdrawn' } }, orderBy: { id: 'asc' } }, draft: { select: { snapshots: { orderBy: { seq: 'asc' }, select: { id: true, kind: true, label: true, madeOn: true, madeByName: true } } } },
    },
  })
  // 简报 belongs to its meeting: who may read it there finds it here as well
  const ofMeetings = await services.prisma.paper.findMany({ where: { AND: [paperPolicy.scope(actor, 'read'), papersOfItsMeetings(projectId), { state: { not: 'withdrawn' } }] }, orderBy: { id: 'asc' } })
  const files = await services.prisma.storedFile.findMany({ where: { id: { in: row.documents.flatMap((d) => (d.fileId === null ? [] : [d.fileId])) } }, select: { id: true, name: true } })
  const empty = { fileId: null, fileName: null, paperId: null, snapshotId: null, documentNo: null, dated: null, text: null, reason: null, step: null, carriedReason: null, earlier: false, replaced: false, mayReplace: false }
  const given = row.documents.map((d): ProjectDocumentView => ({
    ...empty, id: d.id, kind: d.kind, label: legislationDocumentLabel(d.kind), title: d.title, form: d.notApplicableReason !== null ? 'excuse' : d.fileId !== null ? 'file' : d.paperId !== null ? 'paper' : d.snapshotId !== null ? 'text' : 'words',
    fileId: d.fileId, fileName: files.find((f) => f.id === d.fileId)?.name ?? null, paperId: d.paperId, snapshotId: d.snapshotId, documentNo: d.documentNo, dated: fromDateColumnOrNull(d.dated), text: d.text, reason: d.notApplicableReason,
    carriedReason: d.carriedReason, standing: d.replacedById !== null ? (d.carriedReason === null ? '已有新稿' : '已有新稿　沿用') : d.notApplicableReason !== null ? '不需要' : d.carriedReason !== null ? '✓ 沿用' : '✓ 收文', addedByName: d.addedByName, addedOn: shanghaiDate(d.addedAt), step: d.step, replaced: d.replacedById !== null, mayReplace: d.fileId !== null && d.replacedById === null && mayGiveDocument(actor, project, d.kind) && (!isTextOfDraft(d.kind) || mayEditText(project.state).ok),
  }))
  const papers = [...row.papers, ...ofMeetings].map((p): ProjectDocumentView => ({
    ...empty, id: p.id, kind: p.kind, label: legislationDocumentLabel(p.kind), title: p.title, form: 'paper', paperId: p.id, documentNo: p.number, dated: fromDateColumnOrNull(p.issuedOn), standing: `${p.state === 'issued' ? '✓ ' : ''}${paperStanding[p.state] ?? p.state}`,
    addedByName: p.createdByName, addedOn: shanghaiDate(p.createdAt),
  }))
  const texts = (row.draft?.snapshots ?? []).map((s): ProjectDocumentView => {
    const kind = documentOfSnapshot[s.kind] ?? 'draftText'
    return { ...empty, id: s.id, kind, label: legislationDocumentLabel(kind), title: s.label, form: 'text', snapshotId: s.id, dated: fromDateColumn(s.madeOn), standing: s.kind === 'working' ? '快照' : '✓ 定稿', addedByName: s.madeByName, addedOn: fromDateColumn(s.madeOn) }
  })
  // what is still being drafted is for those who draft: the house and its committees
  const mine = (d: ProjectDocumentView): boolean => mayReadDocument(actor, project, d.kind) && (d.form !== 'paper' || d.standing.startsWith('✓') || mayReadDocument(actor, project, 'partyReport'))
  const ofItsRound = (d: ProjectDocumentView): ProjectDocumentView => {
    if (d.replaced || inThisRound(d, row.events)) return d
    return ofEarlierRound(d, row.events) ? { ...d, earlier: true, mayReplace: false, standing: `${d.standing}　上一轮` } : { ...d, mayReplace: false }
  }
  const all = [...given, ...papers, ...texts].filter(mine).map(ofItsRound)
  return all.toSorted((a, b) => ((a.dated ?? a.addedOn) === (b.dated ?? b.addedOn) ? (a.id < b.id ? 1 : -1) : (a.dated ?? a.addedOn) < (b.dated ?? b.addedOn) ? 1 : -1))
}

/** A document is given beside the steps, or in the place of an older one, which stays. Throws `forbidden`, `step-refused`, `invalid-input`. */
export async function addDocument(options: { services: Services; actor: Actor; projectId: string; document: DocumentInput }): Promise<string> {
  const { services, actor, projectId, document } = options
  await projectFor({ ...options, action: 'act' })
  return inTransaction(services, async (work) => {
    // the state is read under the lock that a step takes: nothing is given to a text while it is voted on
    await work.tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR SHARE`
    const project = await work.tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { ...projectSubjectSelect } })
    const id = await keepDocument({ services, work, actor, projectId, project, document, step: null, path: '' })
    work.audit({ actor, action: 'project.document', entity: 'Project', entityId: projectId, organId: project.organId, detail: { kind: document.kind, documentId: id } })
    return id
  })
}

type Keeping = { services: Pick<Services, 'clock'>; work: Work; actor: Actor; projectId: string; project: ProjectSubject; document: DocumentInput; step: string | null; path: string }

/** The row of a document; of kinds of which there is one, the newest stands in the place of the one before. */
export async function keepDocument({ services, work, actor, projectId, project, document, step, path }: Keeping): Promise<string> {
  const { tx } = work
  if (!isLegislationDocumentKind(document.kind) || !mayGiveDocument(actor, project, document.kind)) throw problem('forbidden', { detail: `“${legislationDocumentLabel(document.kind)}”不由你提交。` })
  if (isTextOfDraft(document.kind)) {
    const open = mayEditText(project.state)
    if (!open.ok) throw problem('step-refused', { detail: open.message, extra: { rule: open.rule, basis: open.basis } })
    if (document.kind === 'adoptedText' || document.kind === 'approvedText') throw problem('step-refused', { detail: '通过稿、批准稿由表决和批准形成，不能上传。', extra: { rule: 'textAdopted' } })
  }
  if (document.carriedReason !== null && document.carriedReason !== '') return carryOver({ services, work, actor, projectId, project, document, step, path })
  if (document.fileId !== null) await ownFiles(tx, actor, [document.fileId])
  const file = document.fileId === null ? null : await tx.storedFile.findUnique({ where: { id: document.fileId }, select: { name: true } })
  const replaced = await replacedBy(tx, { projectId, document, path })
  const id = newId()
  await tx.projectDocument.create({
    data: {
      id, projectId, kind: document.kind, title: document.title ?? file?.name.replace(/\.[a-z0-9]{1,5}$/iu, '') ?? legislationDocumentLabel(document.kind), fileId: document.fileId, notApplicableReason: document.notApplicableReason, text: document.text,
      documentNo: document.documentNo, dated: document.dated === null ? null : toDateColumn(document.dated), step, addedBy: actor.personId, addedByName: actor.name, addedAt: services.clock.now(),
    },
  })
  await tx.projectDocument.updateMany({ where: { id: { in: replaced }, replacedById: null }, data: { replacedById: id } })
  return id
}

async function replacedBy(tx: Transaction, { projectId, document, path }: { projectId: string; document: DocumentInput; path: string }): Promise<string[]> {
  if (document.replacesId !== null) {
    const old = await tx.projectDocument.findFirst({ where: { id: document.replacesId, projectId, kind: document.kind, replacedById: null }, select: { id: true } })
    if (old === null) throw problem('invalid-input', { fields: [{ path: `${path}replacesId`, message: '要替换的文件已经有了新稿，请刷新后再上传。' }] })
    return [old.id]
  }
  if (maySeveral(document.kind)) return []
  const [current, events] = await Promise.all([
    tx.projectDocument.findMany({ where: { projectId, kind: document.kind, replacedById: null }, select: { id: true, kind: true } }), tx.caseEvent.findMany({ where: { projectId }, orderBy: { id: 'asc' }, select: { id: true, transition: true } }),
  ])
  // what an earlier round was decided on stays as it was
  return current.filter((d) => inThisRound(d, events)).map((d) => d.id)
}

/**
 * 沿用: what an earlier round left counts for the one that runs, with the reason, as a row of its own; the older row stays
 * as it was. A text of the draft is fixed anew instead. Throws `invalid-input` where nothing is there to take over.
 */
async function carryOver({ services, work, actor, projectId, document, step, path }: Keeping): Promise<string> {
  const { tx } = work
  const refuse = (message: string) => problem('invalid-input', { fields: [{ path: `${path}carriedReason`, message }] })
  const label = legislationDocumentLabel(document.kind)
  if (isTextOfDraft(document.kind)) throw refuse(`“${label}”是草案文本，请重新定稿，不能沿用。`)
  const project = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: {
      documents: { where: { kind: document.kind, replacedById: null }, orderBy: { id: 'desc' } }, papers: { where: { kind: document.kind, state: 'issued' }, orderBy: { id: 'desc' } }, events: { orderBy: { id: 'asc' }, select: { id: true, transition: true } },
    },
  })
  if ([...project.documents, ...project.papers].some((held) => inThisRound(held, project.events))) throw refuse(`这一轮已经有“${label}”，不用沿用。`)
  const [given, paper] = [project.documents[0], project.papers[0]]
  // a signed paper before a file, as everywhere
  const source = paper !== undefined
    ? { title: paper.title, fileId: null, paperId: paper.id, documentNo: paper.number, dated: paper.issuedOn, text: null, notApplicableReason: null }
    : given !== undefined ? { title: given.title, fileId: given.fileId, paperId: given.paperId, documentNo: given.documentNo, dated: given.dated, text: given.text, notApplicableReason: given.notApplicableReason } : null
  if (source === null) throw refuse(`上一轮没有“${label}”，没有可以沿用的。`)
  const id = newId()
  await tx.projectDocument.create({ data: { ...source, id, projectId, kind: document.kind, carriedReason: document.carriedReason, step, addedBy: actor.personId, addedByName: actor.name, addedAt: services.clock.now() } })
  return id
}
