/** The drafting screen as people have it, with everything switched on, and what it is compared with, to be driven and timed from outside. */
import { serve, unanswered } from './in-page-server.ts'
import { draftDocument, keyOf, numberDocument, suggestionsBetween } from '../../../law/drafting/index.ts'
import { parseText, printLegalText } from '../../../law/text/index.ts'
import { TextSelection } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import '../../../ui/components/all.ts'
import '../../../ui/views/drafting/view-drafting.ts'
import { withEdits } from './with-edits.ts'

export type Opened = { openMs: number; suggestions: number; comments: number; hints: number; articles: number; nodes: number }
export type Bench = {
  open(source: string): Promise<Opened>
  openPlain(source: string, kind: 'textarea' | 'contenteditable'): Promise<void>
  /** what the second person wrote and the server acknowledged of one's own */
  arrived(): { peer: number; own: number; kept: string }
  /** milliseconds from each key to the paint that shows it */
  latencies: number[]
}
declare global { interface Window { bench: Bench } }

const COMMENT_EVERY = 20
const LONGEST_LINT_MS = 10_000

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
const latencies: number[] = []
addEventListener('keydown', (event) => {
  if (event.key.length > 1) return
  const pressed = event.timeStamp
  void painted().then((now) => latencies.push(now - pressed))
}, true)

const articlesOf = (doc: Node) => numberDocument(doc).nodes.filter(({ kind }) => kind === 'article')

/** How many hints there are when the linter has answered; 0 where it did not in good time. */
const linted = (view: Element): Promise<number> =>
  new Promise((done) => {
    setTimeout(() => done(0), LONGEST_LINT_MS)
    const look = (): boolean => {
      const hints = view.querySelectorAll('.draft-hint').length
      if (hints > 0) done(hints)
      return hints > 0
    }
    if (look()) return
    const watch = new MutationObserver(() => {
      if (look()) watch.disconnect()
    })
    watch.observe(view, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] })
  })

async function open(source: string): Promise<Opened> {
  if (place === null) throw new Error('The page has no place')
  const base = draftDocument(parseText(source))
  const doc = withEdits(base)
  const articles = articlesOf(doc)
  const peerArticle = articles[Math.floor(articles.length / 4)]
  const comments = articles.filter((_, at) => at % COMMENT_EVERY === 0).map(({ key, label }, at) => ({
    id: `comment-${at}`, revision: 1, parentId: null, articleKey: key, articleLabel: label, quote: { exact: doc.nodeAt(articles[at * COMMENT_EVERY]?.pos ?? 0)?.textContent.slice(0, 6) ?? '', prefix: '', suffix: '', start: 0 }, version: 0, text: '这里是否与上位法一致，请再核对。',
    resolved: false, by: 'person-2', byName: '乙', at: '2026-03-12T08:00:00Z', resolvedByName: null, resolvedAt: null, own: false,
  }))
  const authored = suggestionsBetween(base, doc).map(({ from, to }, at) => ({ from, to, by: at % 3 === 0 ? '乙' : '甲', at: '2026-03-12T08:00:00Z' }))
  serve({
    view: {
      id: 'draft', projectId: 'project', title: '条例', state: 'unifiedReview', stateLabel: '统一审议', version: 0, schemaVersion: 1, doc: doc.toJSON() as unknown, tracking: true, baseDoc: base.toJSON() as unknown, baseVersion: 0,
      leases: [], people: [], person: { id: 'person-1', name: '甲' }, open: true, may: { write: true, keep: true, restore: true, release: false, comment: true },
    },
    comments, authored, peer: { pos: (peerArticle?.pos ?? 0) + 2, articleKey: peerArticle?.key ?? '' },
  })
  const screen = document.createElement('view-drafting')
  screen.params = { id: 'project' }
  const start = performance.now()
  const ready = new Promise((done) => screen.addEventListener('editor-ready', done, { once: true }))
  place.replaceChildren(screen)
  await ready
  const openMs = (await painted()) - start
  const hints = await linted(screen)
  const view = screen.querySelector('law-editor')?.getView()
  if (unanswered.size > 0) throw new Error(`The page of the bench has no answer to ${[...unanswered].join(', ')}`)
  if (view === null || view === undefined) throw new Error('The editor did not open')
  // the caret stands in the middle of the text
  const middle = articles[Math.floor(articles.length / 2)]
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve((middle?.pos ?? 0) + 8))).scrollIntoView())
  view.focus()
  await painted()
  latencies.length = 0
  return { openMs, hints, suggestions: authored.length, comments: comments.length, articles: articles.length, nodes: screen.querySelectorAll('*').length }
}

function arrived(): { peer: number; own: number; kept: string } {
  const doc = document.querySelector('law-editor')?.getView()?.state.doc
  if (unanswered.size > 0) throw new Error(`The page of the bench has no answer to ${[...unanswered].join(', ')}`)
  const words = doc?.textContent ?? ''
  const named = articlesOf(doc ?? draftDocument(parseText('')))
  const article = named[Math.floor(named.length / 4)]
  const written = article === undefined ? null : doc?.nodeAt(article.pos)
  return {
    peer: (written?.textContent.match(/应当|依法|及时|如实/gu) ?? []).length, own: (words.match(/[a-j]/gu) ?? []).length,
    kept: `${document.querySelector('draft-status .saving')?.textContent ?? ''} ${written === null || written === undefined ? '' : keyOf(written)}`,
  }
}

async function openPlain(source: string, kind: 'textarea' | 'contenteditable'): Promise<void> {
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

window.bench = { open, openPlain, arrived, latencies }
