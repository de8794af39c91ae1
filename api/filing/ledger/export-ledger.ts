import { toXlsx } from '../../typesetting/index.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { demoMark } from '../papers/keep-paper.ts'
import { type LedgerItem, type LedgerQuery, listLedger } from './list-ledger.ts'

const PAGE = 200

/** The ledger as a spreadsheet, with the filters that are set on the screen. */
export async function exportLedger(options: { services: Services; actor: Actor; query: LedgerQuery }): Promise<Uint8Array> {
  const items: LedgerItem[] = []
  let cursor: string | undefined
  do {
    const page = await listLedger({ ...options, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) })
    items.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return toXlsx({
    sheetName: '报备台账',
    columns: [
      { title: '发文字号', width: 22 }, { title: '文件名称', width: 40 }, { title: '文件种类', width: 14 }, { title: '制定机关', width: 24 }, { title: '报送对象', width: 24 }, { title: '公布日期', width: 12 },
      { title: '报送期限', width: 12 }, { title: '报送日期', width: 12 }, { title: '登记号', width: 16 }, { title: '状态', width: 12 }, { title: '说明', width: 24 },
    ],
    rows: items.map((i) => [i.documentNo, i.title, i.documentKind, i.maker, i.receiver, i.promulgated, i.dueOn, i.submittedOn, i.registrationNo, i.state.label, i.remark]),
    ...demoMark(options.services),
  })
}
