import { html, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import '../../components/lf-picker.ts'
import type { Pickable, Picked } from '../../components/lf-picker.ts'
import { messages } from '../../messages/zh.ts'
import type { FilingForm } from './filing-form.ts'

const words = messages.filing
const MOST = 12

/** The register of organs, read once. */
let register: Promise<readonly Pickable[]> | null = null
const organs = (): Promise<readonly Pickable[]> =>
  (register ??= answer(api.GET('/api/organs')).then(
    ({ data }) => data.organs.map(({ id, name }) => ({ id, name })),
    () => {
      register = null
      return []
    },
  ))

const searchPeople = async (q: string): Promise<readonly Pickable[]> => {
  try {
    const { data } = await answer(api.GET('/api/filing-people', { params: { query: { q } } }))
    return data.people.map((p) => ({ id: p.id, name: p.name, note: [...p.organs, ...(p.title === null ? [] : [p.title])].join('，') }))
  } catch {
    return []
  }
}

type Options = { form: FilingForm; editable: boolean; errors: ReadonlyMap<string, string>; onChange: (change: Partial<FilingForm>) => void }

/** 联合制定机关 and 起草人员: who is kept from the review of the document besides its maker. */
export function participantFields({ form, editable, errors, onChange }: Options): TemplateResult {
  const searchOrgans = async (typed: string): Promise<readonly Pickable[]> => (typed === '' ? [] : (await organs()).filter(({ id, name }) => id !== form.makerOrganId && name.includes(typed)).slice(0, MOST))
  const makersPicked = ({ detail }: CustomEvent<{ picked: readonly Picked[] }>): void => onChange({ jointMakers: detail.picked.map(({ id, name }) => ({ organId: id, name })) })
  const draftersPicked = ({ detail }: CustomEvent<{ picked: readonly Picked[] }>): void => onChange({ drafters: detail.picked.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }])) })
  return html`<lf-field class="w6" label=${words.fields.jointMakers} error=${errors.get('jointMakers') ?? ''} aside=${editable ? words.jointMakersHint : ''}><lf-picker input-name="jointMakers" ordered typed ?readonly=${!editable} none=${words.absent} placeholder=${words.findOrgan}
      .chosen=${form.jointMakers.map(({ organId, name }) => ({ id: organId, name }))} .search=${searchOrgans} @picked-changed=${makersPicked}></lf-picker></lf-field>
    <lf-field class="w6" label=${words.fields.drafters} error=${errors.get('drafterIds') ?? ''} aside=${editable ? words.draftersHint : ''}><lf-picker input-name="drafterIds" ?readonly=${!editable} none=${words.noDrafters} placeholder=${words.findPerson}
      .chosen=${form.drafters} .search=${searchPeople} @picked-changed=${draftersPicked}></lf-picker></lf-field>`
}
