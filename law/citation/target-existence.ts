/** Whether the places that a citation means are in the text that it cites. */
import { type Article, labelOrdinal, type LegalText, readNumber } from '../text/index.ts'
import type { Place } from './places.ts'
import type { CitationTarget } from './recognise.ts'

/** Every place that a target means; none where the law is cited as a whole. */
function placesMeant(target: CitationTarget): readonly Place[] {
  if (target.parts) return target.parts
  const [article] = target.articles
  return article === undefined ? [] : [{ article, paragraph: target.paragraph, item: target.item }]
}

function hasPlace(text: LegalText, place: Place): boolean {
  if (place.article === null) return true
  const found = text.articles.filter((article) => article.number === place.article)
  if (found.length > 0) return found.some((article) => holds(article, place))
  return text.form === 'outline' && hasSection(text, place)
}

function holds(article: Article, { paragraph, item, subitem }: Place): boolean {
  const inside = paragraph === null ? article.paragraphs : article.paragraphs.slice(paragraph - 1, paragraph)
  if (item === null) return inside.length > 0 || paragraph === null
  const wanted = labelOrdinal(item)
  const items = inside.flatMap((one) => one.items).filter((one) => one.number === item || labelOrdinal(one.number) === wanted)
  return subitem === undefined ? items.length > 0 : items.some((one) => one.subitems.some((two) => labelOrdinal(two.number) === readNumber(subitem)))
}

/** In a text without 条 the first 条 is its section 一、 and an 项 is （一） in it. */
function hasSection(text: LegalText, { article, item }: Place): boolean {
  const number = readNumber(/^第(.+)条$/u.exec(article ?? '')?.[1] ?? '')
  const isSection = (label: string): boolean => /^[一二三四五六七八九十百]+、?/u.test(label) && labelOrdinal(label) === number
  const division = text.divisions.find((one) => isSection(one.number))
  if (item === null) return division !== undefined || text.articles.some((one) => isSection(one.number))
  const from = division?.at ?? text.articles.findIndex((one) => isSection(one.number))
  if (from < 0) return false
  const after = text.divisions.find((one) => one.at >= from && one !== division && /^[一二三四五六七八九十百]+、?$/u.test(one.number))
  const inside = text.articles.slice(from, after?.at ?? text.articles.length)
  return inside.some((one) => one.number === item || one.paragraphs.some((two) => two.items.some((three) => three.number === item))) || text.divisions.some((one) => one.number === item && one.at >= from && one.at < (after?.at ?? Infinity))
}

/** `null`: the versions that may be in force do not agree. `missing` has the places that none of them has. */
export type Existence = { exists: boolean | null; missing: Place[] }

/**
 * Whether all places of a target are there.
 * @param versions the versions that may be in force, each with its sources; at least one
 */
export function existsIn(versions: readonly (readonly LegalText[])[], target: CitationTarget): Existence {
  const lacking = placesMeant(target).map((place) => ({
    place,
    times: versions.filter((sources) => !sources.some((text) => hasPlace(text, place))).length,
  }))
  const missing = lacking.filter(({ times }) => times === versions.length).map(({ place }) => place)
  if (missing.length > 0) return { exists: false, missing }
  return { exists: lacking.some(({ times }) => times > 0) ? null : true, missing }
}
