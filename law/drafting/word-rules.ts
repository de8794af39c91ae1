/** Rules on the choice of words, each with the forms that break it. */
import { type DraftingRule, NORM, OWN_CHECK } from './rule.ts'
import { findWords } from './word-finder.ts'

const OWN_TEXT = '本(?:法|条例|办法|规定|规则|细则)'
const MAKING = '(?:实施)?(?:办法|细则|规定|规则|规章)'

export const wordRules: readonly DraftingRule[] = [
  {
    code: 'L01', name: '必须', basis: NORM, severity: 'warn',
    says: '表述义务用“应当”，不用“必须”。', mayIgnore: '确需强调，或者照引上位法用语的。',
    // 确需迁移、必须拆除的，: a case, no duty; 规定必须, 告知其必须: of a duty laid elsewhere
    find: findWords([{ pattern: /(?<!规定|其)必须(?![^，。；：]{0,40}的[，。；、：])/gu, why: '表述义务一般用“应当”，不用“必须”', suggestion: '应当' }]),
  },
  {
    code: 'L02', name: '应该', basis: NORM, severity: 'warn',
    says: '表述义务用“应当”，不用“应该”。', mayIgnore: '引用他人原话的。',
    // 对应该地区, 适应该项目 are other words
    find: findWords([{ pattern: /(?<![对相响供适反效回呼感顺])应该/gu, why: '法律用语中表述义务用“应当”，不用“应该”', suggestion: '应当' }]),
  },
  {
    code: 'L03', name: '禁止的写法', basis: NORM, severity: 'warn',
    says: '禁止性规定：有主语的用“不得”，没有主语的用“禁止”；不用严禁、不准、不许、不能、不应。', mayIgnore: '“不能”说的是能力或者事实，不是禁止的。',
    find: findWords([
      { pattern: /严禁/gu, why: '禁止性规定不用“严禁”：没有主语的用“禁止”，有主语的用“不得”', suggestion: '禁止' },
      { pattern: /不[准许](?![予确许入时可])(?=[\p{Script=Han}])/gu, why: '禁止性规定用“不得”，不用“不准”“不许”', suggestion: '不得' },
      { pattern: /(?<=(?:任何[^，。；]{1,12}|[均都]|一律|绝))不能/gu, why: '禁止性规定用“不得”，不用“不能”', suggestion: '不得' },
      { pattern: /不应当?(?![求有当]|知道)(?=[\p{Script=Han}]{2})(?![^，。；：]{0,40}的)/gu, why: '禁止性规定用“不得”，不用“不应”“不应当”', suggestion: '不得' },
      { pattern: /(?<=任何(?:单位|组织|个人|企业)(?:(?:和|或者|、)(?:单位|组织|个人))?(?:都|均)?)(?:严格)?禁止/gu, why: '有主语的禁止性规定用“不得”', suggestion: '不得' },
    ]),
  },
  {
    code: 'L04', name: '但书用但是', basis: NORM, severity: 'info',
    says: '但书用“但是”引出，不用单音节的“但”。', mayIgnore: '同一文本一贯用“但”的修正。',
    find: findWords([{ pattern: /(?<=[，。；])但(?![是书愿凡])/gu, why: '但书一般用“但是”引出，不用“但”', suggestion: '但是' }]),
  },
  {
    code: 'L06', name: '依照、按照、参照', basis: NORM, severity: 'info',
    says: '以法律、法规为依据用“依照”；约定、章程、份额、比例用“按照”；类推适用用“参照”。', mayIgnore: '照引上位法用语的。',
    find: findWords([
      // 按照本条例规定的职责: the duty, not the provision, is what is followed
      { pattern: new RegExp(`按照?(?=(?:${OWN_TEXT}|《[^《》]{2,40}(?:法|条例)》|(?:有关)?法律、(?:行政)?法规)(?:第[一二三四五六七八九十百零]{1,7}条(?:第[一二三四五六七八九十]{1,3}[款项]){0,2})?的?规定(?!的[^，。；]))`, 'gu'), why: '以法律、法规的规定为依据的，一般用“依照”，“按照”用于约定、章程、份额、比例', suggestion: '依照' },
    ]),
  },
  {
    code: 'L07', name: '根据、依据', basis: NORM, severity: 'info',
    says: '说明立法依据用“根据”；适用具体条款用“依据”或者“依照”。', mayIgnore: '照引上位法用语的。',
    find: findWords([
      { pattern: new RegExp(`(?:依据|依照|按照)(?=[^。；]{2,160}制定${OWN_TEXT}[。，])`, 'gu'), why: '说明立法依据用“根据”', suggestion: '根据' },
      { pattern: new RegExp(`根据(?=${OWN_TEXT}第[一二三四五六七八九十百零]{1,7}条)`, 'gu'), why: '适用本文本的条款用“依据”或者“依照”，“根据”用于说明立法依据', suggestion: '依据' },
    ]),
  },
  {
    code: 'L08', name: '或者', basis: NORM, severity: 'info',
    says: '表示选择用“或者”，不用“或”；不用“和/或”。', mayIgnore: '固定名称或者术语中的“或”。',
    find: findWords([
      { pattern: /和[/／]或者?/gu, why: '不用“和/或”：并列用“和”，选择用“或者”', suggestion: '或者' },
      { pattern: /(?<![间抑倘设容/／即])或(?![者许然缺多少有])/gu, why: '表示选择用“或者”，不用“或”', suggestion: '或者' },
    ]),
  },
  {
    code: 'L09', name: '制定、规定', basis: NORM, severity: 'warn',
    says: '订立办法、细则、规定用“制定”；就具体事项作出决定用“规定”；不用另订、制订、确定、核定。', mayIgnore: '说的是拟订草案，或者由多个机关签订协议的。',
    find: findWords([
      { pattern: /另行?订立?(?!购)/gu, why: '订立办法、细则用“另行制定”，就具体事项作出决定用“另行规定”', suggestion: '另行制定' },
      { pattern: new RegExp(`制订(?=[^，。；、]{0,16}${MAKING}(?:[，。；、]|$))`, 'gu'), why: '订立办法、细则、规定用“制定”', suggestion: '制定' },
      { pattern: new RegExp(`(?<=${MAKING}[，]?由[^，。；]{2,30})(?:确定|核定|订立|制订)(?=[，。；]|$)`, 'gu'), why: '办法、细则、规定由谁订立，用“制定”', suggestion: '制定' },
    ]),
  },
  {
    code: 'L10', name: '会同、商', basis: NORM, severity: 'warn',
    says: '“会同”是共同作出、有主有次；“商”是征求意见后由一家作出，不能同时写联合、共同作出。', mayIgnore: '“商”前面的机关与联合作出的机关不是同一事项的。',
    find: findWords([
      { pattern: /(?<![协会磋工])商(?=[^，。；]{2,30}后?[，]?(?:共同|联合)(?:制定|公布|发布|印发|作出))/gu, why: '“商”后由一家作出；几家共同作出的用“会同”', suggestion: '会同' },
      { pattern: /会同(?=[^，。；]{2,40}后[，]?单独)/gu, why: '“会同”是共同作出；征求意见后由一家作出的用“商”', suggestion: '商' },
    ]),
  },
  {
    code: 'L12', name: '抵销、抵消', basis: NORM, severity: 'warn',
    says: '债务、账款互相冲抵用“抵销”；作用互相抵去用“抵消”。', mayIgnore: '说的不是债务、款项的。',
    find: findWords([
      { pattern: /(?<=(?:债务|债权|款项?|费用?|税|亏损|账)[^，。；]{0,6})抵消|抵消(?=[^，。；、]{0,8}(?:债务|债权|款|费|税|亏损|账))/gu, why: '债务、账款互相冲抵用“抵销”', suggestion: '抵销' },
      { pattern: /抵销(?=[^，。；、]{0,8}(?:影响|作用|效果|效应))/gu, why: '作用、效果互相抵去用“抵消”', suggestion: '抵消' },
    ]),
  },
  {
    code: 'L13', name: '账', basis: NORM, severity: 'warn',
    says: '货币、货物的账目用“账”，不用“帐”。', mayIgnore: '机构、文件的原有名称。',
    find: findWords([{ pattern: /(?<![蚊营围毡])帐(?![篷幕幔子])/gu, why: '账目、账户、账簿用“账”，不用“帐”', suggestion: '账' }]),
  },
  {
    code: 'L16', name: '作出、做出', basis: NORM, severity: 'info',
    says: '决定、规定、解释、处罚等用“作出”；贡献、成绩用“做出”。', mayIgnore: '照引原文的。',
    find: findWords([
      { pattern: /做出(?=[^，。；、]{0,12}(?:决定|规定|解释|处罚|裁决|裁定|判决|答复|认定|批复|结论|处理|说明|规划|安排|评估|评价)(?:[，。；、的]|$))/gu, why: '与决定、规定、解释、处罚等搭配用“作出”', suggestion: '作出' },
    ]),
  },
  {
    code: 'L18', name: '其他', basis: NORM, severity: 'warn',
    says: '用“其他”，不用“其它”。', mayIgnore: '机构、文件的原有名称。',
    find: findWords([{ pattern: /(?<![尤与极]其?)其它/gu, why: '法律用语统一用“其他”，不用“其它”', suggestion: '其他' }]),
  },
  {
    code: 'L34', name: '机关按职能称呼', basis: OWN_CHECK, severity: 'info',
    says: '执法机关按职能写成“主管部门”，不写容易随机构改革变动的局、委名称。', mayIgnore: '机关名称由法律规定，或者确指某一具体单位的。',
    find: findWords([
      {
        pattern: /(?:公安|教育|财政|民政|水务|水利|农业|农林|林业|卫生|环境保护|环保|住房(?:和|与)?城乡建设|建设|规划|国土资源|房产|房管|交通|城管|城市管理|城市管理执法|文化|旅游|商务|工商|质监|食药监|市场监管|人力资源(?:和)?社会保障|人事|劳动|司法|审计|统计|住建|园林|市政)局(?![长域部面限所势])|(?:发改|住建|卫计|经信|国资)委(?!员)/gu,
        why: ([name]) => `“${name}”随机构改革会变动，一般按职能写成“……主管部门”`,
      },
    ]),
  },
  {
    code: 'L36', name: '含义不清的重叠', basis: OWN_CHECK, severity: 'info',
    says: '一个分句里不把不得、应当、禁止叠用，不用意思相反的双重否定。', mayIgnore: '意思明确、改写反而费解的。',
    find: findWords([
      { pattern: /(?:应当|必须)(?:不得|禁止)|(?:不得|禁止)(?:应当|必须)|禁止不得|不得禁止(?=[，。；])/gu, why: '“应当”“不得”“禁止”叠用，规范的含义不清' },
      { pattern: /不得不(?!低|少|足|合|当|正|良)|(?:禁止|严禁|不应当?)不(?!当|良|正当|合格|法|文明)|不得(?:无故|擅自|随意|故意)不/gu, why: '双重否定容易误解，写成“应当……”' },
    ]),
  },
  {
    code: 'L38', name: '引用项不加括号', basis: OWN_CHECK, severity: 'info',
    says: '引用项时序号不加括号：第一项，不写第（一）项。', mayIgnore: '照引原文的。',
    find: findWords([
      { pattern: /第\s?[（(]([一二三四五六七八九十]{1,4})[）)]\s?项/gu, why: ([, number]) => `引用项时序号不加括号，写成“第${number ?? ''}项”`, suggestion: ([, number]) => `第${number ?? ''}项` },
    ]),
  },
]
