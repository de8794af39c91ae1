import { html, nothing, type TemplateResult } from 'lit'
import { shortDigest, timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import type { Filing } from './filing-form.ts'

type Sameness = NonNullable<Filing['sameness']>
type Difference = Sameness['differences'][number]

const words = messages.filing.same

/** One side with its own words marked: neither text is the newer one, so that nothing is struck out. */
const sideOf = (difference: Difference, own: 'delete' | 'insert'): TemplateResult[] =>
  difference.changes.filter((c) => c.op === 'equal' || c.op === own).map((c) => (c.op === 'equal' ? html`${c.text}` : html`<mark>${c.text}</mark>`))

/** The differences of the two texts, each with what was said to it, and who compared which files. */
export function samenessPart(options: { filing: Filing; editable: boolean; explain: (index: number) => void; byEye: () => void }): TemplateResult | typeof nothing {
  const same = options.filing.sameness
  if (same === null) return nothing
  const count = same.method === 'awaitingEye' ? '' : messages.filing.counts.sameness(same.characters, same.differences.length)
  return html`<section class="part" id="sameness"><h2>${messages.filing.section.sameness} <span>${count}</span></h2>
    ${same.note === null ? nothing : html`<p class=${same.method === 'awaitingEye' ? 'soon' : 'quiet'}>${same.note}</p>`}
    ${same.method === 'awaitingEye' && options.editable ? html`<p><button type="button" class="btn" @click=${() => options.byEye()}>${words.byEye}</button></p>` : nothing}
    ${same.method === 'byEye' ? html`<p class="right">✓ ${words.byEyeDone}</p>` : nothing}
    ${same.method === 'words' && same.differences.length === 0 ? html`<p class="right">✓ ${words.fine}</p>` : nothing}
    <div class="same">${same.differences.map((difference, index) => one(difference, index, options))}
      <div class="record"><span>${words.checkedBy(same.checkedByName)}</span><span>${timeInTable(same.checkedAt)}</span><span title=${same.sealedSha256}>${words.digest(words.sealed, shortDigest(same.sealedSha256))}</span><span title=${same.wordSha256}>${words.digest(words.word, shortDigest(same.wordSha256))}</span><span>${words.again}</span></div></div></section>`
}

function one(difference: Difference, index: number, { editable, explain }: { editable: boolean; explain: (index: number) => void }): TemplateResult {
  const { explanation, grave, place } = difference
  const said = explanation === null ? html`<span class=${grave ? 'soon' : 'quiet'}>${grave ? words.grave : words.light}</span>` : html`<span><b class="right">✓ ${words.explained}</b>　${explanation.text}</span>`
  return html`<div class="head"><b>${index + 1}　${place}</b><span>${said}${editable ? html`　<button type="button" class="plain" @click=${() => explain(index)}>${explanation === null ? words.explain : words.change}</button>` : nothing}</span></div>
    <div class="label">${words.sealed}</div><div class="label">${words.word}</div>
    <div class="law"><p>${difference.sealed === null ? html`<span class="quiet">${words.absentHere}</span>` : sideOf(difference, 'delete')}</p></div>
    <div class="law"><p>${difference.word === null ? html`<span class="quiet">${words.absentHere}</span>` : sideOf(difference, 'insert')}</p></div>`
}
