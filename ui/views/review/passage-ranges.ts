import type { MarginMark } from '../../components/law-text.ts'
import type { PassageRange } from '../../components/passages.ts'
import type { ChosenPassage, Flag } from './workbench-data.ts'

/** Passages of the text to be marked: every flag that stands with its number, and the words that are about to be flagged. */
export function passageRanges({ flags, current, drafted }: { flags: readonly Flag[]; current: string; drafted: ChosenPassage | null }): PassageRange[] {
  const ofFlags = flags.filter(({ state }) => state.id !== 'withdrawn').flatMap((flag) =>
    flag.ranges.map(({ eId, start, end }, at): PassageRange => ({
      eId, start, end, id: flag.id, current: flag.id === current, kind: flag.state.id === 'resolved' ? 'settled' : 'flag', ...(at === flag.ranges.length - 1 ? { label: String(flag.number) } : {}),
    })),
  )
  const ofDraft = (drafted?.parts ?? []).map(({ eId, start, exact }): PassageRange => ({ eId, start, end: start + exact.length, kind: 'flag', current: true }))
  return [...ofDraft, ...ofFlags]
}

/** Two burdens a line: the margin is narrow, and a long column of marks would push the articles apart. */
export function marksInLines(marks: Readonly<Record<string, readonly { word: string; strong: boolean }[]>>): Record<string, MarginMark[]> {
  const lines = (words: readonly string[]): MarginMark[] => Array.from({ length: Math.ceil(words.length / 2) }, (_, at) => ({ word: words.slice(at * 2, at * 2 + 2).join('　'), strong: true }))
  return Object.fromEntries(
    Object.entries(marks).map(([article, of]) => [article, [...lines(of.filter(({ strong }) => strong).map(({ word }) => word)), ...of.filter(({ strong }) => !strong).map(({ word }) => ({ word }))]]),
  )
}
