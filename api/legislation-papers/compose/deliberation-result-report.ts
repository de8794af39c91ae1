import type { LegislationCase } from '../legislation-case.ts'
import { type Composed, draftTitle, gap, h, p } from '../words.ts'
import { changeBlocks, course, lawCommitteeSitting, sizeOf, textsToReport } from './report-of-changes.ts'

const readingWords = ['一次', '两次', '三次'] as const

/**
 * 审议结果的报告 (立法法 32, 36, 89): number by reading, who reviewed it when, every article changed with what was said for
 * it. What changed is told from the two texts, the reasons from the record; where none was recorded a place waits for it.
 */
export function deliberationResultReport(c: LegislationCase): Composed {
  const texts = textsToReport(c)
  const title = `${c.lawCommittee}关于${draftTitle(c.title)}审议结果的报告`
  const held = readingWords[Math.max(0, c.readings.length - 1)] ?? `${c.readings.length}次`
  return {
    title,
    recipient: { id: c.house.id, name: c.house.name },
    values: lawCommitteeSitting(c),
    content: {
      title,
      body: [
        course(c, `${c.lawCommittee}认为，草案经过${c.readings.length === 0 ? '' : `常委会${held}审议和`}修改，已经比较成熟。现将审议结果报告如下：`),
        ...(texts === null ? [] : changeBlocks(c, texts)),
        h(texts === null ? '审议意见' : '其他'),
        p(...(texts === null ? [gap('主要修改意见')] : [`此外，还对草案作了一些文字修改。修改后的草案共${sizeOf(texts.to)}。`])),
        p(`${c.lawCommittee}已按上述意见提出了草案修改稿，建议经本次常委会会议审议后提请表决。`),
        p('以上报告和草案修改稿是否妥当，请审议。'),
      ],
      signature: { organ: c.lawCommittee, date: '' },
    },
  }
}
