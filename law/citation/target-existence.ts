/** Whether the places that a citation means are in the text that it cites. */
import { type Article, labelOrdinal, type LegalText, readNumber } from '../text/index.ts'
import type { Place } from './places.ts'
import type { CitationTarget } from './citation-target.ts'

/** Every place that a target means; none where the law is cited as a whole. */
function placesMeant(target: CitationTarget): readonly Place[] {
  if (target.parts) return target.parts
  const [article] = target.articles
  return article === undefined ? [] : [{ article, paragraph: target.paragraph, item: target.item }]
}

/** Looks places up in one text; the articles are listed once. */
export function placesOf(text: LegalText): (place: Place) => boolean {
  const articles = new Map<string, Article[]>()
  for (const article of text.articles) {
    const same = articles.get(article.number)
    if (same) same.push(article)
    else articles.set(article.number, [article])
  }
  const hasSection = text.form === 'outline' ? sectionsOf(text) : () => false
  return (place) => {
    if (place.article === null) return true
    const found = articles.get(place.article)
    if (found) return found.some((article) => holds(article, place))
    return hasSection(place)
  }
}

function holds(article: Article, { paragraph, item, subitem }: Place): boolean {
  const inside = paragraph === null ? article.paragraphs : article.paragraphs.slice(paragraph - 1, paragraph)
  if (item === null) return inside.length > 0 || paragraph === null
  const wanted = labelOrdinal(item)
  const items = inside.flatMap((one) => one.items).filter((one) => one.number === item || labelOrdinal(one.number) === wanted)
  return subitem === undefined ? items.length > 0 : items.some((one) => one.subitems.some((two) => labelOrdinal(two.number) === readNumber(subitem)))
}

type Labelled = { label: string; at: number }

const SECTION_SHAPES = [/^[零一二三四五六七八九十百]+、?$/u, /^\d+[.．、]?$/u, /^[（(].+[）)]$/u]

/**
 * In a text without 条 the first 条 is its section 一、 and an 项 is （一） in it; where the text has no 一、 it is 1. or,
 * with numbers that run on through the sections, （一）.
 */
function sectionsOf(text: LegalText): (place: Place) => boolean {
  const places: Labelled[] = [...text.divisions.map(({ number: label, at }) => ({ label, at })), ...text.articles.map(({ number: label }, at) => ({ label, at }))]
  const shapes = SECTION_SHAPES.map((shape) => places.filter(({ label }) => shape.test(label)))
  const byNumber = new Map<number | null, Labelled>()
  for (const one of shapes.flat()) if (!byNumber.has(labelOrdinal(one.label))) byNumber.set(labelOrdinal(one.label), one)
  return ({ article, item }) => {
    const own = byNumber.get(readNumber(/^第(.+)条$/u.exec(article ?? '')?.[1] ?? '') ?? -1)
    if (own === undefined || item === null) return own !== undefined
    const end = Math.min(...(shapes[0] ?? []).filter(({ at, label }) => at >= own.at && label !== own.label).map(({ at }) => at), text.articles.length)
    const inside = text.articles.slice(own.at, Math.max(end, own.at + 1))
    return places.some(({ label, at }) => label === item && at >= own.at && at < end) || inside.some((one) => one.paragraphs.some((two) => two.items.some((three) => three.number === item)))
  }
}

/** `null`: the versions that may be in force do not agree. `missing` has the places that none of them has. */
export type Existence = { exists: boolean | null; missing: Place[] }

/**
 * Whether all places of a target are there.
 * @param versions the versions that may be in force, each with its sources; at least one
 */
export function existsIn(versions: readonly (readonly LegalText[])[], target: CitationTarget): Existence {
  const found = versions.map((sources) => sources.map(placesOf))
  const lacking = placesMeant(target).map((place) => ({
    place,
    times: found.filter((sources) => !sources.some((has) => has(place))).length,
  }))
  const missing = lacking.filter(({ times }) => times === versions.length).map(({ place }) => place)
  if (missing.length > 0) return { exists: false, missing }
  return { exists: lacking.some(({ times }) => times > 0) ? null : true, missing }
}

/** Looks many targets up in one text: which of the places meant it does not have. The articles are listed once. */
export function missingPlaces(text: LegalText): (target: CitationTarget) => Place[] {
  const has = placesOf(text)
  return (target) => placesMeant(target).filter((place) => !has(place))
}
