import { html, type TemplateResult } from 'lit'
import { planItemClasses, planItemClassLabels } from '../../../law/procedure/index.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/lf-field.ts'
import '../../components/lf-picker.ts'
import type { Pickable, Picked } from '../../components/lf-picker.ts'
import type { FieldError } from '../../api/problem.ts'
import { messages } from '../../messages/zh.ts'
import type { PlanItem } from './plan-words.ts'

const words = messages.plan
export type ItemInput = Required<components['schemas']['PlanItemInput']>
export type OrganChoice = { id: string; name: string }

export const emptyItem: ItemInput = { title: '', class: 'deliberation', proposer: '', proposerOrganId: null, draftingOrgan: '', draftingOrganId: null, committee: null, committeeOrganId: null, dueMonth: null, note: null, carriedFromId: null }

export const inputOf = (item: PlanItem): ItemInput => ({
  title: item.title, class: item.class, proposer: item.proposer, proposerOrganId: item.proposerOrganId, draftingOrgan: item.draftingOrgan, draftingOrganId: item.draftingOrganId, committee: item.committee, committeeOrganId: item.committeeOrganId,
  dueMonth: item.dueMonth, note: item.note, carriedFromId: item.carriedFromId,
})

const typedIn = (event: Event): string => (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement ? event.target.value : '')
const classIn = (event: Event): ItemInput['class'] => planItemClasses.find((c) => c === typedIn(event)) ?? 'survey'

/** Fields of an item of a plan; `changed` gets what was typed or chosen. */
export function itemFields(options: { item: ItemInput; organs: readonly OrganChoice[]; errors: readonly FieldError[]; prefix?: string; changed: (change: Partial<ItemInput>) => void }): TemplateResult {
  const { item, organs, errors, changed } = options
  const prefix = options.prefix ?? ''
  const error = (path: string): string => errors.find((e) => e.path === `${prefix}${path}`)?.message ?? ''
  const search = (typed: string): Pickable[] => organs.filter((o) => typed !== '' && o.name.includes(typed)).slice(0, 12)
  const one = (name: string, id: string | null): Picked[] => (name === '' ? [] : [{ id, name }])
  const last = (event: CustomEvent<{ picked: Picked[] }>): Picked | undefined => event.detail.picked.at(-1)
  return html`<div class="fields">
    <lf-field class="w8" label=${words.fields.title} required .error=${error('title')}><input name="title" maxlength="120" .value=${item.title} @input=${(e: Event) => changed({ title: typedIn(e) })}></lf-field>
    <lf-field class="w4" label=${words.fields.class} required><select name="class" @change=${(e: Event) => changed({ class: classIn(e) })}>${planItemClasses.map((c) => html`<option value=${c} ?selected=${c === item.class}>${planItemClassLabels[c]}</option>`)}</select></lf-field>
    <lf-field class="w6" label=${words.fields.proposer} hint=${words.organHint} .error=${error('proposer')}><lf-picker input-name="proposer" typed .chosen=${one(item.proposer, item.proposerOrganId)} .search=${search} @picked-changed=${(e: CustomEvent<{ picked: Picked[] }>) => changed({ proposer: last(e)?.name ?? '', proposerOrganId: last(e)?.id ?? null })}></lf-picker></lf-field>
    <lf-field class="w6" label=${words.fields.draftingOrgan} .error=${error('draftingOrgan')}><lf-picker input-name="draftingOrgan" typed .chosen=${one(item.draftingOrgan, item.draftingOrganId)} .search=${search} @picked-changed=${(e: CustomEvent<{ picked: Picked[] }>) => changed({ draftingOrgan: last(e)?.name ?? '', draftingOrganId: last(e)?.id ?? null })}></lf-picker></lf-field>
    <lf-field class="w6" label=${words.fields.committee} .error=${error('committee')}><lf-picker input-name="committee" typed .chosen=${one(item.committee ?? '', item.committeeOrganId)} .search=${search} @picked-changed=${(e: CustomEvent<{ picked: Picked[] }>) => changed({ committee: last(e)?.name ?? null, committeeOrganId: last(e)?.id ?? null })}></lf-picker></lf-field>
    <lf-field class="w6" label=${words.fields.dueMonth} hint=${words.monthHint} .error=${error('dueMonth')}><input name="dueMonth" type="month" .value=${item.dueMonth ?? ''} @input=${(e: Event) => changed({ dueMonth: typedIn(e) === '' ? null : typedIn(e) })}></lf-field>
    <lf-field class="w12" label=${words.fields.note} .error=${error('note')}><input name="note" maxlength="500" .value=${item.note ?? ''} @input=${(e: Event) => changed({ note: typedIn(e) === '' ? null : typedIn(e) })}></lf-field></div>`
}
