import { type Alignment, alignArticles, alignmentFromPairs, pairsOf, type SaidOfArticles, withSaid } from '../../../law/compare/index.ts'
import type { AmendResult } from '../../../law/amendment/index.ts'
import type { LegalText } from '../../../law/text/index.ts'

type Report = AmendResult['instructions'][number]

const LABEL = /^第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/u

/** The article that an address names, and whether it names nothing smaller. */
const articleOf = (of: LegalText, address: string | null): { id: string; whole: boolean } | null => {
  const label = address === null ? undefined : LABEL.exec(address)?.[0]
  const id = of.articles.find((a) => a.number === label)?.id
  return label === undefined || id === undefined ? null : { id, whole: address === label }
}

/**
 * Which article became which: what the decision says (第二十七条改为第二十五条, 合并, 增加一条, 删去) goes before what the words
 * are like. Where a person wrote articles in or took them away, likeness alone decides.
 */
export function alignmentOfDecision(options: { base: LegalText; made: LegalText; text: LegalText; instructions: readonly Report[] }): Alignment {
  const { base, made, text, instructions } = options
  const found = alignArticles(base, text)
  if (made.articles.map((a) => a.number).join() !== text.articles.map((a) => a.number).join()) return found
  const pairs = pairsOf(found)
  return alignmentFromPairs(base, text, withSaid(pairs, saidBy({ base, text, instructions, likely: (old) => pairs.flatMap((pair) => (pair.old === old ? [pair.new] : [])) })))
}

function saidBy(options: { base: LegalText; text: LegalText; instructions: readonly Report[]; likely(old: string): string[] }): SaidOfArticles[] {
  const { base, text, likely } = options
  const named = options.instructions.filter((one) => one.status === 'applied' && one.does !== 'renumber-all' && LABEL.test(one.place))
  const edges: [string, string][] = []
  const certain = new Set<string>()
  const alone: SaidOfArticles[] = []
  for (const { does, changed } of named) {
    for (const { before, after } of changed) {
      const [from, to] = [articleOf(base, before), articleOf(text, after)]
      if (from !== null && to !== null) {
        edges.push([from.id, to.id])
        // 第八条第三款单列一条 says nothing of the rest of 第八条
        if (from.whole || !to.whole) certain.add(from.id)
      } else if (from?.whole === true && after === null && does === 'delete-provision') alone.push({ old: [from.id], new: [] })
      else if (to?.whole === true && before === null && does === 'insert-provisions') alone.push({ old: [], new: [to.id] })
    }
  }
  for (const old of new Set(edges.map(([from]) => from))) if (!certain.has(old)) edges.push(...likely(old).map((now): [string, string] => [old, now]))
  // who is spoken of as a pair is neither new nor gone
  const lone = alone.filter(({ old, new: now }) => !edges.some(([from, to]) => old.includes(from) || now.includes(to)))
  return [...lone, ...groupsOf(edges)]
}

/** Articles that hang together: 合并 and 分为 are one group each. */
function groupsOf(edges: readonly [string, string][]): SaidOfArticles[] {
  const groups: { old: Set<string>; new: Set<string> }[] = []
  for (const [from, to] of edges) {
    const touching = groups.filter((group) => group.old.has(from) || group.new.has(to))
    const joined = { old: new Set([from, ...touching.flatMap((g) => [...g.old])]), new: new Set([to, ...touching.flatMap((g) => [...g.new])]) }
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  return groups.map((group) => ({ old: [...group.old], new: [...group.new] }))
}
