import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../messages/zh.ts'

type Report = { line: number; message: string }

/** more would push what follows off the screen */
const MOST_SHOWN_OPEN = 12

const list = (reports: readonly Report[]): TemplateResult => html`<ul>${reports.map(({ line, message }) => html`<li>${messages.elements.report.line(line)}　${message}</li>`)}</ul>`

/** What was noticed when a file was read: what a person must look at in the open, what is merely unusual folded beneath. */
export function readingReport({ problems, remarks }: { problems: readonly Report[]; remarks: readonly Report[] }): TemplateResult | typeof nothing {
  if (problems.length + remarks.length === 0) return nothing
  const words = messages.elements.report
  return html`<div class="reading-report">
    ${problems.length === 0 ? nothing : html`<details class="look" ?open=${problems.length <= MOST_SHOWN_OPEN}><summary>${words.problems(problems.length)}</summary>${list(problems)}</details>`}
    ${remarks.length === 0 ? nothing : html`<details><summary>${words.remarks(remarks.length, problems.length > 0)}</summary>${list(remarks)}</details>`}</div>`
}
