import { ALIGNMENT_VERSION } from '../../../law/compare/index.ts'
import { amendText, type AmendResult } from '../../../law/amendment/index.ts'
import type { LegalText } from '../../../law/text/index.ts'

/** Goes with every report that is stored: what read and carried out the decision, and what paired the articles. */
const AMENDMENT_VERSION = `amend-1, ${ALIGNMENT_VERSION}`

/** Carry out the part of a decision that names the text. Never throws: what cannot be carried out is reported. */
export const applyDecision = (options: { base: LegalText; decision: string }): AmendResult & { algorithm: string } => ({ ...amendText(options.base, options.decision), algorithm: AMENDMENT_VERSION })

/** Whether a decision tells to do anything to a text, and the sentence that says why not. */
export function whyNothingToDo(options: { base: LegalText; decision: string }): string | null {
  const { instructions, problems } = amendText(options.base, options.decision)
  return instructions.length > 0 ? null : (problems.find(({ code }) => code === 'other-law' || code === 'no-instruction')?.message ?? '决定中没有找到对这部法规的修改。')
}
