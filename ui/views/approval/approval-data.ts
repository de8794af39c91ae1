import type { LegalText } from '../../../law/text/index.ts'
import type { components } from '../../api/schema.d.ts'
import { isLegalText } from '../library/library-data.ts'

type Stored = components['schemas']['Approval']
type Text = { id: string; label: string; text: LegalText }
export type Approval = Omit<Stored, 'voted' | 'approved'> & { voted: Text; approved: Text | null }
export type RegulationPublication = components['schemas']['RegulationPublication']
export type Afterlife = components['schemas']['Afterlife']
export type Amendment = Approval['amendments'][number]

/** What a form says under a name; '' where it has nothing. */
export const said = (form: FormData, name: string): string => {
  const given = form.get(name)
  return typeof given === 'string' ? given.trim() : ''
}

/** A request as the API gives it, with its texts as trees. Throws TypeError where one is damaged. */
export function readApproval(stored: Stored): Approval {
  const text = (of: Stored['voted']): Text => {
    if (!isLegalText(of.text)) throw new TypeError('the text of the request cannot be read')
    return { id: of.id, label: of.label, text: of.text }
  }
  return { ...stored, voted: text(stored.voted), approved: stored.approved === null ? null : text(stored.approved) }
}
