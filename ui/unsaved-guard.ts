/** A controller that asks before a screen with unsaved input is left: `new UnsavedGuard(this, () => this.#draft.dirty)`. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { ask } from './components/ask.ts'
import { messages } from './messages/zh.ts'
import { addLeaveGuard } from './navigation.ts'

export class UnsavedGuard implements ReactiveController {
  readonly #isDirty: () => boolean
  #remove: (() => void) | null = null

  constructor(host: ReactiveControllerHost, isDirty: () => boolean) {
    this.#isDirty = isDirty
    host.addController(this)
  }
  hostUpdated(): void {
    const dirty = this.#isDirty()
    if (dirty && this.#remove === null) {
      const { leaveTitle, leave, leaveNow, stay } = messages.shell
      this.#remove = addLeaveGuard(async () => !this.#isDirty() || ask({ heading: leaveTitle, text: leave, confirm: leaveNow, cancel: stay }))
    } else if (!dirty) this.hostDisconnected()
  }
  hostDisconnected(): void {
    this.#remove?.()
    this.#remove = null
  }
}
