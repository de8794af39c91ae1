/** What did not fit: laid beside the server's text, passage by passage, until the person says what becomes of it. */
import { Node } from 'prosemirror-model'
import { editorSchema } from '../../../law/text/index.ts'
import { broughtUnits, wordsAsIn } from './brought-units.ts'
import { type MergeEntry, PARKED_SENTENCES } from './collaboration-state.ts'
import type { Standing } from './standing.ts'
import { changedUnits, keepUnits, type KeptUnit, sameUnit, stepForUnit, type UnitKey, wordsInDocument } from './units.ts'
import type { ParkedReason, UnsentRecord } from './unsent-store.ts'

export class ParkedWords {
  readonly #standing: Standing
  readonly #keep: () => Promise<void>

  constructor({ standing, keep }: { standing: Standing; keep: () => Promise<void> }) {
    this.#standing = standing
    this.#keep = keep
  }

  /** Reads what waits from earlier pages. */
  async read(): Promise<void> {
    const standing = this.#standing
    const { store, draftId } = standing.options
    const records = await store.list(draftId, standing.person.id).catch(() => null)
    if (records === null) return
    const parked = records.filter((record) => record.parked !== null && record.units.length > 0)
    standing.tell({ parked, status: parked.length > 0 ? 'decide' : standing.unsent() !== null ? 'unsent' : 'saved' })
  }

  /** Others took out what one's unsent words stood in: they are kept for the person, beside what stands there now. */
  parkWhatWasLost(before: { confirmed: Node; local: Node }): void {
    const mine = changedUnits(before.confirmed, before.local)
    const theirs = new Set(changedUnits(before.confirmed, this.#standing.confirmed))
    const lost = mine.filter((key) => theirs.has(key))
    void this.#put({ reason: 'clash', sentence: PARKED_SENTENCES.clash, units: keepUnits(before.local, lost.length > 0 ? lost : mine, before.confirmed) })
  }

  /**
   * Others wrote in articles that one has moved meanwhile: their words go along to the new place. Where the person wrote in
   * the same article too, theirs wait to be decided.
   */
  keepWhatOthersWrote(before: { confirmed: Node; local: Node }): void {
    const standing = this.#standing
    const { view } = standing
    const brought = broughtUnits(standing.unsent()?.steps ?? [])
    if (view === null || brought.size === 0) return
    const { doc } = view.state
    // what did not follow the others' change stands as it was brought
    const overtaken = changedUnits(before.confirmed, standing.confirmed).filter((key) => brought.has(key) && sameUnit(before.local, doc, key) === true && sameUnit(doc, standing.confirmed, key) === false)
    const mine = overtaken.filter((key) => sameUnit(before.confirmed, before.local, key) === false)
    const tr = wordsAsIn(doc, standing.confirmed, overtaken).reduce((all, step) => all.step(step), view.state.tr)
    if (!tr.docChanged) return
    if (mine.length > 0) void this.#put({ reason: 'clash', sentence: PARKED_SENTENCES.clash, units: keepUnits(before.local, mine, before.confirmed) })
    view.dispatch(tr.setMeta('addToHistory', false))
  }

  /** Everything unsent is laid beside the server's text, which the editor then shows. */
  async park(reason: ParkedReason, sentence: string): Promise<void> {
    const standing = this.#standing
    const { view } = standing
    if (view === null) return
    const draft = await standing.options.server.read().catch(() => null)
    // from here to the new state nothing may wait: what is typed meanwhile would be in neither
    const before = standing.confirmed
    const units = keepUnits(view.state.doc, changedUnits(before, view.state.doc), before)
    standing.version = draft?.version ?? standing.version
    standing.confirmed = draft === null ? before : Node.fromJSON(editorSchema, draft.doc)
    if (draft !== null) {
      standing.stands(draft)
      standing.readAgain(draft)
    } else if (reason === 'not-allowed') standing.bar()
    else if (reason === 'closed') standing.tell({ open: false, may: { ...standing.state.may, write: false } })
    // what nobody holds and nobody else touched goes on its way: it was only in one batch with the rest
    const held = standing.company.heldByOthers()
    const theirs = new Set(changedUnits(before, standing.confirmed))
    const goesOn = reason === 'held' && draft !== null && held.size > 0 ? units.filter(({ key }) => !held.has(key) && !theirs.has(key)) : []
    const waits = units.filter((unit) => !goesOn.includes(unit))
    const parked = waits.length > 0 ? this.#put({ reason, sentence, units: waits }) : Promise.resolve()
    standing.showConfirmed(view)
    for (const unit of goesOn) {
      const step = stepForUnit(view.state.doc, unit)
      if (step !== null) view.dispatch(view.state.tr.step(step))
    }
    // the record of the steps ends when that of the passages is there
    await parked
    await this.#keep()
    standing.settle()
  }

  async #put({ reason, sentence, units }: { reason: ParkedReason; sentence: string; units: KeptUnit[] }): Promise<void> {
    const standing = this.#standing
    const record: UnsentRecord = {
      id: `${standing.recordId(standing.clientId)}:${crypto.randomUUID()}`, draftId: standing.options.draftId, personId: standing.person.id, clientId: standing.clientId, title: standing.title, version: standing.version, steps: [], units, parked: { reason, sentence }, keptAt: standing.now(),
    }
    standing.tell({ parked: [...standing.state.parked, record], status: 'decide' })
    await standing.options.store.put(record).catch(() => standing.tell({ keeps: false }))
  }

  /** Each passage that waits, with what the server has in its place now. */
  entries(): MergeEntry[] {
    const doc = this.#standing.view?.state.doc ?? this.#standing.confirmed
    return this.#standing.state.parked.flatMap(({ id, units, parked }) => units.map((unit) => ({ recordId: id, unit, theirs: wordsInDocument(doc, unit.key), reason: parked?.reason ?? 'clash', sentence: parked?.sentence ?? '' })))
  }

  /** Put the person's words in, as an edit of now. False where the text cannot be edited or somebody holds the article: the passage goes on waiting. */
  async takeMine(recordId: string, key: UnitKey): Promise<boolean> {
    const { view, state } = this.#standing
    const unit = state.parked.find(({ id }) => id === recordId)?.units.find((one) => one.key === key)
    if (view === null || unit === undefined || !state.may.write) return false
    const step = stepForUnit(view.state.doc, unit)
    if (step !== null) {
      const { doc } = view.state
      view.dispatch(view.state.tr.step(step))
      if (view.state.doc === doc) return false
    }
    await this.#keep()
    await this.drop(recordId, key)
    return true
  }

  /** The person's word that the server's text is to stay: only now their passage is thrown away. */
  async drop(recordId: string, key: UnitKey): Promise<void> {
    const standing = this.#standing
    const { store } = standing.options
    const parked = standing.state.parked.flatMap((record) => {
      if (record.id !== recordId) return [record]
      const units = record.units.filter((unit) => unit.key !== key)
      return units.length === 0 ? [] : [{ ...record, units }]
    })
    const left = parked.find(({ id }) => id === recordId)
    await (left === undefined ? store.delete(recordId) : store.put(left)).catch(() => standing.tell({ keeps: false }))
    standing.tell({ parked })
    standing.settle()
  }
}
