import { documentKindFact, documentKinds, materialRequirement, requiredMaterials } from '../../../law/procedure/index.ts'
import { z } from 'zod'
import { type PaperCell, type PaperContent, printedDate, type SheetContent } from '../../typesetting/index.ts'
import { fromDateColumnOrNull } from '../../platform/legal-date.ts'
import type { FilingRow } from '../filing-row.ts'

const dateOr = (date: Date | null, otherwise = '—'): string => {
  const text = fromDateColumnOrNull(date)
  return text === null ? otherwise : printedDate(text)
}
const kindLabel = (filing: FilingRow): string => documentKindFact(z.enum(documentKinds).parse(filing.documentKind)).label

/** Names of the materials that go with the report, in the order of the package. */
const enclosures = (filing: FilingRow): string[] =>
  requiredMaterials.flatMap((r) => (r.key === 'filingReport' ? [] : r.key === 'filingForm' || filing.materials.some((m) => m.kind === r.key && (m.fileId !== null || (m.note ?? '') !== '')) ? [r.label] : []))

const absent = (filing: FilingRow): string[] =>
  filing.materials.flatMap((m) => {
    const requirement = requiredMaterials.find((r) => r.key === m.kind)
    return m.fileId === null && m.notApplicableReason !== null && requirement !== undefined ? [`${materialRequirement(requirement.key).label}：${m.notApplicableReason}`] : []
  })

/** 备案报告 (法规规章备案审查条例 art 8, by analogy): name, dates, meeting, enclosures. */
export function filingReport(options: { filing: FilingRow; number: string; filedByName: string; today: string; demo?: string; draft?: string }): PaperContent {
  const { filing } = options
  const makers = [filing.maker.name, ...(filing.jointMakersText === null ? [] : [filing.jointMakersText])].join('、')
  const meeting = filing.deliberationMeeting === null ? '' : `经${filing.deliberationMeeting}${filing.meetingDate === null ? '' : `（${dateOr(filing.meetingDate)}）`}审议通过，`
  const effect = filing.effectiveFrom === null ? '' : `，自${dateOr(filing.effectiveFrom)}起施行`
  const reasons = [...absent(filing), ...(filing.missingReason === null ? [] : [`其他材料：${filing.missingReason}`])]
  return {
    redHead: `${options.filedByName}文件`,
    documentNo: options.number,
    title: `关于报送《${filing.title}》备案的报告`,
    recipient: filing.receiver.name,
    body: [
      { kind: 'paragraph', words: `《${filing.title}》${filing.documentNo === '' ? '' : `（${filing.documentNo}）`}${meeting === '' ? '由' : meeting}${meeting === '' ? `${makers}制定，` : `由${makers}`}于${dateOr(filing.promulgated)}公布${effect}。现按照有关规定报送备案，请予审查。` },
      ...(reasons.length === 0 ? [] : [{ kind: 'paragraph' as const, words: `随报材料中暂缺或者不需要的：${reasons.join('；')}。` }]),
      { kind: 'paragraph', words: '特此报告。' },
    ],
    attachments: enclosures(filing),
    signature: { organ: options.filedByName, date: options.today },
    ...(filing.contactName === null ? {} : { note: `联系人：${filing.contactName}${filing.contactPhone === null ? '' : `，电话：${filing.contactPhone}`}` }),
    ...(options.demo === undefined ? {} : { demo: options.demo }),
    ...(options.draft === undefined ? {} : { draft: options.draft }),
  }
}

/** 备案登记表: the entries of the form on one sheet. */
export function filingForm(options: { filing: FilingRow; number: string | null; filedByName: string; demo?: string; draft?: string }): SheetContent {
  const { filing } = options
  const head = (words: string): PaperCell => ({ words, header: true })
  const pair = (label: string, value: string | null, second: string, secondValue: string | null): PaperCell[] => [head(label), { words: value ?? '—' }, head(second), { words: secondValue ?? '—' }]
  const wide = (label: string, value: string | null): PaperCell[] => [head(label), { words: value === null || value === '' ? '—' : value, columnSpan: 3 }]
  const validity = [filing.validityNote, filing.validUntil === null ? null : `至${dateOr(filing.validUntil)}`].filter((v) => v !== null).join('，')
  return {
    title: '规范性文件备案登记表',
    subtitle: `填报单位：${options.filedByName}${options.number === null ? '' : `　　${options.number}`}`,
    orientation: 'portrait',
    table: {
      columnShares: [16, 34, 16, 34],
      rows: [
        wide('文件名称', filing.title),
        pair('发文字号', filing.documentNo === '' ? null : filing.documentNo, '统一登记号', filing.unifiedNo),
        pair('制定机关', filing.maker.name, '联合制定机关', filing.jointMakersText),
        pair('文件种类', kindLabel(filing), '起草单位', filing.draftingOrgan),
        pair('审议会议', filing.deliberationMeeting, '会议日期', dateOr(filing.meetingDate)),
        pair('公布日期', dateOr(filing.promulgated), '施行日期', dateOr(filing.effectiveFrom)),
        pair('有效期', validity === '' ? null : validity, '公开属性', filing.disclosure),
        pair('报送机关', filing.receiver.name, '联系人、电话', [filing.contactName, filing.contactPhone].filter((v) => v !== null).join('　')),
        wide('报送材料', enclosures(filing).join('；')),
        wide('暂缺材料及原因', [...absent(filing), filing.missingReason].filter((v) => v !== null).join('；')),
      ],
    },
    ...(options.demo === undefined ? {} : { demo: options.demo }),
    ...(options.draft === undefined ? {} : { draft: options.draft }),
  }
}

/** 电子回执: what was received and under which number, to be printed. */
export function receiptSheet(options: { filing: FilingRow; registrationNo: string; receivedOn: string; today: string; clerk: string; late: boolean; demo?: string }): SheetContent {
  const { filing } = options
  const row = (label: string, value: string): PaperCell[] => [{ words: label, header: true }, { words: value }]
  return {
    title: '规范性文件备案登记回执',
    subtitle: `登记号：${options.registrationNo}`,
    orientation: 'portrait',
    table: {
      columnShares: [24, 76],
      rows: [
        row('报送单位', filing.maker.name),
        row('文件名称', filing.title),
        row('发文字号', filing.documentNo),
        row('备案报告', filing.filingReportNo ?? '—'),
        row('公布日期', dateOr(filing.promulgated)),
        row('报送日期', dateOr(filing.submittedOn, printedDate(options.receivedOn))),
        row('收到日期', printedDate(options.receivedOn)),
        row('登记日期', printedDate(options.today)),
        row('材料', enclosures(filing).join('；') || '—'),
        row('备注', options.late ? '迟报，已注明。' : '按期报送。'),
      ],
    },
    footLines: [`${filing.receiver.name}`, `经办人：${options.clerk}　　${printedDate(options.today)}`],
    ...(options.demo === undefined ? {} : { demo: options.demo }),
  }
}

type NoticeOptions = { filing: FilingRow; number: string; today: string; clerk: string; demo?: string }
const subject = (filing: FilingRow): string => `《${filing.title}》${filing.documentNo === '' ? '' : `（${filing.documentNo}）`}`

/** 补正通知 (法规规章备案审查条例 art 9, by analogy). */
export function correctionNotice(options: NoticeOptions & { items: readonly string[]; dueOn: string; dueRule: string }): PaperContent {
  const { filing } = options
  return {
    redHead: `${filing.receiver.name}`, documentNo: options.number, title: `关于补正${subject(filing)}备案材料的通知`, recipient: filing.maker.name,
    body: [
      { kind: 'paragraph', words: `你单位报送的${subject(filing)}备案材料收悉。经形式审查，下列事项需要补正：` },
      { kind: 'list', items: options.items },
      { kind: 'paragraph', words: `请于${printedDate(options.dueOn)}前补正后重新报送（${options.dueRule}）。补正期间暂缓登记。` },
    ],
    signature: { organ: filing.receiver.name, date: options.today }, note: `经办人：${options.clerk}`, ...(options.demo === undefined ? {} : { demo: options.demo }),
  }
}

/** 退回通知: the reason, and where the document belongs. */
export function returnNotice(options: NoticeOptions & { reason: string; rightAddressee: string | null }): PaperContent {
  const { filing } = options
  return {
    redHead: `${filing.receiver.name}`, documentNo: options.number, title: `关于退回${subject(filing)}的通知`, recipient: filing.maker.name,
    body: [
      { kind: 'paragraph', words: `你单位报送的${subject(filing)}收悉。经形式审查，不属于本机关备案范围，现予退回。` },
      { kind: 'paragraph', words: `理由：${options.reason}` },
      ...(options.rightAddressee === null ? [] : [{ kind: 'paragraph' as const, words: `请向${options.rightAddressee}报送。` }]),
    ],
    signature: { organ: filing.receiver.name, date: options.today }, note: `经办人：${options.clerk}`, ...(options.demo === undefined ? {} : { demo: options.demo }),
  }
}
