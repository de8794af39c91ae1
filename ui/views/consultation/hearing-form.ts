import { html, type TemplateResult } from 'lit'
import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'

export type Hearing = components['schemas']['Hearing']
export type HearingFacts = Hearing['facts']
/** What may already be known of a new one. */
export type ProposedFacts = { [K in keyof HearingFacts]?: HearingFacts[K] | null }
const words = messages.hearing

const whole = (form: FormData, name: string): number => {
  const typed = String(form.get(name) ?? '').trim()
  // an empty place is no number: the server says which one is missing
  return typed === '' ? Number.NaN : Number(typed)
}
const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

export const factsIn = (form: FormData): HearingFacts => ({
  heldOn: text(form, 'heldOn'), hours: text(form, 'hours'), place: text(form, 'place'), matter: text(form, 'matter'), participants: whole(form, 'participants'), observers: whole(form, 'observers'), conditions: text(form, 'conditions'), applyTo: text(form, 'applyTo'),
  howTo: text(form, 'howTo'), placeRules: text(form, 'placeRules'),
})

/** The places of an announcement, for a new one and for a correction. */
export function factFields(known: ProposedFacts, error: (path: string) => string): TemplateResult {
  const number = (name: 'participants' | 'observers', hint: string): TemplateResult => html`<lf-field class="w12" label=${words[name]} required hint=${hint} error=${error(name)}><input type="number" name=${name} min="0" max="9999" inputmode="numeric" .value=${known[name] == null ? '' : String(known[name])}></lf-field>`
  const area = (name: 'matter' | 'conditions' | 'howTo' | 'placeRules', rows: number, required: boolean, hint: string): TemplateResult => html`<lf-field label=${words[name]} ?required=${required} hint=${hint} error=${error(name)}><textarea name=${name} rows=${rows} .value=${known[name] ?? ''}></textarea></lf-field>`
  return html`
    <div class="inline-form">
      <lf-field class="w12" label=${words.heldOn} required hint=${words.heldOnHint} error=${error('heldOn')}><input type="date" name="heldOn" .value=${known.heldOn ?? ''}></lf-field>
      <lf-field class="w12" label=${words.hours} required hint=${words.hoursHint} error=${error('hours')}><input type="text" name="hours" maxlength="60" .value=${known.hours ?? ''}></lf-field>
      <lf-field class="w12" label=${words.applyTo} required error=${error('applyTo')}><input type="date" name="applyTo" .value=${known.applyTo ?? ''}></lf-field>
    </div>
    <lf-field label=${words.place} required error=${error('place')}><input type="text" name="place" maxlength="200" .value=${known.place ?? ''}></lf-field>
    ${area('matter', 3, true, words.matterHint)}
    <div class="inline-form">${number('participants', '')}${number('observers', words.observersHint)}</div>
    ${area('conditions', 3, true, words.conditionsHint)}${area('howTo', 2, false, words.howToHint)}${area('placeRules', 2, false, words.placeRulesHint)}`
}
