/** Amendments that an approving organ attaches to a voted text, as they are recorded and said. */
import { type Article, articleText } from '../../text/index.ts'

/** What an amendment does, with the words of the form. */
export const amendmentKinds = {
  words: '修改条文',
  addAfter: '在其后增加一条',
  addBefore: '在其前增加一条',
  remove: '删去一条',
  heading: '修改章名、节名或者条旨',
  title: '修改名称',
  annex: '修改附件',
} as const
export type AmendmentKind = keyof typeof amendmentKinds

export type RecordedAmendment = {
  kind: AmendmentKind
  /** the place by its id in the voted text: art_14, chp_2, annex_1; `title` for the name of the text */
  articleId: string
  articleLabel: string
  /** words of one line that stand at the place once, or all its lines; '' where an article is added */
  before: string
  /** '' takes the words away; where an article is added its lines, without a number */
  after: string
  reason: string
}

/** The words of an article as a person copies them: one line a 款 or 项, without its number at the head. */
export const wordsOfArticle = (article: Article): string => articleText(article, { label: false })

/** An amendment as a decision says it: 第四条中的“甲”修改为“乙”。 `addedAs`: the number that a new article got. */
export function sayAmendment(amendment: Omit<RecordedAmendment, 'articleId' | 'reason'>, options: { addedAs?: string | undefined; whole?: boolean | undefined } = {}): string {
  const { kind, articleLabel: at, before, after } = amendment
  const as = options.addedAs === undefined ? '' : `，作为${options.addedAs}`
  switch (kind) {
    case 'addAfter':
      return `在${at}后增加一条${as}：“${after}”`
    case 'addBefore':
      return `在${at}前增加一条${as}：“${after}”`
    case 'remove':
      return `删去${at}。`
    case 'heading':
      return `${at}${at.endsWith('条') ? '条旨' : '标题'}修改为“${after}”。`
    case 'title':
      return `名称修改为“${after}”。`
    case 'words':
    case 'annex':
      if (before.includes('\n') || options.whole === true) return `${at}修改为：“${after}”`
      return after === '' ? `${at}中删去“${before}”。` : `${at}中的“${before}”修改为“${after}”。`
    default: {
      const never: never = kind
      return never
    }
  }
}
