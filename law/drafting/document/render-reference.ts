/** The words of a cross-reference, from where its targets stand now. */
import type { Node } from 'prosemirror-model'
import { type ReferenceLevel, type ReferencePart, type ReferenceTarget, readReferenceParts, toChineseNumber } from '../../text/index.ts'
import { articleOf, type DocumentNumbers, type Numbered } from './number-document.ts'

/** What stands in the place of a target that is no longer there. */
export const TARGET_DELETED = '〔所引条文已删除〕'

export type RenderedReference = {
  text: string
  /** keys of targets that the document no longer has */
  missing: string[]
}

/** Where a reference stands: 本条, 前款 and 前项 count from here. */
export type ReferenceHome = Numbered | null

type Depth = 0 | 1 | 2 | 3
const DEPTHS: Readonly<Record<ReferenceLevel, Depth>> = {
  article: 0,
  'own-article': 0,
  'preceding-article': 0,
  division: 0,
  'paragraph?': 1,
  paragraph: 1,
  'preceding-paragraph': 1,
  item: 2,
  'bracketed-item': 2,
  'preceding-item': 2,
  subitem: 3,
}
const depthOf = ({ kind }: Numbered): Depth => (kind === 'subitem' ? 3 : kind === 'item' ? 2 : kind === 'paragraph' ? 1 : 0)

/** What a node is or stands in at a depth: the article, 款, 项 or 目. */
function at(depth: Depth, one: Numbered | null): Numbered | null {
  let found = one
  while (found !== null && depthOf(found) > depth) found = found.within
  return found !== null && depthOf(found) === depth ? found : null
}

const count = (n: number): string => (n === 1 ? '' : n === 2 ? '两' : toChineseNumber(n))
const paragraphWords = ({ ordinal }: Numbered): string => `第${toChineseNumber(ordinal)}款`
const itemWords = ({ ordinal }: Numbered): string => `第${toChineseNumber(ordinal)}项`

function articleWords(target: Numbered, home: ReferenceHome): string {
  const article = articleOf(target)
  if (article === null) return ''
  return home !== null && articleOf(home) === article ? '本条' : article.label
}

/** The targets stand one after another right before `from`. */
function precede(targets: readonly Numbered[], from: Numbered | null): boolean {
  return from !== null && targets.every((one, index) => one.within === from.within && one.ordinal === from.ordinal - targets.length + index)
}

class Renderer {
  readonly #numbers: DocumentNumbers
  readonly #home: ReferenceHome
  #articles: Numbered[] | null = null
  /** what was named last: 第十条第一款、第二款 */
  #named: ReferenceHome

  constructor(numbers: DocumentNumbers, home: ReferenceHome) {
    this.#numbers = numbers
    this.#home = home
    this.#named = home
  }

  target({ show }: ReferenceTarget, targets: readonly Numbered[]): string {
    const last = targets.at(-1)
    if (last === undefined) return ''
    let words = this.#outerWords(show, last)
    let shown: Depth = 0
    for (const [index, level] of show.entries()) {
      const depth = DEPTHS[level]
      if (depth > depthOf(last)) continue
      // only the innermost level is said of several: 前两款
      words += this.#levelWords(level, index === show.length - 1 ? targets.map((one) => at(depth, one) ?? one) : [at(depth, last) ?? last])
      shown = depth
    }
    words += this.#deeperWords(last, shown)
    this.#named = last
    return words
  }

  /** Levels that the reference leaves out because its place or the words before say them, where they no longer do. */
  #outerWords(show: readonly ReferenceLevel[], target: Numbered): string {
    const [first] = show
    if (first === undefined || DEPTHS[first] === 0 || depthOf(target) === 0) return ''
    const named = this.#named
    const article = articleOf(target)
    if (first.startsWith('preceding')) return ''
    const words = named !== null && articleOf(named) === article ? '' : articleWords(target, this.#home)
    const paragraph = at(1, target)
    if (DEPTHS[first] < 2 || paragraph === null || (words === '' && named !== null && at(1, named) === paragraph)) return words
    return `${words}${(article?.paragraphs ?? 1) > 1 ? paragraphWords(paragraph) : ''}`
  }

  /** A target that became an 项 by now is said as one. */
  #deeperWords(target: Numbered, shown: Depth): string {
    let words = ''
    for (const depth of [1, 2, 3] as const) {
      if (depth <= shown || depth > depthOf(target)) continue
      const one = at(depth, target)
      if (one === null) continue
      const inner = depth === depthOf(target)
      if (depth === 1) words += inner || (articleOf(one)?.paragraphs ?? 1) > 1 ? (shown === 0 && !inner ? '' : paragraphWords(one)) : ''
      else if (depth === 2 && shown < 2) words += itemWords(one)
      else if (depth === 3) words += this.#levelWords('subitem', [one])
    }
    return words
  }

  #levelWords(level: ReferenceLevel, targets: readonly Numbered[]): string {
    const [one] = targets
    if (one === undefined) return ''
    switch (level) {
      case 'article':
      case 'division':
        return one.label
      case 'own-article':
        return articleWords(one, this.#home)
      case 'preceding-article':
        return this.#precedingArticles(targets)
      case 'paragraph?':
        return (articleOf(one)?.paragraphs ?? 1) > 1 ? paragraphWords(one) : ''
      case 'paragraph':
        return paragraphWords(one)
      case 'preceding-paragraph':
        if (precede(targets, at(1, this.#home))) return `前${count(targets.length)}款`
        return `${articleWords(one, this.#home)}${targets.map(paragraphWords).join('、')}`
      case 'item':
        return itemWords(one)
      case 'bracketed-item':
        return `第（${toChineseNumber(one.ordinal)}）项`
      case 'preceding-item':
        if (precede(targets, at(2, this.#home))) return `前${count(targets.length)}项`
        if (this.#home !== null && one.within === at(1, this.#home)) return targets.map(itemWords).join('、')
        return `${articleWords(one, this.#home)}${one.within === null ? '' : paragraphWords(one.within)}${targets.map(itemWords).join('、')}`
      case 'subitem':
        return `第${toChineseNumber(one.ordinal)}目`
      default: {
        const never: never = level
        return never
      }
    }
  }

  #precedingArticles(targets: readonly Numbered[]): string {
    this.#articles ??= this.#numbers.nodes.filter(({ kind }) => kind === 'article')
    const articles = this.#articles
    const own = this.#home === null ? null : articleOf(this.#home)
    const index = own === null ? -1 : articles.indexOf(own)
    const first = index - targets.length
    if (index >= 0 && first >= 0 && targets.every((one, place) => articles[first + place] === one)) return `前${count(targets.length)}条`
    return targets.map(({ label }) => label).join('、')
  }
}

/**
 * The words of a reference as they are printed here and now.
 * @param home the 款, 项 or 目 in which the reference stands; null outside the articles
 */
export function renderReference(parts: readonly ReferencePart[], numbers: DocumentNumbers, home: ReferenceHome): RenderedReference {
  const renderer = new Renderer(numbers, home)
  const missing: string[] = []
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part
      continue
    }
    const targets = part.keys.flatMap((key) => numbers.byKey.get(key) ?? [])
    if (targets.length < part.keys.length) {
      missing.push(...part.keys.filter((key) => !numbers.byKey.has(key)))
      text += TARGET_DELETED
    } else text += renderer.target(part, targets)
  }
  return { text, missing }
}

/** The parts of a `reference` node. */
export const partsOf = (node: Node): ReferencePart[] => readReferenceParts(node.attrs['parts'])

/** Keys of everything that a reference names. */
export const targetsOf = (node: Node): string[] => partsOf(node).flatMap((part) => (typeof part === 'string' ? [] : part.keys))
