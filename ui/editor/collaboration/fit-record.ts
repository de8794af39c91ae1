/** What a page left behind, against the text as it is now: sent already, still fitting, or for the person to decide. */
import type { Node } from 'prosemirror-model'
import { Mapping, Step } from 'prosemirror-transform'
import { keysInRange, rebaseSteps } from '../../../law/drafting/index.ts'
import { editorSchema } from '../../../law/text/index.ts'
import { broughtUnits, onlyMoves, wordsAsIn } from './brought-units.ts'
import type { KeptStep, StepRow } from './draft-server.ts'
import { changedUnits, sameUnit, type UnitKey } from './units.ts'
import type { ParkedReason, UnsentRecord } from './unsent-store.ts'

export type FittedRecord = { kind: 'sent' } | { kind: 'fits'; steps: KeptStep[] } | { kind: 'parked'; reason: ParkedReason }

/** The step of a row, of the log or of the browser. */
export const stepOf = ({ step }: { step?: unknown }): Step => Step.fromJSON(editorSchema, step)

/** Keys of the articles in which these steps wrote, as far as they are still there. */
function writtenIn({ doc, steps, ahead }: { doc: Node; steps: readonly Step[]; ahead: readonly Step[] }): UnitKey[] {
  const maps = [...steps, ...ahead].map((step) => step.getMap())
  const keys = new Set<UnitKey>()
  steps.forEach((_, at) => {
    const rest = new Mapping(maps.slice(at + 1))
    maps[at]?.forEach((_from, _to, from, to) => { for (const key of keysInRange(doc, rest.map(from, -1), rest.map(to, 1))) keys.add(key) })
  })
  return [...keys]
}

/**
 * @param options.rows of the log since the record's version; null where the server no longer knows that version
 * @param options.doc the text with everything in it that stands before the record's steps
 * @param options.ahead steps of this page that stand before them and are not in the log
 */
export function fitRecord(options: { record: UnsentRecord; rows: readonly StepRow[] | null; doc: Node; ahead: readonly Step[]; held: ReadonlyMap<string, unknown> }): FittedRecord {
  const { record, rows, doc, ahead, held } = options
  if (rows === null) return { kind: 'parked', reason: 'gone' }
  // the batch whose answer was lost may have been taken
  const firstOther = rows.findIndex(({ clientId }) => clientId !== record.clientId)
  const taken = firstOther === -1 ? rows.length : firstOther
  const since = rows.slice(taken)
  const left = record.steps.slice(taken)
  if (left.length === 0) return { kind: 'sent' }
  if (since.some(({ clientId }) => clientId === record.clientId)) return { kind: 'parked', reason: 'clash' }
  try {
    const [kept, theirs] = [left.map(stepOf), since.map(stepOf)]
    const rebased = rebaseSteps({ doc, kept, since: [...theirs, ...ahead] })
    if (rebased.lost > 0) return { kind: 'parked', reason: 'clash' }
    // an article that the record moves, and in which others wrote: it would come back without their words
    const brought = broughtUnits(kept)
    const overtaken = brought.size === 0 ? [] : writtenIn({ doc, steps: theirs, ahead }).filter((key) => brought.has(key) && sameUnit(doc, rebased.doc, key) === false)
    if (overtaken.length > 0 && !onlyMoves(rebased.steps, doc)) return { kind: 'parked', reason: 'clash' }
    const mended = wordsAsIn(rebased.doc, doc, overtaken)
    if (held.size > 0 && changedUnits(doc, rebased.doc).some((key) => held.has(key))) return { kind: 'parked', reason: 'held' }
    return { kind: 'fits', steps: [...rebased.steps, ...mended].map((step, at) => ({ ...(left[at] ?? { kind: 'edit' as const }), step: step.toJSON() as Record<string, unknown> })) }
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'parked', reason: 'unfit' }
    throw error
  }
}
