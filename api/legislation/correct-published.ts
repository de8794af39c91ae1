import { applyAmendments, differsByExactly, type RecordedAmendment, sayAmendment } from '../../law/drafting/amendments/index.ts'
import { legalTextSchema, storeVersion } from '../library/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem, type FieldProblem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'

/**
 * 登记更正: a published text whose words are not those of the gazette, which is the standard text (立法法 89), gets a
 * corrected one beside it, made by the program from one passage; the published one stays to be read. Nobody approves
 * their own correction. Throws `invalid-input` by field, `step-refused`.
 */
export async function correctPublished(options: { services: Services; work: Work; actor: Actor; project: { id: string; organId: string }; values: Readonly<Record<string, string>> }): Promise<void> {
  const { services, work, actor, project, values } = options
  const { tx } = work
  const given = (field: string): string => values[field]?.trim() ?? ''
  const { versionId } = await tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { versionId: true } })
  if (versionId === null) throw problem('step-refused', { detail: '法规库里没有这件法规公布的文本，不能登记更正。' })
  const published = await tx.version.findUniqueOrThrow({ where: { id: versionId }, include: { work: { select: { id: true, title: true, issuer: true, documentKind: true, rank: true } } } })
  const text = legalTextSchema.parse(published.tree)

  const refused: FieldProblem[] = []
  const refuse = (field: string, message: string): void => void refused.push({ path: `values.${field}`, message })
  if (given('approvedBy') === actor.name) refuse('approvedBy', '更正须由他人批准，请填写批准人。')
  const article = text.articles.find(({ number }) => number === given('correctedArticle'))
  if (article === undefined) refuse('correctedArticle', `公布的文本里没有“${given('correctedArticle')}”，请写成“第二十条”这样。`)
  if (article === undefined || refused.length > 0) throw problem('invalid-input', { fields: refused })
  const correction: RecordedAmendment = { kind: 'words', articleId: article.id, articleLabel: article.number, before: given('wordsBefore'), after: given('wordsAfter'), reason: given('reason') }
  const corrected = applyAmendments(text, [correction])
  if (corrected.faults.length > 0) throw problem('invalid-input', { fields: corrected.faults.map(({ message }) => ({ path: 'values.wordsBefore', message })) })
  if (!differsByExactly(text, corrected.text, [correction])) throw problem('step-refused', { detail: '更正以后的文本同公布的文本不只差这一处，没有保存。请核对填写的文字。' })

  const said = sayAmendment(correction).replace('修改为', '更正为').replace(/。$/u, '')
  const stored = await storeVersion({
    work, workId: published.work.id, identity: { ...published.work, organId: project.organId },
    version: {
      text: { ...corrected.text, note: text.note }, documentNo: published.documentNo, adopted: fromDateColumnOrNull(published.adopted), approved: fromDateColumnOrNull(published.approved), promulgated: fromDateColumnOrNull(published.promulgated),
      effectiveFrom: fromDateColumnOrNull(published.effectiveFrom), effectiveBasis: 'stated', correctionOfId: published.id, sourceNote: `更正文本（${services.clock.today()}登记）：${said}；标准文本以公报刊登的为准`,
      published: { by: actor.personId, at: services.clock.now() },
    },
    source: null,
  })
  if (stored.status !== 'stored') throw problem('step-refused', { detail: '法规库里已经有这样的文本，不用再更正；请在法规库里核对。' })
  await tx.project.update({ where: { id: project.id }, data: { versionId: stored.versionId } })
  work.audit({ actor, action: 'regulation.correct', entity: 'Project', entityId: project.id, organId: project.organId, detail: { from: published.id, to: stored.versionId, said, approvedBy: given('approvedBy') } })
}
