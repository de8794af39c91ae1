import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileMissing, type FileStore, FileTooLarge, openFileStore } from './index.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'lifa-files-'))
const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')
const textOf = async (store: FileStore, sha256: string) => Buffer.concat(await Array.fromAsync<Buffer>(await store.open(sha256))).toString()

/** A bucket in memory that speaks as much of S3 as the store uses, and checks what S3 checks of a body. */
const objects = new Map<string, { body: Buffer; changedAt: Date }>()
const bucket = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://bucket')
  const key = url.pathname.slice('/lifa/'.length)
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    const digest = createHash('sha256').update(body).digest('hex')
    if (!/^AWS4-HMAC-SHA256 Credential=id\//.test(request.headers.authorization ?? '') || request.headers['x-amz-content-sha256'] !== digest) {
      response.writeHead(403).end()
    } else if (request.method === 'PUT') {
      objects.set(key, { body, changedAt: new Date() })
      response.end()
    } else if (request.method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204).end()
    } else if (key === '') {
      // Two pages of one object each at most, to be followed by their token.
      const keys = [...objects.keys()].sort()
      const at = Number(url.searchParams.get('continuation-token') ?? 0)
      const shown = keys.slice(at, at + 1).map((name) => {
        const object = objects.get(name)
        return `<Contents><Key>${name}</Key><LastModified>${object?.changedAt.toISOString()}</LastModified><Size>${object?.body.length}</Size></Contents>`
      })
      const next = at + 1 < keys.length ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : ''
      response.end(`<?xml version="1.0"?><ListBucketResult>${shown.join('')}${next}</ListBucketResult>`)
    } else {
      const object = objects.get(key)
      if (object) response.end(object.body)
      else response.writeHead(404).end('<Error/>')
    }
  })
})

beforeAll(() => new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  bucket.close()
  rmSync(folder, { recursive: true })
})

const openStore = {
  local: () => openFileStore({ kind: 'local', folder }),
  s3: () => {
    const { port } = bucket.address() as AddressInfo
    return openFileStore({ kind: 's3', endpoint: `http://127.0.0.1:${port}`, region: 'r', bucket: 'lifa', accessKeyId: 'id', secretAccessKey: 'key' })
  },
}

describe.each(['local', 's3'] as const)('the %s store', (kind) => {
  let store: FileStore
  beforeAll(async () => {
    store = await openStore[kind]()
  })

  test('gives back what it was given, byte for byte, under its sha256', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 0xef, 0xbb, 0xbf])
    const stored = await store.put(bytes)
    expect(stored).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: 7 })
    expect(Buffer.concat(await Array.fromAsync<Buffer>(await store.open(stored.sha256)))).toEqual(bytes)
  })

  test('takes a stream, and an empty file', async () => {
    const stored = await store.put(Readable.from([Buffer.from('备案'), Buffer.from('审查')]))
    expect(await textOf(store, stored.sha256)).toBe('备案审查')
    expect(await store.put(new Uint8Array())).toEqual({ sha256: sha256Of(''), sizeBytes: 0 })
  })

  test('keeps the same bytes once', async () => {
    const first = await store.put(Buffer.from('同一份文件'))
    expect(await store.put(Buffer.from('同一份文件'))).toEqual(first)
    const kept = (await Array.fromAsync(store.list())).filter(({ sha256 }) => sha256 === first.sha256)
    expect(kept).toEqual([first])
  })

  test('stops reading at the limit and keeps nothing', async () => {
    let given = 0
    async function* endless() {
      for (;;) {
        given++
        yield Buffer.alloc(1024, given)
      }
    }
    const before = await Array.fromAsync(store.list())
    await expect(store.put(endless(), { limitBytes: 10_000 })).rejects.toThrow(FileTooLarge)
    expect(given).toBe(10)
    expect(await Array.fromAsync(store.list())).toEqual(before)
  })

  test('keeps nothing of an upload that is cut off', async () => {
    async function* cut() {
      yield Buffer.from('half of it')
      throw new Error('connection lost')
    }
    await expect(store.put(cut())).rejects.toThrow('connection lost')
    expect(await store.verify(sha256Of('half of it'))).toBe('missing')
  })

  test('says what is not there, and never looks outside', async () => {
    await expect(store.open(sha256Of('never stored'))).rejects.toThrow(FileMissing)
    await expect(store.open('../../etc/passwd')).rejects.toThrow(RangeError)
    await expect(store.verify(`..${'a'.repeat(62)}`)).rejects.toThrow(RangeError)
  })

  test('finds damage', async () => {
    const { sha256 } = await store.put(Buffer.from('intact'))
    expect(await store.verify(sha256)).toBe('intact')
    if (kind === 'local') writeFileSync(store.path?.(sha256) ?? '', 'iNtact')
    else objects.set(sha256, { body: Buffer.from('iNtact'), changedAt: new Date() })
    expect(await store.verify(sha256)).toBe('damaged')
  })

  test('sweeps what no row names, once it is old enough', async () => {
    const wanted = await store.put(Buffer.from('wanted'))
    const orphan = await store.put(Buffer.from('orphan'))
    const all = new Set((await Array.fromAsync(store.list())).map(({ sha256 }) => sha256))
    all.delete(orphan.sha256)
    const findReferenced = async () => all
    const young = await store.sweepOrphans({ findReferenced, olderThanMs: 60_000 })
    expect(young.removed).toEqual([])
    const old = await store.sweepOrphans({ findReferenced, olderThanMs: -60_000 })
    expect(old.removed).toEqual([orphan])
    expect(await store.verify(wanted.sha256)).toBe('intact')
    expect(await store.verify(orphan.sha256)).toBe('missing')
  })
})

describe('the local store', () => {
  test('sweeps uploads that a crash has cut off, and leaves none itself', async () => {
    const store = await openStore.local()
    const unfinished = path.join(folder, 'unfinished')
    expect(readdirSync(unfinished)).toEqual([])
    const left = path.join(unfinished, 'left-by-a-crash')
    writeFileSync(left, 'half')
    const all = new Set((await Array.fromAsync(store.list())).map(({ sha256 }) => sha256))
    const findReferenced = async () => all
    expect((await store.sweepOrphans({ findReferenced, olderThanMs: 60_000 })).unfinished).toBe(0)
    utimesSync(left, 0, 0)
    expect((await store.sweepOrphans({ findReferenced, olderThanMs: 60_000 })).unfinished).toBe(1)
  })

  test('spares an old orphan that has just been stored again', async () => {
    const store = await openStore.local()
    const again = await store.put(Buffer.from('stored again'))
    utimesSync(store.path?.(again.sha256) ?? '', 0, 0)
    await store.put(Buffer.from('stored again'))
    const report = await store.sweepOrphans({ findReferenced: async () => new Set(), olderThanMs: 60_000 })
    expect(report.removed).not.toContainEqual(again)
  })
})
