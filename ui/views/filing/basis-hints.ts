import { html, nothing, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'

export type BasisHint = components['schemas']['BasisHint']
export type CheckedBasis = { on: string; hints: readonly BasisHint[] }
const words = messages.filing.basis

/** What the program noticed about the laws that a case names; null where it could not be read: a hint that is missing stops nobody. */
export async function readBasis(id: string): Promise<CheckedBasis | null> {
  try {
    return (await answer(api.GET('/api/filings/{id}/basis', { params: { path: { id } } }))).data
  } catch {
    return null
  }
}

/** 制定依据核对 as points, each with where the law is named. A person decides what follows. */
export const basisPart = (basis: CheckedBasis | null): TemplateResult | typeof nothing =>
  basis === null || basis.hints.length === 0
    ? nothing
    : html`<section class="part basis-hints"><h2>${words.title} <span>${words.on(basis.on)}</span></h2><ul class="points">${basis.hints.map((hint) => html`<li><b aria-hidden="true">!</b><span>${hint.sentence}<em>${words.places(hint.places.join('、'))}</em></span><span></span></li>`)}</ul><p class="small quiet findings-note">${words.note}</p></section>`
