/** Runs the rules of drafting technique beside the page, so that a long law holds up no key. */
import { lintText } from '../../../law/drafting/index.ts'
import type { LintAnswer, LintQuestion } from './lint-aside.ts'

addEventListener('message', ({ data }: MessageEvent<LintQuestion>) => {
  const answer: LintAnswer = { id: data.id, findings: lintText(data.text) }
  postMessage(answer)
})
