import { documentKinds } from '../../law/procedure/index.ts'
import { z } from 'zod'
import { filingDeadline, filingPolicy, lineOf, organRef } from '../filing/index.ts'
import { waitsForMaker } from '../notice/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { TodayItem } from './today-schema.ts'
import { caseInclude, deadlineOf, detailOf, type TodayView } from './today-view.ts'

/** 形式审查: filings that wait at the reception. */
export async function filingsToReceive(view: TodayView): Promise<TodayItem[]> {
  const rows = await view.services.prisma.filing.findMany({
    where: { AND: [filingPolicy.scope(view.actor, 'receive'), { state: { in: ['submitted', 'receiving'] } }] }, include: caseInclude, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    kind: 'receipt', id: row.id, filing: { id: row.id, revision: row.revision }, title: row.title, detail: detailOf(row), note: null, deadline: deadlineOf(view, row),
    act: { label: row.state === 'submitted' ? '接收' : '接收登记', link: `/receipt/${row.id}`, remind: null }, asked: true,
  }))
}

/** Own drafts by the day on which their document has to be filed. */
export async function draftsToFile(view: TodayView): Promise<TodayItem[]> {
  const { services, actor, today } = view
  const tx = services.prisma
  const rows = await tx.filing.findMany({ where: { AND: [filingPolicy.scope(actor, 'draft'), { state: 'draft', onPaper: false, promulgated: { not: null } }] }, include: { maker: true } })
  const items = rows.map(async (row): Promise<TodayItem> => {
    const line = await lineOf(tx, { maker: organRef(row.maker), documentKind: z.enum(documentKinds).parse(row.documentKind) })
    const promulgated = row.promulgated === null ? null : fromDateColumn(row.promulgated)
    return {
      kind: 'draft', id: row.id, filing: { id: row.id, revision: row.revision }, title: row.title === '' ? '没有写名称的草稿' : row.title, detail: detailOf(row), note: null,
      deadline: await filingDeadline(tx, { line, receiverOrganId: row.receiverOrganId, promulgated, today }), act: { label: '提交报备', link: `/filing/${row.id}`, remind: null }, asked: false,
    }
  })
  return Promise.all(items)
}

/** What each clock of the maker asks for. */
const makerActs: Readonly<Record<string, string>> = {
  correction: '提交补正', 'filing.late': '提交补正', inquiryReply: '答复函询', makerReply: '答复审查意见', 'makerReply.twoMonths': '答复审查意见', makerCorrection: '重新报送', makerReport: '报告处理情况',
  orderedFix: '限期改正', annulmentReport: '报告处理情况',
}
const correctionClocks: ReadonlySet<string> = new Set(['correction', 'filing.late'])

/** Corrections, inquiries, opinions and plans that the maker has to answer. */
export async function answersToGive(view: TodayView): Promise<TodayItem[]> {
  const rows = await view.services.prisma.filing.findMany({
    where: { AND: [filingPolicy.scope(view.actor, 'answer'), { state: { not: 'draft' } }, { OR: [{ clocks: { some: { state: 'running', key: { in: Object.keys(makerActs) } } } }, { state: 'suspended' }] }] },
    include: { ...caseInclude, plans: { where: { state: 'accepted' }, orderBy: { offeredAt: 'desc' }, take: 1 } }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => {
    const key = row.dueKey !== null && waitsForMaker(row.dueKey) ? row.dueKey : (row.clocks.find((c) => c.state === 'running' && waitsForMaker(c.key))?.key ?? null)
    const plan = row.plans[0]
    return {
      kind: 'answer', id: row.id, filing: { id: row.id, revision: row.revision }, title: row.title, detail: detailOf(row), note: row.state === 'suspended' && plan !== undefined ? `处理计划 ${fromDateColumn(plan.dueOn)} 前完成` : null,
      deadline: key === null ? null : deadlineOf(view, { ...row, dueKey: key }), act: { label: (key === null ? undefined : makerActs[key]) ?? '按计划修改', link: key !== null && correctionClocks.has(key) ? `/filing/${row.id}` : `/answers/${row.id}`, remind: null }, asked: true,
    }
  })
}
