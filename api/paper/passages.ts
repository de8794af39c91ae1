import { z } from '@hono/zod-openapi'
import { ruleStanding } from '../../law/deadline/index.ts'
import { annulmentGrounds, filingProcedure, type PaperKind, paperRoute } from '../../law/procedure/index.ts'
import { toChineseNumber } from '../../law/text/index.ts'
import { rulesInForce } from '../deadline/index.ts'
import { type Inline, type PaperContent, printedDate } from '../typesetting/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { blankLabels, mapInlines } from './paper-content.ts'

/** Which of the two reply periods holds is chosen for each opinion (立法法 art 112 by analogy; rules of other places). */
export const replyRules = ['makerReply', 'makerReply.twoMonths'] as const

/** `longText`: a paragraph of its own, which ends like a sentence. */
type Kind = 'text' | 'longText' | 'date' | 'choice'
type Spec = { key: string; label: string; kind: Kind; placeholder: string; hint: string }

/** The marked passages that a person types; everything else is composed from the record. Keys are those of `requires`. */
const specs: readonly Spec[] = [
  { key: 'councilMeeting', label: '主任会议的日期和次数', kind: 'text', placeholder: '　月　日第　次主任会议', hint: '会后填写，例如：3月13日第32次主任会议' },
  { key: 'replyRule', label: '反馈期限', kind: 'choice', placeholder: '　　　', hint: '签发时选定，三十日或者两个月' },
  { key: 'committeeMeeting', label: '常委会会议的名称和日期', kind: 'text', placeholder: '　　第　次会议　　年　月　日', hint: '例如：第三十一次会议2026年3月20日' },
  { key: 'vote', label: '表决结果', kind: 'text', placeholder: '　', hint: '例如：赞成 31 人，反对 0 人，弃权 2 人' },
  { key: 'fixDueOn', label: '改正期限', kind: 'date', placeholder: '　年　月　日', hint: '常委会决定的日期' },
  { key: 'annulmentGround', label: '撤销情形', kind: 'choice', placeholder: '　', hint: '监督法第三十九条列举的情形' },
  { key: 'circularMatter', label: '通报事由', kind: 'longText', placeholder: '　', hint: '写明逾期、催告的情况' },
  { key: 'reminderPoints', label: '提醒的事项', kind: 'longText', placeholder: '　', hint: '没有选标注时，写明提醒什么' },
  { key: 'handling', label: '处理建议', kind: 'longText', placeholder: '　', hint: '建议怎样处理' },
  { key: 'lawCommitteeMeeting', label: '法制委员会会议的日期和次数', kind: 'text', placeholder: '　月　日第　次会议', hint: '例如：4月20日第9次会议' },
  { key: 'specialCommitteeMeeting', label: '委员会会议的日期和次数', kind: 'text', placeholder: '　月　日第　次会议', hint: '例如：2月6日第12次会议' },
  { key: 'proposerMeeting', label: '提案机关会议的日期和次数', kind: 'text', placeholder: '　月　日第　次常务会议', hint: '例如：1月8日市人民政府第61次常务会议' },
  { key: 'effectiveOn', label: '施行日期', kind: 'date', placeholder: '　年　月　日', hint: '法规文本没有写明日期的，在这里填写' },
  { key: 'necessity', label: '必要性', kind: 'longText', placeholder: '　', hint: '现实问题、群众诉求、上位法的要求' },
  { key: 'draftingCourse', label: '起草过程', kind: 'longText', placeholder: '　', hint: '调研、征求意见、论证和审查的情况' },
  { key: 'mainContent', label: '主要内容', kind: 'longText', placeholder: '　', hint: '主要制度和条文' },
  { key: 'disputes', label: '需要说明的问题', kind: 'longText', placeholder: '　', hint: '重大分歧怎样处理；没有的，写明没有' },
  { key: 'committeeRemarks', label: '委员会的修改意见', kind: 'longText', placeholder: '　', hint: '逐条写明' },
  { key: 'courseSince', label: '会后开展的工作', kind: 'longText', placeholder: '　', hint: '调研、座谈、论证、听证、征求意见的情况' },
  { key: 'hearingOn', label: '听证会的日期', kind: 'date', placeholder: '　年　月　日', hint: '公告一般在会前二十日发布' },
  { key: 'hearingConditions', label: '参加条件和产生办法', kind: 'longText', placeholder: '　', hint: '谁可以参加，报名的人多怎样选定' },
  { key: 'hearingApplyTo', label: '报名截止日期', kind: 'date', placeholder: '　年　月　日', hint: '在举行日期以前' },
  { key: 'contact', label: '联系人和电话', kind: 'text', placeholder: '　', hint: '印在附注里，例如：甲某，12345678' },
]

/** 附注 of a paper that goes up, until somebody says whom to ask (GB/T 9704 7.3.6). */
export const CONTACT_NOTE = '联系人：　　　　电话：　　　　'

/** A day typed as forms write it, as papers print it. */
const withPrintedDates = (words: string): string => words.replace(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu, printedDate)

/** The blank of a passage, for composing. */
export function blank(key: string): Inline {
  const spec = specs.find((s) => s.key === key)
  if (spec === undefined) throw new RangeError(`no passage ${key}`)
  return { kind: 'blank', label: spec.label, placeholder: spec.placeholder }
}

export type PaperValues = Record<string, string>
export const valuesOf = (stored: unknown): PaperValues => z.record(z.string(), z.string()).catch({}).parse(stored)

/** The steps of the filing procedure that a paper of this kind carries, by the rows that yield it. */
export const stepsCarriedBy = (kind: PaperKind) => (paperRoute(kind).route === 'signed' ? filingProcedure.transitions.filter((t) => t.yields === kind) : [])

/** Values that the step needs besides those that stand in the text. */
function stepFields(kind: PaperKind): string[] {
  const fields = new Set(stepsCarriedBy(kind).flatMap((t) => t.requires))
  return specs.flatMap((s) => (fields.has(s.key) ? [s.key] : []))
}

export const passageSchema = z
  .object({
    key: z.string(),
    label: z.string(),
    kind: z.enum(['text', 'longText', 'date', 'choice']),
    hint: z.string(),
    value: z.string(),
    /** the words that stand in the paper; empty while it is not filled */
    words: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string(), note: z.string() })),
    /** stands in the text; otherwise only the step needs it */
    inText: z.boolean(),
  })
  .openapi('PaperPassage')
export type Passage = z.infer<typeof passageSchema>

const unitWords: Record<string, string> = { calendarDay: '日', workDay: '个工作日', month: '个月', year: '年' }
const replyWords = (rule: { amount: number; unit: string }): string => `${rule.amount === 2 ? '两' : toChineseNumber(rule.amount)}${unitWords[rule.unit] ?? ''}`
/** What of a basis may stand in a paper: laws by name; where a rule was taken from elsewhere is said on screen only. */
const printedBasis = (basis: string): string => basis.split('；').filter((part) => part.includes('《')).map((part) => part.replace(/：.*$/u, '')).join('、')

async function optionsOf(tx: Transaction, key: string, organId: string): Promise<(Passage['options'][number] & { words: string })[]> {
  switch (key) {
    case 'replyRule': {
      const rules = await rulesInForce(tx, organId)
      return replyRules.flatMap((k) => rules.filter((r) => r.key === k)).map((rule) => {
        const basis = printedBasis(rule.basis)
        return { value: rule.key, label: replyWords(rule), note: `${rule.basis}，${ruleStanding(rule)}`, words: `${replyWords(rule)}内${basis === '' ? '' : `（${basis}）`}` }
      })
    }
    case 'annulmentGround':
      return annulmentGrounds.map((g) => ({ value: g.key, label: g.label, note: g.basis, words: `${g.basis}“${g.label}”的情形` }))
    default:
      return []
  }
}

/** The passages of a paper with what was typed; labels that no table has are free text under their own name. */
export async function passagesOf(tx: Transaction, paper: { kind: PaperKind; organId: string; content: PaperContent; values: PaperValues }): Promise<Passage[]> {
  const inText = blankLabels(paper.content)
  const fields = stepFields(paper.kind).filter((key) => !inText.includes(specs.find((s) => s.key === key)?.label ?? ''))
  const wanted = [...inText.map((label) => specs.find((s) => s.label === label) ?? free(label)), ...fields.flatMap((key) => specs.filter((s) => s.key === key)), ...specs.filter((s) => s.key === 'contact' && paper.content.note === CONTACT_NOTE)]
  return Promise.all(wanted.map(async (spec) => {
    const options = await optionsOf(tx, spec.key, paper.organId)
    const value = paper.values[spec.key] ?? ''
    return {
      key: spec.key, label: spec.label, kind: spec.kind, hint: spec.hint, value, inText: spec.key === 'contact' || inText.includes(spec.label), words: wordsFor(spec, value, options),
      options: options.map(({ value: v, label, note }) => ({ value: v, label, note })),
    }
  }))
}

const free = (label: string): Spec => ({ key: label, label, kind: 'text', placeholder: '　', hint: '' })

function wordsFor(spec: Spec, value: string, options: readonly { value: string; words: string }[]): string {
  if (value.trim() === '') return ''
  switch (spec.kind) {
    case 'text':
      return withPrintedDates(value.trim())
    case 'longText':
      return withPrintedDates(/[。！？；]$/u.test(value.trim()) ? value.trim() : `${value.trim()}。`)
    case 'date':
      return printedDate(value)
    case 'choice':
      return options.find((o) => o.value === value)?.words ?? ''
    default: {
      const never: never = spec.kind
      return never
    }
  }
}

/** The paper with what was typed in the places of its blanks; what is not filled stays a blank. */
export function filled(content: PaperContent, passages: readonly Passage[]): PaperContent {
  const byLabel = new Map(passages.map((p) => [p.label, p.words]))
  const contact = passages.find((p) => p.key === 'contact')?.words ?? ''
  const body = mapInlines(content, (inline) => {
    if (typeof inline === 'string' || inline.kind !== 'blank') return inline
    const words = byLabel.get(inline.label) ?? ''
    return words === '' ? inline : words
  })
  return content.note === CONTACT_NOTE && contact !== '' ? { ...body, note: `联系人：${contact}` } : body
}

export const openPassages = (passages: readonly Passage[]): number => passages.filter((p) => p.words === '').length
