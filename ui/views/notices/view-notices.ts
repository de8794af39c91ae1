import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { LightElement } from '../../components/light-element.ts'
import { dayInText, daysBetween, timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import './notices.css'

type Notice = components['schemas']['Notice']
const words = messages.notice
const PAGE = 50

/** Links of notices are written with and without the base. */
export const noticeLink = (link: string): string => (link.startsWith('/app/') ? link : to(link))

/** `08:42` of today, 昨天, `3月10日`, with the year where it is another one. */
export function noticeTime(instant: string, today: string): string {
  const shown = timeInTable(instant)
  const [day = '', time = ''] = shown.split(' ')
  switch (daysBetween(day, today)) {
    case 0:
      return time
    case 1:
      return words.yesterday
    default:
      return day.slice(0, 4) === today.slice(0, 4) ? dayInText(day) : day
  }
}

const tellShell = (): void => void window.dispatchEvent(new CustomEvent('lifa-session-changed'))

/** Marks one notice as read and lets the shell count again. Reading must not fail because marking does. */
export async function markRead(id: string): Promise<void> {
  try {
    await answer(api.POST('/api/notices/{id}/read', { params: { path: { id } } }))
    tellShell()
  } catch (thrown) {
    if (asProblem(thrown).kind !== 'missing') throw thrown
  }
}

/** 消息: what was told to this person, unread in front, with where and when each was delivered. */
export class ViewNotices extends LightElement {
  static override properties = { query: { attribute: false }, unread: { state: true }, rest: { state: true }, next: { state: true }, total: { state: true }, problem: { state: true }, told: { state: true } }
  declare query: URLSearchParams
  declare unread: readonly Notice[] | null
  declare rest: readonly Notice[]
  declare next: string | null
  declare total: number
  declare problem: ApiProblem | null
  declare told: string
  readonly #session = new SessionReader(this)
  #unreadNext: string | null = null

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.unread = null
    this.rest = []
    this.next = null
    this.total = 0
    this.problem = null
    this.told = ''
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query')) void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const unread = (await answer(api.GET('/api/notices', { params: { query: { unread: 'true', limit: PAGE } } }))).data
      const all = this.query.has('unread') ? null : (await answer(api.GET('/api/notices', { params: { query: { limit: PAGE } } }))).data
      this.rest = (all?.items ?? []).filter(({ readAt }) => readAt !== null)
      this.unread = unread.items
      this.#unreadNext = unread.next
      this.next = all?.next ?? null
      this.total = (all ?? unread).total ?? 0
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #more(): Promise<void> {
    const [unreadCursor, cursor] = [this.#unreadNext, this.next]
    try {
      if (unreadCursor !== null) {
        const { data } = await answer(api.GET('/api/notices', { params: { query: { unread: 'true', limit: PAGE, cursor: unreadCursor } } }))
        this.unread = [...(this.unread ?? []), ...data.items]
        this.#unreadNext = data.next
      }
      if (cursor !== null) {
        const { data } = await answer(api.GET('/api/notices', { params: { query: { limit: PAGE, cursor } } }))
        this.rest = [...this.rest, ...data.items.filter(({ readAt }) => readAt !== null)]
        this.next = data.next
      }
      this.requestUpdate()
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #read(id: string): Promise<void> {
    try {
      await markRead(id)
      await this.#load()
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #readAll(): Promise<void> {
    try {
      const { data } = await answer(api.POST('/api/notices/read-all'))
      this.told = words.readNow(data.count)
      tellShell()
      await this.#load()
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #notice(one: Notice, today: string): TemplateResult {
    const fresh = one.readAt === null
    const title = html`${fresh ? html`<span class="new">${words.newWord}</span>` : nothing}${one.title}`
    return html`<li class=${fresh ? 'unread' : ''}><time datetime=${one.createdAt} title=${timeInTable(one.createdAt)}>${noticeTime(one.createdAt, today)}</time>
      <h2>${one.link === null ? title : html`<a href=${noticeLink(one.link)} @click=${() => { if (fresh) void markRead(one.id) }}>${title}</a>`}</h2>
      ${fresh ? html`<button class="words small read" aria-label=${words.readOne(one.title)} @click=${() => void this.#read(one.id)}>${words.read}</button>` : nothing}
      ${one.body === '' ? nothing : html`<p>${one.body}</p>`}
      ${one.deliveries.length === 0 ? nothing : html`<details><summary>${words.sent}</summary><ul>${one.deliveries.map((d) => html`<li class=${d.outcome === 'failed' ? 'failed' : ''}>${words.delivery(words.channels[d.channel] ?? d.channel, timeInTable(d.at), words.outcomes[d.outcome] ?? d.outcome)}</li>`)}</ul></details>`}</li>`
  }

  #count(): number {
    return this.#session.value?.unreadNotices ?? this.unread?.length ?? 0
  }

  protected override render(): TemplateResult {
    if (this.problem !== null) return html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>`
    const { unread } = this
    const today = this.#session.value?.today ?? ''
    const onlyUnread = this.query.has('unread')
    const items = [...(unread ?? []), ...(onlyUnread ? [] : this.rest)]
    const left = this.total - items.length
    const count = this.#count()
    return html`<nav class="second-row" aria-label=${words.views}><a href=${to('/notices')} aria-current=${onlyUnread ? nothing : 'page'}>${words.only.all}</a><a href=${to('/notices?unread=1')} aria-current=${onlyUnread ? 'page' : nothing}>${words.only.unread} <span>${count}</span></a></nav>
      ${this.told === '' ? nothing : html`<lf-notice-bar kind="good" text=${this.told} closable @notice-closed=${() => { this.told = '' }}></lf-notice-bar>`}
      <div class="page"><div class="page-head"><h1 class="page-title">${words.title}</h1><p class="say">${count === 0 ? words.allRead : words.unread(count)}</p><span class="spring"></span>${count === 0 ? nothing : html`<button class="btn" @click=${() => void this.#readAll()}>${words.readAll}</button>`}</div>
        ${unread === null ? html`<lf-loading rows="8"></lf-loading>` : items.length === 0 ? html`<lf-empty heading=${onlyUnread ? words.noneUnread : words.none} text=${onlyUnread ? words.noneUnreadText : words.noneText}></lf-empty>` : html`<ul class="inbox">${items.map((one) => this.#notice(one, today))}</ul>`}
        ${this.next === null && this.#unreadNext === null ? nothing : html`<div class="more-rows"><button class="btn short" @click=${() => void this.#more()}>${words.more(left > 0 ? left : PAGE)}</button></div>`}</div>`
  }
}
customElements.define('view-notices', ViewNotices)
declare global { interface HTMLElementTagNameMap { 'view-notices': ViewNotices } }
