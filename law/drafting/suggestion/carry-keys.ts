/** The text of a file that comes back, as a document in which every provision of the draft keeps its key. */
import { Fragment, Node } from 'prosemirror-model'
import { type DivisionKind, editorSchema, type LegalText, parseArticleLabel, toEditorDocument } from '../../text/index.ts'
import { giveKeys, keyOf, newKey, recogniseReferences, textOf } from '../document/index.ts'
import { rewrite } from '../document/rewrite.ts'
import { carryEnds } from './carry-ends.ts'
import { type Difference, type FileTexts, type ImportPlan, planImport } from './plan-import.ts'
import { printedLines } from './printed-lines.ts'
import { writtenArticle } from './written-article.ts'

export type CarriedText = { /** what the draft would be; null where the file cannot be placed */ doc: Node | null; differences: readonly Difference[] }

/**
 * The draft as the file would have it. Numbers are counted, also where somebody typed others; 第…条之… stays what it says.
 * Where file and draft differ in what was there before, the draft's words stay and the difference is named.
 */
export function carryKeys({ current, accepted, rejected, create = newKey }: FileTexts & { current: Node; create?: () => string }): CarriedText {
  const text = textOf(current)
  const plan = planImport({ current: text, accepted, rejected })
  if (plan.otherStructure) return { doc: null, differences: plan.differences }
  const made = Node.fromJSON(editorSchema, toEditorDocument(accepted))
  const kept = new Map<string, Node>()
  const ends = carryEnds({ current, made, texts: { current: text, accepted, rejected }, kept })
  const body = bodyOf({ current, made, accepted, plan, kept })
  const doc = current.copy(Fragment.fromArray([...ends.matter, ...body, ...ends.annexes, ...ends.closing]))
  const linked = recogniseReferences(giveKeys(doc, create))
  // words that nobody changed keep their links, and get none
  return { doc: rewrite(linked, (node) => (node.isText || node.isLeaf ? node : (kept.get(keyOf(node)) ?? node))), differences: [...plan.differences, ...ends.differences] }
}

type Placed = { node: Node; chapter: string }

function articlesOf(doc: Node): Placed[] {
  const found: Placed[] = []
  const inside = (node: Node, chapter: string): void => node.forEach((child) => {
    if (child.type.name === 'article') found.push({ node: child, chapter })
    else if (child.type.name === 'chapter') inside(child, keyOf(child))
  })
  inside(doc, '')
  return found
}

function bodyOf({ current, made, accepted, plan, kept }: { current: Node; made: Node; accepted: LegalText; plan: ImportPlan; kept: Map<string, Node> }): Node[] {
  const articles = articlesOf(current)
  const printed = new Map(printedLines(current).map(({ key, segments }) => [key, segments[2].text]))
  const chapters = chapterPairs(current, made)
  const beside = placesOfLeft(articles, plan)
  let at = -1
  const stays = (index: number): Node[] => {
    const node = articles[index]?.node
    if (node === undefined) return []
    kept.set(keyOf(node), node)
    return [node]
  }
  const withLeft = (index: number | null, nodes: Node[]): Node[] => (index === null ? nodes : [...(beside.before.get(index) ?? []).flatMap(stays), ...nodes, ...(beside.after.get(index) ?? []).flatMap(stays)])
  const article = (node: Node): Node[] => {
    at += 1
    const taken = plan.taken[at] ?? null
    if (taken === null) return []
    if (taken.from === 'draft') return withLeft(taken.article, stays(taken.article))
    const label = accepted.articles[at]?.number ?? ''
    const own = label === '' || (parseArticleLabel(label)?.inserted.length ?? 0) > 0 ? label : null
    const was = taken.article === null ? undefined : articles[taken.article]?.node
    if (was === undefined) return [node.type.create({ ...node.attrs, printed: null, line: 0, fixed: own }, node.content)]
    const before: unknown = was.attrs['fixed']
    const fixed = !taken.relabelled || label === before ? (typeof before === 'string' ? before : null) : own
    return withLeft(taken.article, [writtenArticle({ was, made: node, fixed, printed, kept })])
  }
  const inside = (node: Node): Node[] => node.children.flatMap((child): Node[] => {
    if (child.type.name === 'article') return article(child)
    if (child.type.name === 'heading') return [child]
    if (child.type.name !== 'chapter') return []
    const was = chapters.get(child)
    const number: unknown = child.attrs['number']
    const attrs = was === undefined ? { ...child.attrs, fixed: number === '' ? '' : null } : { ...was.attrs, kind: child.attrs['kind'] as DivisionKind }
    return [child.type.create(attrs, inside(child))]
  })
  const body = inside(made)
  return [...beside.first.flatMap(stays), ...body]
}

/** Divisions of both by their headings, else by kind and number; none twice. */
function chapterPairs(current: Node, made: Node): Map<Node, Node> {
  const all = (doc: Node): Node[] => {
    const found: Node[] = []
    doc.descendants((node) => {
      if (node.type.name === 'chapter') found.push(node)
      return node.type.name === 'chapter'
    })
    return found
  }
  const [old, next] = [all(current), all(made)]
  const pairs = new Map<Node, Node>()
  const used = new Set<Node>()
  const heading = (node: Node): string => (node.firstChild?.textContent ?? '').replace(/\s/gu, '')
  const match = (same: (a: Node, b: Node) => boolean): void => {
    for (const node of next) {
      const was = pairs.has(node) ? undefined : old.find((one) => !used.has(one) && one.attrs['kind'] === node.attrs['kind'] && same(one, node))
      if (was === undefined) continue
      pairs.set(node, was)
      used.add(was)
    }
  }
  match((a, b) => heading(a) === heading(b))
  match((a, b) => old.indexOf(a) === next.indexOf(b))
  return pairs
}

/** Articles that stay without a place of their own: behind the one before them in their division, else before the one behind. */
function placesOfLeft(articles: readonly Placed[], plan: ImportPlan) {
  const [before, after, first] = [new Map<number, number[]>(), new Map<number, number[]>(), [] as number[]]
  const placed = new Set(plan.taken.flatMap((one) => (one === null || one.article === null ? [] : [one.article])))
  const put = (to: Map<number, number[]>, anchor: number, index: number): void => void to.set(anchor, [...(to.get(anchor) ?? []), index])
  for (const index of plan.left) {
    const home = articles[index]?.chapter
    const anchors = [...placed].toSorted((a, b) => a - b)
    const [back, behind] = [anchors.findLast((one) => one < index && articles[one]?.chapter === home), anchors.find((one) => one > index && articles[one]?.chapter === home)]
    const any = anchors.findLast((one) => one < index)
    if (back !== undefined) put(after, back, index)
    else if (behind !== undefined) put(before, behind, index)
    else if (any !== undefined) put(after, any, index)
    else first.push(index)
  }
  return { before, after, first }
}
