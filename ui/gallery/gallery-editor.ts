import { html, type TemplateResult } from 'lit'
import { draftDocument, textOf } from '../../law/drafting/index.ts'
import { parseText, printLegalText, toArticleLabel, toChineseNumber } from '../../law/text/index.ts'
import { LightElement } from '../components/light-element.ts'
import type { EditorPlugin } from '../editor/editor-plugin.ts'
import '../editor/law-editor.ts'
import type { PasteReport } from '../editor/paste/place-blocks.ts'

/** A text written for this page, with all that an editor has to show. */
export const SAMPLE = `某市养犬管理条例
（草案二次审议稿）
第一章　总则
第一条　为了规范养犬行为，保障公众健康和人身安全，维护市容环境卫生，根据有关法律、法规，结合本市实际，制定本条例。
第二条　本市行政区域内的养犬活动，适用本条例。
军用、警用、应急救援用犬的管理，依照国家有关规定执行。
第二章　养犬行为规范
第三条　携带犬只离开饲养场所的，应当遵守下列规定：
（一）使用长度不超过一点五米的牵引绳，由能够控制犬只的人牵领；
（二）为犬只佩戴犬牌；
（三）在楼道、电梯等狭窄空间收短牵引绳，防止犬只扑人：
1.为大型犬佩戴嘴套；
2.主动避让行动不便的人、未成年人和孕妇；
（四）即时清理犬只排泄物。
前款规定不适用于正在工作的导盲犬。
第四条　在重点管理区内，不得携带犬只进入学校、幼儿园、医疗机构的诊疗区域，以及依照本条例第三条第一款第二项设有禁入标识的公共场所。扶助犬除外。
第五条　携带犬只乘坐出租汽车的，应当事先征得驾驶员同意，并将犬只装入犬箱；有其他乘客的，还应当征得其他乘客同意。
第三章　法律责任
第六条　违反本条例第三条第一款第一项、第四项规定的，由城市管理部门责令改正；拒不改正的，处五十元以上二百元以下罚款。
第七条　违反第四条至第五条规定的，给予警告。
第四章　附则
第八条　本条例自公布之日起施行。
附件：
重点管理区禁养犬种
犬种\t体高
甲犬\t七十厘米
乙犬\t六十厘米
`

const CLAUSE = '有关单位应当依照本条例规定履行职责，及时处理群众反映的问题，并将处理结果告知当事人。'
/** As many articles as a test asks for, in chapters of forty, each with references. */
export function longText(articles: number): string {
  const lines = ['某市综合管理条例']
  for (let i = 1; i <= articles; i += 1) {
    if (i % 40 === 1) lines.push(`第${toChineseNumber(Math.ceil(i / 40))}章　有关规定`)
    lines.push(`${toArticleLabel(i)}　${CLAUSE}${i > 2 ? `本条例${toArticleLabel(i - 2)}第一款另有规定的，从其规定。` : ''}`, i % 3 === 0 ? `${CLAUSE}有下列情形之一的，不适用前款规定：` : CLAUSE)
    if (i % 3 === 0) lines.push('（一）情况紧急的；', '（二）法律、法规另有规定的；', '（三）不可抗力的。')
  }
  return lines.join('\n')
}

/** The editor with a sample, for tests and measurements: `?part=editor`, `&articles=1260`. */
export class GalleryEditor extends LightElement {
  static override properties = { query: { attribute: false }, report: { state: true }, place: { state: true } }
  declare query: URLSearchParams
  declare report: string
  declare place: string
  /** those of the other slices, as the drafting screen puts them in */
  plugins: readonly EditorPlugin[] = []
  constructor() {
    super()
    this.query = new URLSearchParams()
    this.report = ''
    this.place = ''
  }

  protected override firstUpdated(): void {
    const articles = Number(this.query.get('articles') ?? 0)
    this.open(articles > 0 ? longText(articles) : SAMPLE)
  }

  /** Opens a text as a draft. */
  open(source: string): void {
    const editor = this.querySelector('law-editor')
    if (editor === null) return
    editor.plugins = this.plugins
    editor.doc = draftDocument(parseText(source)).toJSON()
  }

  /** The draft as it would be printed. */
  printed(): string {
    const view = this.querySelector('law-editor')?.getView()
    return view == null ? '' : printLegalText(textOf(view.state.doc))
  }

  protected override render(): TemplateResult {
    return html`<div class="page"><h1 class="vh">某市养犬管理条例（草案二次审议稿）</h1>
      <law-editor @editor-paste-report=${(event: CustomEvent<PasteReport>) => { this.report = JSON.stringify(event.detail) }} @editor-selection=${(event: HTMLElementEventMap['editor-selection']) => { this.place = event.detail.article ?? '' }}></law-editor>
      <output id="paste-report">${this.report}</output><output id="place">${this.place}</output></div>`
  }
}
customElements.define('gallery-editor', GalleryEditor)
declare global { interface HTMLElementTagNameMap { 'gallery-editor': GalleryEditor } }
