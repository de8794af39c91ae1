/**
 * Burdens that a document lays on people, and the superior provisions that limit who may lay them.
 *
 * A paper that sets a fine shares no conduct with 行政处罚法's rule on who may set fines, so that likeness of words never
 * finds it. Here both sides are known by what they speak of: a row names a burden, the words by which a document
 * lays it, and the words by which a superior provision limits it. Facts only: whether the burden is unlawful is
 * judged by a person (domain notes, powers table and pattern catalogue).
 */
export type BurdenKind =
  | 'penalty' | 'licence' | 'coercion' | 'fee' | 'certificate' | 'localPreference' | 'benefit' | 'equality' | 'communications' | 'delegation' | 'timeLimit' | 'litigation' | 'civilRule' | 'operation'

type Burden = {
  kind: BurdenKind
  /** shown beside the provision: why it is put there */
  label: string
  /** what a search engine is asked to find the provisions that limit it */
  ask: string
  /** how a document lays it */
  inDocument: RegExp
  /** how a superior provision limits it, within one sentence */
  inRule: RegExp
  /** what of it the document speaks of, and the words of the provision that limits just that: stands before the general limit */
  facets?: readonly (readonly [inDocument: RegExp, inRule: RegExp])[]
}

export const burdens: readonly Burden[] = [
  {
    kind: 'penalty', label: '行政处罚的设定', ask: '规范性文件不得设定行政处罚',
    inDocument: /罚款|没收|责令(?:停产|停业|关闭)|吊销|暂扣[^，。；]{0,6}证|处罚|(?:年|月)内不得[^，。；]{0,16}(?:从事|承租|申请|在)|追回[^，。；]{0,10}(?:资金|补助)|处[^，。；]{0,14}元/u,
    inRule: /(?:设定|规定)[^。；]{0,40}行政处罚|设定罚款|行政处罚的(?:种类|设定)|罚款(?:的)?限额|没有依法作出|行政处罚(?:遵循|必须|应当)[^。]{0,30}(?:相当|法定)/u,
    facets: [[/乡镇|街道办事处|受托|委托/u, /乡镇人民政府|委托/u], [/全部|一律|停止/u, /相当/u]],
  },
  {
    kind: 'licence', label: '行政许可的设定', ask: '规范性文件不得设定行政许可',
    inDocument: /许可|审批|核准|准入|(?:未|没有)(?:取得|经|办理|获得|备案)[^，。；]{0,30}[，]?[^，。；]{0,6}不得|方可|须经|(?:应当|须|需)取得|上岗证|准运证|资格证|资质|备案/u,
    inRule: /设定[^。；]{0,30}行政许可|行政许可[^。；]{0,60}(?:不得|设定|增设)|不得增设[^。；]{0,20}(?:许可|条件)|(?:备案|登记|年检|认定)[^。；]{0,40}变相[^。；]{0,10}许可/u,
    facets: [[/备案|登记|认定|年检|目录/u, /备案[^。]{0,40}变相/u], [/条件|价格|不低于|注册资本|学历/u, /增设[^。；]{0,20}条件/u]],
  },
  {
    kind: 'coercion', label: '行政强制的设定', ask: '行政强制措施由法律设定',
    inDocument: /查封|扣押|扣留|暂扣|冻结|强制|锁定|拖移|滞纳金|停止供(?:水|电|热|气)|代(?:为)?(?:履行|清理|拆除)|收缴|征用/u,
    inRule: /行政强制(?:措施|执行)[^。；]{0,40}(?:设定|规定|不得|种类)|(?:设定|规定)[^。；]{0,20}行政强制|停止供水、供电|强制(?:措施|执行)的(?:种类|方式)/u,
    facets: [[/滞纳金|加处|拆除|代(?:为)?履行|强制执行/u, /强制执行由法律|加处|代履行/u], [/供(?:水|电|热|气)/u, /停止供水、供电/u], [/查封|扣押|扣留|暂扣|锁定|拖移|征用/u, /强制措施由法律/u]],
  },
  {
    kind: 'fee', label: '收费和保证金', ask: '不得收取费用 保证金 法律依据',
    inDocument: /收取|缴纳|交纳|收费|保证金|押金|[^消]费(?:用)?(?:标准|由)|价格|加收|[服管][务理]费|费用/u,
    inRule: /不得[^。；]{0,40}(?:收费|收取|保证金|费用)|(?:收费|保证金)[^。；]{0,40}(?:清单|不得|依据|目录)/u,
  },
  {
    kind: 'certificate', label: '证明事项', ask: '证明事项 法律依据',
    inDocument: /证明|重复(?:提交|鉴定|提供)/u,
    inRule: /证明[^。；]{0,60}(?:不得|没有法律|清单|依据|取消)|不得[^。；]{0,40}证明/u,
  },
  {
    kind: 'localPreference', label: '公平竞争', ask: '公平竞争 市场准入 限制商品要素自由流动',
    inDocument: /本(?:地|市|县|区|省)(?:户籍|注册|企业|生产|产品|号牌|车辆|行政区域内注册)|外地|地域|所有制|指定|统一(?:运营|采购|供应|配送)|评选确定|限制条件|在本(?:市|县|区)[^，。；]{0,12}(?:注册|纳税|缴纳)|同等待遇/u,
    inRule: /(?:不得|限制)[^。]{0,80}(?:限定|指定|外地|本地|限制市场准入|所有制|地域|户籍)|(?:外地|本地)[^。]{0,40}(?:歧视|限制|不得)/u,
    facets: [[/外地|本地|本(?:市|县|区|省)[^，。；]{0,8}(?:企业|生产|产品|注册|号牌|车辆|纳税|缴纳|户籍)|地域|户籍/u, /外地|本地|其他地区/u], [/指定|统一(?:运营|采购|供应|配送)/u, /指定|特许/u], [/所有制/u, /所有制/u]],
  },
  {
    kind: 'benefit', label: '税收和财政优惠', ask: '税收优惠 财政奖励 补贴 依据',
    inDocument: /税|返还|奖励|补贴|贴息|优惠|奖补|扶持资金/u,
    inRule: /(?:税收优惠|财政奖励|补贴|优惠)[^。]{0,60}|给予[^。；]{0,20}(?:优惠|奖励|补贴)/u,
  },
  {
    kind: 'equality', label: '平等和权利', ask: '公民在法律面前一律平等',
    inDocument: /配偶|子女|父母|近亲属|家庭成员|共同居住|失信|户籍|信用|犯罪记录|影响范围|入学|就读|权属/u,
    inRule: /法律面前一律平等|人权|受教育的权利|不受侵犯/u,
    facets: [[/入学|就读|学校/u, /受教育/u], [/配偶|子女|父母|近亲属|家庭成员|户籍/u, /一律平等/u]],
  },
  {
    kind: 'communications', label: '通信和个人信息', ask: '通信自由 通信秘密 个人信息',
    inDocument: /通信|通话|聊天|行踪|个人信息|隐私|定位|即时通讯|监控|(?:支付|轨迹)[^，。；]{0,4}信息/u,
    inRule: /通信自由|通信秘密|个人信息|隐私/u,
  },
  {
    kind: 'delegation', label: '委托和下放', ask: '委托实施行政处罚 乡镇街道 处罚权',
    inDocument: /(?:乡镇人民政府|街道办事处|居民委员会|村民委员会|协管|物业服务|受托|委托)[^。]{0,40}(?:处罚|罚款|处[^，。；]{0,14}元|检查|扣)/u,
    inRule: /(?:乡镇人民政府|街道办事处)[^。]{0,60}行政处罚|委托[^。]{0,60}(?:行政处罚|不得再委托)/u,
  },
  {
    kind: 'timeLimit', label: '办理期限', ask: '受理申请之日起作出行政许可决定 期限',
    inDocument: /(?:工作日|日|月)(?:以)?内[^。；]{0,12}(?:作出|办结|答复|决定|审核|审查|办理)/u,
    inRule: /(?:作出|办结)[^。；]{0,20}(?:工作日|日)|(?:二十|四十五|六十)[个]?(?:工作)?日(?:以)?内/u,
  },
  {
    kind: 'litigation', label: '诉讼权利', ask: '起诉 立案 审理期限',
    inDocument: /立案|起诉|受理[^，。；]{0,8}案件|上诉|审(?:理)?限|举证/u,
    inRule: /起诉|立案|上诉|审理期限|审限/u,
    facets: [[/立案/u, /立案/u]],
  },
  {
    kind: 'operation', label: '经营者的权益和义务', ask: '规范性文件不得减损市场主体合法权益 不得干预正常生产经营',
    inDocument: /不得超过[^，。；]{0,6}[个家处]|停止(?:运输|营业|经营|供应|配送)|数量(?:控制|限制)|限制(?:经营|营业)|(?:不得|禁止)[^，。；]{0,16}(?:经营|营业|销售|配送)/u,
    inRule: /减损[^。]{0,30}(?:权益|权利)|干预[^。]{0,20}经营/u,
  },
  {
    kind: 'civilRule', label: '民事基本制度和工程结算', ask: '民事基本制度 只能制定法律',
    inDocument: /审计(?:机关)?[^，。；]{0,10}(?:结论|结果)|结算|民事(?:权利|责任)/u,
    inRule: /民事基本制度|只能制定法律|基本经济制度/u,
  },
]

/** What burdens the words of a document lay. */
export const burdensOf = (words: string): BurdenKind[] => burdens.filter((b) => b.inDocument.test(words)).map((b) => b.kind)

/** Which burdens a superior provision limits. */
export const burdensLimitedBy = (words: string): BurdenKind[] => burdens.filter((b) => b.inRule.test(words)).map((b) => b.kind)

/** Whether the provision limits just what the document speaks of. */
export const fitsFacet = (kind: BurdenKind, documentWords: string, ruleWords: string): boolean =>
  (burdens.find((b) => b.kind === kind)?.facets ?? []).some(([inDocument, inRule]) => inDocument.test(documentWords) && inRule.test(ruleWords))

/** The words with which a search engine finds provisions that limit a burden. */
export const burdenQuery = (kind: BurdenKind): string => burdens.find((b) => b.kind === kind)?.ask ?? ''

export const burdenLabel = (kind: BurdenKind): string => burdens.find((b) => b.kind === kind)?.label ?? ''

/** How directly a provision speaks of papers below the rank of law: the most general limit stands first. */
export const speaksOfPapers = (words: string): boolean => /规范性文件|不得设定|没有法律、法规|没有法律、行政法规/u.test(words)
