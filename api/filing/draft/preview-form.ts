import { paperRoutes } from '../../../law/procedure/index.ts'
import { DOCX } from '../../file/index.ts'
import { layOut } from '../../typesetting/index.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { filingFor } from '../filing-for.ts'
import { filingForm, filingReport } from '../papers/filing-papers.ts'
import { demoMark } from '../papers/keep-paper.ts'

export type PreviewedPaper = 'filingForm' | 'filingReport'

/** 备案登记表 and 备案报告 as the entries stand now; until the filing is sent every page says that it is a preview. */
export async function previewForm(options: { services: Services; actor: Actor; filingId: string; paper: PreviewedPaper; format: 'pdf' | 'docx' }): Promise<{ bytes: Uint8Array; name: string; mediaType: string }> {
  const { services, paper, format } = options
  const filing = await filingFor({ ...options, action: 'read' })
  const filedBy = await services.prisma.organ.findUniqueOrThrow({ where: { id: filing.filedByOrganId }, select: { name: true } })
  const draft = filing.state === 'draft' ? { draft: '预览，提交以前不编号' } : {}
  const common = { filing, filedByName: filedBy.name, ...demoMark(services), ...draft }
  const content = paper === 'filingForm'
    ? filingForm({ ...common, number: filing.filingReportNo })
    : filingReport({ ...common, number: filing.filingReportNo ?? '（提交时编号）', today: services.clock.today() })
  const pages = await layOut(content)
  const label = paperRoutes.find((r) => r.kind === paper)?.label ?? ''
  return { bytes: pages[format], name: `${label}-${filing.title === '' ? '未命名' : filing.title}.${format}`, mediaType: format === 'pdf' ? 'application/pdf' : DOCX }
}
