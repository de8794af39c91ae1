import { toXlsx } from '../typesetting/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { listQueue } from './list-queue.ts'
import type { QueueFilter } from './queue-filter.ts'
import type { QueueOrder } from './queue-order.ts'

/** The most rows an export holds; beyond it the sheet says so in its last row. */
const MOST_ROWS = 10_000
const PAGE = 500

/** 导出清单: what the list shows, with the same scope; logged, and marked with who took it out (domain §7.4 h). */
export async function exportQueue(options: { services: Services; actor: Actor; filter: QueueFilter; order: QueueOrder }): Promise<Uint8Array> {
  const { services, actor } = options
  const rows: (string | number | null)[][] = []
  let cursor: string | undefined
  do {
    const page = await listQueue({ ...options, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
    for (const i of page.items) {
      rows.push([
        i.registrationNo, i.title, i.documentNo, i.maker.name, i.kind.label, i.mode.label, i.promulgated, i.registeredOn, i.dueOn, i.suspendedUntil === null ? (i.deadline?.remaining?.text ?? null) : `中止计算，${i.suspendedUntil} 计划到期`, i.flags.count, i.reviewer?.name ?? null, i.leader?.name ?? null, i.outcome === null ? i.state.label : `${i.state.label}（${i.outcome}）`,
      ])
    }
    cursor = page.next ?? undefined
  } while (cursor !== undefined && rows.length < MOST_ROWS)
  if (cursor !== undefined) rows.push([`只导出前 ${MOST_ROWS} 件，请缩小范围后分次导出。`])
  rows.push([`${services.clock.today()}　${actor.name} 导出`])
  await inTransaction(services, async (work) => work.audit({ actor, action: 'queue.export', entity: 'Queue', entityId: options.filter.view, detail: { rows: rows.length - 1 } }))
  const titles = ['登记号', '文件', '发文字号', '制定机关', '种类', '审查方式', '公布日期', '登记日期', '到期日', '剩余时间', '标注', '承办', '牵头', '状态']
  return toXlsx({ sheetName: '审查队列', columns: titles.map((title) => ({ title })), rows, ...(services.settings.demo ? { demo: '演示数据' } : {}) })
}
