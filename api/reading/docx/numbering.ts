import type { Archive } from '../archive.ts'
import { xmlReader, type XmlAttributes } from '../xml.ts'
import { formatNumber } from './number-format.ts'

type Level = {
  start: number
  format: string
  text: string
  suffix: 'tab' | 'space' | 'nothing'
  /** `w:lvlRestart`: null is the rule (after any higher level), 0 never, n only after level n (from 1) */
  restart: number | null
  legal: boolean
  style: string | null
}
type AbstractNumbering = { levels: (Level | undefined)[]; styleLink: string | null; numStyleLink: string | null }
type Override = { start: number | null; level: Level | null }
type Instance = { abstractId: string; overrides: Map<number, Override> }

/** `numbering.xml` as read: definitions and the lists that use them. */
export type Numbering = { abstracts: Map<string, AbstractNumbering>; instances: Map<string, Instance> }

/** Which list and level a paragraph belongs to. */
export type NumberReference = { numId: string; level: number }

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', suffix: 'tab', restart: null, legal: false, style: null })

const integer = (text: string | undefined, otherwise: number): number => {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isFinite(value) ? value : otherwise
}

const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off'

const applyLevelProperty = (level: Level, name: string, attributes: XmlAttributes): void => {
  const value = attributes['val']
  if (name === 'start') level.start = integer(value, 1)
  else if (name === 'numFmt') level.format = value === 'custom' ? (attributes['format'] ?? 'custom') : (value ?? 'decimal')
  else if (name === 'lvlText') level.text = value ?? ''
  else if (name === 'suff') level.suffix = value === 'space' || value === 'nothing' ? value : 'tab'
  else if (name === 'lvlRestart') level.restart = integer(value, 0)
  else if (name === 'isLgl') level.legal = !isOff(value)
  else if (name === 'pStyle') level.style = value ?? null
}

/** Reads `word/numbering.xml`; an archive without one gives no lists. Throws `Refusal`. */
export async function readNumbering(archive: Archive, part: string): Promise<Numbering> {
  const numbering: Numbering = { abstracts: new Map(), instances: new Map() }
  let abstract: AbstractNumbering | null = null
  let instance: Instance | null = null
  let override: Override | null = null
  let level: Level | null = null
  // an mc:AlternateContent inside a level offers a format of Word 2010 (`custom`) and a plain one: the plain one is taken
  let insideChoice = 0

  const reader = xmlReader({
    open: (name, attributes) => {
      if (name === 'Choice') insideChoice += 1
      if (insideChoice > 0) return
      if (name === 'abstractNum') {
        abstract = { levels: [], styleLink: null, numStyleLink: null }
        numbering.abstracts.set(attributes['abstractNumId'] ?? '', abstract)
      } else if (name === 'num') {
        instance = { abstractId: '', overrides: new Map() }
        numbering.instances.set(attributes['numId'] ?? '', instance)
      } else if (name === 'abstractNumId' && instance) instance.abstractId = attributes['val'] ?? ''
      else if (name === 'styleLink' && abstract) abstract.styleLink = attributes['val'] ?? null
      else if (name === 'numStyleLink' && abstract) abstract.numStyleLink = attributes['val'] ?? null
      else if (name === 'lvlOverride' && instance) {
        override = { start: null, level: null }
        instance.overrides.set(integer(attributes['ilvl'], 0), override)
      } else if (name === 'startOverride' && override) override.start = integer(attributes['val'], 1)
      else if (name === 'lvl') {
        level = newLevel()
        const index = integer(attributes['ilvl'], 0)
        if (override) override.level = level
        else if (abstract && index >= 0 && index < 9) abstract.levels[index] = level
      } else if (level) applyLevelProperty(level, name, attributes)
    },
    close: (name) => {
      if (name === 'Choice') insideChoice -= 1
      if (name === 'abstractNum') abstract = null
      else if (name === 'num') instance = null
      else if (name === 'lvlOverride') override = null
      else if (name === 'lvl') level = null
    },
  })
  if (await archive.streamText(part, reader.write)) reader.end()
  return numbering
}

/** What stands before a paragraph, separator included; `unknownFormat` where it could not be printed. */
export type Label = { text: string; unknownFormat: string | null }

/**
 * Counts through a document. Lists that share a definition share their counters (ECMA-376 §17.9.15),
 * unless a list states its own start.
 */
export class NumberCounter {
  readonly #numbering: Numbering
  readonly #styleNumId: (style: string) => string | null
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #started = new Set<string>()

  /** @param styleNumId the list that a numbering style points at (`w:numStyleLink`) */
  constructor(numbering: Numbering, styleNumId: (style: string) => string | null = () => null) {
    this.#numbering = numbering
    this.#styleNumId = styleNumId
  }

  #abstractOf(instance: Instance, hops = 0): { id: string; abstract: AbstractNumbering } | null {
    const abstract = this.#numbering.abstracts.get(instance.abstractId)
    if (!abstract) return null
    if (abstract.numStyleLink !== null && hops < 4) {
      const link = abstract.numStyleLink
      const linked = this.#numbering.instances.get(this.#styleNumId(link) ?? '')
      const found = linked && this.#abstractOf(linked, hops + 1)
      if (found && found.abstract.levels.length > 0) return found
      for (const [id, candidate] of this.#numbering.abstracts) {
        if (candidate.styleLink === link) return { id, abstract: candidate }
      }
    }
    return { id: instance.abstractId, abstract }
  }

  /** The level of a list that a paragraph style is tied to by `w:pStyle`, where there is one. */
  levelOfStyle(numId: string, styles: readonly string[]): number | null {
    const instance = this.#numbering.instances.get(numId)
    const found = instance && this.#abstractOf(instance)
    if (!found) return null
    for (const style of styles) {
      const index = found.abstract.levels.findIndex((level) => level?.style === style)
      if (index >= 0) return index
    }
    return null
  }

  /** Counts one paragraph and gives its label, '' where it has none. */
  next(reference: NumberReference): Label {
    const none: Label = { text: '', unknownFormat: null }
    if (reference.numId === '0') return none
    const instance = this.#numbering.instances.get(reference.numId)
    const found = instance && this.#abstractOf(instance)
    if (!instance || !found) return none
    const levelAt = (index: number): Level | undefined => instance.overrides.get(index)?.level ?? found.abstract.levels[index]
    const level = levelAt(reference.level)
    if (!level) return none

    const counters = this.#counters.get(found.id) ?? []
    this.#counters.set(found.id, counters)
    const startOf = (index: number): number => instance.overrides.get(index)?.start ?? levelAt(index)?.start ?? 1
    for (let index = 0; index <= reference.level; index += 1) {
      const key = `${reference.numId}:${index}`
      if (instance.overrides.get(index)?.start != null && !this.#started.has(key)) counters[index] = undefined
      if (index === reference.level || counters[index] === undefined) this.#started.add(key)
    }
    for (let index = 0; index < reference.level; index += 1) counters[index] ??= startOf(index)
    const before = counters[reference.level]
    counters[reference.level] = before === undefined ? startOf(reference.level) : before + 1
    for (let index = reference.level + 1; index < 9; index += 1) {
      const restart = levelAt(index)?.restart ?? null
      if (restart === null || (restart > 0 && reference.level < restart)) counters[index] = undefined
    }
    return this.#print(level, counters, levelAt, startOf)
  }

  #print(level: Level, counters: readonly (number | undefined)[], levelAt: (index: number) => Level | undefined, startOf: (index: number) => number): Label {
    if (level.format === 'bullet') return { text: '• ', unknownFormat: null }
    let unknownFormat: string | null = null
    const text = level.text.replace(/%([1-9])/g, (_match, digit: string) => {
      const index = Number(digit) - 1
      const own = levelAt(index)?.format ?? 'decimal'
      const format = level.legal ? 'decimal' : own
      const value = counters[index] ?? startOf(index)
      const printed = formatNumber(value, format)
      if (printed === null) unknownFormat = format
      return printed ?? String(value)
    })
    if (text === '') return { text: '', unknownFormat }
    return { text: text + (level.suffix === 'nothing' ? '' : ' '), unknownFormat }
  }
}
