/**
 * The one catalogue of Chinese interface words: `messages.filing.submit`, functions where a number or a name comes in.
 * One file for each capability; a key that is missing is an error of the compiler (docs/adr/0003).
 */
import { administration } from './administration.ts'
import { amendment } from './amendment.ts'
import { approval } from './approval.ts'
import { collaboration } from './collaboration.ts'
import { drafting } from './drafting.ts'
import { editor } from './editor.ts'
import { elements } from './elements.ts'
import { filing } from './filing.ts'
import { hearing } from './hearing.ts'
import { identity } from './identity.ts'
import { library, search } from './library.ts'
import { meeting } from './meeting.ts'
import { notice } from './notice.ts'
import { outcome } from './outcome.ts'
import { plan } from './plan.ts'
import { problem } from './problem.ts'
import { project } from './project.ts'
import { queue } from './queue.ts'
import { receipt } from './receipt.ts'
import { review } from './review.ts'
import { shell } from './shell.ts'
import { statistics } from './statistics.ts'
import { suggestion } from './suggestion.ts'
import { today } from './today.ts'

export const messages = {
  administration, amendment, approval, collaboration, drafting, editor, elements, filing, hearing, identity, library, meeting, notice, outcome, plan, problem, project, queue, receipt, review, search, shell, statistics, suggestion, today,
}
