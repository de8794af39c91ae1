import { readDate } from '../../../law/text/index.ts'

/** A date that a decision gives, with the words that say so; `date` null where they name none. */
export type StatedDate = { date: string | null; words: string; basis: 'stated' | 'inferred' | 'unknown' }

/** What an amending decision says of itself. */
export type DecisionFacts = {
  title: string
  adopted: StatedDate
  effective: StatedDate
  /** the meeting and its act as a 题注 names them: 2024年6月28日某某第十次会议; '' where the decision does not say */
  meeting: string
}

const ADOPTED = /([\d〇○零一二三四五六七八九]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日)\s*([^\n（()）]{2,80}?)\s*通过/u
const EFFECT = /(?:本决定|本修正案|本修改决定)[^。\n]*?施行/u
const AT_PROMULGATION = /自(?:公布|发布|通过)之日起/u
const LINES_OF_HEAD = 14

/**
 * Reads title, adoption and date of effect off the lines of an amending decision (修改决定的形式：题注和“本决定自…起施行”).
 * `container`: the title that the file names, which some sources cut in two (the rest is the first line).
 * Where it holds from its promulgation, whose day it does not print, the day of adoption is proposed as inferred.
 */
export function decisionFacts(lines: readonly string[], container: string | null = null): DecisionFacts {
  const own = lines.map((line) => line.trim()).filter((line) => line !== '')
  // a name is often broken over lines in the head
  const head = own.slice(0, LINES_OF_HEAD).join('')
  const noted = ADOPTED.exec(head)
  const date = noted === null ? null : readDate(noted[1] ?? '')
  const adopted: StatedDate = noted === null || date === null ? { date: null, words: '', basis: 'unknown' } : { date, words: noted[0].replaceAll(/\s/gu, ''), basis: 'stated' }
  return { title: wholeTitle(titleOf(own), container), adopted, effective: effectOf(own, adopted.date), meeting: noted === null ? '' : `${(noted[1] ?? '').replaceAll(/\s/gu, '')}${(noted[2] ?? '').replaceAll(/\s/gu, '')}` }
}

const wholeTitle = (printed: string, container: string | null): string => (container !== null && /关于(?:修改)?$/u.test(container) && !printed.includes('关于') ? `${container}${printed}` : printed)

function titleOf(own: readonly string[]): string {
  let title = ''
  for (const line of own.slice(0, LINES_OF_HEAD)) {
    if (/^[（(]?[\d〇零一二三四五六七八九]{4}\s*年/u.test(line)) break
    title += line
    if (/(?:决定|修正案(?:[（(][^（()）]+[)）])?)$/u.test(line)) return title.replaceAll(/\s/gu, '')
  }
  return (own[0] ?? '').slice(0, 200)
}

function effectOf(own: readonly string[], adopted: string | null): StatedDate {
  for (const line of own.toReversed()) {
    const words = EFFECT.exec(line)?.[0]
    if (words === undefined) continue
    const date = readDate(words)
    if (date !== null) return { date, words: `${words}。`, basis: 'stated' }
    if (AT_PROMULGATION.test(words)) return { date: adopted, words: `${words}。`, basis: adopted === null ? 'unknown' : 'inferred' }
  }
  return { date: null, words: '', basis: 'unknown' }
}

const AMENDED = /修正/gu

/**
 * The 题注 of a text after one more amendment: the old one and a last event in the words of the practice
 * （…《关于修改〈…〉的决定》第二次修正）. Null where the decision does not name its meeting.
 */
export function extendedNote(note: string, facts: Pick<DecisionFacts, 'title' | 'meeting'>): string | null {
  if (facts.meeting === '') return null
  const before = note.match(AMENDED)?.length ?? 0
  const ordinal = before === 0 ? '' : `第${toNumber(before + 1)}次`
  const title = facts.title.replace(/^.*?(?=关于)/u, '').replaceAll('《', '〈').replaceAll('》', '〉')
  const trimmed = note.trim()
  // as the events before it are written
  const meeting = /日 /u.test(trimmed) ? facts.meeting.replace(/日/u, '日 ') : facts.meeting
  const event = `${trimmed === '' || trimmed.includes('根据') || /[）)]$/u.test(trimmed) ? '根据' : ''}${meeting}《${title}》${ordinal}修正`
  const closing = /[）)]$/u.exec(trimmed)?.[0] ?? ''
  return closing === '' ? `${trimmed}${trimmed === '' ? '' : '\n'}${event}` : `${trimmed.slice(0, -1)}　${event}${closing}`
}

const toNumber = (n: number): string => ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'][n] ?? String(n)
