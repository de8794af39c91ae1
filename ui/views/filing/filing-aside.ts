import { html, nothing, type TemplateResult } from 'lit'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import type { Filing } from './filing-form.ts'
import { fileAddress } from './filing-package.ts'

export type Finding = NonNullable<Filing['check']>['findings'][number]

const words = messages.filing

/** The first sentence as a heading, the rest below it. */
const parted = (message: string): { head: string; rest: string } => {
  const at = message.search(/[：:。]/u)
  return at < 0 || at === message.length - 1 ? { head: message.replace(/。$/u, ''), rest: '' } : { head: message.slice(0, at), rest: message.slice(at + 1).replace(/^[：:]/u, '') }
}

/** What the program found, the gravest first; `beside` gives what may be done about it. */
export function findingList(findings: readonly Finding[], beside: (finding: Finding) => TemplateResult | typeof nothing): TemplateResult {
  return html`<ul class="points">${findings.map((finding) => {
    const { head, rest } = parted(finding.message)
    const fine = finding.severity === 'ok' || finding.settled !== null
    return html`<li class=${fine ? 'fine' : ''}><b aria-hidden="true">${fine ? '✓' : '!'}</b><span>${finding.severity === 'ok' ? nothing : html`<b class="nowrap">${words.severity[finding.severity]}</b>　`}${head}
      ${rest === '' ? nothing : html`<em>${rest}</em>`}${finding.settled === null ? nothing : html`<em class="settled">${words.settled(finding.settled.reason, finding.settled.byName)}</em>`}</span><span>${fine ? nothing : beside(finding)}</span></li>`
  })}</ul>`
}

export const findingCounts = (findings: readonly Finding[]): { must: number; check: number } => ({
  must: findings.filter((f) => f.severity === 'must' && f.settled === null).length,
  check: findings.filter((f) => f.severity === 'check' && f.settled === null).length,
})

/** The line of the filing period, with the days on which a reminder comes. */
export function periodPart(filing: Filing, today: string): TemplateResult {
  const { deadline } = filing
  const reminders = deadline?.dueOn == null ? [] : [7, 3].map((days) => shift(deadline.dueOn ?? '', -days)).filter((d) => d > (filing.promulgated ?? ''))
  return html`<section class="part"><h2>${words.section.deadline}</h2>${deadline?.dueOn == null
    ? html`<p class="small quiet">${words.noDate}</p>`
    : html`<lf-timeline from=${deadline.startOn} end=${deadline.dueOn} today=${today} fromWord=${words.period.from} .reminders=${reminders}></lf-timeline>`}</section>`
}

const shift = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export function nextPart(): TemplateResult {
  return html`<section class="part"><h2>${words.section.next}</h2><ul class="points">${words.nextSteps.map(([what, how], at) => html`<li class="later"><b>${at + 1}</b><span>${what}<em>${how}</em></span><span></span></li>`)}</ul><p class="small quiet after">${words.nextNote}</p></section>`
}

/** What happened to the case, as this person may read it. */
export function historyPart(filing: Filing): TemplateResult {
  return html`<section class="part"><h2>${words.section.history}</h2><ul class="points">${filing.events.toReversed().map((event) => html`<li class="fine"><b aria-hidden="true">✓</b><span>${event.label}　<span class="quiet">${event.actorName}</span>${event.note === null ? nothing : html`<em>${event.note}</em>`}</span><span class="quiet nowrap">${timeInTable(event.at)}</span></li>`)}</ul></section>`
}

/** Issued papers with their files. */
export function papersPart(filing: Filing): TemplateResult | typeof nothing {
  if (filing.papers.length === 0) return nothing
  return html`<section class="part"><h2>${words.section.papers}</h2><ul class="points">${filing.papers.map((paper) => html`<li class="fine"><b aria-hidden="true">✓</b><span>${paper.label}<em>${[paper.number, paper.issuedOn].filter((part) => part !== null).join('　')}</em></span>
    <span class="nowrap">${paper.pdfFileId === null ? nothing : html`<a href=${fileAddress(paper.pdfFileId, 'pdf')} target="_blank" rel="noopener">${words.papersOpen.pdf}<span class="vh">${paper.label}</span></a>`}　${paper.docxFileId === null ? nothing : html`<a href=${fileAddress(paper.docxFileId, 'docx')}>${words.papersOpen.docx}<span class="vh">${paper.label}</span></a>`}</span></li>`)}</ul></section>`
}
