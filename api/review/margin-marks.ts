import { type MeasureKind, readSanctions } from '../../law/citation/index.ts'
import { articleText } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'

/** Words below an article's number; `strong` ones are burdens that a document of this rank may hardly set. */
export type MarginMark = { word: string; strong: boolean }

const shortWords: Record<MeasureKind, string> = {
  warning: '警告', publicCriticism: '通报', confiscation: '没收', businessSuspension: '停业', licenceSuspension: '暂扣', licenceRevocation: '吊销', detention: '拘留', seizure: '扣押',
  demolition: '拆除', fee: '收费', deposit: '保证金', creditPenalty: '失信', unquantifiedFine: '罚款',
}
const PERIOD = /[零一二两三四五六七八九十百\d]+(?:个)?(?:工作日|小时|日|天|周|月|年)(?:之?内|以内|前|以上|以下|的有效期)|(?:有效期|期限)(?:为|是)?[零一二两三四五六七八九十百\d]+/u
const MAY = /可以/u

/** Facts of each article that a reviewer looks for first: sanctions, burdens, periods and discretion (可以). No verdict. */
export function marginMarks(text: LegalText): Record<string, MarginMark[]> {
  return Object.fromEntries(
    text.articles.flatMap((article) => {
      const words = articleText(article)
      const { fines, measures } = readSanctions(words)
      const strong = [...new Set([...(fines.length > 0 ? ['罚款'] : []), ...measures.map((m) => shortWords[m.kind])])]
      const weak = [...(PERIOD.test(words) ? ['期限'] : []), ...(MAY.test(words) ? ['“可以”'] : [])]
      const marks = [...strong.map((word) => ({ word, strong: true })), ...weak.map((word) => ({ word, strong: false }))]
      return marks.length === 0 ? [] : [[article.id, marks]]
    }),
  )
}
