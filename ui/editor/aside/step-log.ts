/** What was done since a document was opened, step by step: how those who count beside the page are told of it. */
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Mapping, type Step } from 'prosemirror-transform'

/** The last step of the log; each names the one before it, so that adding one copies nothing. */
type Logged = { count: number; step: Step | null; before: Logged | null }
/** `opening` is another object for every document that is opened. */
export type StepLog = { opening: object; last: Logged }

const logKey = new PluginKey<StepLog>('step log')

export const stepLog = (): Plugin =>
  new Plugin<StepLog>({
    key: logKey,
    state: {
      init: () => ({ opening: {}, last: { count: 0, step: null, before: null } }),
      apply: (transaction, log) =>
        transaction.steps.length === 0 ? log : { ...log, last: transaction.steps.reduce<Logged>((before, step) => ({ count: before.count + 1, step, before }), log.last) },
    },
  })

export const logOf = (state: EditorState): StepLog | null => logKey.getState(state) ?? null

/** The steps behind the first `count` of a log. */
export function stepsSince({ last }: StepLog, count: number): Step[] {
  const steps: Step[] = []
  let at: Logged | null = last
  for (; at !== null && at.count > count; at = at.before) if (at.step !== null) steps.push(at.step)
  return steps.toReversed()
}

export const mappingSince = (log: StepLog, count: number): Mapping => new Mapping(stepsSince(log, count).map((step) => step.getMap()))
