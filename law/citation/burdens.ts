/**
 * Burdens that a document lays on people, and the superior provisions that limit who may lay them.
 *
 * A paper that sets a fine shares no conduct with 行政处罚法's rule on who may set fines, so that likeness of words never
 * finds it. Here both sides are known by what they speak of: a row names a burden, the words by which a document
 * lays it, and the grounds on which a superior provision limits it. Facts only: whether the burden is unlawful is
 * judged by a person (domain notes, powers table and pattern catalogue).
 */
import { burdens } from './burden-rows.ts'

export type BurdenKind =
  | 'penalty' | 'licence' | 'coercion' | 'fee' | 'certificate' | 'localPreference' | 'benefit' | 'equality' | 'liberty' | 'communications' | 'delegation'
  | 'timeLimit' | 'litigation' | 'reserved' | 'operation' | 'retroactive' | 'validity' | 'making'

/** What the document is: a power that a regulation has, a rule or a paper may lack (行政处罚法 arts 12, 14, 16). */
export type DocumentForm = 'regulation' | 'rule' | 'paper'

/** One rule of superior law on a burden. */
export type Ground = {
  /** what it says, in a reviewer's words */
  of: string
  /** the provision that says it */
  basis: string
  /** it says whether a document may lay the burden at all, not how */
  power?: true
  /** forms of documents that it binds; absent: all */
  forms?: readonly DocumentForm[]
  /** what of the burden calls for just this rule; absent: the burden as such */
  inDocument?: RegExp
  /** words of the document to which it does not apply */
  unless?: RegExp
  /** how a superior provision says it */
  inRule: RegExp
}

export type Burden = {
  kind: BurdenKind
  /** shown beside the provision: why it is put there */
  label: string
  /** what a search engine is asked to find the provisions that limit it */
  ask: string
  /** how a document lays it */
  inDocument: RegExp
  grounds: readonly Ground[]
}

/** A ground that an article of a document calls for. */
export type CalledGround = { kind: BurdenKind; ground: Ground; /** called for by words of the article, not by the burden alone */ specific: boolean }

const LOWEST_OF_REGULATIONS = 4
const LOWEST_OF_RULES = 6

/** The form of a document by its force (library kinds). */
export const formOfRank = (rank: number): DocumentForm => (rank <= LOWEST_OF_REGULATIONS ? 'regulation' : rank <= LOWEST_OF_RULES ? 'rule' : 'paper')

/** What burdens the words of a document lay. */
export const burdensOf = (words: string): BurdenKind[] => burdens.filter((b) => b.inDocument.test(words)).map((b) => b.kind)

/** The grounds that the words of a document of a form call for. */
export const groundsFor = (words: string, form: DocumentForm): CalledGround[] =>
  burdens.filter((b) => b.inDocument.test(words)).flatMap(({ kind, grounds }) =>
    grounds
      .filter((g) => g.forms?.includes(form) !== false && g.inDocument?.test(words) !== false && g.unless?.test(words) !== true)
      .map((ground) => ({ kind, ground, specific: ground.inDocument !== undefined })))

/** The words with which a search engine finds provisions that limit a burden. */
export const burdenQuery = (kind: BurdenKind): string => burdens.find((b) => b.kind === kind)?.ask ?? ''

export const burdenLabel = (kind: BurdenKind): string => burdens.find((b) => b.kind === kind)?.label ?? ''
