import { html, nothing, type TemplateResult } from 'lit'
import { type Amended, sayRenumbered } from '../../../law/drafting/amendments/index.ts'
import { articleText, type LegalText } from '../../../law/text/index.ts'
import { messages } from '../../messages/zh.ts'

const words = messages.approval

/** Articles that are new, stand elsewhere or have other words than in the voted text, as they will read. */
function articlesNow(voted: LegalText, { text, origins, moved }: Amended): { label: string; was: string; words: string }[] {
  return text.articles.flatMap((article, at) => {
    const origin = origins[at]
    const was = origin == null ? undefined : voted.articles[origin]
    const same = was !== undefined && was.heading === article.heading && articleText(was, { label: false }) === articleText(article, { label: false }) && !moved.includes(was.id)
    return same ? [] : [{ label: article.number, was: was === undefined ? words.newArticle : was.number === article.number ? '' : words.wasArticle(was.number), words: articleText(article, { label: true }) }]
  })
}

/** The chapters with their articles, where they are others than in the voted text. */
function outlineNow(voted: LegalText, { text }: Amended): string[] {
  const outline = (of: LegalText): string[] => of.divisions.map(({ number, heading, from, to }) => words.divisionExtent(number, heading, from ?? '', to ?? ''))
  const names = (of: LegalText): string => of.divisions.map(({ number, heading }) => `${number}${heading}`).join('\n')
  return names(voted) === names(text) ? [] : outline(text)
}

/** What the amendments make of the text beyond their own words: chapters, numbers, references, the articles as they will read, and what a person has to look at. */
export function amendmentConsequences(voted: LegalText, amended: Amended): TemplateResult | typeof nothing {
  const moved = [...sayRenumbered(voted, amended.renumbered), ...amended.alsoChanged]
  const [articles, outline] = [articlesNow(voted, amended), outlineNow(voted, amended)]
  if (moved.length + amended.followed.length + amended.notes.length + articles.length + outline.length === 0) return nothing
  return html`<div class="consequences">
    ${moved.length + amended.followed.length === 0 ? nothing : html`<h3>${words.consequences}</h3><ul>${moved.map((line) => html`<li>${line}</li>`)}${amended.followed.map(({ where, before, after }) => html`<li>${words.followedReference(where, before, after)}</li>`)}</ul>`}
    ${amended.notes.length === 0 ? nothing : html`<p class="warn small">${words.toCheck}</p><ul class="small">${amended.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
    ${outline.length === 0 ? nothing : html`<h3>${words.outlineNow}</h3><ul>${outline.map((line) => html`<li>${line}</li>`)}</ul>`}
    ${articles.length === 0 ? nothing : html`<details class="articles-now"><summary>${words.articlesNow(articles.length)}</summary><ul>${articles.map((article) => html`<li><p class="said">${article.words}</p>${article.was === '' ? nothing : html`<p class="quiet small">${article.was}</p>`}</li>`)}</ul></details>`}</div>`
}
