import { html, nothing, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { dateInText, dayOf } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { askFor, didAct, type AgendaItem, type Meeting, type MeetingFile, refused, type Vote } from './meeting-data.ts'

const words = messages.meeting
type PaperKind = 'meetingAgenda' | 'meetingNotice' | 'attendanceRecord' | 'bulletin' | 'deliberationOpinions' | 'voteResult'
type Choice = { itemId?: string; group?: string }
const draftable: readonly PaperKind[] = ['meetingAgenda', 'meetingNotice', 'attendanceRecord', 'bulletin', 'deliberationOpinions']

/** Files by number, the papers that the record gives, and the vote as its result sheet will say it. */
export class MeetingFiles extends LightElement {
  static override properties = { meeting: { attribute: false }, item: { attribute: false }, busy: { state: true } }
  declare meeting: Meeting | null
  declare item: AgendaItem | null
  declare busy: boolean

  constructor() {
    super()
    this.meeting = null
    this.item = null
    this.busy = false
  }

  async #do(run: () => Promise<string>): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      this.dispatchEvent(didAct(await run()))
    } catch (thrown) {
      this.dispatchEvent(refused(thrown))
    } finally {
      this.busy = false
    }
  }

  #keep(meeting: Meeting, kind: PaperKind, choice: Choice): void {
    void this.#do(async () => words.keptAs((await answer(api.POST('/api/meetings/{id}/papers/{kind}/keep', { params: { path: { id: meeting.id, kind } }, body: choice }))).data.number))
  }

  #draft(meeting: Meeting, kind: PaperKind, choice: Choice): void {
    void this.#do(async () => {
      const { data } = await answer(api.POST('/api/meetings/{id}/papers/{kind}/draft', { params: { path: { id: meeting.id, kind } }, body: choice }))
      await go(`/papers/${data.id}`)
      return ''
    })
  }

  #file(meeting: Meeting, file: MeetingFile): TemplateResult {
    const state = file.replacedBy !== null ? html`<span class="quiet">${words.replacedBy(file.replacedBy)}</span>`
      : file.deliveredOn === null ? html`<span class="quiet">${words.number(file.number)}　${words.notDelivered}</span>`
      : html`<span class=${file.late === true ? 'late' : 'right'} title=${words.deliveredOn(file.deliveredOn)}>${file.late === true ? `! ${words.number(file.number)}　${words.late}` : `✓ ${words.number(file.number)}`}</span>`
    const title = html`<a href=${`/api/meetings/${meeting.id}/files/${file.id}/content?inline=true`} target="_blank" rel="noopener">${file.title}</a>`
    return html`<li class=${file.replacedBy === null ? '' : 'gone'}>${title}${state}</li>`
  }

  #paper(meeting: Meeting, kind: PaperKind, choice: Choice, label: string): TemplateResult {
    const query = new URLSearchParams(Object.entries(choice)).toString()
    const address = (form: string) => `/api/meetings/${meeting.id}/papers/${kind}?${query === '' ? '' : `${query}&`}form=${form}`
    return html`<li><span>${label}</span><span class="paper-acts"><a href=${address('docx')} aria-label=${`${label} ${words.word}`}>${words.word}</a><a href=${address('pdf')} aria-label=${`${label} ${words.pdf}`}>${words.pdf}</a>${meeting.may.arrange ? html`<button class="words" aria-label=${`${label} ${words.keep}`} @click=${() => this.#keep(meeting, kind, choice)}>${words.keep}</button>` : nothing}${draftable.includes(kind) && meeting.may.record ? html`<button class="words" aria-label=${`${label} ${words.draft}`} @click=${() => this.#draft(meeting, kind, choice)}>${words.draft}</button>` : nothing}</span></li>`
  }

  #papers(meeting: Meeting): TemplateResult | typeof nothing {
    const { item } = this
    const groups = [...new Set(meeting.attendance.map((a) => a.group ?? ''))].filter((g) => g !== '')
    const voted = item !== null && meeting.votes.some((v) => v.agendaItemId === item.id && v.count !== null)
    const spoken = meeting.agenda.some((i) => i.speeches > 0)
    const rows: TemplateResult[] = []
    if (meeting.agenda.length > 0) rows.push(this.#paper(meeting, 'meetingAgenda', {}, words.paperKinds['meetingAgenda'] ?? ''), this.#paper(meeting, 'meetingNotice', {}, words.paperKinds['meetingNotice'] ?? ''))
    if (meeting.may.record && meeting.attendance.length > 0) rows.push(this.#paper(meeting, 'attendanceRecord', {}, words.paperKinds['attendanceRecord'] ?? ''))
    if (meeting.may.record && spoken) {
      for (const group of groups) rows.push(this.#paper(meeting, 'bulletin', { group }, words.speeches.bulletinOf(group)))
      rows.push(this.#paper(meeting, 'bulletin', {}, words.speeches.wholeBulletin))
    }
    if (meeting.may.record && item !== null && item.speeches > 0) rows.push(this.#paper(meeting, 'deliberationOpinions', { itemId: item.id }, words.speeches.opinions))
    if (meeting.may.record && voted && item !== null) rows.push(this.#paper(meeting, 'voteResult', { itemId: item.id }, words.paperKinds['voteResult'] ?? ''))
    return rows.length === 0 ? nothing : html`<h2>${words.papers}</h2><ul>${rows}</ul>`
  }

  #preview(meeting: Meeting, vote: Vote): TemplateResult | typeof nothing {
    const { count } = vote
    if (count === null) return nothing
    const cells = [vote.membersTotal, count.present, count.for, count.against, count.abstain, count.notVoting]
    return html`<div class="result-sheet" role="group" aria-label=${words.preview}><p class="head">${words.previewTitle}</p><p>${words.previewSays(meeting.title, dateInText(vote.closedAt === null ? meeting.startsOn : dayOf(vote.closedAt)), vote.kind === 'whole' ? `《${vote.subject.replace(/[《》]/gu, '')}》` : `“${vote.subject}”`)}</p>
      <table><thead><tr>${[words.members, words.figures.present, words.figures.for, words.figures.against, words.figures.abstain, words.figures.notVoting].map((word) => html`<th scope="col">${word}</th>`)}</tr></thead><tbody><tr>${cells.map((n) => html`<td>${n}</td>`)}</tr></tbody></table>
      <p>${vote.sentence}</p><p class="foot">${words.teller}</p></div>`
  }

  protected override render(): TemplateResult {
    const { meeting, item } = this
    if (meeting === null) return html``
    const waiting = meeting.files.filter((f) => f.deliveredOn === null && f.replacedBy === null)
    const last = meeting.votes.filter((v) => v.count !== null && (item === null || v.agendaItemId === item.id)).toSorted((a, b) => Number(b.kind === 'whole') - Number(a.kind === 'whole') || b.order - a.order)[0]
    return html`<h2>${words.files}</h2>${meeting.materials.dueOn === null ? nothing : html`<p class="quiet small" title=${words.materialsBasis(meeting.materials.basis, meeting.materials.confirmed)}>${words.dueBefore(meeting.materials.dueOn, meeting.materials.confirmed)}</p>`}
      ${meeting.files.length === 0 ? html`<p class="quiet">${words.noFiles}</p>` : html`<ul>${meeting.files.map((file) => this.#file(meeting, file))}</ul>`}
      ${meeting.may.arrange && meeting.state !== 'cancelled' ? html`<p class="file-acts"><button class="btn short" @click=${() => this.dispatchEvent(askFor({ kind: 'file' }))}>${words.addFile}</button>${waiting.length === 0 ? nothing : html`<button class="btn short" @click=${() => this.dispatchEvent(askFor({ kind: 'deliver' }))}>${words.deliver}</button>`}</p>` : nothing}
      ${last === undefined || !meeting.may.record ? nothing : this.#preview(meeting, last)}
      ${this.#papers(meeting)}
      ${meeting.papers.length === 0 ? nothing : html`<h2>${words.draftedPapers}</h2><ul>${meeting.papers.map((p) => html`<li><a href=${to(`/papers/${p.id}`)}>${p.title}</a><span class=${p.issued ? 'right' : 'quiet'}>${p.issued ? `✓ ${words.issued}` : words.drafting}</span></li>`)}</ul>`}`
  }
}
customElements.define('meeting-files', MeetingFiles)
