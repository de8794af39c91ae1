import { ContextProvider } from '@lit/context'
import { html, nothing, type TemplateResult } from 'lit'
import { asProblem, postJson, type ApiProblem } from './api/client.ts'
import { LightElement } from './components/light-element.ts'
import type { LfShortcuts } from './components/lf-shortcuts.ts'
import { sweepDrafts } from './draft-keeper.ts'
import { isLarge, toggleLargeType } from './large-type.ts'
import { messages } from './messages/zh.ts'
import { go, to, useRouter } from './navigation.ts'
import { Router, type Place, type Route } from './router.ts'
import { routes } from './routes.ts'
import { sections, type Section } from './sections.ts'
import { procedureRoleLabels, type ProcedureRole } from '../law/procedure/index.ts'
import { hasRole, readSession, sessionContext, type Session } from './session.ts'

type Shown =
  | { kind: 'opening' }
  | { kind: 'screen'; place: Place }
  | { kind: 'missing' }
  | { kind: 'forbidden'; place: Place }
  | { kind: 'failed'; problem: ApiProblem }

/** A screen gets these two from the router; both are optional to it. */
type Screen = HTMLElement & { params?: Readonly<Record<string, string>>; query?: URLSearchParams; updateComplete?: Promise<boolean> }

/**
 * The one head of the product, the place where screens are shown, and who is signed in.
 * Keys everywhere: `/` goes to the search, `?` shows all keys, `g t` goes to today.
 */
export class AppShell extends LightElement {
  static override properties = { session: { state: true }, shown: { state: true }, offline: { state: true }, large: { state: true } }
  declare session: Session | null
  declare shown: Shown
  declare offline: boolean
  declare large: boolean

  readonly #provider = new ContextProvider(this, { context: sessionContext, initialValue: null })
  /** the table of places; set before it is connected (the gallery has its own) */
  routes: readonly Route[] = routes
  #router: Router | null = null
  #screen: Screen | null = null
  #lastKey = ''
  /** counts arrivals: a slow one must not cover a later one */
  #arrivals = 0

  constructor() {
    super()
    this.session = null
    this.shown = { kind: 'opening' }
    this.offline = false
    this.large = isLarge()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#router = new Router({ routes: this.routes, base: '/app', show: (place, how) => this.#show(place, how) })
    useRouter(this.#router)
    sweepDrafts()
    window.addEventListener('keydown', (event) => this.#key(event))
    window.addEventListener('lifa-signed-out', () => this.#toLogin())
    window.addEventListener('lifa-offline', () => (this.offline = true))
    window.addEventListener('lifa-online', () => (this.offline = false))
    window.addEventListener('lifa-session-changed', () => void this.#readSession())
    this.#router.start()
  }

  async #readSession(): Promise<void> {
    try {
      this.session = await readSession()
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.kind !== 'signed-out') throw problem
      this.session = null
    }
    this.#provider.setValue(this.session)
  }

  #toLogin(): void {
    const here = location.pathname + location.search
    if (location.pathname.startsWith(to('/login'))) return
    this.session = null
    this.#provider.setValue(null)
    void go(`/login?next=${encodeURIComponent(here)}`)
  }

  async #show(place: Place | null, how: 'first' | 'forward' | 'back'): Promise<void> {
    const arrival = (this.#arrivals += 1)
    try {
      if (place === null && /^\/app\/?$/.test(location.pathname)) return void (await go('/today', { replace: true }))
      if (!place?.route.bare && this.session === null) {
        await this.#readSession()
        if (this.session === null) return this.#toLogin()
      }
      const mustChange = !place?.route.bare && this.session?.person.mustChangePassword === true
      if (mustChange && place?.route.path !== '/password') return void (await go('/password', { replace: true }))
      if (place === null) return await this.#settle({ kind: 'missing' }, messages.shell.missingTitle)
      if (!place.route.bare && !hasRole(this.session, place.route.roles)) return await this.#settle({ kind: 'forbidden', place }, messages.shell.forbiddenTitle)
      await place.route.load()
      if (arrival !== this.#arrivals) return
      const same = this.#screen?.localName === place.route.tag
      if (!same || how === 'back') {
        const screen: Screen = document.createElement(place.route.tag)
        this.#screen = screen
      }
      if (this.#screen !== null) Object.assign(this.#screen, { params: place.params, query: place.query })
      await this.#settle({ kind: 'screen', place }, place.route.title)
      await this.#screen?.updateComplete
      if (how !== 'first') this.#focusHeading()
    } catch (thrown) {
      await this.#settle({ kind: 'failed', problem: asProblem(thrown) }, messages.shell.product)
    }
  }

  async #settle(shown: Shown, title: string): Promise<void> {
    if (shown.kind !== 'screen') this.#screen = null
    this.shown = shown
    document.title = [title, messages.shell.product].filter((part, at, all) => all.indexOf(part) === at).join(' · ') + (this.session?.demo ? `（${messages.shell.demo}）` : '')
    await this.updateComplete
  }

  /** On a new place the heading is read out and the next Tab starts from it; it may come only after the data. */
  #focusHeading(): void {
    const main = this.querySelector('main')
    if (main === null) return
    const focusNow = (): boolean => {
      const heading = main.querySelector('h1')
      if (heading === null) return false
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      return true
    }
    if (focusNow()) return
    main.focus({ preventScroll: true })
    const watch = new MutationObserver(() => {
      const elsewhere = document.activeElement !== main && document.activeElement !== document.body
      if (elsewhere || focusNow()) watch.disconnect()
    })
    watch.observe(main, { childList: true, subtree: true })
  }

  #key(event: KeyboardEvent): void {
    const target = event.composedPath()[0]
    const writing = target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/.test(target.localName))
    if (writing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('lf-dialog[open]')) return
    const last = this.#lastKey
    this.#lastKey = event.key
    if (event.key === '/') {
      event.preventDefault()
      this.querySelector<HTMLInputElement>('.find input')?.focus()
    } else if (event.key === '?') {
      event.preventDefault()
      this.#showKeys()
    } else if (last === 'g' && event.key === 't') void go('/today')
  }

  #showKeys(): void {
    this.querySelector<LfShortcuts>('lf-shortcuts')?.show()
  }

  #search(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const asked = new FormData(event.target).get('q')
    if (typeof asked === 'string' && asked.trim() !== '') void go(`/search?q=${encodeURIComponent(asked.trim())}`)
  }

  #toggleSize(): void {
    toggleLargeType()
    this.large = isLarge()
  }

  async #signOut(): Promise<void> {
    try {
      await postJson('/api/auth/sign-out', {})
    } finally {
      this.session = null
      this.#provider.setValue(null)
      location.assign(to('/login'))
    }
  }

  #sectionsOfPerson(): Section[] {
    return sections.filter((section) => hasRole(this.session, section.roles) && this.routes.some((route) => route.path === section.path))
  }

  #head(session: Session): TemplateResult {
    const words = messages.shell
    const current = this.shown.kind === 'screen' ? this.shown.place.route.section : undefined
    const [first, ...others] = session.memberships
    return html`<header class="top">
      <a class="brand" href=${to('/today')}><span class="emblem" aria-hidden="true">${words.emblem}</span><b>${words.product}</b></a>
      <nav aria-label=${words.mainNavigation}>${this.#sectionsOfPerson().map((section) => html`<a href=${to(section.path)} aria-current=${section.id === current ? 'page' : nothing}>${section.label}</a>`)}</nav>
      <span class="spring"></span>
      <form class="find" role="search" @submit=${(event: SubmitEvent) => this.#search(event)}><input type="search" name="q" aria-label=${words.search} aria-keyshortcuts="/" placeholder=${words.searchHint} autocomplete="off"><kbd aria-hidden="true">/</kbd></form>
      <div class="who">
        ${session.demo ? html`<span class="demo-mark" title=${words.demoHint}>${words.demo}</span>` : nothing}
        <a href=${to('/notices')} aria-label=${words.noticesLabel(session.unreadNotices)}>${words.notices(session.unreadNotices)}</a>
        <button class="plain" aria-pressed=${this.large ? 'true' : 'false'} @click=${() => this.#toggleSize()}>${words.large}</button>
        <details class="person-menu" @focusout=${closeWhenLeft} @keydown=${closeOnEscape}><summary><b>${session.person.name}</b><span class="office">${first?.organShortName ?? ''}</span></summary>
          <ul>${[first, ...others].map((held) => (held ? html`<li><span>${words.heldAs(held.organName, held.roleLabel)}</span></li>` : nothing))}
            <li><a href=${to('/password')}>${words.changePassword}</a></li>
            <li><button class="plain" @click=${() => this.#showKeys()}>${words.shortcuts}</button></li>
            <li><button class="plain" @click=${() => void this.#signOut()}>${words.signOut}</button></li></ul></details>
      </div></header>${this.#secondRow(current)}`
  }

  #secondRow(current: string | undefined): TemplateResult | typeof nothing {
    const section = sections.find(({ id }) => id === current)
    if (!section?.parts || this.shown.kind !== 'screen') return nothing
    const here = this.shown.place.path
    // a page below a part (one project, one plan) belongs to the part that is nearest
    const [nearest] = section.parts.map(({ path }) => to(path)).filter((path) => here === path || here.startsWith(`${path}/`)).toSorted((one, other) => other.length - one.length)
    return html`<nav class="second-row" aria-label=${section.label}>${section.parts.map(({ label, path }) => html`<a href=${to(path)} aria-current=${to(path) === here ? 'page' : to(path) === nearest ? 'true' : nothing}>${label}</a>`)}</nav>`
  }

  #content(): unknown {
    const words = messages.shell
    switch (this.shown.kind) {
      case 'opening': return html`<lf-loading text=${words.loading}></lf-loading>`
      case 'screen': return this.#screen
      case 'missing': return html`<lf-empty heading=${words.missingTitle} text=${words.missing} .action=${html`<a class="btn" href=${to('/today')}>${words.toToday}</a>`}></lf-empty>`
      case 'forbidden': {
        const roles = (this.shown.place.route.roles ?? []).map(roleLabel)
        return html`<lf-empty heading=${words.forbiddenTitle} text=${words.forbidden(roles.join('、') || words.otherRoles)} .action=${html`<a class="btn" href=${to('/today')}>${words.toToday}</a>`}></lf-empty>`
      }
      case 'failed': return html`<lf-error .problem=${this.shown.problem} @retry=${() => void this.#router?.reload()}></lf-error>`
      default: {
        const never: never = this.shown
        return never
      }
    }
  }

  protected override render(): TemplateResult {
    const words = messages.shell
    const bare = this.shown.kind === 'screen' && this.shown.place.route.bare === true
    return html`<a class="skip" href="#main">${words.skip}</a>
      ${this.session !== null && !bare ? this.#head(this.session) : nothing}
      ${this.offline ? html`<lf-notice-bar kind="bad" text=${words.offline}></lf-notice-bar>` : nothing}
      <main id="main" tabindex="-1">${this.#content()}</main>
      ${this.session?.demo ? html`<div class="demo-print" aria-hidden="true">${words.demo}</div>` : nothing}
      <lf-shortcuts></lf-shortcuts>`
  }
}

const roleLabel = (role: string): string => {
  const labels: Partial<Record<string, string>> = procedureRoleLabels satisfies Record<ProcedureRole, string>
  return labels[role] ?? role
}

function closeWhenLeft(event: FocusEvent): void {
  const menu = event.currentTarget
  if (menu instanceof HTMLDetailsElement && !(event.relatedTarget instanceof Node && menu.contains(event.relatedTarget))) menu.open = false
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget
  if (event.key !== 'Escape' || !(menu instanceof HTMLDetailsElement)) return
  menu.open = false
  menu.querySelector('summary')?.focus()
}

customElements.define('app-shell', AppShell)
declare global { interface HTMLElementTagNameMap { 'app-shell': AppShell } }
