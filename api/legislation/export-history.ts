import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { toDocxTable, toXlsx } from '../typesetting/index.ts'
import { historyKindLabels, projectHistory } from './history.ts'
import { projectFor } from './project-for.ts'

const titles = ['序号', '日期', '类别', '事项', '内容', '办理人', '依据'] as const

/** 全程记录: what this person sees of the history, oldest first, with who took it out and when, logged (domain §7.4 h). */
export async function exportHistory(options: { services: Services; actor: Actor; projectId: string; form: 'xlsx' | 'docx' }): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, actor, projectId, form } = options
  const project = await projectFor({ ...options, action: 'read' })
  const entries = (await projectHistory(options)).toReversed()
  const rows = entries.map((e, at) => [String(at + 1), e.on, historyKindLabels[e.kind], e.to === null ? e.title : `${e.title}（${e.from ?? '开始'} → ${e.to}）`, e.detail, e.by, e.basis])
  const mark = `${services.clock.today()}　${actor.name} 导出`
  await inTransaction(services, async ({ audit }) => audit({ actor, action: 'project.export', entity: 'Project', entityId: projectId, organId: project.organId, detail: { form, rows: rows.length } }))
  const demo = services.settings.demo ? { demo: '演示数据' } : {}
  const name = `${project.title}　全程记录.${form}`
  if (form === 'xlsx') return { name, bytes: await toXlsx({ sheetName: '全程记录', columns: titles.map((title) => ({ title })), rows: [...rows, ['', mark]], ...demo }) }
  return {
    name,
    bytes: await toDocxTable({
      title: `《${project.title}》立法全程记录`, subtitle: mark, orientation: 'landscape',
      table: { columnShares: [4, 8, 5, 22, 34, 8, 22], headerRowCount: 1, rows: [titles, ...rows].map((row) => row.map((text) => ({ words: text }))) }, ...demo,
    }),
  }
}
