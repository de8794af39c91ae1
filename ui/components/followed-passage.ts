import { html, nothing, type TemplateResult } from 'lit'
import type { components } from '../api/schema.d.ts'
import { messages } from '../messages/zh.ts'
import { to } from '../navigation.ts'

type Followed = components['schemas']['FollowedPassage']
const words = messages.review.followed

/** Where a marked passage stands in a later text: 原第十二条，现第十三条, what became of its words, and how it came there. */
export function followedPassage(followed: Followed, options: { lead?: string; link?: boolean } = {}): TemplateResult {
  const { lead = '', link = true } = options
  const [first] = followed.places
  const place = to(`/library/${followed.workKey}?version=${encodeURIComponent(followed.dateKey)}${first === undefined ? '' : `#${first.eId}`}`)
  const gone = followed.fate === 'deleted' || followed.fate === 'notFound' || followed.words !== 'kept'
  return html`<p class="followed ${gone ? 'look' : ''}"><b>${lead === '' ? nothing : html`${lead}　`}${followed.sentence}</b>
      ${followed.fate === 'deleted' || followed.fate === 'notFound' ? nothing : html`<span>${followed.fateLabel}，${words.words[followed.words]}</span>`}
      ${link ? html`<a class="u" href=${place}>${words.look(followed.dateKey)}</a>` : nothing}
      ${followed.words === 'changed' && followed.newExact !== null ? html`<span class="now">${words.now}：<q>${followed.newExact}</q></span>` : nothing}</p>
    ${followed.steps.length < 2 && !followed.steps.some((s) => s.byPerson) ? nothing : html`<details class="way"><summary>${words.way(followed.steps.length)}</summary><ol>${followed.steps.map((step) => html`<li>${step.fromDateKey} → ${step.toDateKey}　${step.fateLabel}${step.places.length === 0 ? nothing : `，${step.places.map(({ label }) => label).join('、')}`}${step.byPerson ? `（${words.byPerson}）` : nothing}</li>`)}</ol></details>`}`
}
