import { conductLikeness, type Fine, readSanctions } from '../../law/citation/index.ts'

/** One act: what the superior law attaches to it and what the document does. */
export type SanctionRow = { conduct: string; superior: string | null; own: string | null; differs: boolean }

type Group = { conduct: string; words: string[] }
const ALIKE = 0.4

/**
 * What both provisions attach to the same act, side by side. Acts are matched by the words of their description; what only
 * one of them has stands alone. Facts for a person to judge; empty unless both have a sanction.
 */
export function sanctionTable(superiorText: string, ownText: string): SanctionRow[] {
  const superior = groupsOf(superiorText)
  const own = groupsOf(ownText)
  if (superior.length === 0 || own.length === 0) return []
  const used = new Set<Group>()
  const rows = superior.map((group): SanctionRow => {
    const match = own.map((candidate) => ({ candidate, score: conductLikeness(group.conduct, candidate.conduct) })).toSorted((a, b) => b.score - a.score)[0]
    const found = match !== undefined && match.score >= ALIKE ? match.candidate : undefined
    if (found !== undefined) used.add(found)
    return rowOf(group.conduct, group, found)
  })
  const alone = own.filter((group) => !used.has(group)).map((group) => rowOf(group.conduct, undefined, group))
  return [...rows.filter((row) => row.own !== null), ...alone, ...rows.filter((row) => row.own === null)]
}

function rowOf(conduct: string, superior: Group | undefined, own: Group | undefined): SanctionRow {
  const [above, below] = [superior, own].map((group) => (group === undefined ? null : group.words.join('，')))
  return { conduct, superior: above ?? null, own: below ?? null, differs: above !== below }
}

function groupsOf(text: string): Group[] {
  const { fines, measures } = readSanctions(text)
  const groups = new Map<string, Group>()
  const facts = [...fines.map((f) => ({ at: f.start, conduct: f.conduct, words: fineWords(f) })), ...measures.map((m) => ({ at: m.start, conduct: m.conduct, words: m.quote }))]
  for (const { conduct = '', words } of facts.toSorted((a, b) => a.at - b.at)) {
    const group = groups.get(conduct) ?? { conduct, words: [] }
    if (!group.words.includes(words)) group.words.push(words)
    groups.set(conduct, group)
  }
  return [...groups.values()].filter((g) => g.conduct !== '' || groups.size === 1)
}

/** 罚50至200元, 罚违法所得1至3倍: short enough for a column. */
function fineWords(fine: Fine): string {
  const span = (min: number | undefined, max: number | undefined, unit: string): string => {
    if (min !== undefined && max !== undefined) return min === max ? `${min}${unit}` : `${min}至${max}${unit}`
    return max !== undefined ? `${max}${unit}以下` : `${min ?? 0}${unit}以上`
  }
  if (fine.multiple !== undefined) {
    const { min, max, of } = fine.multiple
    const small = (max ?? min ?? 1) < 1
    const scaled = (n: number | undefined) => (n === undefined ? undefined : small ? Number((n * 100).toFixed(2)) : n)
    return `罚${of}${span(scaled(min), scaled(max), small ? '%' : '倍')}`
  }
  return `${fine.per ?? ''}罚${span(fine.minYuan, fine.maxYuan, '元')}`
}
