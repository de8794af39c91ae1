/** The decision as it is printed: title, opening, numbered instructions, commencement, publication. */
import { toChineseNumber } from '../../text/index.ts'
import type { Clause } from './clause.ts'
import { numbered, sayClause } from './formulae.ts'

export type DecisionForm = {
  /** who decides; before 关于修改 in the title */
  organ?: string
  /** `某市第十六届人民代表大会常务委员会第二次会议`, before 决定对 */
  meeting?: string
  /** `2026-01-01`; without it the decision takes effect on publication */
  effectiveDate?: string
}

export type PrintOptions = DecisionForm & { title: string; clauses: readonly Clause[]; /** numbers of articles change that no clause names; so do those of divisions */ reordered: { articles: boolean; divisions: boolean } }

/** Inside 《》 a title in the title stands in 〈〉. */
export function bookTitle(title: string): string {
  return `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》`
}

function chineseDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** The text of the decision, a line for each paragraph, white space between them. */
export function printDecision({ title, clauses, reordered, organ, meeting, effectiveDate }: PrintOptions): string {
  const name = bookTitle(title)
  const only = clauses.length === 1
  const order = reordered.divisions ? '章节、条文' : '条文'
  const published = reordered.articles || reordered.divisions ? `根据本决定作相应修改并对${order}顺序作相应调整` : '根据本决定作相应修改'
  const lines = [
    `${organ ?? ''}关于修改${name}的决定`,
    `${meeting ?? ''}决定对${name}作如下修改：`,
    ...clauses.flatMap((clause, at) => (only ? sayClause(clause) : numbered(`${toChineseNumber(at + 1)}、`, sayClause(clause)))),
    `本决定自${effectiveDate === undefined ? '公布之日' : chineseDate(effectiveDate)}起施行。`,
    `${name}${published}，重新公布。`,
  ]
  return `${lines.join('\n').replace(/\n/g, '\n\n')}\n`
}
