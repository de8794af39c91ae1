import { html } from 'hono/html'
import { type Frame, type Markup, portalPage } from './page.ts'

const wayOn = (): Markup => html`<ul><li><a class="u" href="/search">到法规库查</a></li><li><a class="u" href="/filings">看备案目录</a></li><li><a class="u" href="/">回首页</a></li></ul>`

/** A page that is only a message: what is the matter and where to go. */
export const messagePage = (frame: Frame, message: { title: string; words: string; more?: Markup }): Markup =>
  portalPage(frame, { title: message.title, section: null, index: false, body: html`<main id="main" class="wrap"><div class="message"><h1>${message.title}</h1><p>${message.words}</p>${message.more ?? wayOn()}</div></main>` })

export const notFoundPage = (frame: Frame): Markup => messagePage(frame, { title: '没有这一页', words: '地址可能抄错了，或者这份文本没有公开。法规的地址是“/law/编号/施行日期/条”，不会改变；请从目录或者搜索进入。' })

export const brokenPage = (frame: Frame, requestId: string): Markup =>
  messagePage(frame, { title: '这一页现在打不开', words: `系统出了错，已经记录（编号 ${requestId}）。请过一会儿再试；您提交过的内容没有丢失。` })
