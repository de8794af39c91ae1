/** How suggestions are drawn: what came underlined, what went struck through, each with the sign of its hand. */
import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import { keyOf, numberUnits } from '../../../law/drafting/index.ts'
import { messages } from '../../messages/zh.ts'
import type { ShownSuggestion } from './suggestion-plugin.ts'

const words = messages.drafting.suggestions

/** The first letter of a name: enough to tell hands apart beside the margin, which has the whole name. */
const signOf = (name: string): string => [...name][0] ?? ''

function gone(text: string, block: boolean, sign: string, label = ''): () => HTMLElement {
  return () => {
    const element = document.createElement(block ? 'div' : 'span')
    element.className = block ? 'suggestion-removed' : 'suggestion-gone'
    element.contentEditable = 'false'
    if (label !== '') element.dataset['label'] = label
    const struck = document.createElement('del')
    struck.textContent = text
    element.append(struck, signElement(sign))
    return element
  }
}

function signElement(sign: string): HTMLElement {
  const element = document.createElement('sup')
  element.className = 'suggestion-hand'
  element.contentEditable = 'false'
  element.textContent = sign
  return element
}

/** Decorations of all suggestions; those of one kind alone do not change the others. */
export function suggestionDecorations(doc: Node, base: Node, shown: readonly ShownSuggestion[]): Decoration[] {
  const labelBefore = (key: string): string => numberUnits(base).byKey.get(key)?.label ?? ''
  /** Under another heading with the number that it had: a chapter was opened before it. */
  const cameInto = ({ key, from }: ShownSuggestion): boolean => {
    const [before, now] = [numberUnits(base).byKey.get(key), numberUnits(doc).byKey.get(key)]
    const home = keyOf(doc.resolve(from).parent)
    return before !== undefined && before.label === now?.label && home !== '' && home !== keyOf(base.resolve(before.pos).parent)
  }
  return shown.flatMap((one) => {
    const sign = signOf(one.by)
    switch (one.kind) {
      case 'words': {
        const came = one.to > one.from
        return [
          ...(one.deleted === '' ? [] : [Decoration.widget(one.from, gone(one.deleted, false, came ? '' : sign), { side: -1, key: `gone:${one.id}:${sign}`, ignoreSelection: true })]),
          ...(came ? [Decoration.inline(one.from, one.to, { nodeName: 'ins', class: 'suggestion-came' }), Decoration.widget(one.to, () => signElement(sign), { side: -1, key: `hand:${one.id}:${sign}`, ignoreSelection: true })] : []),
        ]
      }
      case 'added':
        return [Decoration.node(one.from, one.to, { class: 'suggestion-added', 'data-note': words.addedNote, 'data-note-kind': 'here' })]
      case 'removed':
        return [Decoration.widget(one.from, gone(one.deleted, true, sign, words.removedNumber(labelBefore(one.key))), { side: -1, key: `gone:${one.id}:${sign}`, ignoreSelection: true })]
      case 'moved': {
        const label = labelBefore(one.key)
        return [Decoration.node(one.from, one.to, { class: 'suggestion-moved', ...(label === '' ? {} : { 'data-note': cameInto(one) ? words.movedInto : words.movedFrom(label), 'data-note-kind': 'moved' }) })]
      }
      case 'level':
        return [Decoration.node(one.from, one.to, { class: 'suggestion-level', title: words.level })]
      case 'rest': {
        const found: Decoration[] = []
        doc.nodesBetween(one.from, Math.min(one.to, doc.content.size), (node, pos) => {
          if (pos >= one.from && pos + node.nodeSize <= one.to && node.isBlock && (node.isTextblock || node.type.name === 'table')) found.push(Decoration.node(pos, pos + node.nodeSize, { class: 'suggestion-rest' }))
          return node.type.name !== 'table'
        })
        return found
      }
      default: {
        const never: never = one.kind
        throw new RangeError(`no suggestion ${String(never)}`)
      }
    }
  })
}
