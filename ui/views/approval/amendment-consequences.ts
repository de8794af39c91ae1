import { html, nothing, type TemplateResult } from 'lit'
import { type Amended, sayRenumbered } from '../../../law/drafting/amendments/index.ts'
import type { LegalText } from '../../../law/text/index.ts'
import { messages } from '../../messages/zh.ts'

const words = messages.approval

/** What follows from the amendments beyond their own words: numbers, references, and what a person has to look at. */
export function amendmentConsequences(voted: LegalText, amended: Amended): TemplateResult | typeof nothing {
  const moved = sayRenumbered(voted, amended.renumbered)
  if (moved.length + amended.followed.length + amended.notes.length === 0) return nothing
  return html`<div class="consequences"><h3>${words.consequences}</h3>
    <ul>${moved.map((line) => html`<li>${line}</li>`)}${amended.followed.map(({ where, before, after }) => html`<li>${words.followedReference(where, before, after)}</li>`)}</ul>
    ${amended.notes.length === 0 ? nothing : html`<p class="warn small">${words.toCheck}</p><ul class="small">${amended.notes.map((note) => html`<li>${note}</li>`)}</ul>`}</div>`
}
