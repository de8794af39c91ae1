import nodemailer from 'nodemailer'
import type { NoticeChannel } from '../platform/notice-channel.ts'

const SEND_TIMEOUT_MS = 15_000

/** E-mail over SMTP (`smtp://user:password@host:port`). */
export function emailChannel(options: { smtpUrl: string; from: string }): NoticeChannel {
  const transport = nodemailer.createTransport(options.smtpUrl, { from: options.from })
  return {
    name: 'email',
    addressOf: (person) => person.noticeEmail,
    send: async (address, message) => {
      await transport.sendMail({ to: address, subject: message.title, text: message.url === null ? message.body : `${message.body}\n\n${message.url}` })
    },
  }
}

/** SMS through the office's gateway: a POST of `{to, text}`; the text never names a person or a document's content. */
export function smsChannel(options: { gatewayUrl: string; token: string | undefined }): NoticeChannel {
  return {
    name: 'sms',
    addressOf: (person) => person.noticePhone,
    send: async (address, message) => {
      const response = await fetch(options.gatewayUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }) },
        body: JSON.stringify({ to: address, text: `【备案审查】${message.title}，请登录平台查看。` }),
        signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
      })
      if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`)
    },
  }
}
