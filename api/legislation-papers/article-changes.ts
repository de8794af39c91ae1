import { compareTexts, type ComparisonRow } from '../../law/compare/index.ts'
import type { FixedText, LegislationCase } from './legislation-case.ts'

/** What became of an article between two texts, and what was said for it. */
export type ArticleChange = {
  kind: 'changed' | 'added' | 'removed'
  /** 第十四条, 第十四条、第十五条; '' where there is none */
  before: string
  after: string
  /** what was done, in the words of a report: 将“七日”修改为“十五日” */
  said: string
  /** the new words of the article where more was changed than can be told in a sentence */
  quote: string
  /** recorded reasons, opinions that were adopted, words of members that were adopted; empty where nobody recorded one */
  reasons: string[]
}

const MOST_PAIRS = 3
const LONGEST_PHRASE = 40
const labelsOf = (articles: ComparisonRow['old']): string => articles.map((a) => a.number).join('、')

/** Articles that differ in words between two texts, in the order of the later one; numbers that only moved on are no change. */
export function articleChanges(from: FixedText, to: FixedText, told: Pick<LegislationCase, 'reasons' | 'speeches'>): ArticleChange[] {
  const comparison = compareTexts(from.tree, to.tree)
  const renumbered = new Map(comparison.rows.flatMap(({ old, new: now }): [string, string][] => (old.length === 1 && now.length === 1 ? [[old[0]?.number ?? '', now[0]?.number ?? '']] : [])))
  return comparison.rows.flatMap((row) => {
    const kind = row.kind
    if (kind === 'same' || followsNumbers(row, renumbered)) return []
    const keys = [...keysIn(from, row.old), ...keysIn(to, row.new)]
    const quote = row.new.map((a) => a.text).join('\n')
    return [{ kind, before: labelsOf(row.old), after: labelsOf(row.new), ...wording(row, quote), reasons: reasonsFor(keys, to, told) }]
  })
}

const ARTICLE_LABEL = /第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/gu

/** Whether nothing changed in an article but the numbers of what it cites, each to the number that its target has now: that is no change of the rule. */
function followsNumbers({ kind, old, new: now }: ComparisonRow, renumbered: ReadonlyMap<string, string>): boolean {
  const [before, after] = [old[0]?.text, now[0]?.text]
  if (kind !== 'changed' || old.length !== 1 || now.length !== 1 || before === undefined) return false
  return before.replace(ARTICLE_LABEL, (label) => renumbered.get(label) ?? label) === after
}

const keysIn = (text: FixedText, articles: ComparisonRow['old']): string[] =>
  articles.flatMap(({ id }) => {
    const at = text.tree.articles.findIndex((a) => a.id === id)
    const key = at < 0 ? '' : (text.keys[at] ?? '')
    return key === '' ? [] : [key]
  })

function wording(row: ComparisonRow, quote: string): { said: string; quote: string } {
  const [before, after] = [labelsOf(row.old), labelsOf(row.new)]
  switch (row.kind) {
    case 'added':
      return { said: `增加一条，作为${after}`, quote }
    case 'removed':
      return { said: `删去${before}`, quote: '' }
    default: {
      const pairs = changedPairs(row)
      const few = pairs.length > 0 && pairs.length <= MOST_PAIRS && pairs.every((pair) => pair.gone.length <= LONGEST_PHRASE && pair.added.length <= LONGEST_PHRASE)
      return few ? { said: pairs.map(sayPair).join('，'), quote: '' } : { said: `将${before}修改为${before === after ? '' : after}`, quote }
    }
  }
}

/** What went and what came in its place, side by side. */
function changedPairs(row: ComparisonRow): { gone: string; added: string }[] {
  const pairs: { gone: string; added: string }[] = []
  let open: { gone: string; added: string } | null = null
  for (const change of row.changes) {
    if (change.op === 'equal') open = null
    else {
      if (open === null) pairs.push((open = { gone: '', added: '' }))
      if (change.op === 'delete') open.gone += change.text
      else open.added += change.text
    }
  }
  return pairs.map(({ gone, added }) => ({ gone: gone.trim(), added: added.trim() })).filter((pair) => pair.gone !== '' || pair.added !== '')
}

const sayPair = ({ gone, added }: { gone: string; added: string }): string =>
  gone === '' ? `增加“${added}”` : added === '' ? `删去“${gone}”` : `将“${gone}”修改为“${added}”`

const adopted: readonly (string | null)[] = ['adopted', 'partly']

function reasonsFor(keys: readonly string[], to: FixedText, told: Pick<LegislationCase, 'reasons' | 'speeches'>): string[] {
  const of = (key: string | null): boolean => key !== null && keys.includes(key)
  const reasons = told.reasons.filter((r) => of(r.articleKey) && (r.snapshotId === null || r.snapshotId === to.id)).flatMap((r) => [...(r.opinion === null ? [] : [r.opinion]), r.text])
  const speeches = told.speeches.filter((s) => of(s.articleKey) && adopted.includes(s.disposition)).map((s) => `有的组成人员提出，${s.text.replace(/[。；]$/u, '')}`)
  return [...new Set([...speeches, ...reasons])]
}
