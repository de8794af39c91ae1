import { html } from 'hono/html'
import { type DeadlineRule, ruleStanding } from '../../law/deadline/index.ts'
import type { SuggestionContent } from '../suggestion/index.ts'
import { crumbs, type Frame, type Markup, portalPage } from './page.ts'
import type { SuggestionTarget } from './public-filings.ts'

export type SuggestForm = {
  token: string
  target: SuggestionTarget | null
  values: Partial<Record<keyof SuggestionContent, string>>
  errors: { path: string; message: string }[]
  /** results of looking for a filed document */
  found: { words: string; targets: SuggestionTarget[] } | null
  filesLost: boolean
  uploadLimitBytes: number
  /** the periods that hold for the committee */
  rules: readonly DeadlineRule[]
}

const units: Record<string, string> = { calendarDay: '日', workDay: '个工作日', month: '个月', year: '年' }
const period = (rules: readonly DeadlineRule[], key: string): { amount: string; basis: string } => {
  const rule = rules.find((r) => r.key === key)
  return rule === undefined ? { amount: '', basis: '' } : { amount: `${rule.amount} ${units[rule.unit] ?? ''}内`, basis: [...rule.basis.split('；').filter((part) => part.includes('《')), ruleStanding(rule)].join('，') }
}

/** The form of a 审查建议: without script, with errors at the fields and everything kept that was typed. */
export function suggestPage(frame: Frame, form: SuggestForm): Markup {
  const error = (name: string): string | null => form.errors.find((e) => e.path === name)?.message ?? null
  const field = (options: { name: keyof SuggestionContent; label: string; hint?: string; required?: boolean; control: (attributes: Markup) => Markup }): Markup => {
    const message = error(options.name)
    const attributes = html` id="f-${options.name}" name="${options.name}"${message === null ? '' : html` aria-invalid="true" aria-describedby="e-${options.name}"`}${options.required === true ? html` aria-required="true"` : ''}`
    return html`<div class="f${message === null ? '' : ' bad'}"><label for="f-${options.name}"><span>${options.label}${options.required === true ? html` <i class="req" aria-hidden="true">*</i>` : ''}${options.hint === undefined ? '' : html`<em>${options.hint}</em>`}</span></label>${options.control(attributes)}${message === null ? '' : html`<span class="err" id="e-${options.name}">! ${message}</span>`}</div>`
  }
  const text = (name: keyof SuggestionContent, label: string, options: { required?: boolean; hint?: string; most: number; complete?: string } ): Markup =>
    field({ name, label, ...options, control: (attributes) => html`<input type="text"${attributes} maxlength="${options.most}" value="${form.values[name] ?? ''}"${options.complete === undefined ? '' : html` autocomplete="${options.complete}"`}>` })
  const area = (name: keyof SuggestionContent, label: string, rows: number, most: number, hint?: string): Markup =>
    field({ name, label, required: true, ...(hint === undefined ? {} : { hint }), control: (attributes) => html`<textarea rows="${rows}"${attributes} maxlength="${most}">${form.values[name] ?? ''}</textarea>` })

  const body = html`<main id="main" class="wrap">${crumbs({ label: '审查建议' })}
<header class="sh"><h1>审查建议</h1><p>认为规范性文件同宪法、法律、法规相抵触，任何公民和单位都可以书面提出审查建议。我们研究后书面告诉你结果。</p></header>
<nav class="tabs" aria-label="步骤"><a href="/suggest" aria-current="page"><b>1</b>填写建议</a><a href="/suggest/follow"><b>2</b>查询办理情况</a></nav>
<section class="state"><h2>填写建议<small>带 * 的要填</small></h2>
<div class="g"><div>${form.errors.length === 0 ? '' : html`<div class="errors" role="alert"><h2>有 ${form.errors.length} 处没有填好，已填的内容都还在</h2><ul>${form.errors.map((e) => html`<li><a href="#f-${e.path}">${e.message}</a></li>`)}</ul>${form.filesLost ? html`<p>附件请重新选一次。</p>` : ''}</div>`}
${form.target === null ? findTarget(form.found) : ''}
<form action="/suggest" method="post" enctype="multipart/form-data"><input type="hidden" name="token" value="${form.token}">
<fieldset class="q"><legend><i>1</i>哪个文件</legend><div class="in">${form.target === null ? html`${text('documentTitle', '文件名称', { required: true, most: 200 })}<div class="g2">${text('documentNo', '发文字号', { most: 60, hint: '不知道可以不填' })}${text('documentMaker', '制定机关', { most: 100, hint: '不知道可以不填' })}</div>` : targetMarkup(form.target)}</div></fieldset>
<fieldset class="q"><legend><i>2</i>哪一条，你认为有什么问题</legend><div class="in">${area('matters', '审查事项', 3, 4000, '写明条款，例如：第五条第二款没有依据设定收费')}</div></fieldset>
<fieldset class="q"><legend><i>3</i>理由</legend><div class="in">${area('reasons', '理由', 7, 20_000, '可以写违反了哪部法律的哪一条，不知道可以不写')}
<div class="f${error('files') === null ? '' : ' bad'}"><label for="f-files"><span>材料<em>照片、缴费单等，可不附，最多 5 个，每个不超过 ${Math.floor(form.uploadLimitBytes / 1_048_576)} MB</em></span></label><input type="file" id="f-files" name="files" multiple${error('files') === null ? '' : html` aria-invalid="true" aria-describedby="e-files"`}>${error('files') === null ? '' : html`<span class="err" id="e-files">! ${error('files')}</span>`}</div></div></fieldset>
<fieldset class="q"><legend><i>4</i>你是谁</legend><div class="in"><div class="g2">${text('proposerName', '姓名或者单位名称', { required: true, most: 60, complete: 'name' })}${text('proposerContact', '联系方式', { required: true, most: 120, hint: '电话、邮箱或者通信地址' })}</div>${text('proposerAddress', '通信地址', { most: 200, hint: '要纸质答复的请填', complete: 'street-address' })}
<p class="hint">姓名和联系方式只用于办理和答复，不提供给制定机关，不公开。</p></div></fieldset>
<div class="actbar"><p class="hint">提交后给你编号和查询码。</p><button class="btn">提交审查建议</button></div></form></div>
${aside(form.rules)}</div></section></main>`
  return portalPage(frame, { title: '审查建议', section: 'suggest', body, index: form.errors.length === 0 })
}

const findTarget = (found: SuggestForm['found']): Markup =>
  html`<form class="filters" role="search" aria-label="找已经公开的备案文件" action="/suggest"><label>从备案目录里找<input type="search" name="find" maxlength="100" value="${found?.words ?? ''}" placeholder="名称、文号、制定机关"></label><button class="btn quiet s">找文件</button></form>${found === null ? '' : found.targets.length === 0 ? html`<p class="hint">备案目录里没有找到，请在下面直接填写。</p>` : html`<ul class="papers">${found.targets.map((t) => html`<li><a class="u" href="/suggest?id=${t.id}">${t.title}</a> <span class="hint">${t.documentNo}　${t.makerName}　${t.registrationNo}</span></li>`)}</ul>`}`

const targetMarkup = (t: SuggestionTarget): Markup =>
  html`<input type="hidden" name="filingId" value="${t.id}"><div class="doc"><b>${t.title}</b><span class="n">${[t.documentNo, t.makerName, t.promulgated === null ? '' : `${t.promulgated} 公布`, `备案登记号 ${t.registrationNo}`].filter((part) => part !== '').join('　')}</span><a class="u" href="/suggest">换一个</a></div>`

function aside(rules: readonly DeadlineRule[]): Markup {
  const steps: [string, string][] = [['suggestionIncomplete', '材料不齐的，告诉你要补什么'], ['transferOut', '不归我们办的，转给有权的机关'], ['notStartNotice', '不启动审查的，说明理由'], ['requestReview', '研究处理完毕'], ['feedbackToProposer', '办结后书面告诉你结果']]
  return html`<aside aria-label="办理说明"><h3>提交以后</h3><ol class="tl">${steps.map(([key, words]) => html`<li><b>${period(rules, key).amount}</b>${words}<span>${period(rules, key).basis}</span></li>`)}</ol>
<div class="blk"><h3>请走别的渠道</h3><ul><li>对具体处罚、收费不服：行政复议或者行政诉讼</li><li>市人民政府部门的文件：市人民政府</li><li>县级人民政府的文件：该县（市、区）人大常委会</li><li>本市地方性法规：省人大常委会</li></ul></div></aside>`
}
