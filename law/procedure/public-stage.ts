/** What of a project's way is told before its text is published. */
import { legislationProcedure, projectPhases } from './legislation-procedure.ts'

/** Stages in which the bill is before the standing committee: before that a project is in preparation, whoever works on it. */
const TOLD: ReadonlySet<string> = new Set(['一审和征求意见', '统一审议', '再审和表决', '报请批准', '公布施行', '已结束'])

/** A bill that was tabled and does not go on is not told as if it did. */
const STOPPED: Readonly<Record<string, string>> = { shelved: '搁置审议', extended: '搁置审议', withdrawn: '已撤回', terminated: '终止审议' }

/** How a tabled bill that stands still or has ended is told in public; null where it goes on. */
export const publicHalt = (state: string | null): string | null => STOPPED[state ?? ''] ?? null

/** The stage of a project as people outside the house are told it (domain §7.4); null: no project was begun. */
export function publicStage(state: string | null): { label: string; sign: string; phase: string } {
  const found = legislationProcedure.states.find((s) => s.id === state)
  if (found === undefined || !TOLD.has(found.phase)) return { label: '准备中', sign: '●', phase: projectPhases[0] }
  const halt = publicHalt(state)
  if (halt !== null) return { label: halt, sign: found.sign, phase: found.phase }
  return found.phase === '公布施行' ? { label: '已公布', sign: '✓', phase: found.phase } : { label: found.phase, sign: '●', phase: found.phase }
}
