import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(os.tmpdir(), 'lifa-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

function lifa(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'lifa.mjs'), ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

function file(name: string, text: string): string {
  const target = path.join(folder, name)
  writeFileSync(target, text)
  return target
}

const before = file('before.txt', '停车管理办法\n第一条 为了规范停车，制定本办法。\n第二条 违反规定的，处五百元罚款。\n')
const after = file('after.txt', '停车管理办法\n第一条 为了规范停车，制定本办法。\n第二条 违反规定的，处一千元罚款。\n')
const json = (line: string): Record<string, unknown> => JSON.parse(line)

describe('lifa parse', () => {
  test('gives one line for each file in the order of the arguments, also for one that failed', () => {
    const missing = path.join(folder, 'nowhere.txt')
    const { status, stdout, stderr } = lifa('parse', before, missing, after)
    const lines = stdout.trimEnd().split('\n').map(json)
    expect(lines.map((line) => line.file)).toEqual([before, missing, after])
    expect(lines[0]).toMatchObject({ title: '停车管理办法', form: 'articles', articles: [{ number: '第一条' }, { number: '第二条' }] })
    expect(lines[1]).toEqual({ file: missing, error: '没有这个文件。' })
    expect(stderr).toContain(missing)
    expect(status).toBe(1)
  })

  test('does not cut a long line', () => {
    const articles = Array.from({ length: 9_999 }, (_, i) => `第一千条之${i} 正文`).join('\n')
    const { stdout } = lifa('parse', file('long.txt', `长文本\n${articles}\n`))
    expect(stdout.length).toBeGreaterThan(500_000)
    expect(json(stdout).title).toBe('长文本')
  })
})

describe('lifa parse', () => {
  test('names every field of the tree, empty ones too', () => {
    const bare = json(lifa('parse', file('bare.txt', '停车管理办法\n第一章 罚则\n第一条 处罚：\n(一)罚款：\n1.一百元；\n')).stdout)
    expect(bare).toEqual({
      file: path.join(folder, 'bare.txt'),
      title: '停车管理办法',
      note: '',
      form: 'articles',
      preamble: [],
      contents: [],
      notice: [],
      divisions: [{ kind: 'chapter', level: 1, number: '第一章', heading: '罚则', id: 'chp_1', from: '第一条', to: '第一条', at: 0 }],
      articles: [
        {
          id: 'art_1', number: '第一条', heading: null, line: 3,
          paragraphs: [
            {
              id: 'art_1__para_1', text: '处罚：',
              items: [
                {
                  id: 'art_1__para_1__item_1', number: '（一）', printed: '(一)', text: '罚款：',
                  subitems: [{ id: 'art_1__para_1__item_1__subitem_1', number: '1.', text: '一百元；' }],
                },
              ],
            },
          ],
        },
      ],
      annexes: [],
      closing: [],
      problems: [],
      remarks: [],
    })
  })

  test('counts lines at LF, also where a lone carriage return ends one', () => {
    const mixed = json(lifa('parse', file('mixed.txt', '停车管理办法\r第一条 甲。\n第三条 乙。\r\n第三条 丙。')).stdout)
    expect(mixed).toMatchObject({ articles: [{ line: 1 }, { line: 2 }, { line: 3 }], problems: [{ line: 2 }, { line: 3 }] })
  })

  test('takes the title of the front matter where the printed one is cut', () => {
    const cut = file('cut.md', '---\ntitle: 某委员会关于\n---\n\n修改《停车管理办法》的决定\n\n一、删去第九条。\n')
    expect(json(lifa('parse', cut).stdout).title).toBe('某委员会关于修改《停车管理办法》的决定')
  })

  test('refuses a text of more than 20 MB in words and goes on with the next', () => {
    const { status, stdout } = lifa('parse', file('huge.txt', '第一条 甲。\n'.repeat(1_300_000)), before)
    const [huge, next] = stdout.trimEnd().split('\n').map(json)
    expect(huge).toEqual({ file: path.join(folder, 'huge.txt'), error: expect.stringMatching(/超过 20 MB.*请拆分/) })
    expect(next).toMatchObject({ title: '停车管理办法' })
    expect(status).toBe(1)
  })

  test('reads more lines than an import takes in', () => {
    const { status, stdout } = lifa('parse', file('lines.txt', `停车管理办法\n第一条 甲。\n${'乙。\n'.repeat(60_000)}`))
    expect(status).toBe(0)
    expect(json(stdout)).toMatchObject({ articles: [{ number: '第一条' }] })
  })
})

test('lifa print gives the text back', () => {
  const { status, stdout } = lifa('print', before)
  expect(status).toBe(0)
  expect(stdout.replace(/\s/g, '')).toBe('停车管理办法第一条为了规范停车，制定本办法。第二条违反规定的，处五百元罚款。')
})

test('lifa cite resolves what a text says of itself', () => {
  const text = file('cites.txt', '停车管理办法\n第一条 制定本办法。\n第二条 处五百元罚款。\n第三条 依照本办法第二条处罚。\n')
  const { status, stdout } = lifa('cite', text)
  expect(status).toBe(0)
  expect(json(stdout)).toMatchObject({
    file: text,
    citations: [{ in: { article: '第三条', paragraph: 1 }, target: { law: 'self', articles: ['第二条'] } }],
  })
})

test('lifa lint says what the rules of drafting find', () => {
  const text = file('slips.txt', '停车管理办法\n第一条 车主应该缴费。\n')
  const { status, stdout } = lifa('lint', text)
  expect(status).toBe(0)
  expect(json(stdout)).toMatchObject({ file: text, findings: [{ rule: 'L02', place: { label: '第一条', paragraph: 1 }, quote: '应该', suggestion: '应当' }] })
})

describe('lifa compare', { timeout: 60_000 }, () => {
  test('names articles by their numbers', () => {
    const { stdout } = lifa('compare', before, after)
    expect(json(stdout)).toMatchObject({
      articles: [
        { kind: 'same', old: ['第一条'], new: ['第一条'] },
        { kind: 'changed', old: ['第二条'], new: ['第二条'], renumbered: false, moved: false },
      ],
      summary: { same: 1, changed: 1 },
    })
  })

  test('prints what changed in words', () => {
    expect(lifa('compare', before, after, '--format', 'text').stdout).toMatch(/〔五百.*〕[\s\S]*【一千.*】/)
  })

  test('says in JSON what a split, a merge and a moved sentence are', () => {
    const rules = ['停车位由街道统一编号，编号牌应当保持完好。', '停车人应当按照标线停放车辆，不得占用消防通道。', '收费标准由价格主管部门会同财政部门制定并公布。']
    const old = file('split-old.txt', `停车管理办法\n第一条 ${rules[0]}\n${rules[1]}\n第二条 ${rules[2]}\n`)
    const split = file('split-new.txt', `停车管理办法\n第一条 ${rules[0]}\n第二条 ${rules[1]}\n第三条 ${rules[2]}\n`)
    expect(json(lifa('compare', old, split).stdout)).toMatchObject({ articles: [{ old: ['第一条'], new: ['第一条', '第二条'] }, { kind: 'same', old: ['第二条'], new: ['第三条'], renumbered: true }] })
    expect(json(lifa('compare', split, old).stdout)).toMatchObject({ articles: [{ old: ['第一条', '第二条'], new: ['第一条'] }, { kind: 'same' }] })
    const turned = file('turned.txt', `停车管理办法\n第一条 ${rules[1]}\n${rules[0]}\n第二条 ${rules[2]}\n`)
    const { stdout } = lifa('compare', old, turned)
    expect(stdout.match(/"moveId":"m1"/g)).toHaveLength(2)
  })

  test('of three texts each row has three columns and three steps', () => {
    const { stdout } = lifa('compare', before, after, before)
    expect(json(stdout)).toMatchObject({
      articles: [{ a: ['第一条'], b: ['第一条'], c: ['第一条'], ac: { kind: 'same' } }, { a: ['第二条'], ab: { kind: 'changed' }, bc: { kind: 'changed' }, ac: { kind: 'same' } }],
      summary: { ab: { changed: 1 }, bc: { changed: 1 }, ac: { changed: 0 } },
    })
  })

  test.each([
    ['html', /^<!doctype html>[\s\S]*<del>五百元<\/del>[\s\S]*<ins>一千元<\/ins>/],
    ['docx', /^PK/],
  ])('writes the table of a meeting as %s, to a file or to a pipe', (format, expected) => {
    const target = path.join(folder, `table.${format}`)
    expect(lifa('compare', before, after, '--format', format, '--out', target)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(target, 'latin1').length).toBeGreaterThan(500)
    expect(readFileSync(target, 'utf8')).toMatch(expected)
    expect(lifa('compare', before, after, '--format', format).stdout).toMatch(expected)
  })

  test('names every file that it cannot read, in JSON as well', () => {
    const [one, two] = [path.join(folder, 'no-one.txt'), path.join(folder, 'no-two.txt')]
    const { status, stdout, stderr } = lifa('compare', one, two)
    expect({ status, lines: stdout.trimEnd().split('\n').map(json) }).toEqual({ status: 1, lines: [{ file: one, error: '没有这个文件。' }, { file: two, error: '没有这个文件。' }] })
    expect(stderr).toContain(two)
  })
})

describe('a file that is none', () => {
  const empty = file('empty.txt', '')
  const aFolder = `${folder}: 这是文件夹，请给出里面的文件。\n`

  test.each([
    ['print', [folder]],
    ['amend', [before, folder]],
    ['decide', [before, folder]],
    ['compare', [before, folder, '--format', 'text']],
  ])('a folder is named by %s with what to do', (command, args) => {
    expect(lifa(command, ...args)).toEqual({ status: 1, stdout: '', stderr: aFolder })
  })

  test.each([
    ['parse', [folder]],
    ['cite', [folder]],
    ['amend', [folder, before, '--json']],
    ['decide', [folder, before, '--json']],
  ])('has its line of JSON by %s', (command, args) => {
    const { status, stdout, stderr } = lifa(command, ...args)
    expect({ status, line: json(stdout), stderr }).toEqual({ status: 1, line: { file: folder, error: '这是文件夹，请给出里面的文件。' }, stderr: aFolder })
  })

  test('an empty file is not asked to be uploaded', () => {
    expect(json(lifa('parse', empty).stdout)).toEqual({ file: empty, error: '文件是空的，没有内容。请确认选对了文件。' })
  })

  test('a text without words is told once, and not compared', () => {
    const blank = file('blank.txt', '  \n\n')
    expect(json(lifa('parse', blank).stdout).problems).toHaveLength(1)
    expect(lifa('compare', before, blank)).toMatchObject({ status: 1, stderr: `${blank}: 没有读到条文，不能比较，请核对文件。\n` })
  })

  test('what another command writes into a pipe is read as a file is', () => {
    const { stdout } = spawnSync('bash', ['-c', '"$0" "$1" parse <(cat "$2")', process.execPath, path.join(import.meta.dirname, 'lifa.mjs'), before], { encoding: 'utf8' })
    expect(json(stdout)).toMatchObject({ title: '停车管理办法', articles: [{ number: '第一条' }, { number: '第二条' }] })
  })

  test('--out into a folder that is not there says so in words', () => {
    const target = path.join(folder, 'nowhere', 'table.docx')
    expect(lifa('compare', before, after, '--format', 'docx', '--out', target)).toEqual({ status: 1, stdout: '', stderr: `“${target}”：没有这个文件或者文件夹。\n` })
  })
})

describe('lifa', () => {
  test('explains each command', () => {
    expect(lifa('decide', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('usage: lifa decide OLD NEW') })
  })

  test.each([
    ['an unknown command', ['nonsense']],
    ['a missing argument', ['print']],
    ['an unknown option', ['compare', before, after, '--colour']],
    ['a fourth text', ['compare', before, after, before, after]],
    ['an unknown format', ['compare', before, after, '--format', 'xml']],
  ])('answers %s with its usage and exit code 2', (_, args) => {
    const { status, stdout, stderr } = lifa(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('usage: lifa')
  })

  test('lists its commands', () => {
    const { status, stdout } = lifa('help')
    expect(status).toBe(0)
    expect(stdout).toContain('backup DIR')
  })
})
