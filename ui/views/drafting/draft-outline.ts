import { html, nothing, type TemplateResult } from 'lit'
import type { Node } from 'prosemirror-model'
import { type DocumentNumbers, keyOf } from '../../../law/drafting/index.ts'
import { messages } from '../../messages/zh.ts'

/** One line of the outline: a division with the articles that it reaches over, or an article with its first words. */
export type DraftOutlineRow = { key: string; kind: 'division' | 'article' | 'annex'; label: string; words: string; level: number }

const FIRST_WORDS = 9

/** The outline of a draft, numbers as they are counted. */
export function outlineOf(doc: Node, numbers: DocumentNumbers): DraftOutlineRow[] {
  const rows: DraftOutlineRow[] = []
  const inside = (container: Node, level: number): void => {
    container.forEach((node) => {
      const key = keyOf(node)
      const label = numbers.byKey.get(key)?.label ?? ''
      if (node.type.name === 'chapter') {
        rows.push({ key, kind: 'division', label, words: node.firstChild?.textContent ?? '', level })
        inside(node, level + 1)
      } else if (node.type.name === 'article') {
        const heading = node.firstChild?.type.name === 'article_heading' ? node.firstChild.textContent : ''
        rows.push({ key, kind: 'article', label, words: heading === '' ? [...node.textContent].slice(0, FIRST_WORDS).join('') : heading.replace(/[（）【】]/gu, ''), level })
      } else if (node.type.name === 'annex') rows.push({ key, kind: 'annex', label: label === '' ? String(node.attrs['label']) : label, words: node.firstChild?.textContent ?? '', level })
    })
  }
  inside(doc, 0)
  return rows
}

type Counted = { article: string } | { articleKey: string | null }
const countFor = (key: string, list: readonly Counted[]): number => list.filter((one) => ('article' in one ? one.article : one.articleKey) === key).length

/** The outline with what is open in each article. */
export function outlineView(options: {
  rows: readonly DraftOutlineRow[]; here: string | null; suggestions: readonly { article: string }[]; hints: readonly { articleKey: string | null }[]; comments: readonly { articleKey: string | null }[]; leases: readonly { articleKey: string }[]; goTo: (key: string) => void
}): TemplateResult {
  const { rows, here, goTo } = options
  return html`<p class="outline-note">${messages.drafting.outline}　${messages.drafting.outlineNote}</p><ol>${rows.map((row) => {
    const marks = [
      options.leases.some(({ articleKey }) => articleKey === row.key) ? messages.drafting.marks.held : '', mark(messages.drafting.marks.suggestion, countFor(row.key, options.suggestions)), mark(messages.drafting.marks.comment, countFor(row.key, options.comments)), mark(messages.drafting.marks.hint, countFor(row.key, options.hints)),
    ].filter((one) => one !== '')
    return html`<li class=${row.key === here ? 'here' : ''} data-kind=${row.kind}><button aria-current=${row.key === here ? 'true' : nothing} @click=${() => goTo(row.key)}><b>${row.label}</b><span>${row.words}</span>${marks.length === 0 ? nothing : html`<em>${marks.join(' ')}</em>`}</button></li>`
  })}</ol>`
}

const mark = (word: string, count: number): string => (count === 0 ? '' : `${word}${count}`)
