/** Numbers of 编 章 节 条 款 项 目 and 附件: counted from where they stand, never typed. */
import type { Node } from 'prosemirror-model'
import { type DivisionKind, labelOrdinal, parseArticleLabel, toArticleLabel, toChineseNumber, type ClauseKind } from '../../text/index.ts'
import { keyOf } from './keys.ts'
import { ITEM_STYLE, type NumberStyle, styleOf, SUBITEM_STYLE } from './number-style.ts'

export type NumberedKind = DivisionKind | 'article' | ClauseKind | 'annex'

export type Numbered = {
  /** '' for the 款 that nobody wrote (a table or an 项 that opens an article) */
  key: string
  kind: NumberedKind
  /** where the node begins; -1 for the 款 that nobody wrote */
  pos: number
  size: number
  /** 第三章, 第十二条, （一）, 1.; '' for a 款 and for what has no number */
  label: string
  /** place among its siblings, from 1; of an article and a division the number that its label says */
  ordinal: number
  /** what it stands in: 目 in 项, 项 in 款, 款 in 条, 条 in 节 or 章; null at the outermost level */
  within: Numbered | null
  /** of an article: how many 款 it has */
  paragraphs: number
  /** a label that is not counted, null where it is */
  fixed: string | null
}

export type DocumentNumbers = {
  /** everything that can be cited, in the order of the text */
  nodes: readonly Numbered[]
  byKey: ReadonlyMap<string, Numbered>
}

const DIVISION_WORDS: Readonly<Record<DivisionKind, string>> = { part: '编', subpart: '分编', chapter: '章', section: '节' }
const DIVISION_KINDS: readonly DivisionKind[] = ['part', 'subpart', 'chapter', 'section']
/** 章 run on through the 分编 of one 编 (民法典 第三编) and begin anew in the next */
const BEGINS_ANEW: Readonly<Record<DivisionKind, readonly DivisionKind[]>> = {
  part: ['subpart', 'chapter', 'section'],
  subpart: ['section'],
  chapter: ['section'],
  section: [],
}

const text = (node: Node, name: string): string => {
  const value: unknown = node.attrs[name]
  return typeof value === 'string' ? value : ''
}
const divisionKind = (node: Node): DivisionKind => DIVISION_KINDS.find((kind) => kind === node.attrs['kind']) ?? 'chapter'

/** Walks a document once. With `adopt` the printed numbers that counting would not give become fixed ones. */
class Counter {
  readonly nodes: Numbered[] = []
  readonly byKey = new Map<string, Numbered>()
  readonly #outline: boolean
  readonly #adopt: boolean
  readonly #inside: boolean
  readonly #divisions = new Map<DivisionKind, number>()
  #articles = 0
  /** in an outline: how far each level has counted; divisions and numbered paragraphs share them */
  readonly #levels = [0, 0, 0, 0, 0, 0]

  constructor({ outline, adopt, inside }: { outline: boolean; adopt: boolean; inside: boolean }) {
    this.#outline = outline
    this.#adopt = adopt
    this.#inside = inside
  }

  #add(node: Node | null, pos: number, rest: Pick<Numbered, 'kind' | 'label' | 'ordinal' | 'within' | 'fixed'>): Numbered {
    const one: Numbered = { key: node === null ? '' : keyOf(node), pos, size: node?.nodeSize ?? 0, paragraphs: 0, ...rest }
    this.nodes.push(one)
    if (one.key !== '') this.byKey.set(one.key, one)
    return one
  }

  /** The fixed label of a node, and what is counted where it has none. */
  #labelOf(node: Node, counted: string): { label: string; fixed: string | null } {
    const printed = text(node, 'number')
    const own: unknown = node.attrs['fixed']
    const fixed = this.#adopt ? (printed === counted ? null : printed) : typeof own === 'string' ? own : null
    return { label: fixed ?? counted, fixed }
  }

  body(parent: Node, base: number, within: Numbered | null): void {
    parent.forEach((node, offset) => {
      const pos = base + offset
      if (node.type.name === 'chapter') this.body(node, pos + 1, this.#division(node, pos, within))
      else if (node.type.name === 'article') this.#article(node, pos, within)
    })
  }

  /** An outline counts by the way its numbers are written; a new one without a number has none. */
  #inOutline(node: Node): { label: string; ordinal: number; fixed: string | null } {
    const style = styleOf(text(node, 'number'))
    const level = style?.level ?? 0
    const counted = style?.write((this.#levels[level] ?? 0) + 1) ?? ''
    const { label, fixed } = this.#labelOf(node, counted)
    const ordinal = label === '' ? 0 : (labelOrdinal(label) ?? 0)
    if (label !== '' && style !== null) {
      this.#levels[level] = ordinal
      this.#levels.fill(0, level + 1)
    }
    return { label, ordinal, fixed }
  }

  #division(node: Node, pos: number, within: Numbered | null): Numbered {
    const kind = divisionKind(node)
    if (this.#outline) return this.#add(node, pos, { kind, within, ...this.#inOutline(node) })
    const next = (this.#divisions.get(kind) ?? 0) + 1
    const { label, fixed } = this.#labelOf(node, `第${toChineseNumber(next)}${DIVISION_WORDS[kind]}`)
    // 附则 without a number is not counted
    const ordinal = fixed === null ? next : (labelOrdinal(label) ?? next - 1)
    this.#divisions.set(kind, ordinal)
    for (const below of BEGINS_ANEW[kind]) this.#divisions.delete(below)
    return this.#add(node, pos, { kind, label, ordinal, within, fixed })
  }

  #article(node: Node, pos: number, within: Numbered | null): void {
    let article: Numbered
    if (this.#outline) article = this.#add(node, pos, { kind: 'article', within, ...this.#inOutline(node) })
    else {
      const { label, fixed } = this.#labelOf(node, toArticleLabel(this.#articles + 1))
      // after 第十七条之一 comes 第十八条
      if (label !== '') this.#articles = fixed === null ? this.#articles + 1 : (parseArticleLabel(fixed)?.number ?? this.#articles)
      article = this.#add(node, pos, { kind: 'article', label, ordinal: this.#articles, within, fixed })
    }
    if (this.#inside) this.#inArticle(node, pos + 1, article)
  }

  /** The same cutting into 款, 项 and 目 as `readEditorDocument` makes. */
  #inArticle(article: Node, base: number, within: Numbered): void {
    let paragraph: Numbered | null = null
    let item: Numbered | null = null
    let paragraphs = 0
    let items = 0
    let subitems = 0
    let tabled = false
    const open = (node: Node | null, pos: number): Numbered => {
      item = null
      items = 0
      tabled = false
      paragraphs += 1
      return (paragraph = this.#add(node, pos, { kind: 'paragraph', label: '', ordinal: paragraphs, within, fixed: null }))
    }
    article.forEach((node, offset) => {
      const pos = base + offset
      if (node.type.name === 'table') {
        if (paragraph === null || tabled || items > 0) open(null, -1)
        tabled = true
        return
      }
      if (node.type.name !== 'clause') return
      const kind: unknown = node.attrs['kind']
      if (kind === 'paragraph') open(node, pos)
      else if (kind === 'subitem' && item !== null) {
        const numbered = this.#listed(node, subitems + 1, SUBITEM_STYLE)
        subitems = numbered.ordinal
        this.#add(node, pos, { kind: 'subitem', within: item, ...numbered })
      } else {
        const list = paragraph ?? open(null, -1)
        const numbered = this.#listed(node, items + 1, ITEM_STYLE)
        items = numbered.ordinal
        subitems = 0
        item = this.#add(node, pos, { kind: 'item', within: list, ...numbered })
      }
    })
    within.paragraphs = paragraphs
  }

  #listed(node: Node, next: number, usual: NumberStyle): { label: string; ordinal: number; fixed: string | null } {
    const { label, fixed } = this.#labelOf(node, (styleOf(text(node, 'number')) ?? usual).write(next))
    return { label, fixed, ordinal: fixed === null ? next : (labelOrdinal(label) ?? next) }
  }

  annexes(doc: Node): void {
    let ordinal = 0
    const count = doc.children.filter(({ type }) => type.name === 'annex').length
    doc.forEach((node, pos) => {
      if (node.type.name !== 'annex') return
      ordinal += 1
      const printed = text(node, 'label')
      const style = styleOf(printed) ?? (count > 1 && !this.#adopt && /^附[件表录图]$/u.test(printed) ? { level: 1, write: (n: number) => `${printed}${n}` } : null)
      const counted = style?.write(ordinal) ?? printed
      const own: unknown = node.attrs['fixed']
      const fixed = this.#adopt ? (printed === counted ? null : printed) : typeof own === 'string' ? own : null
      this.#add(node, pos, { kind: 'annex', label: fixed ?? counted, ordinal, within: null, fixed })
    })
  }
}

function count(doc: Node, { adopt = false, inside = true }: { adopt?: boolean; inside?: boolean } = {}): DocumentNumbers {
  const counter = new Counter({ outline: doc.attrs['form'] === 'outline', adopt, inside })
  counter.body(doc, 0, null)
  counter.annexes(doc)
  return counter
}

/**
 * Numbers of everything that can be cited. In a text of articles 条 run on through the whole text, 节 begin anew in
 * each 章; a fixed label counts as what it says (第十七条之一 is followed by 第十八条). An outline counts by the way
 * its numbers are written.
 */
export const numberDocument = (doc: Node): DocumentNumbers => count(doc)

/** Numbers of articles, divisions and annexes alone: a small part of the work, for what is asked with every key. Their `paragraphs` are not counted. */
export function numberUnits(doc: Node): DocumentNumbers {
  let numbers = units.get(doc)
  if (numbers === undefined) units.set(doc, (numbers = count(doc, { inside: false })))
  return numbers
}
const units = new WeakMap<Node, DocumentNumbers>()

/** The numbers that are printed, with `fixed` where counting would give another. */
export const numbersAsPrinted = (doc: Node): DocumentNumbers => count(doc, { adopt: true })

/** The article that a numbered node is or stands in; null for divisions and annexes. */
export function articleOf(one: Numbered): Numbered | null {
  for (let at: Numbered | null = one; at !== null; at = at.within) if (at.kind === 'article') return at
  return null
}
