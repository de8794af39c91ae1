import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'

const folder = path.resolve(process.env['LIFA_CORPUS'] ?? '../shared/corpus', '..', 'formats')
const manifestFile = path.join(folder, 'manifest.json')
const entries = existsSync(manifestFile)
  ? z.array(z.object({ file: z.string(), articles: z.array(z.unknown()).default([]), expect: z.string().optional() })).parse(JSON.parse(readFileSync(manifestFile, 'utf8')))
  : []
const hostile = entries.filter((e) => e.expect?.startsWith('refused'))
const accepted = entries.filter((e) => e.expect?.startsWith('refused') !== true)

let t: TestApp
let clerk: TestClient
beforeAll(async () => {
  t = await createTestApp()
  clerk = await t.as('city-clerk')
})
afterAll(() => t.close())

const bytesOf = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path.join(folder, file)))
const stored = async (): Promise<string[]> => {
  const names: string[] = []
  for await (const { sha256 } of t.services.files.list()) names.push(sha256)
  return names.toSorted()
}

test('the folder of formats is there', () => {
  expect(hostile.length).toBeGreaterThan(6)
  expect(accepted.length).toBeGreaterThan(8)
})

describe.each(hostile)('$file', ({ file }) => {
  test('is refused with a sentence, nothing is kept, and others are served meanwhile', async () => {
    const [rows, kept] = [await t.services.prisma.storedFile.count(), await stored()]
    const sending = clerk.upload('/api/files', { name: file, bytes: bytesOf(file) })
    expect((await clerk.get('/api/session')).status).toBe(200)
    const response = await sending
    expect([response.status, response.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8'])
    expect(await response.json()).toMatchObject({ type: '/problems/file-refused', detail: expect.stringMatching(/\p{Script=Han}.*请/u) })
    expect(await t.services.prisma.storedFile.count()).toBe(rows)
    expect(await stored()).toEqual(kept)
  })
})

describe.each(accepted)('$file', ({ file, articles }) => {
  test('is kept byte for byte, and says whether it could be read', async () => {
    const bytes = bytesOf(file)
    const response = await clerk.upload('/api/files', { name: file, bytes })
    expect(response.status, await response.clone().text()).toBe(201)
    const kept = z.object({ id: z.string(), status: z.enum(['read', 'stored']), reason: z.string().nullable() }).parse(await response.json())
    if (kept.status === 'stored') expect(kept.reason).toMatch(/请.*docx/)
    else expect([kept.reason, articles.length > 0]).toEqual([null, true])
    const back = new Uint8Array(await (await clerk.get(`/api/files/${kept.id}/content`)).arrayBuffer())
    expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true)
  })
})
