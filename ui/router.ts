/**
 * A router of our own over URLPattern and the History interface. It knows addresses and history only:
 * what is shown is the shell's business.
 *
 * - links inside the product are followed without loading a page; modified clicks stay the browser's
 * - a screen with unsaved input can hold the person back (`addLeaveGuard`)
 * - the place a list was scrolled to is found again on going back
 */
export type Params = Readonly<Record<string, string>>

export type Route = {
  /** URLPattern path below the base: `/review/:caseId` */
  path: string
  /** custom element that shows it; gets the properties `params` and `query` */
  tag: string
  load: () => Promise<unknown>
  /** browser title and heading for screen readers while loading */
  title: string
  /** section of the head that is marked as current */
  section?: string
  /** roles that may enter; left out: everybody signed in */
  roles?: readonly string[]
  /** may be entered without signing in, shown without the head */
  bare?: boolean
}

export type Match = { route: Route; params: Params }
export type Place = Match & { path: string; query: URLSearchParams; hash: string }

type CompiledRoute = { route: Route; pattern: URLPattern }

/** Compiles a table once; the first row that matches wins. */
export function compileRoutes(routes: readonly Route[], base: string): CompiledRoute[] {
  return routes.map((route) => ({ route, pattern: new URLPattern({ pathname: `${base}${route.path}` }) }))
}

/** The row and its decoded parameters for a path, or null where no row matches. A trailing slash is no difference. */
export function matchRoute(compiled: readonly CompiledRoute[], pathname: string): Match | null {
  const bare = pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname
  for (const candidate of [bare, `${bare}/`]) {
    for (const { route, pattern } of compiled) {
      const found = pattern.exec({ pathname: candidate })
      if (!found) continue
      const params: Record<string, string> = {}
      for (const [name, value] of Object.entries(found.pathname.groups)) {
        if (value !== undefined && !/^\d+$/.test(name)) params[name] = decode(value)
      }
      return { route, params }
    }
  }
  return null
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

export type LinkFacts = { href: string; target: string; download: boolean; origin: string }
export type ClickFacts = { button: number; modified: boolean; prevented: boolean }

/** Whether a click on a link is ours to follow, or the browser's (other site, new tab, download, outside of `base`). */
export function isOurLink(link: LinkFacts, click: ClickFacts, base: string): boolean {
  if (click.prevented || click.modified || click.button !== 0) return false
  if (link.download || (link.target !== '' && link.target !== '_self')) return false
  const url = new URL(link.href)
  return url.origin === link.origin && (url.pathname === base || url.pathname.startsWith(`${base}/`))
}

/** Answers whether the person may leave. May ask them. */
export type LeaveGuard = () => boolean | Promise<boolean>

type HistoryState = { index: number }
const isHistoryState = (value: unknown): value is HistoryState =>
  typeof value === 'object' && value !== null && 'index' in value && typeof value.index === 'number'

export type RouterOptions = {
  routes: readonly Route[]
  /** without a slash at the end: `/app` */
  base: string
  /** called for every place; resolves when it is on the screen, so that focus and scroll can follow */
  show: (place: Place | null, how: 'first' | 'forward' | 'back') => Promise<void>
  window?: Window
}

export class Router {
  readonly base: string
  readonly #compiled: CompiledRoute[]
  readonly #show: RouterOptions['show']
  readonly #window: Window
  readonly #guards = new Set<LeaveGuard>()
  readonly #scrolledTo = new Map<number, number>()
  #index = 0
  #address = ''
  #returning = false

  constructor({ routes, base, show, window: view = window }: RouterOptions) {
    this.base = base
    this.#compiled = compileRoutes(routes, base)
    this.#show = show
    this.#window = view
  }

  start(): void {
    const { history, location, document } = this.#window
    history.scrollRestoration = 'manual'
    const state: unknown = history.state
    this.#index = isHistoryState(state) ? state.index : 0
    history.replaceState({ index: this.#index }, '')
    document.addEventListener('click', (event) => this.#followLink(event))
    this.#window.addEventListener('popstate', (event) => void this.#goBack(event))
    this.#window.addEventListener('beforeunload', (event) => {
      if (this.#guards.size > 0) event.preventDefault()
    })
    void this.#arrive(location.href, 'first')
  }

  /** Goes to an address below the base (`/queue?state=open` or `/app/queue`). False where a guard held the person back. */
  async navigate(to: string, { replace = false }: { replace?: boolean } = {}): Promise<boolean> {
    const { location, history } = this.#window
    const path = to.startsWith(`${this.base}/`) || to === this.base ? to : `${this.base}${to}`
    const url = new URL(path, location.href)
    if (!(await this.#mayLeave())) return false
    this.#scrolledTo.set(this.#index, this.#window.scrollY)
    if (!replace) this.#index += 1
    if (replace) history.replaceState({ index: this.#index }, '', url)
    else history.pushState({ index: this.#index }, '', url)
    await this.#arrive(url.href, 'forward')
    return true
  }

  /** Changes the query of the present place without leaving it: filters that can be bookmarked. */
  replaceQuery(query: URLSearchParams): void {
    const { location, history } = this.#window
    const text = query.toString()
    const url = `${location.pathname}${text === '' ? '' : `?${text}`}${location.hash}`
    history.replaceState({ index: this.#index }, '', url)
    this.#address = new URL(url, location.href).href
  }

  /** Shows the present place anew, as after another person's change. */
  async reload(): Promise<void> {
    await this.#arrive(this.#window.location.href, 'back')
  }

  /** Only screens with something to lose add one, and take it away again: its presence also warns on closing the tab. */
  addLeaveGuard(guard: LeaveGuard): () => void {
    this.#guards.add(guard)
    return () => this.#guards.delete(guard)
  }

  async #mayLeave(): Promise<boolean> {
    for (const guard of [...this.#guards]) if (!(await guard())) return false
    return true
  }

  #followLink(event: MouseEvent): void {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement)
    if (!link?.href) return
    const ours = isOurLink(
      { href: link.href, target: link.target, download: link.hasAttribute('download'), origin: this.#window.location.origin },
      { button: event.button, modified: event.metaKey || event.ctrlKey || event.shiftKey || event.altKey, prevented: event.defaultPrevented },
      this.base,
    )
    if (!ours) return
    const url = new URL(link.href)
    const here = this.#window.location
    if (url.hash !== '' && url.pathname === here.pathname && url.search === here.search) return // an anchor inside the page
    event.preventDefault()
    void this.navigate(`${url.pathname}${url.search}${url.hash}`)
  }

  async #goBack(event: PopStateEvent): Promise<void> {
    if (this.#returning) {
      this.#returning = false
      return
    }
    const state: unknown = event.state
    const target = isHistoryState(state) ? state.index : this.#index
    if (withoutHash(this.#window.location.href) === withoutHash(this.#address)) {
      this.#index = target
      this.#address = this.#window.location.href
      return
    }
    if (!(await this.#mayLeave())) {
      this.#returning = true
      this.#window.history.go(this.#index - target)
      return
    }
    this.#scrolledTo.set(this.#index, this.#window.scrollY)
    this.#index = target
    await this.#arrive(this.#window.location.href, 'back')
  }

  async #arrive(href: string, how: 'first' | 'forward' | 'back'): Promise<void> {
    this.#address = href
    const url = new URL(href)
    const match = matchRoute(this.#compiled, url.pathname)
    await this.#show(match && { ...match, path: url.pathname, query: url.searchParams, hash: url.hash.slice(1) }, how)
    if (this.#address !== href) return
    const scrolled = how === 'back' ? this.#scrolledTo.get(this.#index) : undefined
    if (scrolled !== undefined) this.#window.scrollTo(0, scrolled)
    else if (url.hash === '') this.#window.scrollTo(0, 0)
    else this.#window.document.getElementById(decode(url.hash.slice(1)))?.scrollIntoView()
  }
}

const withoutHash = (href: string): string => href.split('#', 1)[0] ?? href
