import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import type { PrismaClient } from '../../../prisma/generated/client.ts'
import { problem } from '../problem/problems.ts'
import type { Transaction } from './transaction.ts'

type Step = { part: string; index: number; label: string; result: Uint8Array }
/** A submit under its Idempotency-Key: what it has done so far, in this run or in one that was cut off. */
type Submission = { key: string; part: string; next: { index: number }; done: readonly Step[] }

const current = new AsyncLocalStorage<Submission>()

export const cutOffSentence = '上一次提交时连接中断，已经办好的不会重办。请刷新页面，看现在办到哪一步，再决定要不要提交。'

/**
 * Run a request as a submit: each of its transactions leaves a step under the key when it commits. Given the steps of a run
 * that was cut off (kill -9 between the commit and the answer), those transactions are not run again: they give what they
 * gave, so that the answer is made anew from what is there.
 */
export async function asSubmission<T>(options: { prisma: PrismaClient; key: string; wasCutOff: boolean }, run: () => Promise<T>): Promise<T> {
  const done = options.wasCutOff ? await options.prisma.idempotencyStep.findMany({ where: { key: options.key }, orderBy: { index: 'asc' } }) : []
  return current.run({ key: options.key, part: '', next: { index: 0 }, done }, run)
}

/** One of several things that a submit does, each for itself; `name` tells it from the others whatever became of them. */
export function asPartOfSubmission<T>(name: string, run: () => Promise<T>): Promise<T> {
  const outer = current.getStore()
  return outer === undefined ? run() : current.run({ ...outer, part: name, next: { index: 0 } }, run)
}

/**
 * Run one transaction of the current submit, or give what it gave in the run that was cut off. `run` gets what has to be
 * written in the transaction itself; of two runs of one submit only one can write it. Throws `already-done` when what was
 * done does not fit what is asked for now.
 */
export async function onceInSubmission<T>(body: (...given: never[]) => unknown, run: (leave: (tx: Transaction, result: T) => Promise<void>) => Promise<T>): Promise<T> {
  const submission = current.getStore()
  if (submission === undefined) return run(() => Promise.resolve())
  const { key, part, next } = submission
  const index = next.index
  next.index += 1
  const label = createHash('sha256').update(body.toString()).digest('base64url').slice(0, 16)
  const step = submission.done.find((s) => s.part === part && s.index === index)
  if (step !== undefined) {
    if (step.label !== label || step.result.length === 0) throw problem('already-done', { detail: cutOffSentence })
    const given: T = deserialize(step.result)
    return given
  }
  return run(async (tx, result) => {
    const left = await tx.idempotencyStep.createMany({ data: [{ key, part, index, label, result: written(result) }], skipDuplicates: true })
    // the run that was taken for dead was only slow, and was first
    if (left.count === 0) throw problem('duplicate-request')
  })
}

/** What cannot be written down leaves nothing to give: the submit is then known to be done, and says so. */
function written(result: unknown): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(serialize(result))
  } catch {
    return new Uint8Array()
  }
}
