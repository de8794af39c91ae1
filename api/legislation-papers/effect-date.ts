import { type LegalText, plainText, readDate } from '../../law/text/index.ts'

/** The day from which a text says that it holds (本条例自2027年3月1日起施行); null where it names none. */
export function effectDateOf(text: LegalText): string | null {
  for (const article of text.articles.toReversed()) {
    const said = /自([^，。；]{6,20}?)起施行/u.exec(plainText(article))?.[1]
    if (said !== undefined) return readDate(said)
  }
  return null
}
