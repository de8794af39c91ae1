import { notStartReasons, type PaperKind, suggestionChannelLabels, type SuggestionChannel } from '../../law/procedure/index.ts'
import { type Block, type PaperContent, printedDate } from '../typesetting/index.ts'

/** What a notice tells of a suggestion. */
export type NoticeCase = {
  channel: SuggestionChannel
  receiptNo: string
  receivedOn: string
  proposerName: string
  documentTitle: string
  documentNo: string | null
  documentMaker: string | null
  matters: string
  transferTo: string | null
  result: string | null
  resultReason: string | null
  committee: string
  office: string
  today: string
  /** due dates told with the receipt */
  due: { label: string; on: string; basis: string }[]
}

const p = (words: string): Block => ({ kind: 'paragraph', words })
const stop = (words: string): string => (/[。！？.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}。`)
const documentWords = (c: NoticeCase): string => `《${c.documentTitle}》${c.documentNo === null || c.documentNo === '' ? '' : `（${c.documentNo}）`}`

/** Papers to the proposer. Names of the proposer stand in their own papers and in no other (transfer: without). */
export function noticeContent(kind: PaperKind, c: NoticeCase, values: Readonly<Record<string, string>>): PaperContent {
  const label = suggestionChannelLabels[c.channel]
  const signature = { organ: c.office, date: c.today }
  const received = `${printedDate(c.receivedOn)}收到您对${documentWords(c)}提出的${label}，编号${c.receiptNo}。`
  switch (kind) {
    case 'suggestionReceipt':
      return {
        title: `${label}接收回执`, recipient: c.proposerName, signature,
        body: [p(received), p(`事项：${stop(c.matters)}`), ...(c.due.length === 0 ? [] : [p(`${c.due.map((d) => `${d.label}：${printedDate(d.on)}以前`).join('；')}。`)]), p('办理情况可以凭编号和查询码在公开平台查询。您的姓名和联系方式只用于办理和答复，不提供给制定机关。')],
      }
    case 'suggestionIncompleteNotice':
      return { title: `关于补充${label}内容的通知`, recipient: c.proposerName, signature, body: [p(received), p(`经查看，还需要补充：${stop(values['missingContent'] ?? '')}`), p('请在补充后告知我们，材料齐全以后继续办理。')] }
    case 'suggestionNotStartedNotice': {
      const reason = c.resultReason ?? notStartReasons[0].label
      return { title: `关于不启动审查的告知书`, recipient: c.proposerName, signature, body: [p(received), p(`经研究，属于“${reason}”的情形，不启动审查。`), p('有新的理由或者材料，可以再次提出。感谢您对备案审查工作的关心。')] }
    }
    case 'transferLetter':
      return {
        title: `关于移送${label}的函`, recipient: c.transferTo ?? '', signature,
        body: [p(`${printedDate(c.receivedOn)}我委收到对${documentWords(c)}提出的${label}（编号${c.receiptNo}）。经研究，该文件不属于${c.committee}审查范围，现移送你单位依法办理。`), p(`事项：${stop(c.matters)}`), p('提出人的姓名和联系方式另行送达经办人，请勿向制定机关提供。办理结果请告知提出人和我委。')],
      }
    case 'suggestionAnswer':
    case 'requestAnswer':
      return { title: `关于${label}的答复`, recipient: c.proposerName, signature, body: [p(received), p(`经审查，${stop(c.result ?? values['result'] ?? '')}`), p('感谢您对备案审查工作的支持。')] }
    case 'closingRecord':
      return { title: `${label}办结记录`, signature, body: [p(`编号：${c.receiptNo}`), p(`所涉文件：${documentWords(c)}`), p(`收到日期：${printedDate(c.receivedOn)}`), p(`处理结果：${stop(c.result === 'notStarted' || c.result === null ? (c.resultReason ?? (c.transferTo === null ? '已答复' : `已移送${c.transferTo}`)) : c.result)}`), p(`办结日期：${printedDate(c.today)}`)] }
    default:
      throw new RangeError(`no notice of a suggestion: ${kind}`)
  }
}
