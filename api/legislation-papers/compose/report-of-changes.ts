import { toChineseNumber } from '../../../law/text/index.ts'
import { blank } from '../../paper/index.ts'
import { printedDate, type Block, type Inline } from '../../typesetting/index.ts'
import { type ArticleChange, articleChanges } from '../article-changes.ts'
import { type FixedText, type LegislationCase, sittingName } from '../legislation-case.ts'
import { draftTitle, gap, ordinal, p, stop } from '../words.ts'

const readingNames = ['一', '二', '三'] as const
/** What a reading's text is called in titles: 草案, 草案二次审议稿, 草案三次审议稿 (practice). */
export const stageOf = (number: number): string => (number <= 1 ? '草案' : `草案${readingNames[number - 1] ?? ''}次审议稿`)
const textOfReading: Readonly<Record<number, string>> = { 1: 'firstReading', 2: 'secondReading', 3: 'thirdReading' }

/** Texts that come of a review: what goes to the next reading, or to the vote. */
const reviewed: readonly string[] = ['secondReading', 'thirdReading', 'voting', 'working']

/** The text that a reading was held on, and the newest that was made of it before the vote; null where either is missing. */
export function textsToReport(c: LegislationCase): { from: FixedText; to: FixedText; reading: number } | null {
  const held = c.readings.length === 0 ? [1] : c.readings.map((r) => r.number)
  for (const reading of held.toReversed()) {
    const from = c.texts.findLast((t) => t.kind === textOfReading[reading])
    const to = c.texts.findLast((t) => from !== undefined && t.seq > from.seq && reviewed.includes(t.kind))
    if (from !== undefined && to !== undefined) return { from, to, reading }
  }
  return null
}

/** When it was read, what was asked of whom since, when the law committee reviewed it: how every report of that committee begins. */
export function course(c: LegislationCase, closing: string): Block {
  const number = textsToReport(c)?.reading
  const reading = c.readings.findLast((r) => number === undefined || r.number === number)
  const words: Inline[] = [
    reading === undefined ? '' : `${sittingName(c.house.name, reading.sitting)}对${draftTitle(c.title, stageOf(reading.number))}进行了第${readingNames[reading.number - 1] ?? ''}次审议。`,
    c.consultation === null || (reading?.number ?? 1) > 1 ? '' : `会后，${c.commission}将草案公开征求意见${c.consultation.until === null ? '' : `至${printedDate(c.consultation.until)}`}。`,
    blank('courseSince'), c.lawCommittee, blank('lawCommitteeMeeting'), `根据常委会组成人员的审议意见和各方面的意见，对草案进行了统一审议。${closing}`,
  ]
  return p(...words.filter((w) => w !== ''))
}

/** The sitting of the law committee since the last reading, as the record has it: a person may still say it otherwise. One before that reading did not deal with what was said there. */
export function lawCommitteeSitting(c: Pick<LegislationCase, 'lawCommitteeSittings' | 'readings'>): Record<string, string> {
  const review = c.lawCommitteeSittings.at(-1)
  return review === undefined || review.startsOn < (c.readings.at(-1)?.sitting.startsOn ?? '') ? {} : { lawCommitteeMeeting: `${printedDate(review.startsOn)}${review.session === null ? '会议' : `第${toChineseNumber(review.session)}次会议`}` }
}

const placeOf = (change: ArticleChange, from: FixedText, to: FixedText): string =>
  change.kind === 'removed' ? `${from.label}${change.before}` : change.kind === 'added' ? `${to.label}${change.after}` : change.before === change.after ? change.after : `${to.label}${change.after}，${from.label}${change.before}`

/** One passage an article: who asked for it, and what was done. A change that nobody has given a reason for waits for one. */
export function changeBlocks(c: LegislationCase, texts: { from: FixedText; to: FixedText }): Block[] {
  const changes = articleChanges(texts.from, texts.to, c)
  return changes.flatMap((change, at): Block[] => {
    const place = placeOf(change, texts.from, texts.to)
    const subject = change.kind === 'removed' ? change.before : change.after
    const reason: Inline[] = change.reasons.length === 0 ? [gap(`${subject}${change.kind === 'added' ? '增加' : change.kind === 'removed' ? '删去' : '修改'}的理由`), '。'] : [change.reasons.map(stop).join('')]
    return [
      { kind: 'heading', level: 1, text: `${ordinal(at)}关于${subject}` },
      p(...reason, `据此，建议${change.said}${change.quote === '' ? `（${place}）。` : '：'}`),
      ...(change.quote === '' ? [] : [{ kind: 'quote' as const, words: `“${change.quote.replace(/\n/gu, '')}”（${place}）` }]),
    ]
  })
}

/** 第一次、第二次审议以来 what the text now holds. */
export function sizeOf(text: FixedText): string {
  const chapters = text.tree.divisions.filter((d) => d.kind === 'chapter').length
  return `${chapters === 0 ? '' : `${toChineseNumber(chapters)}章`}${toChineseNumber(text.tree.articles.length)}条`
}
