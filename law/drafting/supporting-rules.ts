import { articleText, type LegalText } from '../text/index.ts'

/** A place where a text asks for a rule of somebody else (立法法 66): a proposal for a person, no finding of law. */
export type SupportingRule = { articleId: string; articleLabel: string; /** who is to make it, as the text says; '' where it does not */ organ: string; sentence: string }

const ORGAN = String.raw`([^，。；、由]{1,24}?(?:人民政府|部门|机关|委员会|局|常务委员会)(?:会同[^，。；]{2,30}?)?)`
const RULE = '(?:具体|实施|配套|管理|补助|奖励)?[^，。；由]{0,16}?(?:办法|细则|标准|规定|目录|名录|范围)'
const PATTERNS = [
  new RegExp(`${RULE}由${ORGAN}(?:另行)?(?:制定|规定|公布|确定并公布)`, 'u'),
  new RegExp(`由${ORGAN}(?:另行)?制定(?:并公布)?[^，。；]{0,24}?(?:办法|细则|标准|规定|目录)`, 'u'),
  new RegExp(`${ORGAN}应当(?:根据|依照|按照)?[^，。；]{0,20}?(?:另行)?制定[^，。；]{0,16}?(?:具体|实施|配套)[^，。；]{0,12}?(?:办法|细则|规定|标准)`, 'u'),
]

/** Every sentence of a text that leaves a rule to be made, in order; the same sentence once. */
export function supportingRulesIn(text: LegalText): SupportingRule[] {
  return text.articles.flatMap((article) =>
    articleText(article, { label: false }).split(/(?<=[。；\n])/u).map((s) => s.trim()).filter((s) => s !== '').flatMap((sentence) => {
      const found = PATTERNS.map((pattern) => pattern.exec(sentence)).find((match) => match !== null)
      return found === undefined ? [] : [{ articleId: article.id, articleLabel: article.number, organ: found?.[1] ?? '', sentence }]
    }),
  )
}
