import { createHash, randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import type { S3Settings } from '../../config/index.ts'
import { checkedName, FileMissing, type FileStore, type StoredBytes, type SweepReport } from '../file-store.ts'
import { spool } from '../spool.ts'
import { EMPTY_SHA256, signRequest } from './sign-request.ts'

interface ListedObject extends StoredBytes {
  changedAt: Date
}

interface Page {
  objects: ListedObject[]
  next: string | undefined
}

/** Reads the answer to ListObjectsV2. */
function readPage(xml: string): Page {
  const page: Page = { objects: [], next: undefined }
  let text = ''
  let object: Record<string, string> = {}
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    text = ''
    if (name === 'Contents') object = {}
  })
  parser.on('text', (part) => (text += part))
  parser.on('closetag', ({ name }) => {
    if (name === 'NextContinuationToken') page.next = text
    else if (name === 'Contents') {
      const { Key = '', Size = '', LastModified = '' } = object
      if (/^[0-9a-f]{64}$/.test(Key)) page.objects.push({ sha256: Key, sizeBytes: Number(Size), changedAt: new Date(LastModified) })
    } else object[name] = text
  })
  parser.write(xml).close()
  return page
}

/**
 * A store in a bucket, shared by all replicas. Bytes pass through a temporary file, because their name and signature
 * are their digest; the object appears complete or not at all, which S3 gives.
 */
export function openS3FileStore(settings: S3Settings): FileStore {
  async function send(method: string, key: string, options: { query?: Record<string, string>; body?: Blob; bodySha256?: string } = {}): Promise<Response> {
    const url = new URL(`${settings.endpoint}/${settings.bucket}/${key}`)
    for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, value)
    const headers = signRequest({ method, url, headers: {}, bodySha256: options.bodySha256 ?? EMPTY_SHA256, at: new Date() }, settings)
    const response = await fetch(url, { method, headers, ...(options.body ? { body: options.body } : {}) })
    if (response.ok || response.status === 404) return response
    const reason = (await response.text()).slice(0, 300)
    throw new Error(`文件存储（S3）没有完成 ${method}：${response.status} ${reason}。请检查 S3_* 设置和存储服务。`)
  }

  async function* listObjects(): AsyncIterable<ListedObject> {
    let next: string | undefined
    do {
      const token: Record<string, string> = next === undefined ? {} : { 'continuation-token': next }
      const response = await send('GET', '', { query: { 'list-type': '2', ...token } })
      const page = readPage(await response.text())
      yield* page.objects
      next = page.next
    } while (next !== undefined)
  }

  return {
    async put(content, options = {}) {
      const scratch = await mkdtemp(path.join(os.tmpdir(), 'lifa-upload-'))
      try {
        const file = path.join(scratch, randomUUID())
        const stored = await spool(content, file, options.limitBytes)
        await send('PUT', stored.sha256, { body: await openAsBlob(file), bodySha256: stored.sha256 })
        return stored
      } finally {
        await rm(scratch, { recursive: true, force: true })
      }
    },

    async open(sha256) {
      const response = await send('GET', checkedName(sha256))
      if (response.status === 404 || response.body === null) throw new FileMissing(sha256)
      return Readable.from(response.body)
    },

    async verify(sha256) {
      const response = await send('GET', checkedName(sha256))
      if (response.status === 404 || response.body === null) return 'missing'
      const hash = createHash('sha256')
      for await (const chunk of response.body) hash.update(chunk)
      return hash.digest('hex') === sha256 ? 'intact' : 'damaged'
    },

    async *list() {
      for await (const { sha256, sizeBytes } of listObjects()) yield { sha256, sizeBytes }
    },

    async sweepOrphans({ findReferenced, olderThanMs }) {
      const before = Date.now() - olderThanMs
      const report: SweepReport = { removed: [], unfinished: 0, kept: 0 }
      const found = await Array.fromAsync(listObjects())
      const referenced = await findReferenced(found.map(({ sha256 }) => sha256))
      for (const { sha256, sizeBytes, changedAt } of found) {
        if (referenced.has(sha256) || changedAt.getTime() >= before) report.kept++
        else {
          await send('DELETE', sha256)
          report.removed.push({ sha256, sizeBytes })
        }
      }
      return report
    },
  }
}
