/** Width in characters of 3号: Chinese one, Latin and digits half. */
export const characterWidth = (text: string): number => [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0xff ? 1 : 0.5), 0)

/**
 * GB/T 9704 7.3.5: the date stands four characters from the right, the organ centred over it (the seal
 * covers both). A long name moves both left, so that it keeps two characters from the edge.
 * Returns the blanks to the right of each line, in characters.
 */
export function signaturePlace(organ: string, date: string): { organRight: number; dateRight: number } {
  const excess = (characterWidth(organ) - characterWidth(date)) / 2
  const organRight = Math.max(2, 4 - excess)
  return { organRight, dateRight: organRight + excess }
}

/** `附件：` with its numbers: one enclosure has none, more are `1.` `2.` … */
export function attachmentLines(names: readonly string[]): string[] {
  if (names.length === 0) return []
  if (names.length === 1) return [`附件：${names[0]}`]
  return names.map((name, index) => `${index === 0 ? '附件：' : '　　　'}${index + 1}.${name}`)
}

export const withColon = (recipient: string): string => (/[：:]$/.test(recipient) ? recipient : `${recipient}：`)
export const inBrackets = (note: string): string => (/^[（(]/.test(note) ? note : `（${note}）`)
/** 抄送 ends with a full stop. */
export const copyLine = (copyTo: string): string => `抄送：${copyTo.replace(/^抄送[：:]/, '').replace(/。$/, '')}。`
