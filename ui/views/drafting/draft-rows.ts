/** What the workspace reads off a draft when typing rests: its outline and its figures. Of what did not change nothing is read again. */
import type { Node } from 'prosemirror-model'
import { type DocumentNumbers, keyOf } from '../../../law/drafting/index.ts'

/** One line of the outline: a division with the articles that it reaches over (1–8), an article with its first words, or an annex. */
export type DraftOutlineRow = { key: string; kind: 'division' | 'article' | 'annex'; label: string; words: string; level: number; range: string }

const FIRST_WORDS = 9
const known = new WeakMap<Node, DraftOutlineRow>()

/** The row of a node; the same object while it says the same. */
function row(node: Node, rest: Pick<DraftOutlineRow, 'kind' | 'label' | 'level' | 'range'>, words: () => string): DraftOutlineRow {
  const before = known.get(node)
  if (before !== undefined && before.label === rest.label && before.level === rest.level && before.range === rest.range) return before
  const made = { key: keyOf(node), ...rest, words: words() }
  known.set(node, made)
  return made
}

function firstWords(article: Node): string {
  const heading = article.firstChild?.type.name === 'article_heading' ? article.firstChild.textContent : ''
  return heading === '' ? [...article.textBetween(0, Math.min(article.content.size, FIRST_WORDS * 4))].slice(0, FIRST_WORDS).join('') : heading.replace(/[（）【】]/gu, '')
}

/** The outline of a draft, numbers as they are counted. */
export function outlineOf(doc: Node, numbers: DocumentNumbers): DraftOutlineRow[] {
  const rows: DraftOutlineRow[] = []
  const ordinals: number[] = []
  const inside = (container: Node, level: number): void => {
    container.forEach((node) => {
      const label = numbers.byKey.get(keyOf(node))?.label ?? ''
      if (node.type.name === 'chapter') {
        const [place, first] = [rows.length, ordinals.length]
        inside(node, level + 1)
        const range = rangeOf(ordinals.slice(first))
        rows.splice(place, 0, row(node, { kind: 'division', label, level, range }, () => node.firstChild?.textContent ?? ''))
      } else if (node.type.name === 'article') {
        ordinals.push(numbers.byKey.get(keyOf(node))?.ordinal ?? 0)
        rows.push(row(node, { kind: 'article', label, level, range: '' }, () => firstWords(node)))
      } else if (node.type.name === 'annex') rows.push(row(node, { kind: 'annex', label: label === '' ? String(node.attrs['label']) : label, level, range: '' }, () => node.firstChild?.textContent ?? ''))
    })
  }
  inside(doc, 0)
  return rows
}

/** 1–8; '' where there is no article. */
const rangeOf = (ordinals: readonly number[]): string => (ordinals.length === 0 ? '' : ordinals.length === 1 ? String(ordinals[0]) : `${ordinals[0]}–${ordinals.at(-1)}`)

/** `before` where both say the same. */
export const sameRows = (before: readonly DraftOutlineRow[], now: readonly DraftOutlineRow[]): readonly DraftOutlineRow[] =>
  before.length === now.length && now.every((one, at) => one === before[at] || JSON.stringify(one) === JSON.stringify(before[at])) ? before : now

const letters = new WeakMap<Node, number>()

/** How many characters a draft has, blanks left out. */
export function lettersIn(node: Node): number {
  const before = letters.get(node)
  if (before !== undefined) return before
  const isBranch = node.type.name === 'doc' || node.type.name === 'chapter'
  const count = isBranch ? node.children.reduce((sum, child) => sum + lettersIn(child), 0) : [...node.textContent.replace(/\s/gu, '')].length
  letters.set(node, count)
  return count
}
