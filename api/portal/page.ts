import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { PortalName } from './portal-name.ts'
import { stylesheetAddress } from './styles.ts'

/** Words of a page with everything escaped that came from outside. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** What every page is told. */
export type Frame = {
  name: PortalName
  demo: boolean
  /** 大字 */
  large: boolean
  today: string
  /** path and query of the page itself: where the switch of the type size comes back to */
  here: string
}

export type Section = 'library' | 'filings' | 'plans' | 'suggest' | 'follow' | null

const sections: [Exclude<Section, null>, string, string][] = [
  ['library', '/search', '法规库'],
  ['filings', '/filings', '备案目录'],
  ['plans', '/plans', '立法计划'],
  ['suggest', '/suggest', '审查建议'],
  ['follow', '/suggest/follow', '查办理情况'],
]

const sizeSwitch = (frame: Frame): Markup =>
  frame.large
    ? html`<a class="size" rel="nofollow" href="/size/normal?to=${encodeURIComponent(frame.here)}">常规字号</a>`
    : html`<a class="size" rel="nofollow" href="/size/large?to=${encodeURIComponent(frame.here)}">大字</a>`

const findBox = (): Markup =>
  html`<form class="find" role="search" aria-label="搜索全库" action="/search"><label class="vh" for="find">名称、文号、条文里的词</label><input id="find" type="search" name="q" maxlength="200" placeholder="名称、文号、条文里的词"><button>搜索</button></form>`

/** A whole page in the look of the portal: head, skip link, content, foot; no script. `find: false` where the page has its own search box. */
export function portalPage(frame: Frame, page: { title: string; section: Section; body: Markup; find?: boolean; before?: Markup; bodyClass?: string; canonical?: string; index?: boolean }): Markup {
  const { name } = frame
  return html`<!doctype html>
<html lang="zh-CN"${frame.large ? html` data-size="large"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${name.title}</title>
<link rel="stylesheet" href="${stylesheetAddress}">
${page.canonical === undefined ? '' : html`<link rel="canonical" href="${page.canonical}">`}${page.index === false ? html`<meta name="robots" content="noindex">` : ''}
</head>
<body${page.bodyClass === undefined ? '' : html` class="${page.bodyClass}"`}>
<a class="skip" href="#main">跳到正文</a>
<header class="top">${frame.demo ? html`<p class="demo-mark">演示数据：本页的机关、文件、人名和数字都是虚构的</p>` : ''}<div class="wrap">
<a class="brand" href="/"><span class="chop" aria-hidden="true">${name.chop}</span><span><b>${name.title}</b><small>${name.committee}</small></span></a>
<nav class="nav" aria-label="主要栏目">${sections.map(([key, address, label]) => html`<a href="${address}"${page.section === key ? html` aria-current="page"` : ''}>${label}</a>`)}</nav>
<div class="tools">${page.find === false ? '' : findBox()}${sizeSwitch(frame)}</div>
</div></header>
${page.before ?? ''}
${page.body}
<footer class="foot"><div class="wrap">
<div><h2>${name.title}</h2>${name.committee === '' ? '' : html`<p>${name.committee}主办。</p>`}<p>地方性法规以常务委员会公报刊登的文本为标准文本；本平台与公报不一致的，以公报为准。</p></div>
<div><h2>查</h2><ul><li><a href="/search">法规库</a></li><li><a href="/filings">规范性文件备案目录</a></li><li><a href="/plans">立法规划和计划</a></li><li><a href="/consultations">公开征求意见</a></li></ul></div>
<div><h2>办</h2><ul><li><a href="/suggest">提出审查建议</a></li><li><a href="/suggest/follow">查办理情况</a></li></ul></div>
<div><h2>机关</h2><ul><li><a href="/app/">工作人员登录</a></li><li><a href="/docs">开放接口说明</a></li></ul></div>
${frame.demo ? html`<p class="demo">演示数据：页面上的机关、法规、文件、人名和数字都是虚构的。</p>` : ''}
</div></footer>
</body>
</html>`
}

export const crumbs = (...steps: { label: string; href?: string }[]): Markup =>
  html`<p class="crumb"><a href="/">首页</a>${steps.map((step) => html` › ${step.href === undefined ? step.label : html`<a href="${step.href}">${step.label}</a>`}`)}</p>`
