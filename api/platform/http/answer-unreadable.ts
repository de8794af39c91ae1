import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { problem, problemBody } from '../problem/problems.ts'

/** What is so long or so broken that it never becomes a request is answered in the one shape, too; the connection ends. */
export function answerUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const refused = problem(error.code === 'HPE_HEADER_OVERFLOW' ? 'request-too-long' : 'unreadable-request')
  const body = JSON.stringify(problemBody(refused))
  const head = [
    `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    'referrer-policy: same-origin',
    'cross-origin-opener-policy: same-origin',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
