/** Amendments that leave behind what no text can have: a reference without its target, a chapter without articles. */
import type { ChangedProvisions, ProvisionChange } from '../../amendment/index.ts'
import type { LegalText } from '../../text/index.ts'
import { articlesIn } from './overlap.ts'
import type { Fault } from './read-amendment.ts'
import type { RecordedAmendment } from './recorded-amendment.ts'

export type Accepted = { index: number; changes: ProvisionChange[] }
export type AmendmentFault = Fault & { index: number }

export function brokenAmendments(voted: LegalText, done: ChangedProvisions, amendments: readonly RecordedAmendment[], accepted: readonly Accepted[]): AmendmentFault[] {
  if (voted.form === 'outline') return []
  const byChange = (matches: (change: ProvisionChange) => boolean): Accepted | undefined => accepted.findLast(({ changes }) => changes.some(matches))
  const citing = done.dangling.flatMap(({ targetId, message }) => {
    const own = byChange((change) => takesAway(voted, change, targetId))
    return own === undefined ? [] : [{ index: own.index, words: message.replace('，请核对。', '') }]
  })
  // every reference that is left of one amendment, in one sentence
  const cited = [...Map.groupBy(citing, ({ index }) => index)].map(([index, some]): AmendmentFault => ({ index, code: 'cited', message: `${[...new Set(some.map(({ words }) => words))].join('；')}，请同时修改引用它的条文。` }))
  const broken = done.broken.flatMap(({ fault, label, id }): AmendmentFault[] => {
    const inside = id === null ? [] : articlesIn(voted, id)
    const own = (fault === 'bare' ? byChange((change) => change.does === 'removeClause' && change.articleId === id) : fault === 'empty' ? byChange((change) => (change.does === 'remove' || change.does === 'move') && inside.includes(change.articleId)) : undefined) ?? byChange(({ does }) => STRUCTURAL.has(does))
    return own === undefined ? [] : [{ index: own.index, code: 'broken', message: MESSAGES[fault](label) }]
  })
  const numbers = new Set(done.text.articles.map(({ number }) => number))
  const dangling = done.newReferences.filter(({ label }) => !numbers.has(label)).flatMap(({ where, label }): AmendmentFault[] => {
    const own = accepted.find(({ index }) => amendments[index]?.after.includes(label) === true)
    return own === undefined ? [] : [{ index: own.index, code: 'cited', message: `${where}引用的${label}，批准后的文本里没有；新写的条号是批准后的条号。` }]
  })
  return [...cited, ...broken, ...dangling]
}

const STRUCTURAL: ReadonlySet<ProvisionChange['does']> = new Set(['move', 'addDivision', 'splitDivision', 'removeDivision', 'mergeDivision', 'remove', 'add'])

const MESSAGES: Readonly<Record<ChangedProvisions['broken'][number]['fault'], (label: string) => string>> = {
  nothing: () => '这样改，文本没有条文了。',
  empty: (label) => `这样改，${label}没有条文了；请改为删去${label}，或者把${label}并入别的一章（节）。`,
  beside: (label) => (label === '' ? '这样改，前面的条文不属于任何一章；请从第一条起另立一章。' : `这样改，${label}有的条文在节里，有的不在；请从${label}的第一条起另立一节。`),
  bare: (label) => `这样改，${label}没有款或者没有项了；请改为删去整条，或者改写整条。`,
  order: () => '同别的修改意见合在一起，排不出章和条文的次序；请换一种写法，例如逐条移动。',
}

function takesAway(voted: LegalText, change: ProvisionChange, id: string): boolean {
  switch (change.does) {
    case 'remove':
      return change.articleId === id
    case 'removeClause':
      return change.nodeId === id || id.startsWith(`${change.nodeId}__`)
    case 'removeDivision':
      return change.divisionId === id || id.startsWith(`${change.divisionId}__`) || articlesIn(voted, change.divisionId).includes(id)
    case 'mergeDivision':
      return change.divisionId === id
    case 'removeAnnex':
      return change.annexId === id
    default:
      return false
  }
}
