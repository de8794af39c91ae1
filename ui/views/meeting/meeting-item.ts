import { html, nothing, type TemplateResult } from 'lit'
import { api, Submission } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { type AgendaItem, askFor, didAct, type Meeting, refused, resultLook, resultSign, type Vote } from './meeting-data.ts'
import './vote-bar.ts'
import './vote-count.ts'

const words = messages.meeting

/** One item of the agenda: what must hold before it is voted, its votes in their order, its result. */
export class MeetingItem extends LightElement {
  static override properties = { meeting: { attribute: false }, item: { attribute: false } }
  declare meeting: Meeting | null
  declare item: AgendaItem | null
  readonly #submission = new Submission()

  constructor() {
    super()
    this.meeting = null
    this.item = null
  }

  async #step(vote: Vote, key: 'open' | 'writeIn', said: string): Promise<void> {
    if (this.meeting === null) return
    const path = { id: this.meeting.id, partId: vote.id, key }
    try {
      await this.#submission.send([path], (headers) => answerOf(path, headers))
      this.dispatchEvent(didAct(said))
    } catch (thrown) {
      this.dispatchEvent(refused(thrown))
    }
  }

  #standing(vote: Vote): TemplateResult {
    if (vote.result !== null && vote.missing !== null) {
      const waits = vote.state === 'closed'
      return vote.result === 'passed' ? html`<span class="res right">✓ ${waits ? words.waitsForAnnouncement : words.passed}</span>` : html`<span class="res">× ${waits ? words.notPassedWaits(vote.missing) : words.notPassed(vote.missing)}</span>`
    }
    return html`<span class="res quiet">${vote.state === 'open' ? `● ${words.voteOpen}` : vote.state === 'dropped' ? words.voteDropped : vote.stateLabel}</span>`
  }

  #acts(meeting: Meeting, vote: Vote): TemplateResult | typeof nothing {
    if (!meeting.may.arrange) return nothing
    const ask = (kind: 'announce' | 'drop' | 'correct') => () => this.dispatchEvent(askFor({ kind, vote }))
    const acts: TemplateResult[] = []
    if (vote.state === 'prepared' && meeting.state === 'inSession') acts.push(html`<button class="btn" @click=${() => void this.#step(vote, 'open', words.sent.vote)}>${words.openVote}</button>`)
    if (vote.state === 'closed') acts.push(html`<button class="words" @click=${ask('announce')}>${words.announce}</button>`)
    if (vote.writtenIn === false) acts.push(html`<button class="btn" @click=${() => void this.#step(vote, 'writeIn', words.isWrittenIn)}>${words.writeIn}</button>`)
    if (vote.state === 'prepared' || vote.state === 'open') acts.push(html`<button class="words" @click=${ask('drop')}>${words.drop}</button>`)
    if (vote.state === 'closed' || vote.state === 'announced') acts.push(html`<button class="words" @click=${ask('correct')}>${words.correct}</button>`)
    return acts.length === 0 ? nothing : html`<div class="vote-acts">${acts}</div>`
  }

  /** The words that are voted: an amendment says them in its subject, a clause in its text. */
  #words(vote: Vote): { beside: string; read: string | null } {
    if (vote.kind === 'amendment') return { beside: vote.articleLabel ?? '', read: vote.text === null ? vote.subject : `${vote.subject}\n${vote.text}` }
    return { beside: [vote.articleLabel, vote.subject].filter((word, n, all) => word !== null && all.indexOf(word) === n).join('　'), read: vote.text }
  }

  #vote(meeting: Meeting, vote: Vote, at: number): TemplateResult {
    const big = vote.kind === 'whole' && vote.state !== 'dropped'
    const { beside, read } = this.#words(vote)
    return html`<section class=${big ? 'vote big' : 'vote'} aria-label=${`${vote.kindLabel} ${vote.subject}`}><h3>${at + 1}　${vote.kindLabel}<span>${beside}</span>${this.#standing(vote)}</h3>
      ${read === null ? nothing : html`<p class="law-words">${read}</p>`}
      ${vote.proposers.length === 0 ? nothing : html`<p class="quiet small">${words.proposers(vote.proposers)}</p>`}
      ${vote.count === null ? nothing : html`<vote-bar .count=${vote.count} .members=${vote.membersTotal} ?big=${big}></vote-bar>`}
      ${vote.corrections.map(({ before, ...c }, n) => html`<div class="correction">${before === null ? nothing : html`<p>${words.correctedFrom(n, before)}</p>`}<p>${words.correctionSays(c.correctedOn, c.correctedBy, c.approvedBy, c.reason)}</p></div>`)}
      ${vote.writtenIn === false ? html`<p class="must-write"><b>!</b> ${words.mustWriteIn}</p>` : nothing}
      ${vote.state === 'open' && meeting.may.arrange ? html`<vote-count .meeting=${meeting} .vote=${vote}></vote-count>` : nothing}
      <div class="vote-foot"><p>${[vote.result === 'notPassed' ? vote.sentence : null, vote.writtenIn === true ? `✓ ${words.isWrittenIn}` : null, vote.announcedBy === null ? null : words.announcedBy(vote.announcedBy), vote.closedAt === null || vote.announcedBy === null ? null : words.voteClosedAt(timeInTable(vote.closedAt).slice(11))].filter((said) => said !== null).map((said) => html`<span>${said}</span>`)}</p>${this.#acts(meeting, vote)}</div></section>`
  }

  protected override render(): TemplateResult {
    const { meeting, item } = this
    if (meeting === null || item === null) return html`<lf-empty heading=${words.noItem}></lf-empty>`
    const order = { amendment: 1, clause: 2, whole: 3, decision: 4 } as Readonly<Record<string, number>>
    const votes = meeting.votes.filter((v) => v.agendaItemId === item.id).toSorted((a, b) => (order[a.kind] ?? 9) - (order[b.kind] ?? 9) || a.order - b.order)
    const mayDecide = meeting.may.arrange && item.result === null && item.withdrawnReason === null && ['inSession', 'closed'].includes(meeting.state)
    const mayPrepare = meeting.may.arrange && item.withdrawnReason === null && item.result === null && ['planned', 'notified', 'inSession'].includes(meeting.state)
    const short = meeting.majority - meeting.membersPresent
    return html`<h2 class="item-title">${item.title}${item.textLabel === null ? nothing : html`<small>${item.textLabel}</small>`}${item.projectId === null || !meeting.may.record ? nothing : html`<a class="item-project" href=${to(`/projects/${item.projectId}`)}>${words.openProject}</a>`}</h2>
      ${item.checks.length === 0 || item.withdrawnReason !== null ? nothing : html`<p class="checks">${item.checks.map((c) => html`<span class=${c.ok ? '' : 'missing'}><b>${c.ok ? '✓' : '!'}</b> ${c.words}</span>`)}</p>`}
      ${item.withdrawnReason === null ? nothing : html`<lf-notice-bar kind="warn" text=${`${words.withdrawn}：${item.withdrawnReason}`}></lf-notice-bar>`}
      ${item.result === null ? nothing : html`<p class="item-result"><b class=${resultLook(item.result)}>${resultSign(item.result)} ${item.resultLabel}</b>${item.decision === null ? nothing : html`　${item.decision}`}</p>`}
      ${votes.length === 0 || item.withdrawnReason !== null ? nothing : html`<section class="vote first"><h3>${words.quorum}<span>${words.quorumSay}</span>${short > 0 ? html`<span class="res late">! ${words.presentShort(short)}</span>` : html`<span class="res right">✓ ${words.presentNow(meeting.membersPresent)}</span>`}</h3>
        <vote-bar .present=${meeting.membersPresent} .members=${meeting.membersTotal}></vote-bar></section>`}
      ${votes.map((vote, at) => this.#vote(meeting, vote, at))}
      ${votes.some((v) => v.count !== null) ? html`<p class="legend"><span><i class="f"></i>${words.figures.for}</span><span><i class="a"></i>${words.figures.against}</span><span><i class="b"></i>${words.figures.abstain}</span><span><i class="n"></i>${words.figures.notVoting}</span><span><i class="x"></i>${words.figures.away}</span><span class="quiet">${words.legendNote}</span></p>` : votes.length === 0 ? html`<p class="quiet">${words.noVotes}</p>` : nothing}
      <p class="item-main">${mayPrepare ? html`<button class="btn" @click=${() => this.dispatchEvent(askFor({ kind: 'prepare', item }))}>${words.prepareVote}</button>` : nothing}${mayDecide ? html`<button class="btn" @click=${() => this.dispatchEvent(askFor({ kind: 'decide', item }))}>${words.decideItem}</button>` : nothing}</p>`
  }
}

const answerOf = (path: { id: string; partId: string; key: 'open' | 'writeIn' }, headers: Record<string, string>) => api.POST('/api/meetings/{id}/votes/{partId}/steps/{key}', { params: { path }, body: { values: {}, count: null }, headers })
customElements.define('meeting-item', MeetingItem)
