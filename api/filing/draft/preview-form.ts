import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { filingFor } from '../filing-for.ts'
import { filingForm } from '../papers/filing-papers.ts'
import { demoMark, DOCX_TYPE, layOut } from '../papers/keep-paper.ts'

/** 备案登记表 as the entries stand now; until it is sent every page says that it is a preview. */
export async function previewForm(options: { services: Services; actor: Actor; filingId: string; format: 'pdf' | 'docx' }): Promise<{ bytes: Uint8Array; name: string; mediaType: string }> {
  const { services, format } = options
  const filing = await filingFor({ ...options, action: 'read' })
  const filedBy = await services.prisma.organ.findUniqueOrThrow({ where: { id: filing.filedByOrganId }, select: { name: true } })
  const draft = filing.state === 'draft' ? { draft: '预览，提交以前不编号' } : {}
  const pages = await layOut(filingForm({ filing, number: filing.filingReportNo, filedByName: filedBy.name, ...demoMark(services), ...draft }))
  return { bytes: pages[format], name: `备案登记表-${filing.title === '' ? '未命名' : filing.title}.${format}`, mediaType: format === 'pdf' ? 'application/pdf' : DOCX_TYPE }
}
