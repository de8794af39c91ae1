/** Where the hints of the linter stand in the document of a draft. */
import type { Node } from 'prosemirror-model'
import { danglingReferences, type DocumentNumbers, type DraftingFinding, keyOf, renderedReferences } from '../../../law/drafting/index.ts'
import type { Article, LegalText } from '../../../law/text/index.ts'
import { messages } from '../../messages/zh.ts'

export type Hint = Pick<DraftingFinding, 'rule' | 'severity' | 'quote' | 'message' | 'suggestion'> & { articleKey: string; from: number; to: number }

/** 引用的条款存在. */
const REFERENCES_EXIST = 'L29'

/** Ids of the 款 项 目 of an article in the order in which the document has its clauses. */
const idsOf = (article: Article): string[] => article.paragraphs.flatMap((paragraph) => [paragraph.id, ...paragraph.items.flatMap((item) => [item.id, ...item.subitems.map(({ id }) => id)])])

/** The words of a block as the linter reads them, and for each letter its place in the document. */
function lettersOf(block: Node, pos: number, references: ReturnType<typeof renderedReferences>): { text: string; places: number[] } {
  let text = ''
  const places: number[] = []
  block.forEach((child, offset) => {
    const at = pos + 1 + offset
    const words = child.isText ? (child.text ?? '') : (references.get(at)?.text ?? '')
    for (let index = 0; index < words.length; index += 1) places.push(child.isText ? at + index : at)
    text += words
  })
  return { text, places }
}

/** Links whose article was deleted: in the words of the text they cite nothing any more, so that no rule finds them there. */
export const danglingHints = (doc: Node, numbers: DocumentNumbers): Hint[] => danglingReferences(doc, numbers).flatMap(({ pos, words }) => {
  const $pos = doc.resolve(pos)
  const unit = Array.from({ length: $pos.depth + 1 }, (_, depth) => $pos.node(depth)).find(({ type }) => type.name === 'article')
  return unit === undefined ? [] : [{ rule: REFERENCES_EXIST, severity: 'warn' as const, quote: words, message: messages.editor.reference.deleted(words), articleKey: keyOf(unit), from: pos, to: pos + 1 }]
})

/** Findings of a draft's text as hints, each with the article and the passage that it is about; one whose passage is not found is left out. */
export function hintsOf({ doc, text, numbers, findings }: { doc: Node; text: LegalText; numbers: DocumentNumbers; findings: readonly DraftingFinding[] }): Hint[] {
  const references = renderedReferences(doc, numbers)
  const blocks = new Map<string, { node: Node; pos: number; articleKey: string }>()
  let index = 0
  doc.descendants((node, pos) => {
    if (node.type.name !== 'article') return node.type.name === 'chapter'
    const article = text.articles[index]
    index += 1
    if (article === undefined) return false
    const ids = idsOf(article)
    let clause = 0
    node.forEach((child, offset) => {
      if (child.type.name !== 'clause') return
      const id = ids[clause]
      clause += 1
      if (id !== undefined) blocks.set(id, { node: child, pos: pos + 1 + offset, articleKey: keyOf(node) })
    })
    return false
  })
  const seen = new Map<string, number>()
  return findings.flatMap((finding) => {
    const block = blocks.get(finding.place.nodeId)
    if (block === undefined) return []
    const { text: words, places } = lettersOf(block.node, block.pos, references)
    // the same words twice in one block: findings come in their order
    const same = `${finding.place.nodeId}:${finding.rule}:${finding.quote}`
    const start = words.indexOf(finding.quote, seen.get(same) ?? 0)
    if (start < 0) return []
    seen.set(same, start + 1)
    const from = places[start]
    const to = places[start + finding.quote.length - 1]
    const { rule, severity, quote, message, suggestion } = finding
    return from === undefined || to === undefined ? [] : [{ rule, severity, quote, message, ...(suggestion === undefined ? {} : { suggestion }), articleKey: block.articleKey, from, to: to + 1 }]
  })
}
