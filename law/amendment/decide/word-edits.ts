/** Changes of a few words in a passage, said as a clerk says them: 将“A”修改为“B”, 在“A”后增加“B”, 删去“A”. */
import { diffText } from '../../compare/index.ts'

export type WordEdit =
  | { kind: 'replace'; from: string; to: string }
  | { kind: 'insert'; after: string; words: string }
  | { kind: 'append'; words: string }
  | { kind: 'delete'; words: string }

/** What becomes of words of the old text that no instruction names. */
export type Follow = (words: string) => string
export type Replacement = { from: string; to: string }

/**
 * `short` leaves the comma before added words to the reader, as decisions do; `exact` quotes it; `replaced` says
 * everything as 将“A”修改为“B”, for places at which a reader would put marks of punctuation of its own.
 */
export type Wording = 'short' | 'exact' | 'replaced'

export type WordEditOptions = {
  /** the words of the provision that the instruction will name: what is quoted must be unmistakable in them */
  scope: string
  /** the line inside the scope that changes, before and after */
  before: string
  after: string
  /** what becomes of references by renumbering */
  follow: Follow
  /** replacements that another instruction says of this place */
  common: readonly Replacement[]
  wording: Wording
}

export type Hunk = { start: number; end: number; come: string }

/** An instruction names at most this many places of one line; a line that changes oftener is written anew. */
const MOST_EDITS = 2
/** Changes that stand closer than this are one change; so are those in one clause of a sentence. */
const CLOSE = 4
/** Changes in one clause that stand farther apart than this are two. */
const FAR = 16
/** A phrase that is taken up to its marks of punctuation for the sake of the reader is no longer than this. */
const LONGEST_PHRASE = 16
const SHORTEST_QUOTE = 2
/** A replaced phrase shorter than this says too little by itself. */
const SHORTEST_PHRASE = 4
/** Beyond this share of changed words the whole line is written anew. */
const LARGEST_SHARE = 0.5

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const MARKS = /[，。；：、！？（）《》\n]/g
const MARK = /[，。；：、！？（）《》\n]/

const MOST_KEPT = 5_000
const kept = new Map<string, readonly Hunk[]>()

/** The places at which two lines differ, from the left. The writer asks of the same lines again and again. */
export function readHunks(before: string, after: string): readonly Hunk[] {
  const key = `${before}\n\n${after}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const hunks = findHunks(before, after)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, hunks)
  return hunks
}

function findHunks(before: string, after: string): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | null = null
  for (const change of diffText(before, after)) {
    if (change.op === 'equal') {
      at += change.text.length
      open = null
      continue
    }
    if (open === null) hunks.push((open = { start: at, end: at, come: '' }))
    if (change.op === 'delete') open.end = at += change.text.length
    else open.come += change.text
  }
  return hunks
}

/**
 * The places at which `after` differs from what the common replacements make of `before`, as places in `before`.
 * Null where one of them reaches into words that were replaced.
 */
function ownHunks({ before, after, common }: WordEditOptions): Hunk[] | null {
  const segments = replacedSegments(before, common)
  let words = ''
  let at = 0
  const moved: { start: number; end: number; shift: number }[] = []
  for (const { start, end, to } of segments) {
    words += before.slice(at, start) + to
    moved.push({ start: words.length - to.length, end: words.length, shift: end - words.length })
    at = end
  }
  words += before.slice(at)
  const back = (place: number): number | null => {
    const last = moved.findLast((segment) => segment.start < place)
    if (last === undefined) return place
    return place < last.end ? null : place + last.shift
  }
  const hunks: Hunk[] = []
  for (const { start, end, come } of readHunks(words, after)) {
    const [from, to] = [back(start), back(end)]
    if (from === null || to === null || segments.some((segment) => segment.start < to && segment.end > from)) return null
    hunks.push({ start: from, end: to, come })
  }
  return hunks
}

function replacedSegments(words: string, common: readonly Replacement[]): { start: number; end: number; to: string }[] {
  const segments: { start: number; end: number; to: string }[] = []
  for (const { from, to } of common) {
    for (let at = words.indexOf(from); at >= 0; at = words.indexOf(from, at + from.length)) {
      const end = at + from.length
      if (!segments.some((other) => other.start < end && other.end > at)) segments.push({ start: at, end, to })
    }
  }
  return segments.sort((a, b) => a.start - b.start)
}

/** 甲，丙，乙 for 甲，乙: what came is ，丙 and not 丙，; the same of what went. */
function markFirst(hunk: Hunk, before: string): Hunk {
  const mark = before.charAt(hunk.start - 1)
  if (!/[，、；]/.test(mark)) return hunk
  if (hunk.start === hunk.end && hunk.come.endsWith(mark)) return { start: hunk.start - 1, end: hunk.end - 1, come: mark + hunk.come.slice(0, -1) }
  if (hunk.come === '' && before.charAt(hunk.end - 1) === mark) return { start: hunk.start - 1, end: hunk.end - 1, come: '' }
  return hunk
}

function joinClose(hunks: readonly Hunk[], before: string): Hunk[] {
  const joined: Hunk[] = []
  for (const hunk of hunks) {
    const last = joined.at(-1)
    const between = last === undefined ? '' : before.slice(last.end, hunk.start)
    const together = between.length < CLOSE ? !/[。；]/.test(between) : between.length < FAR && !MARK.test(between)
    if (last !== undefined && together) {
      last.come += between + hunk.come
      last.end = hunk.end
    } else {
      joined.push({ ...hunk })
    }
  }
  return joined
}

export const timesIn = (scope: string, words: string): number => (words === '' ? 0 : scope.split(words).length - 1)

/** Offsets at which words begin or end, so that no quotation cuts a word in two. */
function wordBorders(words: string): Set<number> {
  const borders = new Set<number>([words.length])
  for (const { index } of segmenter.segment(words)) borders.add(index)
  return borders
}

const isMark = (words: string, at: number): boolean => at < 0 || at >= words.length || MARK.test(words.charAt(at))

/** Start of the phrase before `end` that added words follow: from a mark of punctuation, or as few words as are unmistakable. */
function phraseStart(options: WordEditOptions, end: number): number {
  const { before, scope } = options
  const borders = wordBorders(before)
  let shortest = -1
  for (let start = end - SHORTEST_QUOTE; start >= 0; start -= 1) {
    if (!borders.has(start) || isMark(before, start) || timesIn(scope, before.slice(start, end)) !== 1) continue
    const length = before.slice(start, end).replace(MARKS, '').length
    if (shortest < 0 || end - shortest < SHORTEST_PHRASE) shortest = start
    if (isMark(before, start - 1) && length >= SHORTEST_QUOTE) return end - start <= LONGEST_PHRASE ? start : shortest
  }
  return shortest
}

const NAME_ENDS = /^(?:行政)?(?:主管)?(?:部门|机关|机构|委员会|单位|人员|制度|标准)/
const NAME_BEGINS = /(?:国务院|人民政府|[省市区县])$/

/** 市交通主管部门 rather than 交通主管: a name is quoted with what begins and ends it. */
function wholeName(words: string, start: number, end: number): [number, number] {
  const begins = NAME_BEGINS.exec(words.slice(0, start))?.[0].length ?? 0
  const ends = NAME_ENDS.exec(words.slice(end))?.[0].length ?? 0
  return ends === 0 ? [start, end] : [start - begins, end + ends]
}

/** Widens a hunk to words, to its phrase where that is short, and on until what it quotes is unmistakable. */
function widen(options: WordEditOptions, hunk: Hunk): Hunk | null {
  const { before, scope } = options
  const borders = wordBorders(before)
  let { start, end } = hunk
  const grow = (left: boolean): void => {
    if (left) do start -= 1
    while (start > 0 && !borders.has(start))
    else do end += 1
    while (end < before.length && !borders.has(end))
  }
  while (start > 0 && !borders.has(start)) start -= 1
  while (end < before.length && !borders.has(end)) end += 1
  let [from, to] = [start, end]
  while (!isMark(before, from - 1)) from -= 1
  while (!isMark(before, to)) to += 1
  if (to - from <= LONGEST_PHRASE && to - from < before.length / 2) [start, end] = [from, to]
  else [start, end] = wholeName(before, start, end)
  const come = (): string => before.slice(start, hunk.start) + hunk.come + before.slice(hunk.end, end)
  const clear = (): boolean => end - start >= SHORTEST_PHRASE && timesIn(scope, before.slice(start, end)) === 1 && come() !== ''
  while (!clear()) {
    if (start === 0 && end === before.length) {
      if (end >= SHORTEST_QUOTE && timesIn(scope, before) === 1 && come() !== '') break
      return null
    }
    // inside its own phrase first, so that one phrase and not half of two is quoted
    const [left, right] = [!isMark(before, start - 1), !isMark(before, end)]
    grow(end === before.length || (start > 0 && (left || !right)))
  }
  return { start, end, come: come() }
}

function sayHunk(options: WordEditOptions, hunk: Hunk): WordEdit | null {
  const { before, scope, wording } = options
  const gone = before.slice(hunk.start, hunk.end)
  if (wording !== 'replaced' && gone === '') {
    if (hunk.start === before.length && /[。；]$/.test(before) && /[。；]$/.test(hunk.come)) return { kind: 'append', words: hunk.come }
    const start = phraseStart(options, hunk.start)
    const words = wording === 'short' ? hunk.come.replace(/^[，、]/, '') : hunk.come
    if (start >= 0 && words !== '') return { kind: 'insert', after: before.slice(start, hunk.start), words }
  }
  // what goes is a phrase, not the end of one and the beginning of the next
  const borders = wordBorders(before)
  const inWords = borders.has(hunk.start) && borders.has(hunk.end)
  const phrase = inWords && (!MARK.test(gone.slice(1, -1)) || isMark(gone, 0) || isMark(gone, gone.length - 1))
  if (wording !== 'replaced' && hunk.come === '' && phrase && gone.length >= SHORTEST_QUOTE && timesIn(scope, gone) === 1) return { kind: 'delete', words: gone }
  const wide = widen(options, hunk)
  return wide === null ? null : { kind: 'replace', from: before.slice(wide.start, wide.end), to: wide.come }
}

/** What a word edit makes of the words of its scope, every occurrence alike. */
export function applyWordEdit(words: string, edit: WordEdit): string {
  switch (edit.kind) {
    case 'replace':
      return words.split(edit.from).join(edit.to)
    case 'insert':
      return words.split(edit.after).join(edit.after + edit.words)
    case 'append':
      return words + edit.words
    case 'delete':
      return words.split(edit.words).join('')
    default: {
      const never: never = edit
      return never
    }
  }
}

/** The line with these hunks, and all else as it becomes without a word. */
function unedited({ before, follow, common }: WordEditOptions, hunks: readonly Hunk[]): string {
  const becomes = (words: string): string => follow(common.reduce((text, { from, to }) => text.split(from).join(to), words))
  let words = ''
  let at = 0
  for (const { start, end, come } of hunks) {
    words += becomes(before.slice(at, start)) + come
    at = end
  }
  return words + becomes(before.slice(at))
}

/**
 * The edits that make `after` of `before`, references that follow by renumbering aside.
 * Empty where nothing is left to say; null where so much changed that the line is better written anew.
 */
export function wordEdits(options: WordEditOptions): WordEdit[] | null {
  const { before, follow } = options
  const own = ownHunks(options)?.filter(({ start, end, come }) => follow(before.slice(start, end)) !== come)
  // a reference that would follow by renumbering and must not is no word that changed
  if (own === undefined || unedited(options, own) !== options.after) return null
  const hunks = joinClose(own, before).map((hunk) => markFirst(hunk, before))
  if (hunks.length === 0) return []
  if (hunks.length > MOST_EDITS) return null
  const gone = hunks.reduce((sum, { start, end }) => sum + end - start, 0)
  if (gone > before.length * LARGEST_SHARE) return null
  const edits: WordEdit[] = []
  for (const hunk of hunks) {
    const edit = sayHunk(options, hunk)
    if (edit === null) return null
    edits.push(edit)
  }
  // what one edit quotes another must not have touched, nor written
  const wanted = hunks.reduceRight((words, { start, end, come }) => words.slice(0, start) + come + words.slice(end), before)
  const exact = edits.map((edit, at) => (edit.kind === 'insert' ? { ...edit, words: hunks[at]?.come ?? '' } : edit))
  return exact.reduce(applyWordEdit, before) === wanted ? edits : null
}
