/**
 * Marks of classification on a paper.
 *
 * Classified papers never enter this system (保守国家秘密法), so they are recognised before anything is
 * stored. A mark is what stands at the head of a paper (`机密★一年`) or in the name of a file; the word in
 * a sentence (商业秘密, 国家秘密) is none.
 */

export type SecrecyLevel = '绝密' | '机密' | '秘密' | '工作秘密'
export type ClassifiedMark = { level: SecrecyLevel; excerpt: string; /** 1-based; 0 for a file name */ line: number }

const STAR = '[★☆⭐*＊]'
const LEVEL = '(?:绝密|机密|工作秘密|秘密)'
const TERM = '(?:长期|[0-9〇零一二三四五六七八九十]+(?:年|个月|日)?)?'
const URGENCY = '(?:特急|加急|特提|平急|急件)?'
const OPEN = '[（(【\\[「《<]?'
const CLOSE = '[）)】\\]」》>]?'

/** a whole line, spaces removed: `000001机密★一年特急`, `【秘密】`, `密级：机密` */
const wholeLine = new RegExp(`^(?:№|No\\.?)?\\d{0,8}${URGENCY}(?:密级[:：])?${OPEN}(${LEVEL})${CLOSE}(?:${STAR}?${TERM})${URGENCY}$`, 'u')
/** a line that begins with the mark and goes on (number of the copy, head of the paper beside it) */
const starredHead = new RegExp(`^(?:№|No\\.?)?\\d{0,8}${URGENCY}(?:密级[:：])?${OPEN}(${LEVEL})${STAR}`, 'u')
const inFileName = new RegExp(`(?:^|[\\s_\\-—.（(【\\[])(${LEVEL})(?:${STAR}.*|(?=$|[\\s_\\-—.）)】\\]]).*)$`, 'u')

/** A mark alone on its line counts only near the head of the paper; with its star it counts everywhere. */
const HEAD_LINES = 20
const LONGEST_STARRED_LINE = 60

const levelOf = (text: string | undefined): SecrecyLevel | null => {
  switch (text) {
    case '绝密':
    case '机密':
    case '秘密':
    case '工作秘密':
      return text
    default:
      return null
  }
}

/** Marks in the text of a paper, in order; empty when there is none. */
export const detectClassification = (text: string): ClassifiedMark[] => {
  const marks: ClassifiedMark[] = []
  let seen = 0
  for (const [index, line] of text.split(/\r\n|[\n\r\u2028\u2029\f\v]/u).entries()) {
    const packed = line.replace(/[\s\u200b\ufeff]/gu, '')
    if (packed === '') continue
    seen += 1
    const starred = packed.length <= LONGEST_STARRED_LINE ? starredHead.exec(packed) : null
    const found = starred ?? (seen <= HEAD_LINES ? wholeLine.exec(packed) : null)
    const level = levelOf(found?.[1])
    if (level) marks.push({ level, excerpt: line.trim().slice(0, 40), line: index + 1 })
  }
  return marks
}

/** A mark in the name of a file: `机密-方案.docx`, `（秘密）通知.pdf`; not `国家秘密管理办法.docx`. */
export const detectClassifiedFileName = (fileName: string): ClassifiedMark | null => {
  const found = inFileName.exec(fileName.normalize('NFC'))
  const level = levelOf(found?.[1])
  return level ? { level, excerpt: fileName, line: 0 } : null
}

/** The sentence that a person gets, and what to do. */
export const classifiedMessage = ({ level, excerpt }: ClassifiedMark): string =>
  `“${excerpt}”标有“${level}”。涉密文件不得在这里报送，没有保存任何内容；请按保密规定线下报送。`
