import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod'
import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'
import { participantFields } from './filing-participants.ts'

export type Filing = components['schemas']['Filing']
export type FilingFields = components['schemas']['FilingFields']
export type Organ = { id: string; name: string; kind: string; level: string }

/** What a person types, as strings; sent when it differs from what the server has. */
export const formSchema = z.object({
  title: z.string(), documentNo: z.string(), unifiedNo: z.string(), makerOrganId: z.string(), documentKind: z.string(), draftingOrgan: z.string(), deliberationMeeting: z.string(), meetingDate: z.string(),
  promulgated: z.string(), effectiveFrom: z.string(), validityNote: z.string(), validUntil: z.string(), disclosure: z.string(), contactName: z.string(), contactPhone: z.string(), receiverOrganId: z.string(), missingReason: z.string(),
  keywords: z.string(), traits: z.array(z.string()),
  jointMakers: z.array(z.object({ organId: z.string().nullable(), name: z.string() })), drafters: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type FilingForm = z.infer<typeof formSchema>
export type TextField = Exclude<keyof FilingForm, 'traits' | 'jointMakers' | 'drafters'>

export const formOf = (f: Filing): FilingForm => ({
  title: f.title, documentNo: f.documentNo, unifiedNo: f.unifiedNo ?? '', makerOrganId: f.maker.id, documentKind: f.documentKind.id, draftingOrgan: f.draftingOrgan ?? '',
  deliberationMeeting: f.deliberationMeeting ?? '', meetingDate: f.meetingDate ?? '', promulgated: f.promulgated ?? '', effectiveFrom: f.effectiveFrom ?? '', validityNote: f.validityNote ?? '', validUntil: f.validUntil ?? '',
  disclosure: f.disclosure ?? '', contactName: f.contactName ?? '', contactPhone: f.contactPhone ?? '', receiverOrganId: f.receiver.id, missingReason: f.missingReason ?? '', keywords: f.keywords.join('、'), traits: f.traits.filter((t) => t !== 'governmentSide'),
  jointMakers: f.jointMakers.map(({ id, name }) => ({ organId: id, name })), drafters: f.drafters,
})

const fieldsSchema = z.custom<FilingFields>((value) => typeof value === 'object' && value !== null)

/** Only what was changed: somebody else's entries are not written over by ours. */
export function changedFields(now: FilingForm, before: FilingForm): FilingFields {
  const changed: Record<string, unknown> = {}
  for (const name of Object.keys(now).filter((key): key is keyof FilingForm => key in before)) {
    if (JSON.stringify(now[name]) === JSON.stringify(before[name])) continue
    if (name === 'drafters') changed['drafterIds'] = now.drafters.map(({ id }) => id)
    else changed[name] = name === 'keywords' ? now.keywords.split(/[、，,;；\s]+/u).filter((word) => word !== '') : now[name]
  }
  return fieldsSchema.parse(changed)
}

type FieldOptions = {
  form: FilingForm
  editable: boolean
  /** maker, kind and addressee stand once the filing was sent */
  fixed: boolean
  makers: readonly Organ[]
  receivers: readonly Organ[]
  errors: ReadonlyMap<string, string>
  /** said at the right of the number: whether it is taken */
  numberNote: string
  /** the clerk's own committee receives: there is nothing to choose */
  withoutReceiver?: boolean
  onInput: (name: TextField, value: string) => void
  onChange: (change: Partial<FilingForm>) => void
}

const words = messages.filing
const REQUIRED: ReadonlySet<string> = new Set(['title', 'documentNo', 'makerOrganId', 'documentKind', 'receiverOrganId', 'deliberationMeeting', 'meetingDate', 'promulgated', 'effectiveFrom', 'disclosure', 'contactName', 'contactPhone'])

/** The grid of entries as the office knows it from the printed form. */
export function documentFields(options: FieldOptions): TemplateResult {
  const { form, editable, fixed, errors, onInput } = options
  const field = (name: TextField, width: string, control: TemplateResult, aside = '') =>
    html`<lf-field class=${width} label=${words.fields[name]} ?required=${REQUIRED.has(name)} error=${errors.get(name) ?? ''} aside=${aside}>${control}</lf-field>`
  const text = (name: TextField, width = '', type = 'text', aside = '') =>
    field(name, width, html`<input name=${name} type=${type} .value=${form[name]} ?readonly=${!editable} autocomplete="off" @input=${(e: Event) => e.target instanceof HTMLInputElement && onInput(name, e.target.value)}>`, aside)
  const select = (name: TextField, width: string, choices: readonly { value: string; label: string }[], locked = false) =>
    field(name, width, html`<select name=${name} ?disabled=${!editable || locked} @change=${(e: Event) => e.target instanceof HTMLSelectElement && onInput(name, e.target.value)}>
      ${form[name] === '' ? html`<option value="" selected>${words.chooseOne}</option>` : nothing}
      ${choices.map((c) => html`<option value=${c.value} ?selected=${c.value === form[name]}>${c.label}</option>`)}</select>`)
  const organs = (list: readonly Organ[]) => list.map((o) => ({ value: o.id, label: o.name }))
  return html`<div class="fields">
    ${text('title', 'w5')}${text('documentNo', 'w4', 'text', options.numberNote)}${text('unifiedNo')}
    ${select('makerOrganId', '', organs(options.makers), fixed)}${select('documentKind', '', Object.entries(words.kinds).map(([value, label]) => ({ value, label })), fixed)}${text('draftingOrgan')}${text('deliberationMeeting')}
    ${participantFields(options)}
    ${text('meetingDate', '', 'date')}${text('promulgated', '', 'date')}${text('effectiveFrom', '', 'date')}${text('validityNote')}
    ${text('validUntil', '', 'date')}${select('disclosure', '', words.disclosures.map((d) => ({ value: d, label: d })))}${text('keywords', '', 'text', words.keywordsHint)}
    ${text('contactName')}${text('contactPhone')}${options.withoutReceiver === true ? nothing : select('receiverOrganId', 'w6', organs(options.receivers), fixed)}
  </div>`
}

/** Circumstances that decide which materials are needed. */
export function circumstances(options: { form: FilingForm; editable: boolean; onToggle: (trait: string, on: boolean) => void }): TemplateResult {
  return html`<fieldset class="circumstances"><legend class="field-label">${words.section.circumstances}</legend><div class="options">
    ${Object.entries(words.traits).map(([trait, label]) => html`<label class="option"><input type="checkbox" .checked=${options.form.traits.includes(trait)} ?disabled=${!options.editable} @change=${(e: Event) => e.target instanceof HTMLInputElement && options.onToggle(trait, e.target.checked)}>${label}</label>`)}
  </div></fieldset>`
}
