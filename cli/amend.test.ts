import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(os.tmpdir(), 'lifa-amend-'))
afterAll(() => rmSync(folder, { recursive: true }))

function amend(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'lifa.mjs'), 'amend', ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

function file(name: string, lines: readonly string[]): string {
  const target = path.join(folder, name)
  writeFileSync(target, `${lines.join('\n')}\n`)
  return target
}

const base = file('base.txt', ['停车管理办法', '第一条 为了规范停车，制定本办法。', '第二条 违反规定的，处五百元罚款。', '第三条 本办法自公布之日起施行。'])
const head = ['关于修改《停车管理办法》的决定', '决定对《停车管理办法》作如下修改：']
const closing = ['本决定自公布之日起施行。', '《停车管理办法》根据本决定作相应修改并对条文顺序作相应调整，重新公布。']
const decision = file('decision.txt', [...head, '一、将第二条改为第三条，其中的“五百元”修改为“一千元”。', '二、增加一条，作为第二条：“停车应当有序。”', ...closing])
const doubtful = file('doubtful.txt', [...head, '一、将第二条中的“五百元”修改为“一千元”。', '二、将第九条修改为：“停车应当有序。”', ...closing])
const foreign = file('foreign.txt', ['关于修改《养犬管理办法》的决定', '决定对《养犬管理办法》作如下修改：', '一、删去第二条。'])

describe('lifa amend', () => {
  test('prints the text as the decision changes it', () => {
    const { status, stdout, stderr } = amend(base, decision)
    expect(stdout.trimEnd().split('\n')).toEqual([
      '停车管理办法',
      '第一条　为了规范停车，制定本办法。',
      '第二条　停车应当有序。',
      '第三条　违反规定的，处一千元罚款。',
      '第四条　本办法自公布之日起施行。',
    ])
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  test('names what could not be done on standard error, prints the rest and exits with 1', () => {
    const { status, stdout, stderr } = amend(base, doubtful)
    expect(stdout).toContain('处一千元罚款')
    expect(stderr).toContain('第4行')
    expect(stderr).toContain('文本没有第九条')
    expect(status).toBe(1)
  })

  test('gives one line of JSON with what each instruction did', () => {
    const { status, stdout } = amend(base, doubtful, '--json')
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(stdout)).toMatchObject({
      file: base,
      decision: doubtful,
      title: '停车管理办法',
      text: expect.stringContaining('处一千元罚款'),
      instructions: [
        { line: 3, text: '将第二条中的“五百元”修改为“一千元”', place: '第二条', does: 'replace-words', status: 'applied', changed: [{ before: '第二条', after: '第二条' }] },
        { line: 4, place: '第九条', does: 'replace-provision', status: 'failed', changed: [], reason: { code: 'place-not-found', message: '文本没有第九条。' } },
      ],
      problems: [],
    })
    expect(status).toBe(1)
  })

  test('says when the decision is on another law and leaves the text as it is', () => {
    const { status, stdout, stderr } = amend(base, foreign)
    expect(stdout).toContain('第二条　违反规定的')
    expect(stderr).toContain('《养犬管理办法》')
    expect(status).toBe(1)
  })

  test('asks for both files', () => expect(amend(base).status).toBe(2))

  test('says which file it cannot read', () => {
    const missing = path.join(folder, 'nowhere.txt')
    const { status, stdout, stderr } = amend(base, missing, '--json')
    expect(JSON.parse(stdout)).toEqual({ file: missing, error: '没有这个文件。' })
    expect(stderr).toContain(`${missing}: 没有这个文件。`)
    expect(status).toBe(1)
  })
})
