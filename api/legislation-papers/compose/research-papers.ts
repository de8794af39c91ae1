import type { LegislationCase } from '../legislation-case.ts'
import { blank } from '../../paper/index.ts'
import { type Composed, gap, h, lawTitle, p, stop } from '../words.ts'

/** 立法调研方案: what is asked, where and by whom. */
export function researchPlan(c: LegislationCase): Composed {
  const title = `关于${lawTitle(c.title)}立法调研的方案`
  return {
    title, recipient: null,
    content: {
      title,
      body: [h('一、调研目的'), p(blank('necessity')), h('二、调研重点'), p(blank('mainContent')), h('三、调研对象、方式和时间'), p(gap('调研对象、方式和时间')), h('四、组织和分工'), p(`调研由${c.commission}会同${c.committee ?? '有关专门委员会'}、${c.leadOrgan ?? c.proposer}进行。`)],
      signature: { organ: c.commission, date: '' },
    },
  }
}

/** 立法调研报告 from the findings that were recorded, each with its source. */
export function researchReport(c: LegislationCase): Composed {
  const title = `关于${lawTitle(c.title)}的立法调研报告`
  const of = (kind: string) => c.research.filter((r) => r.kind === kind).map((r) => p(`${r.title}。${stop(r.text)}${r.source === null ? '' : `（来源：${r.source}）`}`))
  const part = (name: string, kind: string) => [h(name), ...(of(kind).length === 0 ? [p(gap(name.slice(2)))] : of(kind))]
  return {
    title, recipient: null,
    content: { title, body: [...part('一、调研情况和发现', 'finding'), ...part('二、上位法的规定', 'superior'), ...part('三、外地立法', 'otherPlace'), h('四、建议'), p(blank('handling'))], signature: { organ: c.commission, date: '' } },
  }
}
