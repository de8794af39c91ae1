import { toXlsx } from '../typesetting/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { presentPlan } from './present-plan.ts'

/** 计划目录 as a sheet: what the person sees of the plan, logged, with who took it out and when (domain §7.4 h). */
export async function exportPlan(options: { services: Services; actor: Actor; planId: string }): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, actor, planId } = options
  const plan = await presentPlan(options)
  const rows: (string | number | null)[][] = plan.items.map((i, at) => [
    at + 1, i.title, i.classLabel, i.proposer, i.draftingOrgan, i.committee, i.dueMonth, i.standing.dueOn, i.standing.deliveredOn, i.ended ? '已调出' : (i.project?.stateLabel ?? '未立项'), i.standing.kind === 'late' || i.standing.kind === 'deliveredLate' ? `${i.standing.days} 天` : null,
    i.explanations.map((e) => `${e.receivedOn} ${e.documentNo ?? ''}`.trim()).join('；') || null, i.note,
  ])
  rows.push([null, `${services.clock.today()}　${actor.name} 导出`])
  await inTransaction(services, async ({ audit }) => audit({ actor, action: 'plan.export', entity: 'LegislationPlan', entityId: planId, detail: { rows: plan.items.length } }))
  const titles = ['序号', '项目', '类别', '提案人', '起草单位', '有关委员会', '计划月份', '应当提请（报告）', '实际提请（报告）', '进度', '逾期', '书面说明', '备注']
  const bytes = await toXlsx({ sheetName: plan.title.slice(0, 31), columns: titles.map((title) => ({ title })), rows, ...(services.settings.demo ? { demo: '演示数据' } : {}) })
  return { name: `${plan.organ}${plan.title}.xlsx`, bytes }
}
