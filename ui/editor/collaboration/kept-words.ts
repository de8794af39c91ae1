/** What the server does not have stays in the browser: written down before it is sent, taken over by the next page, typed again. */
import type { EditorState } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { editorSchema } from '../../../law/text/index.ts'
import { toKept, withAct } from './acts.ts'
import { PARKED_SENTENCES } from './collaboration-state.ts'
import type { KeptStep, StepRow } from './draft-server.ts'
import { fitRecord, type FittedRecord, stepOf } from './fit-record.ts'
import type { Standing } from './standing.ts'
import { changedUnits, keepUnits } from './units.ts'
import type { UnsentRecord } from './unsent-store.ts'

type Options = {
  standing: Standing
  /** rows of the log after a version; null where the server no longer knows it */
  rowsSince: (version: number) => Promise<StepRow[] | null>
  readParked: () => Promise<void>
  /** something was typed again */
  typed: () => void
}

export class KeptWords {
  readonly #options: Options
  /** steps of earlier pages that fit, to be typed again into the editor when it is there */
  #again: KeptStep[] = []
  /** records that `#again` came from: given up once this tab has written its own */
  #inherited: string[] = []
  /** records of tabs that still lived when this one began */
  #waitingFor = new Set<string>()
  #writing: Promise<void> = Promise.resolve()
  #writeIsQueued = false
  #hasRecord = false

  constructor(options: Options) {
    this.#options = options
  }

  /** Write down what is unsent as it is now; writes come one after the other. Never throws: a browser without room is said, not hidden. */
  keep(): Promise<void> {
    if (this.#writeIsQueued) return this.#writing
    this.#writeIsQueued = true
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  async #write(): Promise<void> {
    this.#writeIsQueued = false
    const { standing } = this.#options
    const { view, confirmed } = standing
    if (view === null) return
    const sendable = standing.unsent()
    const { store, draftId } = standing.options
    const id = standing.recordId(standing.clientId)
    const keys = sendable === null ? [] : changedUnits(confirmed, view.state.doc)
    standing.tell({ unsent: sendable === null ? 0 : Math.max(1, keys.length) })
    try {
      if (sendable !== null) {
        const steps = toKept(sendable)
        await store.put({
          id, draftId, personId: standing.person.id, clientId: standing.clientId, title: standing.title, version: sendable.version, steps, units: keepUnits(view.state.doc, keys, confirmed), parked: null, keptAt: standing.now(),
        })
        this.#hasRecord = true
        if (!standing.state.keeps) standing.tell({ keeps: true })
      } else if (this.#hasRecord && (standing.state.keeps || standing.state.parked.length === 0)) {
        await store.delete(id)
        this.#hasRecord = false
      }
      // what this tab took over stands in its own record by now
      for (const inherited of this.#again.length === 0 ? this.#inherited.splice(0) : []) await store.delete(inherited)
    } catch {
      standing.tell({ keeps: false })
    }
  }

  /** Into the editor, when it is there. */
  typeAgain(): void {
    const { standing, typed } = this.#options
    const { view } = standing
    if (view === null || this.#again.length === 0) return
    const again = this.#again
    this.#again = []
    for (const { step, ...act } of again) view.dispatch(withAct(view.state.tr.step(Step.fromJSON(editorSchema, step)), act))
    typed()
  }

  /** What tabs that are gone left: steps that fit are typed again, the rest waits for the person. A tab that lives keeps its own. */
  async takeOver(): Promise<void> {
    const { standing, readParked } = this.#options
    const { store, draftId, locks } = standing.options
    const records = await store.list(draftId, standing.person.id).catch(() => {
      standing.tell({ keeps: false })
      return []
    })
    let sittings = 0
    for (const record of records) {
      if (record.parked !== null || record.clientId === standing.clientId || this.#inherited.includes(record.id)) continue
      if (!(await locks.claim(record.clientId).catch(() => true))) {
        this.#waitingFor.add(record.clientId)
        continue
      }
      const fitted = await this.#fit(record)
      if (fitted.kind === 'sent') await store.delete(record.id)
      else if (fitted.kind === 'fits') {
        this.#again.push(...fitted.steps)
        this.#inherited.push(record.id)
        sittings += 1
      } else await store.put({ ...record, parked: { reason: fitted.reason, sentence: PARKED_SENTENCES[fitted.reason] } })
    }
    if (sittings > 0) standing.tell({ broughtBack: standing.state.broughtBack + sittings })
    await readParked()
  }

  /** Another tab of the person may have gone, and left something. `sync`: the text is as the server has it first. */
  async lookForOrphans(sync: () => Promise<void>): Promise<void> {
    if (this.#waitingFor.size === 0 || this.#again.length > 0 || this.#options.standing.view === null) return
    this.#waitingFor.clear()
    await sync()
    await this.takeOver()
    this.typeAgain()
  }

  async #fit(record: UnsentRecord): Promise<FittedRecord> {
    const { standing } = this.#options
    if (!standing.state.may.write) return { kind: 'parked', reason: standing.state.open ? 'not-allowed' : 'closed' }
    const rows = await this.#options.rowsSince(record.version)
    const ahead = [...(standing.unsent()?.steps ?? []), ...this.#again.map(stepOf)]
    const state: EditorState | undefined = standing.view?.state
    const doc = this.#again.map(stepOf).reduce((now, step) => step.apply(now).doc ?? now, state?.doc ?? standing.confirmed)
    // the editor gets what is newer by itself
    return fitRecord({ record, rows: rows?.filter(({ version }) => version <= standing.version) ?? null, doc, ahead, held: standing.company.heldByOthers() })
  }
}
