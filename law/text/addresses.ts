/** Provisions as a flat list, and what a person calls them: 第十七条之一第二款第三项. */
import { markerOrdinal } from './ids.ts'
import { toArticleLabel, toChineseNumber } from './numerals.ts'
import { plainText, tableText } from './print.ts'
import type { Article, LegalText } from './tree.ts'
import { walkBody } from './walk.ts'

export type FlatProvision = {
  eId: string
  kind: 'article' | 'paragraph' | 'item' | 'subitem' | 'annex'
  parentEId: string | null
  /** place among its siblings, from 1 */
  ordinal: number
  /** as printed in the text: `第十二条`, `（三）`, `附件一`; '' for 款, which have no number */
  label: string
  heading: string | null
  /** own words without label; an article and an annex with everything below them */
  text: string
  /** the article it belongs to; null in an annex */
  articleEId: string | null
  /** ids of the divisions around it, outermost first */
  divisionPath: string[]
}

/** Every provision in the order of the text: each article, then its 款, 项 and 目; the annexes last. */
export function provisions(text: LegalText): FlatProvision[] {
  const flat: FlatProvision[] = []
  const addArticle = (article: Article, divisionPath: string[], a: number): void => {
    const articleEId = article.id
    const below = (entry: Pick<FlatProvision, 'eId' | 'kind' | 'parentEId' | 'ordinal' | 'label' | 'text'>): void => {
      flat.push({ ...entry, heading: null, articleEId, divisionPath })
    }
    flat.push({
      eId: article.id,
      kind: 'article',
      parentEId: divisionPath.at(-1) ?? null,
      ordinal: a + 1,
      label: article.number,
      heading: article.heading,
      text: plainText(article),
      articleEId,
      divisionPath,
    })
    for (const [p, paragraph] of article.paragraphs.entries()) {
      const words = paragraph.table === undefined ? paragraph.text : [paragraph.text, tableText(paragraph.table)].filter((part) => part !== '').join('\n')
      below({ eId: paragraph.id, kind: 'paragraph', parentEId: article.id, ordinal: p + 1, label: '', text: words })
      for (const [i, item] of paragraph.items.entries()) {
        below({ eId: item.id, kind: 'item', parentEId: paragraph.id, ordinal: i + 1, label: item.number, text: item.text })
        for (const [s, subitem] of item.subitems.entries()) {
          below({ eId: subitem.id, kind: 'subitem', parentEId: item.id, ordinal: s + 1, label: subitem.number, text: subitem.text })
        }
      }
    }
  }
  walkBody(text, { article: (article, around, index) => addArticle(article, around.map(({ id }) => id), index) })
  for (const [i, annex] of text.annexes.entries()) {
    flat.push({
      eId: annex.id,
      kind: 'annex',
      parentEId: null,
      ordinal: i + 1,
      label: annex.label,
      heading: annex.title === '' ? null : annex.title,
      text: annex.blocks.map((block) => (block.kind === 'table' ? tableText(block.table) : block.text)).join('\n'),
      articleEId: null,
      divisionPath: [],
    })
  }
  return flat
}

/** The provision with this eId, null where the text has none. */
export function findProvision(text: LegalText, eId: string): FlatProvision | null {
  return provisions(text).find((provision) => provision.eId === eId) ?? null
}

const SEGMENT = /^(part|subpart|chp|sec|art|para|item|subitem|annex|text)_(u?)(\d+(?:-\d+)*)(?:~(\d+))?$/
const DIVISION_WORDS: ReadonlyMap<string, string> = new Map([
  ['part', '编'],
  ['subpart', '分编'],
  ['chp', '章'],
  ['sec', '节'],
])
const LEVEL_WORDS: ReadonlyMap<string, string> = new Map([
  ['para', '款'],
  ['item', '项'],
  ['subitem', '目'],
])

/**
 * What a person calls an address: `art_17-1__para_2__item_3` → 第十七条之一第二款第三项.
 * Divisions around an article are left out: articles are numbered through the text.
 * @param label the printed label of the article, where it is not what the eId says (an outline's `（三）`)
 * @throws RangeError for a string that is no eId
 */
export function describeAddress(eId: string, label?: string): string {
  const segments = eId.split('__').map((segment) => SEGMENT.exec(segment))
  if (segments.some((segment) => segment === null)) throw new RangeError(`No eId: ${eId}`)
  const inArticle = segments.some((segment) => segment?.[1] === 'art' || segment?.[1] === 'text')
  let words = ''
  for (const segment of segments) {
    const [, kind = '', unnumbered, digits = '', repeat] = segment ?? []
    const [number = 0, ...inserted] = digits.split('-').map(Number)
    const division = DIVISION_WORDS.get(kind)
    const level = LEVEL_WORDS.get(kind)
    if (division !== undefined) {
      if (!inArticle) words += unnumbered === 'u' ? `第${toChineseNumber(number)}个无编号的${division}` : `第${toChineseNumber(number)}${division}`
    } else if (level !== undefined) words += `第${toChineseNumber(number)}${level}`
    else if (kind === 'art') words += label ?? toArticleLabel(number, inserted)
    else if (kind === 'annex') words += label ?? `附件${toChineseNumber(number)}`
    else words += label !== undefined && label !== '' ? label : `第${toChineseNumber(number)}段`
    if (repeat !== undefined) words += `（第${toChineseNumber(Number(repeat))}处）`
  }
  return words
}

/** Number that a printed item or division label carries (`（三）` → 3), null where it has none. */
export function labelOrdinal(label: string): number | null {
  return markerOrdinal(label)
}
