import type { PaperContent, SheetContent } from '../paper-content.ts'

/** An opinion with everything that a paper can have. Invented organs without a place. */
export const opinion: PaperContent = {
  redHead: '某某市人民代表大会常务委员会文件',
  documentNo: '某常审〔2026〕　　号',
  title: '关于《某某市电动自行车停放充电安全管理办法》的审查意见',
  recipient: '某某市人民政府',
  body: [
    { kind: 'paragraph', words: ['市人民政府报送备案的《某某市电动自行车停放充电安全管理办法》（某政发〔2025〕21号，以下简称《办法》）收悉。经', { kind: 'blank', label: '主任会议的日期和次数', placeholder: '　月　日第　次主任会议' }, '研究，意见如下：'] },
    { kind: 'heading', level: 1, text: '一、关于第十三条罚款的规定' },
    { kind: 'heading', level: 2, text: '（一）主要问题' },
    { kind: 'paragraph', words: '《办法》第十三条规定，在住宅楼疏散通道停放电动自行车的，由街道办事处处二百元罚款。规范性文件无权设定行政处罚。' },
    { kind: 'quote', words: '第十六条　除法律、法规、规章外，其他规范性文件不得设定行政处罚。' },
    { kind: 'list', items: ['（一）删去罚款的规定；', '（二）退还已经收取的款项。'] },
    {
      kind: 'table',
      caption: '问题条文汇总',
      table: {
        columnShares: [1, 2, 6],
        headerRowCount: 1,
        rows: [
          [{ words: '序号', header: true }, { words: '条文', header: true }, { words: '问题', header: true }],
          [{ words: '1', align: 'center' }, { words: '第十三条', rowSpan: 2 }, { words: '设定行政处罚' }],
          [{ words: '2', align: 'center' }, { words: '没有处罚主体资格' }],
        ],
      },
    },
    { kind: 'paragraph', words: ['请自收到本意见之日起', { kind: 'blank', label: '反馈期限', placeholder: '　　　' }, '内研究处理，并书面反馈结果。'] },
  ],
  attachments: ['问题条文与上位法对照表', '有关方面意见汇总'],
  signature: { organ: '某某市人大常委会', date: '2026年　月　日' },
  note: '联系人：甲某，电话：0000-00000000',
  copyTo: '市司法局，市消防救援支队',
  printedBy: { organ: '某某市人大常委会办公室', date: '2026-03-13' },
  demo: '演示数据',
  draft: '签发前不生效，不编号',
}

/** Two pages of 22 lines of 28 characters, and one line more. */
export const gridPaper: PaperContent = {
  title: '格',
  body: [{ kind: 'paragraph', words: '字'.repeat(28 * 22 * 2) }],
}

export const registrationForm: SheetContent = {
  title: '规范性文件备案登记表',
  subtitle: '登记号：备审-2026-0005',
  orientation: 'portrait',
  table: {
    columnShares: [2, 4, 2, 4],
    rows: [
      [{ words: '文件名称', header: true }, { words: '某某市城市供水应急管理规定', columnSpan: 3 }],
      [{ words: '文号', header: true }, { words: '某政发〔2026〕8号' }, { words: '报备单位', header: true }, { words: '某某市人民政府' }],
      [{ words: '附件', header: true, rowSpan: 2 }, { words: '备案报告、正式文本', columnSpan: 3 }],
      [{ words: '电子文本与纸质文本一致', columnSpan: 3 }],
    ],
  },
  footLines: ['填表人：甲某　　填表日期：2026年3月13日'],
  demo: '演示数据',
}

/** The words of the opinion in the order in which a reader meets them. */
export const OPINION_ORDER = [
  '某某市人民代表大会常务委员会文件',
  '某常审〔2026〕',
  '关于《某某市电动自行车',
  '的审查意见',
  '某某市人民政府：',
  '收悉。经',
  '次主任会议研究，意见如下：',
  '一、关于第十三条罚款的规定',
  '（一）主要问题',
  '由街道办事处处二百元罚款',
  '第十六条　除法律',
  '（二）退还',
  '问题条文汇总',
  '没有处罚主体资格',
  '请自收到本意见之日起',
  '附件：1.问题条文',
  '2.有关方面意见汇总',
  '某某市人大常委会',
  '2026年　月　日',
  '（联系人：甲某',
  '抄送：市司法局，市消防救援支队。',
  '2026年3月13日印发',
] as const
