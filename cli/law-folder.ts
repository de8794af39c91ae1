import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type ManifestEntry, readManifest } from '../api/library/import-manifest.ts'
import { type CitationTarget, type DatedVersion, type Existence, existsIn, issuedTitle, possiblyInForce, titleKey } from '../law/citation/index.ts'
import { type LegalText, readMetadata } from '../law/text/index.ts'
import { UsageError } from './command.ts'
import { readLegalText } from './read-legal-text.ts'
import { isTextFile } from './text-files.ts'

/** One file of the folder. `work` is what its versions have in common. */
type Shelved = { file: string; title: string; work: string; entry: ManifestEntry | undefined }
type Version = DatedVersion & { text: LegalText }

export type Judged = Existence & { /** why it is not known, a Chinese sentence */ why?: string }

/** A folder of texts in which the targets of citations are looked up; a text is parsed once, and only when it is needed. */
export class LawFolder {
  readonly #folder: string
  readonly #shelf: readonly Shelved[]
  readonly #texts = new Map<string, Promise<LegalText | null>>()
  readonly #versions = new Map<string, Promise<Version[]>>()

  private constructor(folder: string, shelf: readonly Shelved[], texts: ReadonlyMap<string, LegalText>) {
    this.#folder = folder
    this.#shelf = shelf
    for (const [file, text] of texts) this.#texts.set(file, Promise.resolve(text))
  }

  /**
   * Opens a folder. Titles come from its manifest.json; without one every text has to be read for its title.
   * @throws UsageError where there is no such folder
   */
  static async open(folder: string): Promise<LawFolder> {
    const found = await stat(folder).catch(() => undefined)
    if (!found?.isDirectory()) throw new UsageError(`没有“${folder}”这个文件夹。`)
    const manifest = await readFile(path.join(folder, 'manifest.json'), 'utf8').then(readManifest, () => new Map<string, ManifestEntry>())
    const files = (await readdir(folder)).filter(isTextFile).sort()
    const shelf: Shelved[] = []
    const texts = new Map<string, LegalText>()
    for (const file of files) {
      const entry = manifest.get(file)
      let title = entry?.title ?? null
      if (title === null) {
        const text = await readLegalText(path.join(folder, file)).catch(() => null)
        if (text !== null) texts.set(file, text)
        title = text?.title ?? ''
      }
      if (title !== '') shelf.push({ file, title, work: entry?.work ?? lawKey(title), entry })
    }
    return new LawFolder(folder, shelf, texts)
  }

  /** Whether what a citation means is in the version of the cited law that was in force on a date. */
  async judge(target: CitationTarget, on: string): Promise<Judged> {
    const work = this.#workOf(target)
    if (work === null) return { exists: null, missing: [], why: `库中没有《${target.law}》。` }
    const versions = possiblyInForce(await this.#versionsOf(work), on)
    if (versions.length === 0) return { exists: null, missing: [], why: `库中的《${target.law}》在${on}都还没有施行。` }
    const found = existsIn(Object.values(Object.groupBy(versions, (one) => one.adopted ?? one.effectiveFrom ?? '')).map((sources) => (sources ?? []).map(({ text }) => text)), target)
    return found.exists === null ? { ...found, why: `不能确定${on}施行的是《${target.law}》的哪一个版本，各版本不一致。` } : found
  }

  /** The work that a title names: as it stands, as the text that a notice issues, at last without （2018年修正） and the like. */
  #workOf({ law, lawAlso }: CitationTarget): string | null {
    const cited = [law, lawAlso ?? issuedTitle(law)].flatMap((title) => title ?? [])
    for (const same of [lawKey, withoutNote]) {
      for (const title of cited) {
        const works = new Set(this.#shelf.filter((one) => same(one.title) === same(title)).map(({ work }) => work))
        const [work] = works
        if (works.size === 1 && work !== undefined) return work
      }
    }
    return null
  }

  #versionsOf(work: string): Promise<Version[]> {
    const known = this.#versions.get(work)
    if (known !== undefined) return known
    const reading = this.#readVersions(work)
    this.#versions.set(work, reading)
    return reading
  }

  async #readVersions(work: string): Promise<Version[]> {
    const versions: Version[] = []
    for (const one of this.#shelf.filter((other) => other.work === work)) {
      const text = await this.#textOf(one.file)
      if (text === null) continue
      const own = readMetadata(text)
      const adopted = one.entry?.version_date ?? own.adopted ?? own.promulgated ?? null
      const stated = own.effectiveFrom ?? one.entry?.effective_stated ?? null
      // a date before the adoption is that of the first version
      const effectiveFrom = stated !== null && (adopted === null || stated >= adopted) ? stated : await this.#effectOfDecision(one.title, adopted)
      versions.push({ adopted, effectiveFrom, text })
    }
    return versions
  }

  /** The 施行 of the decision that made a version, where the folder has the decision. */
  async #effectOfDecision(title: string, adopted: string | null): Promise<string | null> {
    const decisions = this.#shelf.filter((one) => one.entry?.version_date === adopted && adopted !== null && /修改|修正案/u.test(one.title) && lawKey(one.title).includes(lawKey(title)))
    for (const { file } of decisions) {
      const text = await this.#textOf(file)
      const from = text === null ? undefined : readMetadata(text).effectiveFrom
      if (from !== undefined && adopted !== null && from >= adopted) return from
    }
    return null
  }

  #textOf(file: string): Promise<LegalText | null> {
    const known = this.#texts.get(file)
    if (known !== undefined) return known
    const reading = readLegalText(path.join(this.#folder, file)).catch(() => null)
    this.#texts.set(file, reading)
    return reading
  }
}

/** Titles are the same whatever their inner marks: 〈〉, 《》, ＜＞. */
const lawKey = (title: string): string => titleKey(title).replace(/[《》〈〉<>]/gu, '').replaceAll('中华人民共和国', '')
/** （2018年修正） is no part of a title; （试行） is */
const withoutNote = (title: string): string => lawKey(title).replace(/\((?:\d{4}年?)?(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改)?(?:文本|版)?\)$/u, '')
