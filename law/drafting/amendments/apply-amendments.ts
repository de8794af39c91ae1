/**
 * Carries out the amendments that an approving organ attaches to a voted text, so that nobody retypes it; numbers of articles
 * and references inside the text follow. Checks that nothing else is different (立法法 81).
 */
import { type ChangedProvisions, changeProvisions, type ProvisionChange } from '../../amendment/index.ts'
import { type LegalText, plainText } from '../../text/index.ts'
import { type RecordedAmendment, sayAmendment } from './recorded-amendment.ts'
import { type Fault, resolveAmendment } from './resolve-amendment.ts'

export type AmendmentFault = Fault & { index: number }

export type Amended = {
  text: LegalText
  /** amendments that cannot be carried out; they changed nothing */
  faults: AmendmentFault[]
  /** what each amendment did, in words; '' where it did nothing */
  effects: string[]
  /** 第十三条 is 第十四条 now: articles whose number follows an added or deleted one */
  renumbered: { before: string; after: string }[]
  /** references whose numbers followed */
  followed: { where: string; before: string; after: string }[]
  /** what a person has to look at: references by new words, 前款 after a new 款, 本条例 in a text of another name */
  notes: string[]
  /** for each amendment the place of the article that it added, null where it added none */
  added: (number | null)[]
  /** for each article the index of the voted one, null for a new one */
  origins: (number | null)[]
}

type Accepted = { index: number; changes: ProvisionChange[] }

/** Whether two changes meet at one place. An article that is written anew or taken away has no other change. */
function overlap(voted: LegalText, one: ProvisionChange, other: ProvisionChange): boolean {
  const whole = (a: ProvisionChange, b: ProvisionChange): boolean =>
    (a.does === 'remove' && articleOf(voted, b) === a.articleId) || (a.does === 'rewrite' && b.does !== 'add' && articleOf(voted, b) === a.articleId)
  if (whole(one, other) || whole(other, one)) return true
  if (one.does === 'words' && other.does === 'words') return one.nodeId === other.nodeId && one.start < other.end && other.start < one.end
  if (one.does === 'cell' && other.does === 'cell') return one.annexId === other.annexId && one.block === other.block && one.row === other.row && one.column === other.column && one.start < other.end && other.start < one.end
  if (one.does !== other.does || one.does === 'add') return false
  return placeOf(one) === placeOf(other)
}

function articleOf(voted: LegalText, change: ProvisionChange): string | null {
  if ('articleId' in change) return change.articleId
  if (change.does !== 'words') return null
  return voted.articles.find((a) => a.paragraphs.some((p) => p.id === change.nodeId || p.items.some((i) => i.id === change.nodeId || i.subitems.some((s) => s.id === change.nodeId))))?.id ?? null
}

const placeOf = (change: ProvisionChange): string => ('articleId' in change ? change.articleId : 'divisionId' in change ? change.divisionId : 'annexId' in change ? change.annexId : change.does)

/**
 * The text with the amendments. Those that cannot be carried out are told and change nothing; articles that none names stay
 * as they are, numbers aside. A deleted article to which the text still refers is such a fault: its number would be another's.
 */
export function applyAmendments(voted: LegalText, amendments: readonly RecordedAmendment[]): Amended {
  const faults: AmendmentFault[] = []
  const accepted: Accepted[] = []
  amendments.forEach((amendment, index) => {
    const resolved = resolveAmendment(voted, amendment)
    if ('fault' in resolved) faults.push({ index, ...resolved.fault })
    else if (accepted.some((a) => a.changes.some((one) => resolved.changes.some((other) => overlap(voted, one, other))))) {
      faults.push({ index, code: 'overlaps', message: `${amendment.articleLabel}：同前面的修改意见重叠，请合并成一条。` })
    } else accepted.push({ index, changes: resolved.changes })
  })
  for (;;) {
    const done = carryOut(voted, accepted)
    const [broken] = brokenBy(voted, done, amendments, accepted)
    if (broken === undefined) return { ...shown(voted, done, amendments, accepted), faults: faults.sort((a, b) => a.index - b.index) }
    faults.push(broken)
    accepted.splice(accepted.findIndex(({ index }) => index === broken.index), 1)
  }
}

const carryOut = (voted: LegalText, accepted: readonly Accepted[]): ChangedProvisions => changeProvisions(voted, accepted.flatMap(({ changes }) => changes))

/** Amendments that leave a reference without its target. */
function brokenBy(voted: LegalText, done: ChangedProvisions, amendments: readonly RecordedAmendment[], accepted: readonly Accepted[]): AmendmentFault[] {
  const removed = accepted.filter(({ index }) => amendments[index]?.kind === 'remove')
  const cited = removed.flatMap(({ index }): AmendmentFault[] => {
    const label = amendments[index]?.articleLabel ?? ''
    const found = done.problems.find(({ code, message }) => code === 'reference-to-deleted' && message.includes(`引用的${label}已经删去`))
    return found === undefined ? [] : [{ index, code: 'cited', message: `${found.message.replace('，请核对。', '')}，请同时修改引用它的条文。` }]
  })
  const numbers = new Set(done.text.articles.map(({ number }) => number))
  const dangling = done.newReferences.filter(({ label }) => !numbers.has(label)).flatMap(({ where, label }): AmendmentFault[] => {
    const own = accepted.find(({ index }) => amendments[index]?.after.includes(label) === true)
    return own === undefined ? [] : [{ index: own.index, code: 'cited', message: `${where}引用的${label}，批准后的文本里没有；新写的条号是批准后的条号。` }]
  })
  return voted.form === 'outline' ? [] : [...cited, ...dangling]
}

function shown(voted: LegalText, done: ChangedProvisions, amendments: readonly RecordedAmendment[], accepted: readonly Accepted[]): Omit<Amended, 'faults'> {
  const { text, origins, followed } = done
  const flat = accepted.flatMap(({ index, changes }) => changes.map(() => index))
  const effects = amendments.map((amendment, index) => {
    if (!flat.includes(index)) return ''
    const said = sayAmendment(amendment, { addedAs: done.addedAs.get(flat.indexOf(index)), whole: accepted.some((a) => a.index === index && a.changes.some(({ does }) => does === 'rewrite')) })
    const old = voted.articles.findIndex((a) => a.id === amendment.articleId)
    const now = old < 0 ? undefined : text.articles[origins.indexOf(old)]?.number
    return now === undefined || now === amendment.articleLabel || amendment.kind === 'remove' ? said : `${said.replace(/。$/u, '')}（${amendment.articleLabel}改为${now}）${said.endsWith('。') ? '。' : ''}`
  })
  const renumbered = origins.flatMap((old, at) => {
    const [before, after] = [old === null ? undefined : voted.articles[old]?.number, text.articles[at]?.number]
    return before === undefined || after === undefined || before === after ? [] : [{ before, after }]
  })
  const added = amendments.map((_, index) => {
    const number = done.addedAs.get(flat.indexOf(index))
    return number === undefined ? null : text.articles.findIndex((a) => a.number === number)
  })
  return { text, origins, added, followed, renumbered, effects, notes: notesOf(voted, done, renumbered.length > 0) }
}

/** 第四条至第七条改为第五条至第八条: runs of articles that moved together, in words. */
export function sayRenumbered(voted: LegalText, renumbered: Amended['renumbered']): string[] {
  const placeOf = new Map(voted.articles.map(({ number }, at) => [number, at]))
  const runs: { first: { before: string; after: string }; last: { before: string; after: string }; shift: number }[] = []
  for (const one of renumbered) {
    const [from, to] = [placeOf.get(one.before) ?? 0, placeOf.get(one.after) ?? voted.articles.length]
    const run = runs.at(-1)
    if (run !== undefined && placeOf.get(run.last.before) === from - 1 && (run.shift === to - from || to === voted.articles.length)) run.last = one
    else runs.push({ first: one, last: one, shift: to - from })
  }
  return runs.map(({ first, last }) => (first === last ? `${first.before}改为${first.after}` : `${first.before}至${last.before}依次改为${first.after}至${last.after}`))
}

const KIND_OF_NAME = /(条例|办法|规定|决定|规则|细则|实施办法)$/u
const short = (words: string): string => (words.length > 20 ? `${words.slice(0, 20)}…` : words)

function notesOf(voted: LegalText, { text, newReferences, problems }: ChangedProvisions, moved: boolean): string[] {
  const targets = moved ? newReferences : []
  const [was, now] = [KIND_OF_NAME.exec(voted.title)?.[0], KIND_OF_NAME.exec(text.title)?.[0]]
  const own = was !== undefined && was !== now ? text.articles.filter((a) => plainText(a).includes(`本${was}`)).length : 0
  return [
    ...targets.map(({ where, label }) => `${where}新写的“${label}”指批准后的${label}（${short(plainText(text.articles.find((a) => a.number === label) ?? EMPTY))}），请核对。`),
    ...problems.map(({ message }) => message),
    ...(own === 0 ? [] : [`名称改了，还有${own}条写着“本${was}”，没有跟着改；要改的请逐条写明。`]),
  ]
}

const EMPTY = { id: '', number: '', heading: null, paragraphs: [], line: 0 }
