import { html, nothing, type TemplateResult } from 'lit'
import { planItemClasses, planItemClassLabels } from '../../../law/procedure/index.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import type { PlanAct } from './plan-dialog.ts'
import { type Plan, type PlanItem, standingTone, standingWord } from './plan-words.ts'

const words = messages.plan
type Acts = { act: (act: PlanAct) => void; remove: (item: PlanItem) => void }

/** 目录: every item by class with what is owed of it, its written explanations, and the adjustments below. */
export function planDirectory(plan: Plan, acts: Acts): TemplateResult {
  return html`<div class="page plan-directory">
    ${plan.items.length === 0 ? html`<lf-empty heading=${words.emptyColumn} text=${words.itemTitle}></lf-empty>` : nothing}
    ${planItemClasses.map((c) => {
      const items = plan.items.filter((i) => i.class === c)
      if (items.length === 0) return nothing
      return html`<section class="part"><h2>${planItemClassLabels[c]}<span class="quiet">　${items.filter((i) => !i.ended).length}</span></h2>
        <div class="table-wrap"><table class="items"><caption class="vh">${planItemClassLabels[c]}</caption><thead><tr><th>${words.directory.title}</th><th>${words.directory.proposer}</th><th>${words.directory.draftingOrgan}</th><th>${words.directory.committee}</th><th>${words.directory.dueMonth}</th><th>${words.directory.progress}</th><th>${words.directory.standing}</th></tr></thead>
          <tbody>${items.map((item) => row(plan, item, acts))}</tbody></table></div></section>`
    })}
    ${plan.adoptedOn === null ? nothing : html`<section class="part"><h2>${words.decisions}</h2><ul class="points"><li><b>${plan.adoptedOn}　${meetingName(plan.adoptedMeetingId, plan.adoptedBy ?? '')}</b>　${words.adoptedPlan}</li>${plan.adjustments.map((a) => html`<li><b>${a.decidedOn}　${meetingName(a.meetingId, a.decidedBy)}</b>　${a.reason}<ul>${a.changes.map((c) => html`<li>${words.changed(c.kind, c.title, classWord(c.before), classWord(c.after))}</li>`)}</ul></li>`)}</ul></section>`}</div>`
}

/** The meeting that decided, and the way to it for who may open it. */
const meetingName = (id: string | null, name: string): TemplateResult => (id === null ? html`${name}` : html`<a href=${to(`/meetings/${id}`)}>${name}</a>`)

const classWord = (value: string | null): string => planItemClasses.flatMap((c) => (c === value ? [planItemClassLabels[c]] : []))[0] ?? value ?? ''

function row(plan: Plan, item: PlanItem, acts: Acts): TemplateResult {
  const project = item.project
  const marks = html`${item.ended ? html`<em class="mark">${words.endedMark}</em>` : nothing}${item.added ? html`<em class="mark">${words.addedMark}</em>` : nothing}`
  const open = !item.ended && plan.adoptedOn === null
  return html`<tr class=${item.ended ? 'ended' : ''}><th scope="row">${project === null || project.id === null ? item.title : html`<a href=${to(`/projects/${project.id}`)}>${item.title}</a>`}${marks}${item.note === null ? nothing : html`<p class="quiet small">${item.note}</p>`}
      <p class="acts">${plan.mayWrite && open ? html`<button class="words" @click=${() => acts.act({ kind: 'edit', item })}>${words.edit}</button>${project === null ? html`<button class="words" @click=${() => acts.remove(item)}>${words.remove}</button>` : nothing}` : nothing}
        ${item.mayExplain && item.standing.kind !== 'none' && (item.standing.kind === 'late' || item.standing.kind === 'deliveredLate') ? html`<button class="words" @click=${() => acts.act({ kind: 'explain', item })}>${words.explain}</button>` : nothing}</p>
      ${item.explanations.map((e) => html`<div class="explanation"><p><b>${words.explanations}</b>　${e.receivedOn}　${e.documentNo ?? ''}　${e.recordedBy}</p><p>${e.text}</p>
        ${e.consideredOn === null ? (plan.mayDecide ? html`<button class="words" @click=${() => acts.act({ kind: 'consider', item, explanationId: e.id })}>${words.consider}</button>` : nothing) : html`<p>${words.considered(e.consideredOn)}：${e.consideredNote}</p>`}</div>`)}</th>
    <td>${item.proposer}</td><td>${item.draftingOrgan}</td><td>${item.committee}</td><td class="nowrap">${item.dueMonth}</td><td>${project === null ? html`<span class="quiet">${words.notStarted}</span>` : `${project.stateSign} ${project.stateLabel}`}</td>
    <td class=${standingTone(item)} title=${`${item.standing.counted}　${item.standing.basis}`}>${item.ended || (plan.outside && item.standing.kind === 'none' && item.dueMonth !== null) ? '' : standingWord(item)}</td></tr>`
}
