import { messages } from '../messages/zh.ts'
import { choose } from './ask.ts'

/**
 * After a 412: another person saved first. `reload` shows theirs, `compare` (where the screen can) both, `keep` stays
 * with what was typed. Nothing is overwritten by any of them.
 */
export async function askAboutStale({ canCompare = false }: { canCompare?: boolean } = {}): Promise<'reload' | 'compare' | 'keep'> {
  const words = messages.shell
  const { sentence, advice } = messages.problem.stale
  const given = await choose({ heading: sentence.replace(/。$/, ''), text: advice, confirm: words.reload, cancel: words.keep, ...(canCompare ? { other: words.compare } : {}) })
  return given === 'confirm' ? 'reload' : given === 'other' ? 'compare' : 'keep'
}
