import type { Article, LegalText } from '../text/index.ts'

/** An article for a test: label and 款; a line that begins with （一） is an 项 of the 款 before it. */
export function smallArticle(number: string, ...lines: string[]): Article {
  const article: Article = { id: `art_${number}`, number, heading: null, paragraphs: [], line: 1 }
  for (const line of lines) {
    const item = /^(（[一二三四五六七八九十]+）)(.*)$/u.exec(line)
    const paragraph = article.paragraphs.at(-1)
    if (item && paragraph) {
      paragraph.items.push({ id: `${paragraph.id}__item_${paragraph.items.length + 1}`, number: item[1] ?? '', text: item[2] ?? '', subitems: [] })
    } else {
      article.paragraphs.push({ id: `${article.id}__para_${article.paragraphs.length + 1}`, text: line, items: [] })
    }
  }
  return article
}

/** A text for a test, of articles alone. */
export function smallText(...articles: Article[]): LegalText {
  return {
    form: 'articles', title: '养犬管理条例', note: '', preamble: [], contents: [], notice: [],
    divisions: [], articles, annexes: [], closing: [], problems: [], remarks: [],
  }
}
