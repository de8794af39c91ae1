import { alignArticles, compareTexts, type Comparison } from '../../law/compare/index.ts'
import type { Article, LegalText } from '../../law/text/index.ts'
import type { ShownDeadline } from '../components/lf-deadline.ts'
import type { ShownPaper } from '../components/lf-paper.ts'
import type { StateKind } from '../components/lf-state.ts'
import type { Session } from '../session.ts'

const office = { organId: 'o', organName: '市人大常委会法制工作委员会', organShortName: '备案审查科', organKind: 'commission', standingCommitteeId: null, side: 'committee' as const }

export const session: Session = {
  person: { id: 'p', name: '甲某某', username: 'jia', mustChangePassword: false },
  memberships: [{ ...office, role: 'reviewer', roleLabel: '审查人员' }, { ...office, role: 'receptionClerk', roleLabel: '接收登记人员' }],
  demo: true,
  today: '2026-03-12',
  unreadNotices: 3,
}

type Remaining = ShownDeadline['remaining']
export const deadline = (due: string, remaining: Remaining, more: Partial<ShownDeadline> = {}): ShownDeadline => ({
  due, remaining, rule: '自登记起三个月', basis: '参照外省市备案审查条例第二十三条；本省规定待确认', confirmed: false, steps: '自 2026-01-07 登记次日起算，满三个月', ...more,
})
const left = (amount: number, unit: Remaining['unit'] = '天'): Remaining => ({ kind: 'left', amount, unit })

export type SampleCase = { number: string; title: string; documentNumber: string; maker: string; mode: string; registered: string; deadline: ShownDeadline; flags: number; heavy: number; by: string; state: { kind: StateKind; word: string } }
const one = (at: number, title: string, maker: string, mode: string, remaining: Remaining, flags: number, heavy: number, by: string, kind: StateKind, word: string, more: Partial<ShownDeadline> = {}): SampleCase => ({
  number: `备审-2026-${String(at).padStart(4, '0')}`, title, documentNumber: `政办发〔2026〕${at}号`, maker, mode, registered: '2026-01-07', deadline: deadline('2026-04-07', remaining, more), flags, heavy, by, state: { kind, word },
})
const active = ['active', '审查中'] as const
export const cases: SampleCase[] = [
  one(1, '中心城区道路停车收费管理办法', '市政府办公室', '依职权', { kind: 'overdue', amount: 2, unit: '天' }, 3, 1, '甲某某', ...active),
  one(2, '关于加强农村集体资产监督的决定', '县人大常委会', '依职权', { kind: 'today', amount: 0, unit: '天' }, 0, 0, '甲某某', ...active),
  one(3, '问责线索移送和反馈工作办法', '市监察委员会', '依职权', left(1), 1, 0, '甲某某', 'waiting', '待答复'),
  one(4, '审理物业服务纠纷案件工作指引', '市中级人民法院', '依职权', left(4), 2, 0, '甲某某', ...active),
  one(5, '关于县城公共绿地保护的决定', '县人大常委会', '依职权', left(2, '个工作日'), 0, 0, '', 'waiting', '待分送'),
  one(6, '既有住宅加装电梯财政补助办法', '市政府办公室', '依职权', left(5), 0, 0, '甲某某', ...active),
  one(7, '关于划定禁止燃放烟花爆竹区域的通告', '市人民政府', '依职权', left(3, '个工作日'), 0, 0, '', 'waiting', '待分送'),
  one(8, '外卖配送站点设置管理规定', '市政府办公室', '审查建议', left(6), 4, 2, '甲某某', 'active', '沟通中'),
  one(9, '关于推进移风易俗的决定', '区人大常委会', '依职权', left(7), 1, 0, '乙某', ...active),
  one(10, '电动自行车停放充电安全管理办法', '市人民政府', '审查要求', left(11), 3, 2, '甲某某', 'active', '意见书会签'),
  one(11, '城市养犬管理办法', '市政府办公室', '依职权', left(26), 4, 3, '甲某某', ...active),
  one(12, '农贸市场摊位设置管理办法', '市政府办公室', '依职权', left(49), 2, 1, '甲某某', 'paused', '已中止', { paused: true }),
  one(13, '公益诉讼线索办理工作规定', '市人民检察院', '依职权', left(120), 0, 0, '乙某', 'done', '办结，未发现问题'),
]

const article = (at: number, number: string, ...lines: (string | string[])[]): Article => {
  const id = `art_${at}`
  const paragraphs: Article['paragraphs'] = []
  for (const line of lines) {
    if (typeof line === 'string') paragraphs.push({ id: `${id}__para_${paragraphs.length + 1}`, text: line, items: [] })
    else {
      const last = paragraphs.at(-1)
      if (last) last.items = line.map((text, n) => ({ id: `${last.id}__item_${n + 1}`, number: `（${'一二三四五'.charAt(n)}）`, text, subitems: [] }))
    }
  }
  return { id, number, heading: null, paragraphs, line: at }
}
const chapter = (at: number, number: string, heading: string, first: number): LegalText['divisions'][number] => ({ kind: 'chapter', level: 1, number, heading, id: `chp_${at}`, from: null, to: null, at: first })
const text = (articles: Article[], divisions: LegalText['divisions']): LegalText => ({ form: 'articles', title: '城市养犬管理办法', note: '', preamble: [], contents: [], notice: [], divisions, articles, annexes: [], closing: [], problems: [], remarks: [] })

export const before = text([
  article(1, '第一条', '为了规范养犬行为，保障市民人身安全，维护市容环境和公共秩序，根据有关法律、法规，制定本办法。'),
  article(2, '第二条', '养犬管理坚持政府监管、基层参与和养犬人自律相结合。'),
  article(3, '第三条', '公安机关可以设置犬只免疫点，公布免疫点的名称、地址和收费标准。'),
  article(4, '第四条', '运输企业应当按照每车五千元的标准缴纳文明运输保证金，年度内无违规记录的，保证金予以退还。'),
  article(5, '第五条', '犬只被收容的，养犬人应当自收到认领通知之日起十五日内认领；逾期不认领的，由留检所处置。'),
], [chapter(1, '第一章', '总则', 0), chapter(2, '第二章', '留检与处理', 2)])

export const after = text([
  article(1, '第一条', '为了规范养犬行为，保障市民人身安全，维护市容环境和公共秩序，根据《中华人民共和国动物防疫法》等法律、法规，制定本办法。'),
  article(2, '第二条', '养犬管理坚持政府监管、基层参与和养犬人自律相结合。'),
  article(3, '第三条', '公安机关应当设置犬只免疫点，公布免疫点的名称、地址和收费标准。', '个人申请养犬登记，应当具备下列条件：', ['具有本市户籍；', '具有完全民事行为能力；', '有固定住所。']),
  article(4, '第四条', '犬只被收容的，养犬人应当自收到认领通知之日起三日内认领；逾期不认领的，由留检所处置。'),
  article(5, '第五条', '养犬人携犬外出未用犬绳牵引，或者放任犬只恐吓他人的，由公安机关处三百元以上一千元以下罚款；情节严重的，没收犬只，并在三年内不予办理养犬登记。'),
], [chapter(1, '第一章', '总则', 0), chapter(2, '第二章', '留检与处理', 2)])

export const comparison = (): Comparison => compareTexts(before, after, alignArticles(before, after))

export const paper: ShownPaper = {
  redHead: '某某市人民代表大会常务委员会文件',
  number: ['常审〔2026〕', { atIssue: '　　' }, '号'],
  signers: '', title: ['关于《电动自行车停放充电', '安全管理办法》的审查意见'], note: '', mark: '', form: null,
  blocks: [
    { kind: 'flush', runs: ['市人民政府：'] },
    { kind: 'paragraph', runs: ['市人民政府报送备案的《电动自行车停放充电安全管理办法》（以下简称《办法》）收悉。常委会有关工作机构对《办法》进行了审查，听取了有关方面意见。经', { fillIn: 'meeting', words: '　　月　　日第　　次主任会议' }, '研究，意见如下：'] },
    { kind: 'heading', runs: ['一、关于第十三条罚款的规定'] },
    { kind: 'paragraph', runs: ['《办法》第十三条规定，在住宅楼疏散通道停放电动自行车的，由街道办事处处二百元罚款。规范性文件无权设定行政处罚。'] },
    { kind: 'break' },
    { kind: 'paragraph', runs: ['请自收到本意见之日起', { fillIn: 'period', words: '　　　　' }, '内研究处理，并书面反馈结果。'] },
    { kind: 'paragraph', runs: ['附件：问题条文与上位法对照表'] },
    { kind: 'table', shares: [1, 4, 4], head: 1, rows: [
      [{ runs: ['序号'], header: true }, { runs: ['规定'], header: true }, { runs: ['上位法'], header: true }],
      ...Array.from({ length: 40 }, (_, at) => [{ runs: [`${at + 1}`], align: 'center' as const }, { runs: [`第${at + 1}条规定的停放、充电行为，由街道办事处处二百元罚款。`] }, { runs: ['规范性文件不得设定行政处罚。'] }]),
    ] },
  ],
  signature: { organ: '市人大常委会', organRight: 4, date: [{ atIssue: '2026年　月　日' }], dateRight: 3, sealed: true },
  imprint: [['抄送：市司法局，市消防救援支队。', ''], ['市人大常委会办公室', '2026年　月　日印发']],
  issued: false,
}
