import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { describe, expect, test } from 'vitest'
import { sentenceOf, sentenceOfArguments } from './say-error.ts'

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return expect.fail('nothing was thrown')
}

describe('arguments', () => {
  test.each([
    [['--colour'], '没有“--colour”这个选项。文件名以 - 开头的，请在前面加 -- 。'],
    [['-x'], '没有“-x”这个选项。文件名以 - 开头的，请在前面加 -- 。'],
    [['--format'], '选项“--format”后面要写内容。'],
    [['--json=yes'], '选项“--json”后面不带内容。'],
  ])('%j: %s', (args, sentence) => {
    const error = thrownBy(() => parseArgs({ args, options: { json: { type: 'boolean' }, format: { type: 'string' } } }))
    expect(sentenceOfArguments(error)).toBe(sentence)
  })

  test('other errors are not of arguments', () => {
    expect(sentenceOfArguments(new Error('甲'))).toBeNull()
    expect(sentenceOfArguments('甲')).toBeNull()
  })
})

describe('files', () => {
  test('that cannot be written are named with why', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'lifa-say-'))
    try {
      const nowhere = path.join(folder, 'nowhere', 'a.docx')
      expect(sentenceOf(thrownBy(() => writeFileSync(nowhere, '')))).toBe(`“${nowhere}”：没有这个文件或者文件夹。`)
      expect(sentenceOf(thrownBy(() => writeFileSync(folder, '')))).toBe(`“${folder}”：这是文件夹，请写文件名。`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('other errors keep their words', () => {
    expect(sentenceOf(new Error('甲'))).toBe('甲')
    expect(sentenceOf('乙')).toBe('乙')
  })
})
