import { html, nothing, type TemplateResult } from 'lit'
import type { components } from '../../api/schema.d.ts'
import type { Column } from '../../components/lf-list-table.ts'
import { messages } from '../../messages/zh.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'
import { shortTitle } from '../short-title.ts'

export type QueueItem = components['schemas']['QueueItem']
const words = messages.queue
const columns = words.columns

function title(row: QueueItem): TemplateResult {
  const marks = row.marks.flatMap((mark) => (words.marks[mark] === undefined ? [] : [words.marks[mark]]))
  return html`<span title=${row.title}>${shortTitle(row.title)}</span>${marks.length === 0 ? nothing : html`<span class="queue-mark">${marks.join('　')}</span>`}`
}

const flags = (row: QueueItem): TemplateResult | string =>
  row.flags.count === 0 ? '' : html`${words.flagCount(row.flags.count)}${row.flags.serious > 0 ? html`，<span class="soon">${words.serious(row.flags.serious)}</span>` : nothing}`

/** A suspended case counts no days: it says until when (中止). */
function daysLeft(row: QueueItem): TemplateResult {
  const shown = shownDeadline(row.deadline)
  if (shown === null && row.outcome !== null) return html`<span class="quiet">${words.outcome(row.outcome)}</span>`
  if (row.suspendedUntil === null) return html`<lf-deadline .deadline=${shown}></lf-deadline>`
  return shown === null ? html`<span class="quiet">${messages.elements.deadline.pausedUntil(row.suspendedUntil)}</span>` : html`<lf-deadline .deadline=${{ ...shown, paused: true, pausedUntil: row.suspendedUntil }}></lf-deadline>`
}

const nobody = html`<span class="quiet">${words.nobody}</span>`

/** The columns of the queue; `leader` stands in the place of the reviewer's where the page is about another question. */
export const queueColumns: readonly Column<QueueItem>[] = [
  { key: 'registrationNo', label: columns.registrationNo, widthEm: 8.9, kind: 'quiet', sortable: true, secondary: true, cell: (row) => row.registrationNo ?? words.notRegistered },
  { key: 'title', label: columns.title, kind: 'title', sortable: true, cell: title },
  { key: 'documentNo', label: columns.documentNo, widthEm: 12.4, kind: 'small', sortable: true, secondary: true, cell: (row) => row.documentNo },
  { key: 'maker', label: columns.maker, widthEm: 9.4, cell: (row) => html`<span title=${row.maker.name}>${row.maker.name}</span>` },
  { key: 'mode', label: columns.mode, widthEm: 5.6, sortable: true, secondary: true, cell: (row) => row.mode.label },
  { key: 'registeredOn', label: columns.registeredOn, widthEm: 6.6, kind: 'small', sortable: true, secondary: true, cell: (row) => row.registeredOn ?? '' },
  { key: 'dueDate', label: columns.dueDate, widthEm: 6.6, kind: 'small', secondary: true, cell: (row) => row.dueOn ?? '' },
  { key: 'dueOn', label: columns.dueOn, widthEm: 11.2, kind: 'days', sortable: true, cell: daysLeft },
  { key: 'flags', label: columns.flags, widthEm: 6.5, kind: 'quiet', cell: flags },
  { key: 'reviewer', label: columns.reviewer, widthEm: 5.1, cell: (row) => row.reviewer?.name ?? nobody },
  { key: 'state', label: columns.state, widthEm: 7.6, sortable: true, cell: (row) => html`<lf-state kind=${stateKind(row.state.sign)} word=${row.state.label}></lf-state>` },
]
