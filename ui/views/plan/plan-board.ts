import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { type Plan, type PlanItem, standingTone, standingWord } from './plan-words.ts'

const words = messages.plan

/** 看板: the items of a plan in the column of their stage; an item without a project stands in the first. */
export function planBoard(plan: Plan): TemplateResult {
  const items = plan.items.filter((i) => !i.ended)
  const [first] = plan.columns
  return html`<div class="board" role="list" aria-label=${words.board}>${plan.columns.map((column) => {
    const here = items.filter((i) => (i.project?.phase ?? first) === column)
    return html`<div class="col ${here.length === 0 ? 'none' : ''}" role="listitem"><h2>${column}<span>${here.length}</span></h2>${here.length === 0 ? html`<p>${words.emptyColumn}</p>` : here.map(card)}</div>`
  })}</div>`
}

function card(item: PlanItem): TemplateResult {
  const small = item.class === 'survey'
  const title = item.project === null || item.project.id === null ? html`<b class="name">${item.title}</b>` : html`<a class="name" href=${to(`/projects/${item.project.id}`)}>${item.title}</a>`
  const due = item.due
  const figure =
    due === null
      ? html`<span>${item.project === null ? words.notStarted : `${item.project.stateSign} ${item.project.stateLabel}`}</span><b class=${standingTone(item)}>${item.standing.kind === 'none' || (item.standing.kind === 'paused' && item.project !== null) ? nothing : standingWord(item)}</b>`
      : html`<span>${due.label}</span><b class=${due.kind === 'overdue' ? 'late' : ''} title=${`${due.on}　${due.basis}`}>${due.kind === 'overdue' ? '! ' : ''}${due.text}</b>`
  return html`<article class="card ${small ? 'mini' : ''}">${title}${small ? nothing : html`<p>${item.classLabel}　${item.short}</p>`}
    ${item.project === null || due === null ? nothing : html`<p>${item.project.stateSign} ${item.project.stateLabel}</p>`}
    ${small && item.short !== '' ? html`<p>${item.short}</p>` : nothing}<p class="due">${figure}</p></article>`
}
