import { type PaperKind, standardLabels } from '../../../law/procedure/index.ts'
import { toChineseNumber } from '../../../law/text/index.ts'
import { type Block, type Inline, type PaperContent, printedDate } from '../../typesetting/index.ts'
import type { PaperCase, PaperFlag } from '../paper-case.ts'
import { blank } from '../passages.ts'
import { contactMethodLabels, labelOf, replyPositionLabels } from '../vocabulary.ts'

export type ComposeInput = {
  kind: PaperKind
  filing: PaperCase
  /** in the order in which they are written; the caller has parted them by outlet */
  flags: readonly PaperFlag[]
  questions: readonly string[]
  /** the period for the answer, in words: 三十日 */
  inquiryPeriod: string
}
export type Composed = { title: string; recipient: { id: string | null; name: string } | null; content: PaperContent }

const SUPERVISION = '《中华人民共和国各级人民代表大会常务委员会监督法》'
const document = (c: PaperCase): string => `《${c.title}》${c.documentNo === '' ? '' : `（${c.documentNo}）`}`
const p = (...words: Inline[]): Block => ({ kind: 'paragraph', words: words.length === 1 && typeof words[0] === 'string' ? words[0] : words })
const h = (text: string): Block => ({ kind: 'heading', level: 1, text })
const ordinal = (at: number): string => `${toChineseNumber(at + 1)}、`
const stop = (text: string): string => (/[。！？；]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`)

/**
 * A paper from the record of its case (domain §8.3): nothing is typed but the marked passages. The words of the document
 * and of the law are quoted, never retold. Papers that others compose (suggestions) are no matter of this function.
 */
export function composePaper(given: ComposeInput): Composed {
  const input = { ...given, flags: given.flags.map((flag) => ({ ...flag, articleLabel: cited(flag.articleLabel), superior: flag.superior === null ? null : { ...flag.superior, label: cited(flag.superior.label) } })) }
  switch (input.kind) {
    case 'reviewOpinion':
      return reviewOpinion(input)
    case 'inquiryLetter':
      return inquiryLetter(input)
    case 'reminderLetter':
      return reminderLetter(input)
    case 'reviewStudy':
      return reviewStudy(input)
    case 'annulmentMotion':
      return annulmentMotion(input)
    case 'annulmentDecision':
      return annulmentDecision(input)
    case 'orderToFix':
      return orderToFix(input)
    case 'upwardReport':
      return upwardReport(input)
    case 'circularNotice':
      return circularNotice(input)
    default:
      throw new RangeError(`no composition for ${input.kind}`)
  }
}

const maker = (c: PaperCase) => ({ id: c.makerOrganId, name: c.makerName })
/** The place as a sentence cites it: what a decision prints as 三、（二） is 第三条第（二）项. */
export function cited(label: string): string {
  const [, number, rest] = /^([一二三四五六七八九十百]+)、(.*)$/u.exec(label) ?? []
  return number === undefined ? label : `第${number}条${(rest ?? '').replace(/^（([一二三四五六七八九十百]+)）/u, '第（$1）项')}`
}
const letterHead = (c: PaperCase): string => c.organs.commission?.name ?? c.organs.committee.name

/** The problem of a flag: the words of the document, the words of the law in the version that was judged, reason, suggestion. */
function flagBlocks(flag: PaperFlag, title: string): Block[] {
  const { superior } = flag
  const version = superior?.versionDate == null ? '' : `（${printedDate(superior.versionDate)}起施行）`
  return [
    p(`《${title}》${flag.articleLabel}规定：`),
    { kind: 'quote', words: `“${flag.quote}”` },
    ...(superior === null || superior.quote === '' ? [] : [
      // a pasted text is nobody's law until somebody has checked where it comes from
      p(`《${superior.title.replace(/^《|》$/gu, '')}》${superior.label}${version}`, ...(superior.unverified ? [unverified(flag)] : []), '规定：'),
      { kind: 'quote' as const, words: `“${superior.quote}”` },
    ]),
    p(stop(flag.reason)),
    ...(flag.suggestion.trim() === '' ? [] : [p(`建议：${stop(flag.suggestion)}`)]),
  ]
}

const unverified = (flag: PaperFlag): Inline => ({ kind: 'blank', label: `第${flag.number}处所引规定的来源（来源未核）`, placeholder: '（来源未核）' })
const flagHeading = (flag: PaperFlag, at: number): Block => h(`${ordinal(at)}关于${flag.articleLabel}：${flag.kind.label}`)
const problems = (input: ComposeInput): Block[] => input.flags.flatMap((flag, at) => [flagHeading(flag, at), ...flagBlocks(flag, input.filing.title)])

function reviewOpinion(input: ComposeInput): Composed {
  const { filing } = input
  return {
    title: `关于《${filing.title}》的审查意见`,
    recipient: maker(filing),
    content: {
      redHead: `${filing.organs.committee.name}文件`,
      title: `关于《${filing.title}》的审查意见`,
      recipient: filing.makerName,
      body: [
        p(`你单位报送备案的${document(filing)}收悉。根据${SUPERVISION}第三十九条的规定，参照《中华人民共和国立法法》第一百一十二条，常委会有关工作机构对该文件进行了审查${heard(filing)}。经`, blank('councilMeeting'), '研究，意见如下：'),
        ...problems(input),
        p('请自收到本意见之日起', blank('replyRule'), '研究处理，并书面反馈处理结果。决定修改、废止的，应当在修改、废止后重新报送备案。'),
      ],
      signature: { organ: filing.organs.committee.name, date: '' },
      ...(filing.office === null ? {} : { printedBy: { organ: filing.office, date: '' } }),
    },
  }
}

const heard = (c: PaperCase): string => (c.contacts.length === 0 ? '' : '，并同你单位进行了沟通')

function inquiryLetter(input: ComposeInput): Composed {
  const { filing, questions } = input
  return {
    title: `关于《${filing.title}》有关问题的函`,
    recipient: maker(filing),
    content: {
      redHead: letterHead(filing),
      title: `关于《${filing.title}》有关问题的函`,
      recipient: filing.makerName,
      body: [
        p(`你单位报送备案的${document(filing)}收悉。审查中有下列问题需要了解，请予说明：`),
        { kind: 'list', items: questions.map((q, at) => `（${toChineseNumber(at + 1)}）${stop(q)}`) },
        ...input.flags.flatMap((flag) => [p(`《${filing.title}》${flag.articleLabel}规定：`), { kind: 'quote' as const, words: `“${flag.quote}”` }, p(stop(flag.reason))]),
        p(`请自收到本函之日起${input.inquiryPeriod}内书面答复。`),
      ],
      signature: { organ: letterHead(filing), date: '' },
    },
  }
}

function reminderLetter(input: ComposeInput): Composed {
  const { filing, flags } = input
  return {
    title: `关于《${filing.title}》的提醒函`,
    recipient: maker(filing),
    content: {
      redHead: letterHead(filing),
      title: `关于《${filing.title}》的提醒函`,
      recipient: filing.makerName,
      body: [
        p(`你单位报送备案的${document(filing)}收悉。经审查，该文件在理解和执行中需要注意下列事项：`),
        ...(flags.length === 0 ? [p(blank('reminderPoints'))] : flags.map((flag, at) => p(`（${toChineseNumber(at + 1)}）${flag.articleLabel}：${stop(flag.reason)}${flag.suggestion.trim() === '' ? '' : stop(flag.suggestion)}`))),
        p('请在实施中予以注意。本函不影响该文件的效力。'),
      ],
      signature: { organ: letterHead(filing), date: '' },
    },
  }
}

/** 审查研究报告: an inner paper, in which 合宪性 problems are told as well. */
function reviewStudy(input: ComposeInput): Composed {
  const { filing } = input
  const course = [
    filing.registeredOn === null ? null : `${printedDate(filing.registeredOn)}登记，登记号${filing.registrationNo ?? ''}。`,
    ...filing.committees.map((c) => `分送${c.name}，${c.answer === null ? '还没有答复' : `答复：${stop(c.answer)}`}`),
    ...filing.contacts.map((c) => `${printedDate(c.on)}${labelOf(contactMethodLabels, c.method)}（${c.attendees}）：${stop(c.summary)}${c.result === null || c.result === '' ? '' : `结果：${stop(c.result)}`}`),
    ...filing.replies.map((r) => `${printedDate(r.on)}制定机关答复（${labelOf(replyPositionLabels, r.position)}）：${stop(r.text)}`),
  ].filter((line) => line !== null)
  return {
    title: `关于《${filing.title}》的审查研究报告`,
    recipient: null,
    content: {
      title: `关于《${filing.title}》的审查研究报告`,
      body: [
        h('一、基本情况'),
        p(`${document(filing)}由${filing.makerName}制定${filing.promulgated === null ? '' : `，${printedDate(filing.promulgated)}公布`}${filing.receivedOn === null ? '' : `，${printedDate(filing.receivedOn)}收到备案材料`}。`),
        h('二、审查过程'),
        ...(course.length === 0 ? [p('对照四项审查标准逐条审查。')] : course.map((line) => p(line))),
        h('三、存在问题'),
        ...(input.flags.length === 0 ? [p('没有发现问题。')] : input.flags.flatMap((flag, at): Block[] => [{ kind: 'heading', level: 2, text: `（${toChineseNumber(at + 1)}）${flag.articleLabel}：${standardLabels[flag.standard]}，${flag.kind.label}` }, ...flagBlocks(flag, filing.title)])),
        h('四、审查意见和处理建议'),
        p(blank('handling')),
      ],
      signature: { organ: letterHead(filing), date: '' },
    },
  }
}

const chain = (c: PaperCase): string => {
  const opinion = c.issued.findLast((i) => i.kind === 'reviewOpinion')
  const reply = c.replies.at(-1)
  const sent = opinion === undefined ? '' : `常委会有关工作机构于${printedDate(opinion.issuedOn ?? '')}发出审查意见书（${opinion.number ?? ''}）。`
  const said = reply === undefined ? '制定机关在规定期限内没有答复。' : reply.position === 'refused' ? `制定机关于${printedDate(reply.on)}答复不予修改：${stop(reply.text)}` : `制定机关于${printedDate(reply.on)}答复：${stop(reply.text)}但没有在期限内修改或者废止。`
  return `${sent}${said}`
}

function annulmentMotion(input: ComposeInput): Composed {
  const { filing } = input
  const title = `关于提请撤销《${filing.title}》的议案`
  return {
    title,
    recipient: { id: null, name: filing.organs.committee.name },
    content: {
      redHead: `${filing.organs.committee.name}主任会议`,
      title,
      recipient: filing.organs.committee.name,
      body: [
        p(`${filing.makerName}制定的${document(filing)}存在下列问题：`),
        ...problems(input),
        p(chain(filing)),
        p('上述情形属于', blank('annulmentGround'), `。根据${SUPERVISION}第三十九条、第四十条的规定，经`, blank('councilMeeting'), `决定，提请常务委员会会议审议撤销《${filing.title}》。`),
        p('请审议。'),
      ],
      signature: { organ: `${filing.organs.committee.name}主任会议`, date: '' },
    },
  }
}

function annulmentDecision(input: ComposeInput): Composed {
  const { filing } = input
  const title = `${filing.organs.committee.name}关于撤销《${filing.title}》的决定`
  return {
    title,
    recipient: maker(filing),
    content: {
      redHead: `${filing.organs.committee.name}文件`,
      title,
      body: [
        p(`${filing.organs.committee.name}`, blank('committeeMeeting'), `审议了关于提请撤销${document(filing)}的议案，听取了制定机关的说明。会议认为：`),
        ...input.flags.map((flag, at) => p(`（${toChineseNumber(at + 1)}）《${filing.title}》${flag.articleLabel}${flag.superior === null || flag.superior.title === '' ? '' : `同《${flag.superior.title.replace(/^《|》$/gu, '')}》${flag.superior.label}的规定不一致，`}${stop(flag.reason)}`)),
        p(`根据${SUPERVISION}第三十九条的规定，决定撤销《${filing.title}》。`),
        p('本决定自公布之日起施行。制定机关应当自本决定公布之日起三十日内报告处理情况。'),
      ],
      signature: { organ: filing.organs.committee.name, date: '' },
    },
  }
}

function orderToFix(input: ComposeInput): Composed {
  const { filing } = input
  const title = `${filing.organs.committee.name}关于限期改正《${filing.title}》有关规定的决定`
  return {
    title,
    recipient: maker(filing),
    content: {
      redHead: `${filing.organs.committee.name}文件`,
      title,
      recipient: filing.makerName,
      body: [
        p(`${filing.organs.committee.name}`, blank('committeeMeeting'), `审议了关于提请撤销${document(filing)}的议案，听取了你单位的说明。会议认为，该文件存在下列问题：`),
        ...problems(input),
        p(`根据${SUPERVISION}第三十九条的规定，责令你单位在`, blank('fixDueOn'), '前改正，并将修改、废止后的文件重新报送备案。逾期没有改正的，依法予以撤销。'),
      ],
      signature: { organ: filing.organs.committee.name, date: '' },
    },
  }
}

/** 合宪性 is for the organs that supervise the constitution: the city reports and decides nothing (宪法 art 67). */
function upwardReport(input: ComposeInput): Composed {
  const { filing } = input
  const above = filing.superiorCommittee
  const title = `关于《${filing.title}》有关合宪性问题的报告`
  return {
    title,
    recipient: { id: null, name: above?.name ?? '上一级人民代表大会常务委员会' },
    content: {
      redHead: `${filing.organs.committee.name}文件`,
      title,
      recipient: above?.name ?? '上一级人民代表大会常务委员会',
      body: [
        p(`${filing.makerName}制定的${document(filing)}已报送备案。审查中发现下列涉及宪法的问题，经`, blank('councilMeeting'), '研究，现书面报告：'),
        ...problems(input),
        p('特此报告，请予审查研究。'),
      ],
      signature: { organ: filing.organs.committee.name, date: '' },
    },
  }
}

function circularNotice(input: ComposeInput): Composed {
  const { filing } = input
  const title = `关于${filing.makerName}逾期补正备案材料的通报`
  return {
    title,
    recipient: maker(filing),
    content: {
      redHead: `${filing.organs.committee.name}文件`,
      title,
      recipient: filing.makerName,
      body: [
        p(`你单位报送备案的${document(filing)}，经要求补正，逾期没有补正。`, blank('circularMatter')),
        p('现予通报。请立即补正并书面说明情况。'),
      ],
      signature: { organ: filing.organs.committee.name, date: '' },
    },
  }
}
