/** The places of a voted text at which an amendment of a kind may act, and how they are called. */
import { type Article, type Division, type LegalText, toChineseNumber, walkBody } from '../../text/index.ts'
import { type AmendmentKind, type RecordedAmendment, wordsOfArticle } from './recorded-amendment.ts'

export type AmendmentPlace = { id: string; label: string; /** its first words */ words: string }

/** 第二章第一节: a 节 by the chapter that it stands in. */
function labelOfDivision(text: LegalText, division: Division): string {
  const parent = division.kind === 'section' ? text.divisions.findLast(({ id }) => division.id.startsWith(`${id}__`)) : undefined
  return `${parent?.number ?? ''}${division.number}`
}

const isLeaf = (text: LegalText, { id }: Division): boolean => !text.divisions.some((one) => one.id.startsWith(`${id}__`))
const firstLine = (article: Article): string => wordsOfArticle(article).split('\n')[0] ?? ''
const articlesOf = (text: LegalText): AmendmentPlace[] => text.articles.map((article) => ({ id: article.id, label: article.number, words: firstLine(article) }))

/** Where an amendment of this kind may act; none where the text has no such place. */
export function placesOf(text: LegalText, kind: AmendmentKind): AmendmentPlace[] {
  const divisions = (): AmendmentPlace[] => text.divisions.filter(({ from }) => from !== null).map((division) => ({ id: division.id, label: labelOfDivision(text, division), words: division.heading }))
  const annexes = (): AmendmentPlace[] => text.annexes.map(({ id, label, title }) => ({ id, label: label.replace(/[：:]$/u, ''), words: title }))
  const numbered = text.form === 'articles'
  switch (kind) {
    case 'words':
      return articlesOf(text)
    case 'addAfter':
    case 'addBefore':
    case 'remove':
    case 'splitChapter':
    case 'addClause':
      return numbered ? articlesOf(text) : []
    case 'splitSection':
      return numbered && text.divisions.length > 0 ? articlesOf(text) : []
    case 'moveArticle':
      return numbered && text.articles.length > 1 ? articlesOf(text) : []
    case 'addItem':
    case 'removeClause':
      return numbered ? articlesOf(text).filter((_, at) => { const article = text.articles[at]; return article !== undefined && clausesOf(article, kind).length > 0 }) : []
    case 'heading':
      return [...divisions(), ...text.articles.flatMap((a) => (a.heading === null ? [] : [{ id: a.id, label: a.number, words: a.heading }]))]
    case 'addDivision':
    case 'removeDivision':
      return numbered ? divisions() : []
    case 'mergeDivision':
      return numbered ? divisions().filter(({ id }) => targetsOf(text, kind, id).length > 0) : []
    case 'annex':
    case 'removeAnnex':
      return annexes()
    case 'addAnnex':
      return text.annexes.length === 0 ? [{ id: 'annexes', label: '正文', words: '现在没有附件' }] : annexes()
    case 'title':
      return [{ id: 'title', label: '名称', words: text.title }]
    default: {
      const never: never = kind
      return never
    }
  }
}

const clause = (article: Article, at: number): string => (article.paragraphs.length > 1 ? `第${toChineseNumber(at + 1)}款` : '')

/** The 款 and 项 of an article at which one may be added or taken away. */
function clausesOf(article: Article, kind: 'addClause' | 'addItem' | 'removeClause'): AmendmentPlace[] {
  switch (kind) {
    case 'addClause':
      return [{ id: 'first', label: '第一款前', words: '' }, ...article.paragraphs.map(({ id, text: words }, at) => ({ id, label: `第${toChineseNumber(at + 1)}款后`, words }))]
    case 'addItem':
      return article.paragraphs.flatMap((paragraph, at) => {
        const within = clause(article, at)
        if (paragraph.items.length === 0) return paragraph.text.endsWith('：') ? [{ id: paragraph.id, label: `${within}之下`, words: paragraph.text }] : []
        return [{ id: paragraph.id, label: `${within}第一项前`, words: '' }, ...paragraph.items.map(({ id, text: words }, i) => ({ id, label: `${within}第${toChineseNumber(i + 1)}项后`, words }))]
      })
    case 'removeClause':
      return article.paragraphs.flatMap((paragraph, at) => {
        const within = clause(article, at)
        const own = within === '' ? [] : [{ id: paragraph.id, label: within, words: paragraph.text }]
        return [...own, ...(paragraph.items.length < 2 ? [] : paragraph.items.map(({ id, text: words }, i) => ({ id, label: `${within}第${toChineseNumber(i + 1)}项`, words })))]
      })
    default: {
      const never: never = kind
      return never
    }
  }
}

/** The second places for an amendment at the first one; none where its kind has no second place. */
export function targetsOf(text: LegalText, kind: AmendmentKind, placeId: string): AmendmentPlace[] {
  const article = text.articles.find(({ id }) => id === placeId)
  switch (kind) {
    case 'moveArticle': {
      const found: AmendmentPlace[] = []
      walkBody(text, {
        division: (division) => { if (division.from !== null && isLeaf(text, division)) found.push({ id: division.id, label: `${labelOfDivision(text, division)}的开头`, words: division.heading }) },
        article: (one) => { if (one.id !== placeId) found.push({ id: one.id, label: `${one.number}之后`, words: firstLine(one) }) },
      })
      return found
    }
    case 'addClause':
    case 'addItem':
    case 'removeClause':
      return article === undefined ? [] : clausesOf(article, kind)
    case 'mergeDivision': {
      const division = text.divisions.find(({ id }) => id === placeId)
      const parentOf = ({ id }: Division): string => id.split('__').slice(0, -1).join('__')
      if (division === undefined) return []
      return text.divisions.filter((one) => one !== division && one.kind === division.kind && one.from !== null && parentOf(one) === parentOf(division)).map((one) => ({ id: one.id, label: labelOfDivision(text, one), words: one.heading }))
    }
    case 'words':
    case 'addAfter':
    case 'addBefore':
    case 'remove':
    case 'heading':
    case 'addDivision':
    case 'splitChapter':
    case 'splitSection':
    case 'removeDivision':
    case 'title':
    case 'annex':
    case 'addAnnex':
    case 'removeAnnex':
      return []
    default: {
      const never: never = kind
      return never
    }
  }
}

/** Words that stand at the place of an amendment that concerns the whole of it. */
function standing(text: LegalText, { kind, articleId, targetId, before }: RecordedAmendment): string {
  const article = text.articles.find(({ id }) => id === articleId)
  switch (kind) {
    case 'words':
    case 'annex':
      return before
    case 'remove':
      return article === undefined ? '' : wordsOfArticle(article)
    case 'removeClause':
      return article?.paragraphs.flatMap((p) => [...(p.id === targetId ? [wordsOfArticle({ ...article, paragraphs: [p] })] : []), ...p.items.filter(({ id }) => id === targetId).map((item) => item.text)])[0] ?? ''
    case 'heading':
      return article?.heading ?? text.divisions.find(({ id }) => id === articleId)?.heading ?? ''
    case 'removeDivision':
    case 'mergeDivision':
      return text.divisions.find(({ id }) => id === articleId)?.heading ?? ''
    case 'removeAnnex':
      return text.annexes.find(({ id }) => id === articleId)?.title ?? ''
    case 'title':
      return text.title
    case 'addAfter':
    case 'addBefore':
    case 'moveArticle':
    case 'addClause':
    case 'addItem':
    case 'addDivision':
    case 'splitChapter':
    case 'splitSection':
    case 'addAnnex':
      return ''
    default: {
      const never: never = kind
      return never
    }
  }
}

/** An amendment with the labels that its places have in the voted text, and with what stands there where the whole of it is meant. */
export function labelled<Amendment extends RecordedAmendment>(text: LegalText, amendment: Amendment): Amendment {
  const place = placesOf(text, amendment.kind).find(({ id }) => id === amendment.articleId)
  const target = targetsOf(text, amendment.kind, amendment.articleId).find(({ id }) => id === amendment.targetId)
  return { ...amendment, articleLabel: place?.label ?? amendment.articleLabel, targetLabel: target?.label ?? '', before: place === undefined ? amendment.before : standing(text, amendment) }
}
