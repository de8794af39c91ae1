import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DemoFolder } from './demo-folder.ts'
import { findFreePort } from './free-port.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'lifa-demo-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe("the demonstration's folder", () => {
  test('is loading until all of it is there, and keeps what was done from then on', () => {
    const folder = new DemoFolder(path.join(root, 'demo'))
    folder.claim()
    expect(folder.state).toBe('loading')
    folder.loaded()
    folder.claim()
    expect(folder.state).toBe('loaded')
  })

  test('is never a folder with other data, which is neither taken nor removed', () => {
    writeFileSync(path.join(root, 'secrets.json'), '{}')
    const folder = new DemoFolder(root)
    expect(() => folder.claim()).toThrow('不能用作演示')
    folder.remove()
    expect(existsSync(path.join(root, 'secrets.json'))).toBe(true)
  })

  test('is removed on request, after a crash too', () => {
    const folder = new DemoFolder(root)
    folder.claim()
    const data = path.join(root, 'pg', 'data')
    mkdirSync(data, { recursive: true })
    // No process has this id: a lock that a crash has left behind.
    writeFileSync(path.join(data, 'postmaster.pid'), '999999999\n')
    folder.remove()
    expect(existsSync(root)).toBe(false)
  })
})

test('a folder that another process is loading is left alone', () => {
  const folder = new DemoFolder(root)
  folder.claim()
  writeFileSync(path.join(root, 'demonstration'), `loading ${process.ppid}\n`)
  expect(() => folder.remove()).toThrow('正在运行')
  expect(folder.state).toBe('loading')
})

test('the next free port is taken when the first is in use', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  expect(await findFreePort('127.0.0.1', port)).toBeGreaterThan(port)
  taken.close()
})
