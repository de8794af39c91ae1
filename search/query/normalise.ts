/**
 * One form for what looks the same: full-width letters, digits and signs become half-width, letters small.
 * Length stays the same, so that a place in the normalised text is the place in the text as printed.
 * Traditional characters are left alone.
 */
export function normalise(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000\u00A0A-Z]/gu, (character) => {
    if (character === '\u3000' || character === '\u00A0') return ' '
    const half = character >= '\uFF01' ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character
    return half >= 'A' && half <= 'Z' ? half.toLowerCase() : half
  })
}

const NOT_IN_TITLE_KEY = /[^\p{L}\p{N}]+/gu

/** What titles are compared by: letters and digits only, and no 中华人民共和国 in front, which people leave out or mistype. */
export function titleKey(title: string): string {
  return normalise(title).replace(NOT_IN_TITLE_KEY, '').replace(/^中华人.共和国(?=.{2})/u, '')
}
