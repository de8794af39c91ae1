import { yearOf } from '../../../law/deadline/index.ts'
import { formatDocumentNumber } from '../../../law/procedure/index.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { takeNumber } from '../../procedure/index.ts'

/**
 * 发文字号 of a paper of filing: the organ's code without its 发 and the word of the register (甲政办规备字〔2026〕9号).
 * The register counts by organ and year, without gaps.
 */
export async function takePaperNumber(tx: Transaction, options: { organ: { id: string; documentCode: string | null }; register: 'filingReport' | 'correctionNotice' | 'returnNotice'; today: string }): Promise<string> {
  const year = yearOf(options.today)
  const serial = await takeNumber(tx, { organId: options.organ.id, kind: options.register, year })
  return formatDocumentNumber({ code: `${(options.organ.documentCode ?? '').replace(/发$/u, '')}${registerWords[options.register]}`, year, serial })
}

const registerWords = { filingReport: '规备字', correctionNotice: '备补字', returnNotice: '备退字' } as const
