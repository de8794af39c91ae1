import { z } from '@hono/zod-openapi'
import { describe, expect, test } from 'vitest'
import { invalidInput } from './error-answer.ts'

describe('a field whose schema brings no sentence of its own is refused in Chinese', () => {
  test.each([
    ['nothing where something is wanted', z.string(), undefined, '请填写这一项'],
    ['an empty line', z.string().trim().min(1), '  ', '请填写这一项'],
    ['a line that is too short', z.string().min(8), '短', '太短，请至少填写 8 字'],
    ['a line that is too long', z.string().max(3), '太长的一行', '太长，请不超过 3 字'],
    ['too many files', z.array(z.string()).max(1), ['甲', '乙'], '太多，请不超过 1 项'],
    ['no row chosen', z.array(z.string()).min(1), [], '请至少选择 1 项'],
    ['words for a number', z.number(), '三', '请填写数字'],
    ['no number', z.coerce.number().int(), 'NaN', '请填写数字'],
    ['half a person', z.number().int(), 1.5, '请填写整数'],
    ['fewer than none', z.number().min(0), -1, '请填写不小于 0 的数'],
    ['more than there are', z.number().max(500), 501, '请填写不大于 500 的数'],
    ['what is in no list', z.enum(['making', 'amending']), 'other', '请从列出的选项里选择'],
    ['no row of the register', z.uuid(), '市人民政府', '请从清单里选择'],
    ['no address', z.email(), '甲', '电子邮箱不对，请核对'],
    ['another kind of thing', z.object({ kind: z.string() }), '甲', '这一项的内容不对，请重新填写'],
  ])('%s', (_, schema, value, sentence) => {
    const { error } = schema.safeParse(value)
    expect(error && invalidInput(error).fields.map((f) => f.message)).toEqual([sentence])
  })

  test('a sentence of the schema comes before it', () => {
    const { error } = z.string().min(1, '请填写项目名称').safeParse('')
    expect(error && invalidInput(error).fields[0]?.message).toBe('请填写项目名称')
  })
})
