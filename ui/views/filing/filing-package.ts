import { html, nothing, type TemplateResult } from 'lit'
import { sizeInText } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import type { Filing } from './filing-form.ts'

export type PackageItem = Filing['package'][number]

const words = messages.filing.package
const formatNames: Record<string, string> = { docx: 'Word', doc: 'Word', wps: 'WPS', pdf: 'PDF', ofd: 'OFD', rtf: 'RTF', html: '网页', text: '文本' }

export const fileAddress = (fileId: string, format: string | null): string => `/api/files/${fileId}/content${format === 'pdf' ? '?inline=true' : ''}`

type Line = { sign: '✓' | '!' | '—'; kind: 'fine' | 'missing' | 'check' | 'none'; what: TemplateResult | string; doing: TemplateResult | typeof nothing }

export type PackageHandlers = {
  editable: boolean
  /** opens the dialog of a material */
  open: (item: PackageItem) => void
}

/** The package line by line: ✓ there, ! missing or to be looked at, — not needed here. */
export function packageTable(filing: Filing, handlers: PackageHandlers): TemplateResult {
  const asked = filing.package.filter((item) => item.applies || item.materials.length > 0)
  const others = filing.package.filter((item) => !asked.includes(item))
  const lines = (items: readonly PackageItem[]) => html`<table class="package"><tbody>${items.map((item) => {
    const line = lineOf(item, filing, handlers)
    return html`<tr class=${line.kind} id="material-${item.kind}"><td><span aria-hidden="true">${line.sign}</span></td><td>${item.label}</td><td>${line.what}</td><td>${line.doing}</td></tr>
      ${item.kind === 'electronicText' ? samenessLine(filing) : nothing}`
  })}</tbody></table>`
  return html`${lines(asked)}${others.length === 0 || !handlers.editable ? nothing : html`<details class="not-needed"><summary>${words.others(others.map((item) => item.label).join('、'))}</summary>${lines(others)}</details>`}`
}

/** How many materials are asked for and how many are there. */
export function packageCounts(filing: Filing): { due: number; there: number } {
  const due = filing.package.filter((item) => item.applies)
  return { due: due.length, there: due.filter((item) => isGenerated(item) || item.materials.some((m) => m.file !== null || m.note !== null)).length }
}

const isGenerated = (item: PackageItem): boolean => item.accepts.includes('generated') && !item.materials.some((m) => m.file !== null)

function lineOf(item: PackageItem, filing: Filing, { editable, open }: PackageHandlers): Line {
  const button = (label: string) => html`<button type="button" class="plain" @click=${() => open(item)}>${label}<span class="vh">${item.label}</span></button>`
  const given = item.materials.filter((m) => m.file !== null)
  if (given.length > 0) {
    const view = given.map((m) => (m.file === null ? nothing : html`<a href=${fileAddress(m.file.id, m.file.format)} target="_blank" rel="noopener">${words.view}<span class="vh">${m.file.name}</span></a> `))
    return {
      sign: '✓', kind: 'fine',
      what: html`${given.map((m, at) => (m.file === null ? nothing : html`${at === 0 ? '' : '；'}<span title=${m.file.sha256}>${formatNames[m.file.format ?? ''] ?? ''}，${sizeInText(m.file.sizeBytes)}　<span class="quiet">${m.referenceNo ?? m.file.name}</span></span>`))}`,
      doing: html`<span class="nowrap">${view}${editable ? button(words.replace) : nothing}</span>`,
    }
  }
  if (isGenerated(item)) {
    const paper = filing.papers.find((p) => p.kind === item.kind)
    const preview = html`<a href="/api/filings/${filing.id}/form?paper=${item.kind}" target="_blank" rel="noopener">${words.preview}<span class="vh">${item.label}</span></a>`
    return { sign: '✓', kind: 'fine', what: `${words.generated}${filing.filingReportNo === null ? '' : `，${filing.filingReportNo}`}`, doing: paper?.pdfFileId ? html`<a href=${fileAddress(paper.pdfFileId, 'pdf')} target="_blank" rel="noopener">${words.view}</a>` : preview }
  }
  const entered = item.materials.find((m) => (m.note ?? '').trim() !== '')
  if (entered !== undefined) return { sign: '✓', kind: 'fine', what: html`<span title=${entered.note ?? ''}>${words.entered((entered.note ?? '').split('\n').filter((l) => l.trim() !== '').length)}　<span class="quiet">${(entered.note ?? '').split('\n')[0]}</span></span>`, doing: editable ? button(words.edit) : nothing }
  const reason = item.materials.find((m) => m.notApplicableReason !== null)
  if (reason !== undefined) return { sign: item.applies ? '!' : '—', kind: item.applies ? 'check' : 'none', what: words.reason(reason.notApplicableReason ?? ''), doing: editable ? button(words.edit) : nothing }
  if (item.applies) return { sign: '!', kind: 'missing', what: words.missing, doing: editable ? button(words.upload) : nothing }
  return { sign: '—', kind: 'none', what: item.required === 'optional' ? item.hint : words.noneWhen, doing: editable ? button(words.upload) : nothing }
}

function samenessLine(filing: Filing): TemplateResult {
  const same = filing.sameness
  const line = (kind: string, sign: string, what: string) => html`<tr class=${kind}><td><span aria-hidden="true">${sign}</span></td><td>${words.samenessRow}</td><td>${what}</td><td>${same === null ? nothing : html`<a href="#sameness">${words.compare}</a>`}</td></tr>`
  if (same === null) return line('none', '—', words.samenessWaits)
  if (same.method === 'awaitingEye') return line('missing', '!', words.samenessEye)
  if (same.differences.length === 0) return line('fine', '✓', words.samenessFine)
  return same.unexplained > 0 ? line('missing', '!', words.samenessOpen(same.differences.length, same.unexplained)) : line('fine', '✓', words.samenessExplained(same.differences.length))
}
