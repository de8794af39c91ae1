/** 立法技术提示 in the editor: a wavy line under the passage, counted beside the page. Advice only. */
import { type EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Mapping, type StepMap } from 'prosemirror-transform'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { afterRest } from '../after-rest.ts'
import { Aside } from '../aside/aside.ts'
import type { EditorPlugin } from '../editor-plugin.ts'
import { hearSelection } from '../hear-selection.ts'
import type { Hint } from './place-hints.ts'
import './hints.css'

/** Quiet for so long before the rules run again; while several people write there is never quiet, and they run all the same. */
const QUIET_MS = 600
const LATEST_MS = 3_000

type State = {
  /** all that were found, those that were set aside included, where they stood when they were counted */
  found: readonly Hint[]
  /** what was done since */
  since: readonly StepMap[]
  hints: readonly Hint[]
  decorations: DecorationSet
}
const NONE: State = { found: [], since: [], hints: [], decorations: DecorationSet.empty }
const hintsKey = new PluginKey<State>('hints')

/** What was set aside: rule, article and words. */
export type Ignored = { ruleId: string; articleKey: string; quote: string }

const carried = (hints: readonly Hint[], mapping: Mapping): Hint[] =>
  mapping.maps.length === 0 ? [...hints] : hints.flatMap((hint) => {
    const [from, to] = [mapping.map(hint.from, 1), mapping.map(hint.to, -1)]
    return from < to ? [{ ...hint, from, to }] : []
  })
const sameHints = (a: readonly Hint[], b: readonly Hint[]): boolean =>
  a.length === b.length && a.every((one, at) => one.rule === b[at]?.rule && one.articleKey === b[at]?.articleKey && one.quote === b[at]?.quote && one.message === b[at]?.message)

export class Hints {
  readonly #changed: (hints: readonly Hint[]) => void
  readonly #aside = new Aside('hints')
  readonly #rest = afterRest({ quietMs: QUIET_MS, latestMs: LATEST_MS, work: () => void this.#run() })
  #ignored: readonly Ignored[] = []
  #view: EditorView | null = null
  #told: readonly Hint[] = []

  constructor(changed: (hints: readonly Hint[]) => void) {
    this.#changed = changed
  }

  /** Hints that were set aside are not shown. */
  setIgnored(ignored: readonly Ignored[]): void {
    this.#ignored = ignored
    const view = this.#view
    const state = view === null ? undefined : hintsKey.getState(view.state)
    if (view !== null && state !== undefined && state.found.length > 0) this.#set(view, carried(state.found, new Mapping([...state.since])))
  }

  /** Where the passage of a hint that was told stands by now; null where its words are gone. */
  #now(hint: Hint): Hint | null {
    const state = this.#view === null ? undefined : hintsKey.getState(this.#view.state)
    const counted = state?.hints[this.#told.indexOf(hint)]
    return counted === undefined || state === undefined ? null : (carried([counted], new Mapping([...state.since]))[0] ?? null)
  }

  /** Puts the caret where the passage of a hint begins. */
  show(hint: Hint): void {
    const [view, now] = [this.#view, this.#now(hint)]
    if (view === null || now === null) return
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(now.from))).scrollIntoView())
    view.focus()
  }

  /** Puts the proposed words in the place of the passage; false where it reads otherwise by now. */
  replace(hint: Hint): boolean {
    const [view, now] = [this.#view, this.#now(hint)]
    if (view === null || now === null || hint.suggestion === undefined || !view.editable) return false
    if (view.state.doc.textBetween(now.from, now.to) !== hint.quote) return false
    view.dispatch(view.state.tr.insertText(hint.suggestion, now.from, now.to).scrollIntoView())
    view.focus()
    return true
  }

  plugin(): EditorPlugin {
    return {
      name: 'hints',
      plugins: () => [
        new Plugin<State>({
          key: hintsKey,
          state: {
            init: () => NONE,
            apply: (transaction, state) => {
              const found = transaction.getMeta(hintsKey) as readonly Hint[] | undefined
              if (found !== undefined) {
                const hints = found.filter((hint) => !this.#ignored.some((one) => one.ruleId === hint.rule && one.articleKey === hint.articleKey && one.quote === hint.quote))
                return { found, since: [], hints, decorations: DecorationSet.create(transaction.doc, hints.map(underline)) }
              }
              if (!transaction.docChanged) return state
              return { ...state, since: [...state.since, ...transaction.mapping.maps], decorations: state.decorations.map(transaction.mapping, transaction.doc) }
            },
          },
          props: { decorations: (state: EditorState) => hintsKey.getState(state)?.decorations },
          view: (view) => {
            this.#view = view
            this.#rest.stir(0)
            return {
              update: (now, before) => {
                if (now.state.doc !== before.doc) this.#rest.stir()
              },
              destroy: () => {
                this.#view = null
                this.#aside.stop()
                this.#rest.stop()
              },
            }
          },
        }),
      ],
    }
  }

  async #run(): Promise<void> {
    const view = this.#view
    if (view === null || view.isDestroyed) return
    if (view.composing) return this.#rest.stir()
    const answer = await this.#aside.ask(view)
    if (answer === null || view.isDestroyed) return
    // an input method would lose the word that it composes
    if (view.composing) return this.#rest.stir()
    this.#set(view, carried(answer.found, answer.mapping))
  }

  #set(view: EditorView, found: readonly Hint[]): void {
    hearSelection(view)
    view.dispatch(view.state.tr.setMeta(hintsKey, found).setMeta('addToHistory', false))
    const hints = hintsKey.getState(view.state)?.hints ?? []
    if (sameHints(hints, this.#told)) return
    this.#told = hints
    this.#changed(hints)
  }
}

const underline = ({ from, to, severity, message }: Hint): Decoration => Decoration.inline(from, to, { class: severity === 'warn' ? 'draft-hint warn' : 'draft-hint', title: message })
