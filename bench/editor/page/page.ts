/** The editor as the drafting screen puts it together, and what it is compared with, to be driven and timed from outside. */
import { draftDocument, numberDocument } from '../../../law/drafting/index.ts'
import { type EditorNode, parseText, printLegalText } from '../../../law/text/index.ts'
import { TextSelection } from 'prosemirror-state'
import type { EditorPlugin } from '../../../ui/editor/editor-plugin.ts'
import { Hints } from '../../../ui/editor/hints/hint-plugin.ts'
import '../../../ui/editor/law-editor.ts'
import { Suggestions } from '../../../ui/editor/suggestion/suggestion-plugin.ts'
import { withEdits } from './with-edits.ts'

export type Opened = { openMs: number; suggestions: number; hints: number; articles: number; nodes: number }
export type Bench = {
  prepare(source: string): void
  open(): Promise<Opened>
  openPlain(kind: 'textarea' | 'contenteditable'): Promise<void>
  /** milliseconds from each key to the paint that shows it */
  latencies: number[]
}
declare global { interface Window { bench: Bench } }

/** After the frame that shows what was done. */
const painted = (): Promise<number> =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => done(performance.now()))
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  })

const place = document.querySelector('#place')
let source = ''
let json: EditorNode | null = null
let base: EditorNode | null = null
let plugins: EditorPlugin[] = []
let found = { suggestions: 0, hints: 0 }

const latencies: number[] = []
addEventListener('keydown', (event) => {
  if (event.key.length > 1) return
  const pressed = event.timeStamp
  void painted().then((now) => latencies.push(now - pressed))
}, true)

async function open(): Promise<Opened> {
  if (json === null || place === null) throw new Error('Nothing is prepared')
  const hinted = new Promise<void>((done) => {
    const hints = new Hints((list) => { found = { ...found, hints: list.length }; done() })
    const suggestions = new Suggestions({ tracking: true, base, authored: [], person: { name: '甲' }, clientId: 'bench', changed: (list) => { found = { ...found, suggestions: list.length } } })
    plugins = [suggestions.plugin(), hints.plugin()]
  })
  const editor = document.createElement('law-editor')
  const start = performance.now()
  editor.plugins = plugins
  editor.doc = json
  place.replaceChildren(editor)
  await editor.updateComplete
  const openMs = (await painted()) - start
  await hinted
  const view = editor.getView()
  if (view === null) throw new Error('The editor did not open')
  // the caret stands in the middle of the text
  const articles = numberDocument(view.state.doc).nodes.filter(({ kind }) => kind === 'article')
  const middle = articles[Math.floor(articles.length / 2)]
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve((middle?.pos ?? 0) + 8))).scrollIntoView())
  view.focus()
  await painted()
  latencies.length = 0
  return { openMs, ...found, articles: articles.length, nodes: editor.querySelectorAll('*').length }
}

async function openPlain(kind: 'textarea' | 'contenteditable'): Promise<void> {
  const element = kind === 'textarea' ? document.createElement('textarea') : document.createElement('div')
  const text = printLegalText(parseText(source))
  place?.replaceChildren(element)
  if (element instanceof HTMLTextAreaElement) {
    element.rows = 30
    element.cols = 80
    element.value = text
    element.focus()
    element.setSelectionRange(text.length / 2, text.length / 2)
  } else {
    element.contentEditable = 'true'
    element.append(...text.split('\n').map((line) => {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      return paragraph
    }))
    element.focus()
    const middle = element.children[Math.floor(element.children.length / 2)]
    if (middle !== undefined) {
      middle.scrollIntoView()
      getSelection()?.collapse(middle, 0)
    }
  }
  await painted()
  latencies.length = 0
}

window.bench = {
  prepare(text) {
    source = text
    const doc = draftDocument(parseText(text))
    base = doc.toJSON()
    json = withEdits(doc).toJSON()
  },
  open,
  openPlain,
  latencies,
}
