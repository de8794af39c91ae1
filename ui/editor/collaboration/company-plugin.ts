/** Other people's carets in the text, and under the number of an article who holds it or is in it. */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { keyOf } from '../../../law/drafting/index.ts'
import { messages } from '../../messages/zh.ts'
import { hearSelection } from '../hear-selection.ts'
import type { Company } from './company.ts'
import './collaboration.css'

const COLOURS = 6
const key = new PluginKey<DecorationSet>('company')

/** The same person has the same colour in every browser. */
const colourOf = (personId: string): number => [...personId].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973, 7) % COLOURS

function caret(name: string, colour: number): HTMLElement {
  const mark = document.createElement('span')
  mark.className = `peer-caret peer-${colour}`
  const label = document.createElement('span')
  label.className = 'peer-name'
  label.textContent = name
  label.setAttribute('aria-hidden', 'true')
  mark.append(label)
  return mark
}

function draw(doc: Node, company: Company): DecorationSet {
  const words = messages.collaboration
  const held = company.heldByOthers()
  const here = Map.groupBy(company.people.filter(({ articleKey }) => articleKey !== null), ({ articleKey }) => articleKey)
  const mine = new Set(company.leases.filter(({ personId }) => personId === company.personId).map(({ articleKey }) => articleKey))
  const decorations: Decoration[] = []
  doc.descendants((node, pos) => {
    const unit = keyOf(node)
    const lease = held.get(unit)
    const there = [...new Set((here.get(unit) ?? []).filter(({ personId }) => personId !== lease?.personId).map(({ personName }) => personName))]
    const note = [...(lease === undefined ? [] : [words.heldBy(lease.personName)]), ...(mine.has(unit) ? [words.heldByMe] : []), ...(there.length === 0 ? [] : [words.here(there.join('、'))])]
    if (note.length > 0 && unit !== '') {
      decorations.push(Decoration.node(pos, pos + node.nodeSize, { 'data-note': note.join('\n'), 'data-note-kind': lease === undefined ? 'here' : 'held', ...(lease === undefined ? {} : { class: 'held' }) }))
    }
    return node.type.name === 'chapter'
  })
  for (const { clientId, personId, personName, head } of company.people) {
    if (head === null || head > doc.content.size || !doc.resolve(head).parent.isTextblock) continue
    decorations.push(Decoration.widget(head, () => caret(personName, colourOf(personId)), { key: `${clientId}:${personName}`, side: 10, ignoreSelection: true }))
  }
  return DecorationSet.create(doc, decorations)
}

/** Drawn anew when somebody moves, and mapped while one types; not while an input method composes. */
export const companyPlugin = (company: Company): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => draw(doc, company),
      apply: (transaction, drawn, _, { doc }) => (transaction.getMeta(key) === true ? draw(doc, company) : transaction.docChanged ? drawn.map(transaction.mapping, doc) : drawn),
    },
    props: { decorations: (state) => key.getState(state) ?? null },
    view: (view) => {
      let waiting = false
      const redraw = (): void => {
        if (waiting) return
        waiting = true
        requestAnimationFrame(() => {
          waiting = false
          if (view.isDestroyed) return
          if (view.composing) return redraw()
          hearSelection(view)
          view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
        })
      }
      return { destroy: company.draws(redraw) }
    },
  })
