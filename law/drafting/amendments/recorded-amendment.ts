/** Amendments that an approving organ attaches to a voted text, as they are recorded and said. */
import { type Article, articleText } from '../../text/index.ts'

/** What an amendment does, with the words of the form. */
export const amendmentKinds = {
  words: '修改条文',
  addAfter: '在其后增加一条',
  addBefore: '在其前增加一条',
  remove: '删去一条',
  moveArticle: '移动一条',
  addClause: '增加一款',
  addItem: '增加一项',
  removeClause: '删去一款、一项',
  heading: '修改章名、节名、条旨',
  addDivision: '在其后增加一章、一节',
  splitChapter: '从一条起另立一章',
  splitSection: '从一条起另立一节',
  removeDivision: '删去一章、一节，连同条文',
  mergeDivision: '把一章、一节并入另一章、一节',
  title: '修改名称',
  annex: '修改附件',
  addAnnex: '增加附件',
  removeAnnex: '删去附件',
} as const
export type AmendmentKind = keyof typeof amendmentKinds
export const amendmentKindNames = Object.keys(amendmentKinds).filter((kind): kind is AmendmentKind => Object.hasOwn(amendmentKinds, kind))

export type RecordedAmendment = {
  kind: AmendmentKind
  /** the place by its id in the voted text: art_14, chp_2, annex_1; `title` for the name of the text, `annexes` where it has none yet */
  articleId: string
  articleLabel: string
  /** words of one line that stand at the place once, or all its lines; '' where something is added */
  before: string
  /** '' takes the words away; where something is added its lines, without numbers */
  after: string
  reason: string
  /** the second place: where an article goes, what a 款 or 项 stands behind, the chapter that takes up another one */
  targetId?: string | undefined
  targetLabel?: string | undefined
  /** of a chapter or annex that is added */
  heading?: string | undefined
}

/** The words of an article as a person copies them: one line a 款 or 项, without its number at the head. */
export const wordsOfArticle = (article: Article): string => articleText(article, { label: false })

/** An amendment as a decision says it: 第四条中的“甲”修改为“乙”。 `addedAs`: the number that what is new got. */
export function sayAmendment(amendment: Omit<RecordedAmendment, 'articleId' | 'reason'>, options: { addedAs?: string | undefined; whole?: boolean | undefined } = {}): string {
  const { kind, articleLabel: at, before, after, targetLabel = '', heading = '' } = amendment
  const as = options.addedAs === undefined ? '' : `，作为${options.addedAs}`
  const unit = /(编|章|节)$/u.exec(at)?.[1] ?? '章'
  // another chapter or annex may have the number now: this one is told by its name
  const named = before === '' ? '' : `“${before}”`
  switch (kind) {
    case 'addAfter':
      return `在${at}后增加一条${as}：“${after}”`
    case 'addBefore':
      return `在${at}前增加一条${as}：“${after}”`
    case 'remove':
      return `删去${at}。`
    case 'removeAnnex':
      return `删去${at}${named}。`
    case 'moveArticle':
      return `将${at}移至${targetLabel}${as}。`
    case 'addClause':
      return `在${at}${targetLabel}增加一款${as}：“${after}”`
    case 'addItem':
      return `在${at}${targetLabel}增加一项${as}：“${after}”`
    case 'removeClause':
      return `删去${at}${targetLabel}。`
    case 'heading':
      return `${at}${at.endsWith('条') ? '条旨' : '标题'}${named}修改为“${after}”。`
    case 'addDivision':
      return `在${at}后增加一${unit}${as}，${unit}名为“${heading}”：“${after}”`
    case 'splitChapter':
      return `从${at}起另立一章${as}，章名为“${heading}”。`
    case 'splitSection':
      return `从${at}起另立一节${as}，节名为“${heading}”。`
    case 'removeDivision':
      return `删去${at}及其条文。`
    case 'mergeDivision':
      return `删去${at}${named}的${unit}名，其条文并入${targetLabel}。`
    case 'title':
      return `名称修改为“${after}”。`
    case 'addAnnex':
      return `增加一个附件${options.addedAs === '附件' ? '' : as}，名称为“${heading}”：“${after}”`
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
