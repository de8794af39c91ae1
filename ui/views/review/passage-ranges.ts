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
