/** What stands before and behind the articles of a file that comes back: title, notes, annexes, closing lines. */
import type { Node } from 'prosemirror-model'
import type { Annex, LegalText } from '../../text/index.ts'
import { keyOf } from '../document/index.ts'
import type { Difference } from './plan-import.ts'

type Texts = { current: LegalText; accepted: LegalText; rejected: LegalText }
type Ends = { matter: readonly Node[]; annexes: readonly Node[]; closing: readonly Node[]; differences: readonly Difference[] }

/** Lines of a text by the role they have; a 目录 is the draft's own, a word processor does not bring it back. */
const LINES = {
  notice: (text: LegalText) => text.notice,
  title: (text: LegalText) => [text.title],
  note: (text: LegalText) => [text.note],
  preamble: (text: LegalText) => text.preamble,
  closing: (text: LegalText) => text.closing,
} as const
const ORDER = ['notice', 'title', 'note', 'contents', 'preamble', 'closing']

const bare = (lines: readonly string[]): string => lines.map((line) => line.replace(/\s/gu, '')).join('\n')
const wordsOf = ({ title, blocks }: Annex): string => bare([title, ...blocks.map((block) => (block.kind === 'line' ? block.text : block.table.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n')))])

export function carryEnds({ current, made, texts, kept }: { current: Node; made: Node; texts: Texts; kept: Map<string, Node> }): Ends {
  const differences: Difference[] = []
  const taken = new Set(Object.entries(LINES).flatMap(([role, lines]) => {
    const [now, after, before] = [texts.current, texts.accepted, texts.rejected].map((text) => bare(lines(text)))
    if (now === after || after === before) return []
    if (now === before) return [role]
    differences.push({ label: '', why: 'other-words', changed: true })
    return []
  }))
  const lines = (doc: Node, role: string): Node[] => doc.children.filter(({ type, attrs }) => (type.name === 'matter' && attrs['role'] === role) || (role === 'closing' && type.name === 'closing'))
  const own = current.children.filter(({ type }) => type.name === 'matter')
  const matter = [...taken].every((role) => role === 'closing') ? own : ORDER.flatMap((role) => lines(taken.has(role) ? made : current, role)).filter(({ type }) => type.name === 'matter')
  const closing = lines(taken.has('closing') ? made : current, 'closing').filter(({ type }) => type.name === 'closing')
  return { matter, closing, annexes: annexesOf({ current, made, texts, kept, differences }), differences }
}

/** Annexes by their words, else by their place. */
function annexesOf({ current, made, texts, kept, differences }: { current: Node; made: Node; texts: Texts; kept: Map<string, Node>; differences: Difference[] }): Node[] {
  const nodes = (doc: Node): Node[] => doc.children.filter(({ type }) => type.name === 'annex')
  const [own, come] = [nodes(current), nodes(made)]
  const [now, after, before] = [texts.current, texts.accepted, texts.rejected].map(({ annexes }) => annexes.map(wordsOf))
  const used = new Set<number>()
  const whichOf = (words: string, at: number): number | undefined => {
    const same = now?.findIndex((other, index) => other === words && !used.has(index)) ?? -1
    const found = same >= 0 ? same : at < own.length && !used.has(at) && !(after ?? []).includes(now?.[at] ?? '') ? at : -1
    if (found >= 0) used.add(found)
    return found >= 0 ? found : undefined
  }
  const placed = come.flatMap((node, at): Node[] => {
    const words = after?.[at] ?? ''
    const index = whichOf(words, at)
    const was = index === undefined ? undefined : own[index]
    if (index === undefined || was === undefined) return before?.includes(words) === true ? [] : [node]
    const mine = now?.[index] ?? ''
    const agrees = before?.includes(mine) === true
    if (mine !== words && agrees) return [node.type.create({ ...was.attrs }, node.content)]
    if (mine !== words) differences.push({ label: texts.current.annexes[index]?.label ?? '', why: 'other-words', changed: before?.includes(words) !== true })
    kept.set(keyOf(was), was)
    return [was]
  })
  const left = own.flatMap((node, index): Node[] => {
    if (used.has(index) || before?.includes(now?.[index] ?? '') === true) return []
    differences.push({ label: texts.current.annexes[index]?.label ?? '', why: 'not-in-file', changed: false })
    kept.set(keyOf(node), node)
    return [node]
  })
  return [...placed, ...left]
}
