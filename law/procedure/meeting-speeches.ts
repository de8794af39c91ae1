/** Speeches of a meeting: their order in a bulletin and in the compilation by article, and what became of each. */
import { parseArticleLabel, readNumber } from '../text/numerals.ts'

export const dispositions = ['adopted', 'partly', 'notAdopted', 'noted'] as const
export type Disposition = (typeof dispositions)[number]
export const dispositionLabels: Record<Disposition, string> = { adopted: '采纳', partly: '部分采纳', notAdopted: '未采纳', noted: '参考' }
/** 立法法第三十六条 as a model: who rejects an opinion says why. */
export const needsReason = (disposition: Disposition): boolean => disposition === 'partly' || disposition === 'notAdopted'

export const speechCapacities = ['member', 'attending', 'deputy', 'expert'] as const
export type SpeechCapacity = (typeof speechCapacities)[number]
export const capacityLabels: Record<SpeechCapacity, string> = { member: '组成人员', attending: '列席人员', deputy: '人大代表', expert: '专家' }

export const attendanceStatuses = ['expected', 'present', 'leave', 'absent'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]
export const attendanceStatusLabels: Record<AttendanceStatus, string> = { expected: '未登记', present: '出席', leave: '请假', absent: '缺席' }

type Spoken = { articleLabel: string | null; order: number }

/** What a person types for an article in haste, as its label: 12, 十二, 第12条, 12-1 (第十二条之一). Null where it names none. */
export function typedArticle(typed: string, labels: readonly string[]): string | null {
  const text = typed.replaceAll(/[\s第条]/gu, '').replace('-', '之')
  const [first = '', ...rest] = text.split('之')
  const wanted = [first, ...rest].map((part) => readNumber(part))
  if (text === '' || wanted.includes(null)) return null
  return labels.find((label) => {
    const read = parseArticleLabel(label)
    return read !== null && [read.number, ...read.inserted].join('.') === wanted.join('.')
  }) ?? null
}

/** Speeches by article in the order of the draft; those on the whole text first, an article that the draft does not have last. */
export function byArticle<S extends Spoken>(speeches: readonly S[], labels: readonly string[]): { articleLabel: string | null; speeches: S[] }[] {
  const place = (label: string | null): number => (label === null ? -1 : labels.includes(label) ? labels.indexOf(label) : labels.length)
  const groups = new Map<string | null, S[]>()
  for (const speech of speeches.toSorted((a, b) => a.order - b.order)) groups.set(speech.articleLabel, [...(groups.get(speech.articleLabel) ?? []), speech])
  return [...groups].map(([articleLabel, spoken]) => ({ articleLabel, speeches: spoken })).toSorted((a, b) => place(a.articleLabel) - place(b.articleLabel) || (a.articleLabel ?? '').localeCompare(b.articleLabel ?? '', 'zh'))
}
