import { paperProcedure, paperRoute, planItemClasses, planItemClassLabels } from '../../law/procedure/index.ts'
import { toChineseNumber } from '../../law/text/index.ts'
import { blank, createPaper, rolesOnLegislationPaper } from '../paper/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { type Block, type PaperCell, type PaperContent, printedDate } from '../typesetting/index.ts'
import { type PlanItemRow, type PlanRow, planFor } from './plan-for.ts'

/** Who has a paper of this plan in hand before there is one. */
const partIn = (actor: Actor, organId: string) => rolesOnLegislationPaper(actor, { kind: 'planPaper', organId, createdBy: actor.personId, state: 'drafting', recipientOrganId: null, committeeOrganIds: [] })

/** Whether this person drafts the paper of a plan (law/procedure/legislation-papers.ts). */
export const mayDraftPlanPaper = (actor: Actor, organId: string): boolean => partIn(actor, organId).some((role) => paperRoute('planPaper').drafts.includes(role))

/**
 * 拟稿: the plan on paper, as a table of each class with unit, month and who is responsible. It goes through 核稿 and 签发
 * as every paper. Throws `not-found`, `forbidden`, `already-done` while one is under way, `step-refused` for an empty plan.
 */
export async function draftPlanPaper(options: { services: Services; actor: Actor; planId: string }): Promise<string> {
  const { services, actor, planId } = options
  const { organId } = await planFor({ ...options, action: 'read' })
  if (!mayDraftPlanPaper(actor, organId)) throw problem('forbidden', { detail: paperProcedure.guards.mayDraftThisPaper.message })
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "LegislationPlan" WHERE id = ${planId}::uuid FOR UPDATE`
    const open = await tx.paper.findFirst({ where: { planId, kind: 'planPaper', state: { notIn: ['issued', 'withdrawn'] } }, select: { id: true } })
    if (open !== null) throw problem('already-done', { detail: `《${paperRoute('planPaper').label}》已经有一份在办，请打开它修改。`, extra: { paperId: open.id } })
    const plan = await planFor({ services: { prisma: tx }, actor, planId, action: 'read' })
    const organ = await tx.organ.findUniqueOrThrow({ where: { id: organId }, select: { name: true } })
    if (plan.items.every((item) => item.endedById !== null)) throw problem('step-refused', { detail: '计划里还没有项目，请先列入项目。', extra: { rule: 'itemsListed' } })
    const ids = plan.items.flatMap((item) => [item.proposerOrganId, item.draftingOrganId, item.committeeOrganId].filter((id) => id !== null))
    const known = new Map((await tx.organ.findMany({ where: { id: { in: ids } }, select: { id: true, shortName: true } })).map((o) => [o.id, o.shortName]))
    const content = planOnPaper(plan, { organ: organ.name, short: (id, name) => (id === null ? '' : (known.get(id) ?? '')) || name })
    return createPaper({ services, work, actor, organId, planId, kind: 'planPaper', title: content.title, recipient: null, content, values: plan.adoptedBy === null ? {} : { councilMeeting: plan.adoptedBy } })
  })
}

/** What an organ is called in a table: by its short name where the register has one. */
type Short = (id: string | null, name: string) => string

/** The plan as it stands: each class under its heading; what is added afterwards is told beside the item, what was taken out is left out. */
function planOnPaper(plan: PlanRow, { organ, short }: { organ: string; short: Short }): PaperContent {
  const listed = plan.items.filter((item) => item.endedById === null)
  const title = `${organ}${plan.title}`
  const adoptedOn = fromDateColumnOrNull(plan.adoptedOn)
  // the meeting that adopts it: filled from the record, or by a person after the meeting; nobody signs without it
  const lead = [`（${adoptedOn === null ? '' : printedDate(adoptedOn)}`, blank('councilMeeting'), `通过${plan.adjustments.length === 0 ? '' : `，${adjusted(plan)}`}）`]
  const classes = planItemClasses.flatMap((name) => {
    const items = listed.filter((item) => item.class === name)
    return items.length === 0 ? [] : [{ name, items }]
  })
  const counts = classes.map(({ name, items }) => `${planItemClassLabels[name]}${items.length}件`).join('、')
  return {
    redHead: organ, title,
    body: [
      { kind: 'paragraph', words: lead },
      { kind: 'paragraph', words: `${plan.untilYear === null ? `${plan.year}年` : `${plan.year}年至${plan.untilYear}年`}安排立法项目${listed.length}件，其中${counts}。` },
      ...classes.flatMap(({ name, items }, at): Block[] => [{ kind: 'heading', level: 1, text: `${toChineseNumber(at + 1)}、${planItemClassLabels[name]}（${items.length}件）` }, tableOf(items, { name, short, plan })]),
    ],
    signature: { organ, date: '' },
  }
}

const adjusted = (plan: PlanRow): string => plan.adjustments.map((a) => `${printedDate(fromDateColumnOrNull(a.decidedOn) ?? '')}${a.decidedBy}调整`).join('，')
const cell = (words: string, more: Partial<PaperCell> = {}): PaperCell => ({ words, ...more })
/** In a plan of one year the year stands in its title. */
const monthWords = (month: string | null, plan: PlanRow): string => (month === null ? '' : `${plan.untilYear === null && month.startsWith(String(plan.year)) ? '' : `${month.slice(0, 4)}年`}${Number(month.slice(5))}月`)

/** A survey is the committee's to do and its report is due; a bill is the drafting unit's and is tabled. */
function tableOf(items: readonly PlanItemRow[], { name, short, plan }: { name: (typeof planItemClasses)[number]; short: Short; plan: PlanRow }): Block {
  const survey = name === 'survey'
  const dated = items.some((item) => item.dueMonth !== null)
  const month = <T>(there: T): T[] => (dated ? [there] : [])
  const header = ['序号', '项目', '提案人', survey ? '参加单位' : '起草单位', ...month(survey ? '报告时间' : '提请时间'), survey ? '承担单位' : '有关委员会'].map((words) => cell(words, { header: true, align: 'center' }))
  const rows = items.map((item, at) => [
    cell(String(at + 1), { align: 'center' }), cell(item.title + (item.addedById === null ? '' : '（调整列入）')), cell(short(item.proposerOrganId, item.proposer)), cell(short(item.draftingOrganId, item.draftingOrgan)), ...month(cell(monthWords(item.dueMonth, plan), { align: 'center' })),
    cell(item.committee === null ? (survey ? short(item.draftingOrganId, item.draftingOrgan) : '') : short(item.committeeOrganId, item.committee)),
  ])
  return { kind: 'table', table: { columnShares: [1.2, 5, 3, 3, ...month(2.4), 3], headerRowCount: 1, rows: [header, ...rows] } }
}
