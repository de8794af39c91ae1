import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { answer, api } from '../../api/client.ts'

/** A meeting that is held is followed within seconds, and one small answer is asked for. */
const ASK_EVERY_MS = 5000

/**
 * Follows what others record of a meeting while its page is open and in front: asks for its revision and tells when it is
 * another one than the page shows. Without a connection, or signed out, it stays silent; the next act says so.
 */
export class MeetingWatch implements ReactiveController {
  readonly #shown: () => { id: string; revision: number } | null
  readonly #changed: () => void
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost, options: { shown: () => { id: string; revision: number } | null; changed: () => void }) {
    this.#shown = options.shown
    this.#changed = options.changed
    host.addController(this)
  }

  hostConnected(): void {
    this.#timer = setInterval(() => void this.#ask(), ASK_EVERY_MS)
    document.addEventListener('visibilitychange', this.#back)
  }

  hostDisconnected(): void {
    clearInterval(this.#timer)
    document.removeEventListener('visibilitychange', this.#back)
  }

  readonly #back = (): void => void this.#ask()

  async #ask(): Promise<void> {
    const shown = this.#shown()
    if (shown === null || document.hidden) return
    try {
      const { data } = await answer(api.GET('/api/meetings/{id}/revision', { params: { path: { id: shown.id } } }))
      const now = this.#shown()
      if (now !== null && now.id === shown.id && data.revision !== now.revision && data.revision !== shown.revision) this.#changed()
    } catch {
      // the page goes on showing what it has
    }
  }
}
