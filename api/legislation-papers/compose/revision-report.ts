import { type LegislationCase } from '../legislation-case.ts'
import { type Composed, draftTitle, p } from '../words.ts'
import { changeBlocks, course, lawCommitteeSitting, sizeOf, stageOf, textsToReport } from './report-of-changes.ts'

/** 修改情况的汇报 (立法法 32, 36 by analogy): the law committee reports in the middle of a track of three readings. */
export function revisionReport(c: LegislationCase): Composed {
  const texts = textsToReport(c)
  const title = `${c.lawCommittee}关于${draftTitle(c.title)}修改情况的汇报`
  return {
    title,
    recipient: { id: c.house.id, name: c.house.name },
    values: lawCommitteeSitting(c),
    content: {
      title,
      body: [
        course(c, '现将草案修改的主要情况汇报如下：'),
        ...(texts === null ? [] : changeBlocks(c, texts)),
        ...(texts === null ? [] : [p(`此外，还作了一些文字修改。${stageOf(texts.reading + 1)}共${sizeOf(texts.to)}，已按上述意见作了修改，建议提请常委会会议继续审议。`)]),
        p('以上汇报和修改后的草案是否妥当，请审议。'),
      ],
      signature: { organ: c.lawCommittee, date: '' },
    },
  }
}
