/** Steps to the server and from it: one batch on its way at a time, sent again after a lost answer. */
import { receiveTransaction } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import { hearSelection } from '../hear-selection.ts'
import { toKept, withRows } from './acts.ts'
import { PARKED_SENTENCES } from './collaboration-state.ts'
import { type StepRow, StepsRefused } from './draft-server.ts'
import { stepOf } from './fit-record.ts'
import type { Standing } from './standing.ts'
import type { ParkedReason } from './unsent-store.ts'

type Options = {
  standing: Standing
  /** writes down what is unsent now */
  keep: () => Promise<void>
  park: (reason: ParkedReason, sentence: string) => Promise<void>
  /** one's own unsent words went with what others took out */
  lost: (before: { confirmed: Node; local: Node }) => void
  /** others wrote in articles that one's own unsent steps bring to another place */
  overtaken: (before: { confirmed: Node; local: Node }) => void
}

export class ServerLine {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Sends until nothing is left. @throws StepsRefused, NotReached */
  async sendAll(): Promise<void> {
    const { standing, keep } = this.#options
    for (;;) {
      const { view } = standing
      const sendable = standing.unsent()
      // the letters of a word that is being composed are nobody's to read; `compositionend` asks again
      if (view === null || sendable === null || standing.closed || standing.isComposing()) return
      // the same batch while the version is the same: the server takes it once, however often it comes
      if (standing.batch.version !== sendable.version) standing.batch = { version: sendable.version, id: crypto.randomUUID() }
      const batch = standing.batch.id
      const steps = toKept(sendable)
      if (standing.state.status !== 'decide') standing.tell({ status: 'sending' })
      try {
        const { version, repeated, at: takenAt } = await standing.options.server.send({ version: sendable.version, clientId: standing.clientId, batch, steps })
        if (repeated || version !== sendable.version + steps.length) await this.pull()
        else {
          const { clientId, person } = standing
          this.#receive(steps.map((step, at) => ({ ...step, data: step.data ?? null, authorName: step.authorName ?? null, version: sendable.version + at + 1, clientId, batch, personId: person.id, personName: person.name, at: takenAt ?? '' })))
        }
      } catch (error) {
        if (!(error instanceof StepsRefused) || error.reason !== 'moved') throw error
        await this.pull()
      }
      await keep()
    }
  }

  /** Rows of the log after a version; null where the server no longer knows it. */
  rowsSince = async (version: number): Promise<StepRow[] | null> => {
    const rows: StepRow[] = []
    for (;;) {
      const answer = await this.#options.standing.options.server.since(version + rows.length)
      if (answer.gone) return null
      rows.push(...answer.steps)
      if (answer.steps.length === 0 || version + rows.length >= answer.version) return rows
    }
  }

  /** Fetches what others wrote. */
  async pull(): Promise<void> {
    const { standing, park } = this.#options
    // what others wrote would break the word that is being composed; `compositionend` asks again
    if (standing.isComposing() || standing.closed) return
    const rows = await this.rowsSince(standing.version)
    if (rows === null) return park('gone', PARKED_SENTENCES.gone)
    if (rows.length > 0 && !standing.isComposing()) this.#receive(rows)
  }

  /** Puts rows of the log into the editor, one's own as the acknowledgement of what is there already. */
  #receive(rows: readonly StepRow[]): void {
    const { standing } = this.#options
    const { view } = standing
    const news = rows.filter(({ version }) => version > standing.version)
    if (view === null || news.length === 0) return
    hearSelection(view)
    const steps = news.map(stepOf)
    const ids = news.map(({ clientId }) => clientId)
    const before = { confirmed: standing.confirmed, local: view.state.doc, waiting: standing.unsent()?.steps.length ?? 0 }
    const taken = news.map((row, at) => ({ ...row, doc: (standing.confirmed = steps[at]?.apply(standing.confirmed).doc ?? standing.confirmed) }))
    standing.version = news.at(-1)?.version ?? standing.version
    view.dispatch(withRows(receiveTransaction(view.state, steps, ids, { mapSelectionBackward: true }), taken))
    const own = ids.filter((id) => id === standing.clientId).length
    const after = standing.unsent()?.steps.length ?? 0
    if (after === 0) standing.share(view)
    if (after < before.waiting - own) this.#options.lost(before)
    if (after > 0) this.#options.overtaken(before)
  }
}
