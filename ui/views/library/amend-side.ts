import { html, nothing, type TemplateResult } from 'lit'
import { LightElement } from '../../components/light-element.ts'
import { sizeInText, timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { UnsavedGuard } from '../../unsaved-guard.ts'
import { type Amendment, type AmendmentChange, changeOf, datedText } from './amend-data.ts'

const words = messages.amendment
const libraryWords = messages.library.work
const ARTICLE = /第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/u

/** Beside the result: what must be checked, the dates with their basis, 题注, the decision. Event: `change-wanted` {change}. */
export class AmendSide extends LightElement {
  static override properties = { amendment: { attribute: false } }
  declare amendment: Amendment | null
  constructor() {
    super()
    this.amendment = null
    new UnsavedGuard(this, () => this.unsaved() !== null)
  }

  #want(change: AmendmentChange): void {
    this.dispatchEvent(new CustomEvent('change-wanted', { detail: { change }, bubbles: true }))
  }

  /** What stands in the form and is not saved yet; null where nothing was changed. */
  unsaved(): AmendmentChange | null {
    const form = this.querySelector<HTMLFormElement>('#amend-dates')
    if (this.amendment === null || form === null) return null
    const [typed, kept] = [this.#typed(form, this.amendment), changeOf(this.amendment)]
    const own = ({ adopted, effectiveFrom, note, publish }: AmendmentChange): string => JSON.stringify([adopted, effectiveFrom, note, publish])
    return own(typed) === own(kept) ? null : typed
  }

  #save(event: SubmitEvent, amendment: Amendment): void {
    event.preventDefault()
    if (event.target instanceof HTMLFormElement) this.#want(this.#typed(event.target, amendment))
  }

  #typed(element: HTMLFormElement, amendment: Amendment): AmendmentChange {
    const form = new FormData(element)
    const date = (name: string): string | null => String(form.get(name) ?? '') || null
    return {
      ...changeOf(amendment), adopted: date('adopted'), effectiveFrom: date('effectiveFrom'), publish: form.get('publish') === 'yes',
      note: form.get('noted') === 'yes' ? String(form.get('note') ?? '').replaceAll('\r\n', '\n').trim() : null,
    }
  }

  /** Where a new article stands between two chapters, a person says to which it belongs. */
  #problem(amendment: Amendment, problem: Amendment['report']['problems'][number]): TemplateResult {
    const label = problem.code === 'division-doubtful' ? ARTICLE.exec(problem.message)?.[0] : undefined
    const article = amendment.articles.find(({ number }) => number === label)
    const written = amendment.handWritten.find(({ articleId }) => articleId === article?.id)
    const others = changeOf(amendment).handWritten.filter(({ articleId }) => articleId !== article?.id)
    const moved = written?.intoNext === true
    const put = (intoNext: boolean): void => {
      if (article === undefined) return
      const own = { articleId: article.id, text: written?.text ?? null, intoNext }
      this.#want({ ...changeOf(amendment), handWritten: own.text === null && !intoNext ? others : [...others, own] })
    }
    return html`<li class=${moved ? 'fine' : ''}><b aria-hidden="true">${moved ? '✓' : '!'}</b><span>${problem.message}
      ${article === undefined || article.next === null || amendment.state !== 'draft' ? nothing : moved
        ? html`<em>${words.movedInto(article.next)}　<button type="button" class="words" @click=${() => put(false)}>${words.unsettle}</button></em>`
        : html`<em><button type="button" class="words" @click=${() => put(true)}>${words.intoNext(article.next)}</button></em>`}</span></li>`
  }

  #stated(stated: Amendment['adopted']): string {
    if (stated.words === '') return words.silent
    return stated.basis === 'inferred' ? words.infers(stated.words) : words.says(stated.words)
  }

  #dates(amendment: Amendment): TemplateResult {
    const { note } = amendment
    return html`<form id="amend-dates" @submit=${(event: SubmitEvent) => this.#save(event, amendment)} @input=${() => this.requestUpdate()} novalidate>
      <section class="part"><h2>${words.dates}</h2><div class="fields">
        <lf-field class="w6" label=${words.adopted} hint=${this.#stated(amendment.adopted)}><input type="date" name="adopted" .value=${amendment.adopted.value ?? ''}></lf-field>
        <lf-field class="w6" label=${words.effective} hint=${this.#stated(amendment.effectiveFrom)}><input type="date" name="effectiveFrom" .value=${amendment.effectiveFrom.value ?? ''}></lf-field></div></section>
      <section class="part"><h2>${words.note}</h2><fieldset class="options"><legend class="vh">${words.note}</legend>
        <label class="option"><input type="radio" name="noted" value="no" ?checked=${note.value === null}>${words.noteNow}</label>
        <label class="option"><input type="radio" name="noted" value="yes" ?checked=${note.value !== null}>${words.noteNew}</label></fieldset>
        <lf-field label=${words.noteText}><textarea name="note" rows="6" .value=${note.value ?? note.proposal ?? note.base}></textarea></lf-field></section>
      ${amendment.base.public ? html`<label class="option"><input type="checkbox" name="publish" value="yes" ?checked=${amendment.publish}>${words.publish}</label>` : nothing}
      <p class="amend-save"><button class="btn short">${words.saveDates}</button></p></form>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { amendment } = this
    if (amendment === null) return nothing
    const { decision, report } = amendment
    const row = (label: string, value: unknown): TemplateResult => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`
    const problems = [...report.problems, ...decision.problems]
    return html`
      ${problems.length === 0 ? nothing : html`<section class="part"><h2>${words.problems}<span>${problems.length}</span></h2><ul class="points">${problems.map((one) => this.#problem(amendment, one))}</ul></section>`}
      ${amendment.state === 'draft' ? this.#dates(amendment) : html`<section class="part"><h2>${words.dates}</h2><table class="facts"><tbody>${row(words.adopted, amendment.adopted.value)}${row(words.effective, amendment.effectiveFrom.value)}</tbody></table></section>`}
      <section class="part"><h2>${words.decision}</h2><table class="facts"><tbody>
        ${row(words.decision, html`${decision.title}<br><a class="u" href="/api/files/${decision.fileId}/content" download>${decision.fileName}</a> <span class="quiet small">${sizeInText(decision.sizeBytes)}</span>`)}
        ${row(libraryWords.digest, html`<code class="digest">${decision.sha256}</code>`)}
        ${row(words.base, html`<a class="u" href=${to(`/library/${amendment.base.workKey}?version=${encodeURIComponent(amendment.base.dateKey)}`)}>${datedText(amendment.base).trim()}</a>`)}
        ${row(words.algorithm, report.algorithm)}
        ${row(amendment.state === 'accepted' ? words.acceptedBy : words.startedBy, amendment.state === 'accepted' && amendment.endedBy !== null ? words.draftBy(amendment.endedBy, timeInTable(amendment.endedAt ?? '')) : words.draftBy(amendment.startedBy, timeInTable(amendment.startedAt)))}</tbody></table>
        <details><summary class="words">${words.lines}</summary><ol class="amend-decision">${decision.lines.map((line) => (line.trim() === '' ? nothing : html`<li>${line}</li>`))}</ol></details></section>`
  }
}
customElements.define('amend-side', AmendSide)
declare global { interface HTMLElementTagNameMap { 'amend-side': AmendSide } }
