import { conclusions, filingProcedure, type FilingState, paperRoutes, stateOf, tickedStandards, standardLabels } from '../../law/procedure/index.ts'
import { type Block, type PaperContent, printedDate } from '../typesetting/index.ts'
import { contactMethodLabels, labelOf, type PaperCase, type PaperFlag, replyPositionLabels } from '../paper/index.ts'

const row = (label: string, value: string) => [{ words: label, header: true }, { words: value === '' ? '—' : value }]
const dated = (date: string | null): string => (date === null ? '—' : printedDate(date))

const facts = (c: PaperCase): Block => ({
  kind: 'table',
  table: {
    columnShares: [22, 78],
    rows: [
      row('文件名称', c.title), row('发文字号', c.documentNo), row('制定机关', c.makerName), row('登记号', c.registrationNo ?? ''), row('公布日期', dated(c.promulgated)), row('收到日期', dated(c.receivedOn)),
      row('登记日期', dated(c.registeredOn)), row('分送委员会', c.committees.map((o) => o.name).join('、')), row('承办人', c.reviewerName ?? ''),
    ],
  },
})

/** 审查情况记录: what was looked at under each of the four standards, by whom, and what came out. */
export function reviewRecord(options: { filing: PaperCase; today: string; by: string; conclusion: string; note: string; notWaitingReason: string }): PaperContent {
  const { filing } = options
  const ticks = tickedStandards.map((standard) => {
    const tick = filing.ticks.find((t) => t.standard === standard)
    return [{ words: standardLabels[standard], header: true }, { words: tick === undefined ? '—' : tick.result === 'noProblem' ? '没有发现问题' : '有问题' }, { words: tick?.byName ?? '' }, { words: tick?.note ?? '' }]
  })
  return {
    title: `《${filing.title}》审查情况记录`,
    body: [
      facts(filing),
      { kind: 'heading', level: 1, text: '审查标准' },
      { kind: 'table', table: { columnShares: [20, 24, 18, 38], headerRowCount: 1, rows: [['标准', '结果', '审查人', '说明'].map((words) => ({ words, header: true })), ...ticks] } },
      { kind: 'heading', level: 1, text: '委员会意见' },
      ...(filing.committees.length === 0 ? [{ kind: 'paragraph' as const, words: '没有分送。' }] : filing.committees.map((c) => ({ kind: 'paragraph' as const, words: `${c.name}：${c.answer ?? '没有答复'}` }))),
      ...(options.notWaitingReason === '' ? [] : [{ kind: 'paragraph' as const, words: `不等答复的原因：${options.notWaitingReason}` }]),
      { kind: 'heading', level: 1, text: '结论' },
      { kind: 'paragraph', words: `${options.conclusion}。${options.note}` },
    ],
    signature: { organ: `审查人：${options.by}`, date: options.today },
  }
}

/** 办结记录: how the case went and ended, from the record. */
export function closingRecord(options: { filing: PaperCase; flags: readonly (PaperFlag & { stateLabel: string; judgement: string })[]; events: readonly { on: string; label: string; by: string; note: string | null }[]; outcome: string; today: string; by: string; note: string }): PaperContent {
  const { filing } = options
  const line = (words: string): Block => ({ kind: 'paragraph', words })
  const papers = filing.issued.map((p) => `${paperRoutes.find((r) => r.kind === p.kind)?.label ?? p.kind}${p.number === null ? '' : `（${p.number}）`}，${dated(p.issuedOn)}`)
  return {
    title: `《${filing.title}》办结记录`,
    body: [
      facts(filing),
      { kind: 'heading', level: 1, text: '结果' },
      line(`${options.outcome}。${options.note}`),
      { kind: 'heading', level: 1, text: '问题和处理' },
      ...(options.flags.length === 0 ? [line('没有提出问题。')] : options.flags.map((f) => line(`${f.number}. ${f.articleLabel}，${f.kind.label}：${f.stateLabel}${f.judgement === '' ? '' : `，${f.judgement}`}。`))),
      { kind: 'heading', level: 1, text: '沟通和答复' },
      ...(filing.contacts.length + filing.replies.length === 0 ? [line('没有。')] : []),
      ...filing.contacts.map((c) => line(`${dated(c.on)}，${labelOf(contactMethodLabels, c.method)}，${c.attendees}：${c.summary}`)),
      ...filing.replies.map((r) => line(`${dated(r.on)}，制定机关答复（${labelOf(replyPositionLabels, r.position)}）：${r.text}`)),
      { kind: 'heading', level: 1, text: '文书' },
      ...(papers.length === 0 ? [line('没有。')] : papers.map(line)),
      { kind: 'heading', level: 1, text: '经过' },
      { kind: 'table', table: { columnShares: [22, 40, 16, 22], headerRowCount: 1, rows: [['日期', '步骤', '经办', '说明'].map((words) => ({ words, header: true })), ...options.events.map((e) => [{ words: e.on }, { words: e.label }, { words: e.by }, { words: e.note ?? '' }])] } },
    ],
    signature: { organ: `办结：${options.by}`, date: options.today },
  }
}

export const stepLabel = (key: string): string => filingProcedure.transitions.find((t) => t.key === key)?.label ?? key
export function conclusionOf(state: string): string {
  const id: FilingState = stateOf(filingProcedure, state).id
  return conclusions[id] ?? stateOf(filingProcedure, state).label
}
