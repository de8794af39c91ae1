import { blank } from '../../paper/index.ts'
import type { LegislationCase } from '../legislation-case.ts'
import { type Composed, draftTitle, h, p, stop } from '../words.ts'

/** 关于草案的说明 (立法法 58): necessity, course, main content, how large disagreements were settled. */
export function explanatoryNote(c: LegislationCase): Composed {
  const title = `关于${draftTitle(c.title)}的说明`
  const findings = c.research.filter((r) => r.kind === 'finding')
  const superior = c.research.filter((r) => r.kind === 'superior')
  const text = c.texts.findLast((t) => ['submission', 'firstReading'].includes(t.kind)) ?? c.texts.at(-1)
  const chapters = text?.tree.divisions.filter((d) => d.kind === 'chapter') ?? []
  return {
    title,
    recipient: { id: c.house.id, name: c.house.name },
    content: {
      title,
      body: [
        h('一、制定的必要性'), ...findings.map((f) => p(stop(f.text))), p(blank('necessity')),
        h('二、起草过程和依据'), p(`草案由${c.leadOrgan ?? c.proposer}起草。`, blank('draftingCourse')), ...(superior.length === 0 ? [] : [p(`主要依据：${superior.map((s) => s.title).join('、')}。`)]),
        h('三、主要内容'),
        ...(text === undefined ? [] : [p(`草案共${chapters.length === 0 ? '' : `${chapters.length}章`}${text.tree.articles.length}条${chapters.length === 0 ? '' : `，依次为${chapters.map((d) => d.heading.replace(/\s/gu, '')).join('、')}`}。`)]), p(blank('mainContent')),
        h('四、需要说明的问题'), p(blank('disputes')),
      ],
    },
  }
}
