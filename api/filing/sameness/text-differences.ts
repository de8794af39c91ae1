import { type Change, compareTexts, diffText } from '../../../law/compare/index.ts'
import { type LegalText, parseLegalText, type SourceBlock, tableText } from '../../../law/text/index.ts'
import { packed } from './packed.ts'
import type { SamenessDifference } from './sameness-record.ts'
import { tableDifferences } from './table-differences.ts'
import { takeTablesOut } from './table-zones.ts'

/** Characters on each side of a difference that stands in no article. */
const CONTEXT = 24
const PAGE_NUMBER = /^[—–－\-\s]*\d{1,4}[—–－\-\s]*$/

/**
 * Where the sealed text and the electronic text differ, word by word. White space does not count. Texts that both have
 * articles are compared article by article; what stands outside them, and texts without articles, as a whole. Tables that
 * one side has line by line, as a PDF prints them, are compared by what their cells hold.
 */
export function textDifferences(sealed: readonly SourceBlock[], word: readonly SourceBlock[]): { differences: SamenessDifference[]; characters: number } {
  const characters = packed(linesOf(word).join('')).length
  if (packed(linesOf(withoutPageNumbers(sealed)).join('')) === packed(linesOf(word).join(''))) return { differences: [], characters }
  if (hasTable(sealed) === hasTable(word)) return { differences: runningText(withoutPageNumbers(sealed), word), characters }
  const wordKnows = hasTable(word)
  const { printed, structured, zones } = wordKnows ? takeTablesOut(sealed, word) : takeTablesOut(word, sealed)
  const running = wordKnows ? runningText(withoutPageNumbers(printed), structured) : runningText(withoutPageNumbers(structured), printed)
  const cells = zones.flatMap(tableDifferences).map(({ place, ...d }) => {
    const [ofSealed, ofWord] = wordKnows ? [d.printed, d.structured] : [d.structured, d.printed]
    return difference(place, ofSealed, ofWord, diffText(ofSealed ?? '', ofWord ?? ''))
  })
  return { differences: [...running, ...cells], characters }
}

const hasTable = (blocks: readonly SourceBlock[]): boolean => blocks.some(({ kind }) => kind === 'table')

function runningText(sealed: readonly SourceBlock[], word: readonly SourceBlock[]): SamenessDifference[] {
  if (packed(linesOf(sealed).join('')) === packed(linesOf(word).join(''))) return []
  const [left, right] = [parseLegalText(sealed), parseLegalText(word)]
  if (left.articles.length === 0 || right.articles.length === 0 || left.form !== right.form) return wholeText(linesOf(sealed), linesOf(word), '全文')
  return byArticle(left, right)
}

const withoutPageNumbers = (blocks: readonly SourceBlock[]): SourceBlock[] => blocks.filter((b) => b.kind === 'table' || !PAGE_NUMBER.test(b.text))
const linesOf = (blocks: readonly SourceBlock[]): string[] => blocks.map((b) => (b.kind === 'line' ? b.text : tableText(b.table)))

function byArticle(left: LegalText, right: LegalText): SamenessDifference[] {
  const compared = compareTexts(left, right)
  const rows = compared.rows.flatMap((row) => {
    const [sealed, word] = [row.old.map((a) => `${a.number}\u3000${a.text}`).join('\n'), row.new.map((a) => `${a.number}\u3000${a.text}`).join('\n')]
    if (packed(sealed) === packed(word)) return []
    const place = [...row.old, ...row.new].find((a) => a.number !== '')?.number ?? '正文'
    return [difference(place, row.old.length === 0 ? null : sealed, row.new.length === 0 ? null : word, row.changes)]
  })
  const annexes = compared.annexes.flatMap((row) => {
    const [sealed, word] = [row.old?.text ?? null, row.new?.text ?? null]
    if (packed(sealed ?? '') === packed(word ?? '')) return []
    return [difference(row.old?.number ?? row.new?.number ?? '附件', sealed, word, row.changes)]
  })
  const outside: [string, (t: LegalText) => string[]][] = [
    ['标题', (t) => [t.title]],
    ['题注', (t) => [t.note]],
    ['印发通知', (t) => t.notice],
    ['正文前', (t) => t.preamble],
    ['章节标题', (t) => t.divisions.map((d) => `${d.number} ${d.heading}`)],
    ['落款', (t) => t.closing],
  ]
  return [...outside.flatMap(([place, of]) => wholeText(of(left), of(right), place)), ...rows, ...annexes]
}

/** Each run of changes with a little of what stands around it. */
function wholeText(sealed: readonly string[], word: readonly string[], place: string): SamenessDifference[] {
  const changes = diffText(sealed.map(packed).join('\n'), word.map(packed).join('\n'))
  const runs: Change[][] = []
  changes.forEach((change, at) => {
    if (change.op === 'equal') return
    const previous = changes[at - 1]
    if (previous !== undefined && previous.op !== 'equal') runs.at(-1)?.push(change)
    else runs.push([...(previous === undefined ? [] : [{ ...previous, text: previous.text.slice(-CONTEXT) }]), change])
    const next = changes[at + 1]
    if (next?.op === 'equal') runs.at(-1)?.push({ ...next, text: next.text.slice(0, CONTEXT) })
  })
  return runs
    .filter((run) => packed(sideText(run, 'delete')) !== packed(sideText(run, 'insert')))
    .map((run) => difference(place, sideText(run, 'delete'), sideText(run, 'insert'), run))
}

const sideText = (changes: readonly Change[], side: 'delete' | 'insert'): string => changes.filter((c) => c.op === 'equal' || c.op === side).map((c) => c.text).join('')

const difference = (place: string, sealed: string | null, word: string | null, changes: readonly Change[]): SamenessDifference => ({
  place, sealed, word, changes: changes.map((c) => ({ op: c.op, text: c.text, ...(c.marks === undefined ? {} : { marks: [...c.marks] }) })),
  grave: sealed === null || word === null || changes.some((c) => (c.marks?.length ?? 0) > 0),
})
