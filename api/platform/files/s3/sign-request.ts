import { createHash, createHmac } from 'node:crypto'

export interface SigningKey {
  region: string
  accessKeyId: string
  secretAccessKey: string
}

export interface RequestToSign {
  method: string
  url: URL
  headers: Record<string, string>
  /** sha256 of the body in hexadecimal. */
  bodySha256: string
  at: Date
}

export const EMPTY_SHA256 = createHash('sha256').digest('hex')

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * AWS Signature Version 4 for S3.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 *
 * @returns all headers to send, `host` aside
 */
export function signRequest(request: RequestToSign, key: SigningKey): Record<string, string> {
  const { method, url, bodySha256, at } = request
  const instant = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = instant.slice(0, 8)
  const headers: Record<string, string> = { ...request.headers, 'x-amz-content-sha256': bodySha256, 'x-amz-date': instant }
  const signed = Object.entries({ ...headers, host: url.host })
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const names = signed.map(([name]) => name).join(';')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const canonical = [method, url.pathname, query, ...signed.map(([name, value]) => `${name}:${value}`), '', names, bodySha256].join('\n')
  const scope = `${day}/${key.region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', instant, scope, sha256(canonical)].join('\n')
  const dayKey = hmac(hmac(hmac(hmac(`AWS4${key.secretAccessKey}`, day), key.region), 's3'), 'aws4_request')
  const signature = hmac(dayKey, toSign).toString('hex')
  return { ...headers, authorization: `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}` }
}
