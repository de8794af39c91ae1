import { html } from 'hono/html'
import type { Article, Division, LegalText, Table } from '../../law/text/index.ts'
import { toChineseNumber } from '../../law/text/index.ts'
import type { CitationLinks } from './citation-links.ts'
import type { Markup } from './page.ts'

/** A line in the margin of an article. */
export type MarginNote = { words: string; href?: string; strong?: boolean }

export type ShownText = {
  text: LegalText
  /** `/law/{workKey}/{dateKey}` */
  base: string
  links: CitationLinks
  notes: ReadonlyMap<string, MarginNote[]>
  /** the article whose permanent link was asked for */
  chosen: string | null
  /** articles of an old text that were changed later */
  later: ReadonlySet<string>
}

/** The words of a line with its citations as links. */
function linkedWords(shown: ShownText, nodeId: string, words: string): Markup {
  const links = shown.links.byNode.get(nodeId)
  if (links === undefined) return html`${words}`
  const pieces: (Markup | string)[] = []
  let at = 0
  for (const { start, end, address } of links) {
    if (start < at || address === null) continue
    pieces.push(words.slice(at, start), html`<a href="${address}">${words.slice(start, end)}</a>`)
    at = end
  }
  return html`${[...pieces, words.slice(at)]}`
}

export const tableMarkup = (table: Table): Markup =>
  html`<div class="table" tabindex="0" role="region" aria-label="表格"><table>${table.rows.map(
    (row) => html`<tr>${row.map((cell) => {
      const spans = html`${cell.columnSpan > 1 ? html` colspan="${cell.columnSpan}"` : ''}${cell.rowSpan > 1 ? html` rowspan="${cell.rowSpan}"` : ''}`
      return cell.header ? html`<th scope="col"${spans}>${cell.text}</th>` : html`<td${spans}>${cell.text}</td>`
    })}</tr>`,
  )}</table></div>`

function paragraphMarkup(shown: ShownText, article: Article, index: number): Markup {
  const paragraph = article.paragraphs[index]
  if (paragraph === undefined) return html``
  const numbered = shown.text.form === 'articles' && index > 0
  const mark = numbered ? html`<a class="ku" href="#${paragraph.id}">第${toChineseNumber(index + 1)}款</a>` : ''
  return html`${paragraph.text === '' && paragraph.table !== undefined ? '' : html`<p id="${paragraph.id}">${mark}${linkedWords(shown, paragraph.id, paragraph.text)}</p>`}${paragraph.table === undefined ? '' : tableMarkup(paragraph.table)}${paragraph.items.map(
    (item) => html`<p id="${item.id}">${item.number}${linkedWords(shown, item.id, item.text)}</p>${item.subitems.map((sub) => html`<p id="${sub.id}">${sub.number}${linkedWords(shown, sub.id, sub.text)}</p>`)}`,
  )}`
}

/** An article with its permanent link, its text and what stands beside it. */
function articleMarkup(shown: ShownText, article: Article): Markup {
  const chosen = shown.chosen === article.id
  const name = article.number === '' ? '本段' : article.number
  const link = `${shown.base}/${article.id}#${article.id}`
  const head = article.number === '' ? html`<span></span>` : html`<h3><a href="${link}">${article.number}</a></h3>`
  const classes = `art${chosen ? ' show' : ''}${shown.later.has(article.id) ? ' wasmod' : ''}`
  return html`<article class="${classes}" id="${article.id}"${chosen ? html` tabindex="-1" autofocus` : ''}><a class="lk" href="${link}" aria-label="${name}的永久链接">链接</a>${head}<div class="tx">${article.heading === null ? '' : html`<p><b>${article.heading}</b></p>`}${article.paragraphs.map((_, index) => paragraphMarkup(shown, article, index))}</div><div class="mg">${(shown.notes.get(article.id) ?? []).map(
    (note) => (note.href === undefined ? html`<span>${note.words}</span>` : html`<a href="${note.href}">${note.words}</a>`),
  )}</div></article>`
}

const divisionMarkup = (division: Division): Markup =>
  html`<h2 id="${division.id}" class="${division.kind}">${divisionWords(division)}${division.from === null || division.to === null || division.from === '' ? '' : html`<small>${division.from === division.to ? division.from : `${division.from}—${division.to}`}</small>`}</h2>`

export const divisionWords = ({ number, heading }: Division): string => (/[、.．）)]$/.test(number) ? `${number}${heading}` : [number, heading].filter((part) => part !== '').join('　'))

/** 附件1　停车收费标准 */
export const annexWords = ({ label, title }: Pick<LegalText['annexes'][number], 'label' | 'title'>): string => [label, title].filter((part) => part !== '').join('　')

/** The whole text: letter and preamble, divisions and articles, annexes, signature. */
export function lawTextMarkup(shown: ShownText): Markup {
  const { text } = shown
  const fore = [...text.notice, ...text.preamble]
  const body: Markup[] = []
  let next = 0
  for (let at = 0; at <= text.articles.length; at += 1) {
    for (let division = text.divisions[next]; division !== undefined && division.at <= at; division = text.divisions[next]) {
      body.push(divisionMarkup(division))
      next += 1
    }
    const article = text.articles[at]
    if (article !== undefined) body.push(articleMarkup(shown, article))
  }
  return html`<div class="law">${fore.length === 0 ? '' : html`<div class="fore">${fore.map((line) => html`<p>${line}</p>`)}</div>`}${body}${text.annexes.map((annex) => {
    const chosen = shown.chosen === annex.id
    return html`<h2 id="${annex.id}">${annexWords(annex)}</h2><div class="${chosen ? 'fore show' : 'fore'}"${chosen ? html` tabindex="-1" autofocus` : ''}>${annex.blocks.map((block) => (block.kind === 'line' ? html`<p>${block.text}</p>` : tableMarkup(block.table)))}</div>`
  })}${text.closing.length === 0 ? '' : html`<div class="fore closing">${text.closing.map((line) => html`<p>${line}</p>`)}</div>`}</div>`
}
