/** 立法技术提示 in the editor: a wavy line under the passage, counted when nobody types. Advice only. */
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { textOf } from '../../../law/drafting/index.ts'
import type { EditorHandle, EditorPlugin } from '../editor-plugin.ts'
import { whenIdle } from '../idle.ts'
import { LintAside } from '../lint/lint-aside.ts'
import { type Hint, hintsOf } from './place-hints.ts'
import './hints.css'

/** Quiet for so long before the rules run again. */
const AFTER_MS = 600
type State = { hints: readonly Hint[]; decorations: DecorationSet }
const hintsKey = new PluginKey<State>('hints')

/** What was set aside: rule, article and words. */
export type Ignored = { ruleId: string; articleKey: string; quote: string }

export class Hints {
  readonly #changed: (hints: readonly Hint[]) => void
  #ignored: readonly Ignored[] = []
  #view: EditorView | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #forget: () => void = () => undefined

  constructor(changed: (hints: readonly Hint[]) => void) {
    this.#changed = changed
  }

  /** Hints that were set aside are not shown. */
  setIgnored(ignored: readonly Ignored[]): void {
    this.#ignored = ignored
    this.#soon(0)
  }

  plugin(): EditorPlugin {
    return {
      name: 'hints',
      plugins: (editor) => [
        new Plugin<State>({
          key: hintsKey,
          state: {
            init: () => ({ hints: [], decorations: DecorationSet.empty }),
            apply(transaction, state) {
              const found = transaction.getMeta(hintsKey) as readonly Hint[] | undefined
              if (found !== undefined) return { hints: found, decorations: DecorationSet.create(transaction.doc, found.map(underline)) }
              return transaction.docChanged ? { ...state, decorations: state.decorations.map(transaction.mapping, transaction.doc) } : state
            },
          },
          props: { decorations: (state: EditorState) => hintsKey.getState(state)?.decorations },
          view: (view) => {
            this.#view = view
            this.#editor = editor
            this.#soon(0)
            return {
              update: (now, before) => {
                if (now.state.doc !== before.doc) this.#soon(AFTER_MS)
              },
              destroy: () => {
                this.#view = null
                this.#linter.stop()
                if (this.#timer !== null) clearTimeout(this.#timer)
                this.#forget()
              },
            }
          },
        }),
      ],
    }
  }

  #editor: EditorHandle | null = null
  readonly #linter = new LintAside()

  #soon(ms: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#forget()
      this.#forget = whenIdle(() => void this.#run())
    }, ms)
  }

  async #run(): Promise<void> {
    const [view, editor] = [this.#view, this.#editor]
    if (view === null || editor === null || view.isDestroyed) return
    if (view.composing) return this.#soon(AFTER_MS)
    const { doc } = view.state
    const numbers = editor.numbers()
    const text = textOf(doc, numbers)
    const findings = await this.#linter.lint(text)
    // what was typed in the meantime has asked for another run
    if (findings === null || view.isDestroyed || view.composing || view.state.doc !== doc) return
    const hints = hintsOf({ doc, text, numbers, findings }).filter((hint) => !this.#ignored.some((one) => one.ruleId === hint.rule && one.articleKey === hint.articleKey && one.quote === hint.quote))
    view.dispatch(view.state.tr.setMeta(hintsKey, hints).setMeta('addToHistory', false))
    this.#changed(hints)
  }
}

const underline = ({ from, to, severity, message }: Hint): Decoration => Decoration.inline(from, to, { class: severity === 'warn' ? 'draft-hint warn' : 'draft-hint', title: message })
