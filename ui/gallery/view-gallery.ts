import { html, type TemplateResult } from 'lit'
import { problemFrom } from '../api/problem.ts'
import '../components/comparison/law-compare.ts'
import '../components/law-outline.ts'
import '../components/law-text.ts'
import { LightElement } from '../components/light-element.ts'
import { listKeys, type Column } from '../components/lf-list-table.ts'
import '../components/lf-paper.ts'
import type { PassageRange, SelectedPassage } from '../components/passages.ts'
import './gallery-editor.ts'
import { after, cases, comparison, deadline, paper, type SampleCase } from './data.ts'

const columns: Column<SampleCase>[] = [
  { key: 'number', label: '登记号', widthEm: 9, kind: 'quiet', cell: ({ number }) => number, secondary: true },
  { key: 'title', label: '文件', kind: 'title', cell: ({ title }) => title },
  { key: 'documentNumber', label: '发文字号', widthEm: 10, kind: 'small', cell: ({ documentNumber }) => documentNumber, secondary: true },
  { key: 'maker', label: '制定机关', widthEm: 9.2, cell: ({ maker }) => maker },
  { key: 'mode', label: '审查方式', widthEm: 5.6, cell: ({ mode }) => mode, secondary: true },
  { key: 'registered', label: '登记日期', widthEm: 6.6, kind: 'small', sortable: true, cell: ({ registered }) => registered, secondary: true },
  { key: 'left', label: '剩余时间', widthEm: 11.6, kind: 'days', sortable: true, cell: (row) => html`<lf-deadline .deadline=${row.deadline}></lf-deadline>` },
  { key: 'flags', label: '标注', widthEm: 6.4, kind: 'quiet', cell: ({ flags, heavy }) => (flags === 0 ? '' : html`${flags} 处${heavy > 0 ? html`，<span class="soon">重 ${heavy}</span>` : ''}`) },
  { key: 'by', label: '承办', widthEm: 5, cell: ({ by }) => by || html`<span class="quiet">未指定</span>` },
  { key: 'state', label: '状态', widthEm: 8, cell: ({ state }) => html`<lf-state kind=${state.kind} word=${state.word}></lf-state>` },
]

const ranges: PassageRange[] = [
  { eId: 'art_3__para_2__item_1', start: 0, end: 6, kind: 'flag', label: '1', id: 'f1' },
  { eId: 'art_4__para_1', start: 12, end: 27, kind: 'flag', label: '3', id: 'f3' },
  { eId: 'art_5__para_1', start: 26, end: 54, kind: 'flag', current: true, id: 'f4' },
]

/** The parts of the gallery, one by `?part=`; each is used as a screen would use it. */
export class ViewGallery extends LightElement {
  static override properties = { query: { attribute: false }, picked: { state: true }, selected: { state: true }, dialog: { state: true }, tab: { state: true } }
  declare query: URLSearchParams
  declare picked: ReadonlySet<string>
  declare selected: SelectedPassage | null
  declare dialog: boolean
  declare tab: string
  constructor() {
    super()
    this.query = new URLSearchParams()
    this.picked = new Set(['备审-2026-0005', '备审-2026-0007'])
    this.selected = null
    this.dialog = false
    this.tab = 'superior'
  }

  #queue(): TemplateResult {
    return html`<nav class="second-row" aria-label="保存的视图"><a href="?part=queue" aria-current="page">全部在办 <span>47</span></a><a href="?part=queue">我承办的 <span>12</span></a><a href="?part=queue">七天内到期 <span>9</span></a><a href="?part=queue">逾期 <span class="late">1</span></a><a href="?part=queue">待分送 <span>3</span></a><a href="?part=queue">等制定机关答复 <span>6</span></a><span class="spring"></span><button class="plain">存为视图</button></nav>
      <h1 class="vh">审查队列</h1>
      <lf-filter-bar .filters=${[
        { name: 'kind', label: '种类', kind: 'select' as const, options: [{ value: 'a', label: '规范性文件' }] },
        { name: 'mode', label: '方式', kind: 'select' as const, options: [{ value: 'a', label: '依职权' }] },
        { name: 'state', label: '状态', kind: 'select' as const, options: [{ value: 'open', label: '在办' }] },
        { name: 'from', label: '登记日期自', kind: 'date' as const },
      ]} .values=${{ state: 'open' }} shown="13" total="47"></lf-filter-bar>
      <lf-list-table caption="审查队列" .columns=${columns} .rows=${cases} .rowKey=${(row: SampleCase) => row.number} .rowName=${(row: SampleCase) => row.number} .rowPath=${(row: SampleCase) => `/review/${row.number}`}
        .sort=${{ key: 'left', direction: 'ascending' }} pickable .picked=${this.picked} @picked-changed=${(event: CustomEvent<{ picked: string[] }>) => { this.picked = new Set(event.detail.picked) }}></lf-list-table>
      <div class="action-bar" role="region" aria-label="批量办理"><span>已勾选 <b>${this.picked.size}</b> 件，均为待分送</span><button class="words">取消勾选</button>${listKeys()}<button class="btn">导出清单</button><button class="btn">指定承办人</button><button class="btn main">分送 ${this.picked.size} 件</button></div>`
  }

  #workbench(): TemplateResult {
    return html`<div class="fills-window"><lf-case-bar heading="城市养犬管理办法" .crumbs=${[{ label: '审查队列', path: '/queue' }, { label: '备审-2026-0002' }]} .facts=${['市人民政府办公室', '政办发〔2025〕36号', '2025-12-29 公布', '2026-02-01 施行']}
        .deadline=${deadline('2026-04-07', { kind: 'left', amount: 26, unit: '天' })} .state=${{ kind: 'active', word: '审查中' }} .beside=${html`<span class="quiet nowrap">依职权</span><button class="words">申请延长</button>`}>
        <div class="actions"><button class="btn">与制定机关沟通</button><button class="btn main">提请确认 2 处标注</button></div></lf-case-bar>
      <div class="desk"><div class="left"><div class="pane"><law-outline .text=${after} .flags=${{ art_3: '1', art_4: '3', art_5: '4' }} current="art_5"></law-outline></div></div>
        <div class="pane"><div class="tools"><b>全文五条</b><span>按施行日 2026-02-01 判断</span><span class="spring"></span><a href="?part=workbench">下一处标注</a><a href="?part=workbench">原件 PDF</a></div>
          <law-text .text=${after} .ranges=${ranges} current="art_5" .marginMarks=${{ art_4: [{ word: '期限', strong: true }], art_5: [{ word: '罚款　没收', strong: true }, { word: '期限' }] }} @passage-selected=${(event: CustomEvent<SelectedPassage>) => { this.selected = event.detail }}></law-text></div>
        <div class="right-side"><lf-tabs .tabs=${[{ id: 'superior', label: '上位法', note: '5' }, { id: 'before', label: '前一版本', note: '2021年' }, { id: 'alike', label: '同类文件', note: '3' }, { id: 'opinions', label: '意见', note: '2' }]} chosen=${this.tab} @tab-chosen=${(event: CustomEvent<{ id: string }>) => { this.tab = event.detail.id }}></lf-tabs>
          <div class="pane" role="tabpanel" id="panel-${this.tab}" aria-labelledby="tab-${this.tab}" tabindex="0"><p class="loading">选中的原文：<output>${this.selected === null ? '还没有' : `${this.selected.eId} ${this.selected.start}–${this.selected.end} ${this.selected.exact}`}</output></p></div>
          <section class="part page"><h2>本件标注 3 处<span>提出 — 确认 — 送机关 — 答复 — 解决</span></h2></section></div></div></div>`
  }

  #filing(): TemplateResult {
    return html`<lf-case-bar heading="户外招牌设置管理办法" .crumbs=${[{ label: '报备', path: '/filing' }, { label: '草稿，09:16 已自动保存' }]} .facts=${['报送：市人大常委会', '政办发〔2026〕10号', '2026-02-24 公布']}
        .deadline=${deadline('2026-03-26', { kind: 'left', amount: 14, unit: '天' }, { rule: '自公布起三十日', dueWord: '前报送' })} .state=${{ kind: 'waiting', word: '未报送' }} .beside=${html`<span class="quiet">还有 2 项要处理</span><button class="words grave">删除草稿</button>`}>
        <div class="actions"><button class="btn">预览备案登记表</button><button class="btn main">提交报备</button></div></lf-case-bar>
      <div class="with-aside"><form class="body"><section class="part"><h2>文件<span>带 <b class="soon">*</b> 的必须填写</span></h2><div class="fields">
        <lf-field class="w5" label="文件名称" required><input name="title" value="户外招牌设置管理办法"></lf-field>
        <lf-field class="w4" label="发文字号" required aside="✓ 未重号"><input name="documentNumber" value="政办发〔2026〕10号"></lf-field>
        <lf-field label="统一登记号"><input name="unifiedNumber"></lf-field>
        <lf-field label="制定机关" required><input name="maker" value="市人民政府办公室" readonly></lf-field>
        <lf-field label="文件种类" required><select name="kind"><option>规范性文件</option></select></lf-field>
        <lf-field label="公布日期" required><input type="date" name="promulgated" value="2026-02-24"></lf-field>
        <lf-field label="施行日期" required .error=${'施行日期不能早于公布日期'}><input type="date" name="effective" value="2026-02-01"></lf-field>
        <lf-field class="w12" label="未附材料的说明" hint="缺材料也可以提交，要写明原因"><textarea name="why"></textarea></lf-field></div></section>
        <section class="part"><h2>材料<span>应有 8 项，齐 5 项</span></h2><table class="package"><tbody><tr class="fine"><td>✓</td><td>备案报告</td><td>由本表生成</td><td><a href="?part=filing">预览</a></td></tr><tr class="missing"><td>!</td><td>公平竞争审查结论</td><td>没有上传，本件涉及经营者</td><td><a href="?part=filing">上传</a></td></tr><tr class="none"><td>—</td><td>公布令、公告</td><td>以通知印发，不需要</td><td></td></tr></tbody></table>
          <lf-upload label="公平竞争审查结论" accept=".docx,.pdf" multiple .files=${[{ id: 'f', sha256: '4f1c00000000000000000000a97e', sizeBytes: 1258291, name: '正式文本（盖章）.pdf' }]}></lf-upload></section></form>
      <aside><section class="part"><h2>报送期限</h2><lf-timeline from="2026-02-24" end="2026-03-26" today="2026-03-12" fromWord="公布" .reminders=${['2026-03-19', '2026-03-24']}></lf-timeline><lf-timeline from="2026-02-01" end="2026-03-03" today="2026-03-12" fromWord="公布"></lf-timeline><lf-timeline from="2026-03-11" end="2026-04-10" today="2026-03-12" fromWord="公布"></lf-timeline><lf-timeline from="2026-02-12" end="2026-03-14" today="2026-03-12" fromWord="公布"></lf-timeline></section>
        <section class="part"><h2>程序发现的问题<span>2 项要处理</span></h2><ul class="points"><li><b>!</b><span>没有公平竞争审查结论<em>第六条、第九条涉及经营者，应当附上。</em></span><a href="?part=filing">上传</a></li><li class="fine"><b>✓</b><span>报送对象正确<em>报市人大常委会。</em></span><span></span></li></ul></section></aside></div>`
  }

  #states(): TemplateResult {
    const one = (kind: 'active' | 'waiting' | 'paused' | 'done' | 'late' | 'attention' | 'none', word: string): TemplateResult => html`<lf-state kind=${kind} word=${word}></lf-state>　`
    return html`<lf-notice-bar text="已恢复 09:16 没有保存的内容。" closable></lf-notice-bar><lf-notice-bar kind="warn" text="这一年的放假安排还没有录入，日期待定。"></lf-notice-bar><lf-notice-bar kind="bad" text="连不上服务器。您填写的内容还在，网络恢复后再送出。"></lf-notice-bar><lf-notice-bar kind="good" text="已登记，登记号备审-2026-0019。" .action=${html`<a href="?part=states">打印回执</a>`}></lf-notice-bar>
      <div class="page"><h1 class="page-title">状态、空白、失败</h1>
      <section class="part"><h2>状态</h2><p>${one('active', '审查中')}${one('waiting', '待接收')}${one('paused', '已中止')}${one('done', '办结')}${one('late', '逾期')}${one('attention', '要处理')}${one('none', '不需要')}</p></section>
      <section class="part"><h2>进度</h2><lf-progress label="读取文件" done="312" total="1260"></lf-progress><lf-loading rows="3"></lf-loading></section>
      <section class="part"><h2>选择</h2><p><span class="choices"><button aria-pressed="true">已解决</button><button aria-pressed="false">部分解决</button><button aria-pressed="false">未解决</button></span>　<lf-popover label="为什么">第一百一十一条：自登记之日起三个月内审查完毕。</lf-popover>　<button class="btn" @click=${() => { this.dialog = true }}>退回补正</button>　<button class="btn" disabled>不能按</button>　<button class="btn grave">撤回</button></p></section>
      <section class="part"><h2>经过<span>第 3 稿</span></h2><lf-audit-list .entries=${[{ act: '拟稿', by: '甲某某　备案审查科', at: '2026-03-09T08:20:00Z', said: '三处均与市司法局当面交换过意见，对方无异议。' }, { act: '会签', by: '乙某　社会建设工委（你）', at: '3月11日送到', state: 'now' as const }, { act: '签发', by: '丙某　常委会副主任', at: '会签完后送', state: 'later' as const }]}></lf-audit-list></section>
      <lf-empty heading="还没有收到报备" text="各单位报送的文件会列在这里。没有接入平台的单位，可以替它登记。" .action=${html`<button class="btn main">登记纸质报备</button>`}></lf-empty>
      <lf-error .problem=${problemFrom(0, null)}></lf-error><lf-error .problem=${problemFrom(403, null)}></lf-error></div>
      <lf-dialog heading="退回补正" ?open=${this.dialog || this.query.has('dialog')} .errors=${[{ path: 'reason', message: '请写明缺少什么材料' }]} @dialog-closed=${() => { this.dialog = false }}><form id="f"><lf-field label="缺少的材料和理由" required .error=${'请写明缺少什么材料'}><textarea name="reason"></textarea></lf-field><lf-field label="补正期限" required><input type="date" name="until" value="2026-03-27"></lf-field></form><button slot="actions" class="btn">取消</button><button slot="actions" class="btn main" form="f">退回补正</button></lf-dialog>`
  }

  protected override render(): TemplateResult {
    switch (this.query.get('part')) {
      case 'workbench': return this.#workbench()
      case 'filing': return this.#filing()
      case 'states': return this.#states()
      case 'compare': return html`<div class="page"><h1 class="page-title">城市养犬管理办法</h1><law-compare .comparison=${comparison()} pageKeys .labels=${['2022-01-01 起施行', '2026-02-01 起施行']} mode=${this.query.get('mode') === 'one' ? 'one' : 'two'}></law-compare></div>`
      case 'paper': return html`<h1 class="vh">审查意见书</h1><lf-paper .paper=${paper} .actions=${html`<a href="?part=paper">下载 Word</a>`}></lf-paper>`
      case 'editor': return html`<gallery-editor .query=${this.query}></gallery-editor>`
      default: return this.#queue()
    }
  }
}
customElements.define('view-gallery', ViewGallery)
