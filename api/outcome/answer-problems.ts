import { z } from '@hono/zod-openapi'
import { ownFiles } from '../file/index.ts'
import { type ReplyPosition, replyPositions } from '../paper/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { moveFlag } from '../review/index.ts'
import { makerCase, tellReviewer } from './outcome-case.ts'
import { putToMaker } from './put-to-maker.ts'

export const answerSchema = z
  .object({
    text: z.string().max(20_000),
    /** to each flag that was put */
    flags: z.array(z.object({ flagId: z.uuid(), text: z.string().max(20_000), position: z.enum(replyPositions) })).max(200),
    /** to each question of an inquiry, in its order */
    questions: z.array(z.string().max(20_000)).max(100),
    fileIds: z.array(z.uuid()).max(50),
  })
  .openapi('MakerAnswer')
export type MakerAnswer = z.infer<typeof answerSchema>

/** What the maker says as a whole: one refusal is a refusal, because that provision stays. */
export function wholePosition(positions: readonly ReplyPosition[]): ReplyPosition {
  for (const position of ['refused', 'willRepeal', 'willModify'] as const) if (positions.includes(position)) return position
  return 'explains'
}

/**
 * 制定机关答复: to an inquiry, question by question, or to an opinion, flag by flag, with what it will do; after an
 * annulment, what it has done about it. Written by the
 * maker, or by staff when it came on paper. Throws `step-refused` with the rule when nothing waits for an answer.
 */
export async function answerProblems(options: { services: Services; actor: Actor; filingId: string; answer: MakerAnswer }): Promise<string> {
  const { services, actor, filingId, answer } = options
  const { filing } = await makerCase({ services, actor, filingId })
  const key = filing.state === 'questioning' ? 'answerInquiry' : filing.state === 'annulled' ? 'reportAnnulment' : 'makerAnswers'
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const put = await putToMaker(tx, filing)
    const waiting = put.flags.filter((f) => f.state === 'putToMaker')
    const given = answer.flags.filter((a) => a.text.trim() !== '' && waiting.some((f) => f.id === a.flagId))
    if (answer.flags.some((a) => !put.flags.some((f) => f.id === a.flagId))) throw problem('invalid-input', { fields: [{ path: 'flags', message: '有一处不是送给你单位的问题，请刷新页面。' }] })
    const unanswered = waiting.filter((f) => !given.some((a) => a.flagId === f.id))
    if (key === 'makerAnswers' && unanswered.length > 0) {
      throw problem('invalid-input', { detail: `还有 ${unanswered.length} 处问题没有答复。`, fields: unanswered.map((f) => ({ path: `flags.${f.id}`, message: `${f.articleLabel}还没有答复。` })) })
    }
    const openQuestions = key === 'answerInquiry' ? put.questions.filter((_, at) => (answer.questions[at] ?? '').trim() === '').length : 0
    const text = [answer.text.trim(), ...put.questions.flatMap((q, at) => ((answer.questions[at] ?? '').trim() === '' || key !== 'answerInquiry' ? [] : [`${q}\n${answer.questions[at]?.trim() ?? ''}`]))].filter((t) => t !== '').join('\n')
    const position = wholePosition(given.map((a) => a.position))
    const whole = text === '' ? given.map((a) => a.text.trim()).join('\n') : text
    const id = newId()
    await transition({ services, work, actor, filingId, key, revision: null, values: { answer: whole }, facts: { openQuestions }, audience: 'maker', data: { replyId: id } })
    await tx.makerReply.create({
      data: {
        id, filingId, paperId: put.papers.at(-1)?.id ?? null, text: whole, position, fileIds: await ownFiles(work.tx, actor, answer.fileIds), repliedBy: actor.personId, repliedByName: actor.name, repliedAt: services.clock.now(),
        answers: [...given.map((a) => ({ flagId: a.flagId, text: a.text.trim(), position: a.position })), ...(key === 'answerInquiry' ? put.questions.map((question, at) => ({ question, text: (answer.questions[at] ?? '').trim() })) : [])],
      },
    })
    for (const a of given) await moveFlag({ services, work, actor, flagId: a.flagId, key: 'answer', values: { answer: a.text.trim() } })
    tellReviewer({ work, filing, kind: 'answered', ...(key === 'reportAnnulment' ? { title: `《${filing.title}》收到撤销后的处理情况报告`, body: '请查看，可以办结归档。' } : { title: `《${filing.title}》收到答复`, body: '请判断每一处问题。' }), about: id })
    return id
  })
}
