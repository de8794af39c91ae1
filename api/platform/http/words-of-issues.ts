import { z } from 'zod'

/** What zod hands to a language: the part of an issue that the sentence needs. */
type Issue = Parameters<NonNullable<NonNullable<Parameters<typeof z.config>[0]>['localeError']>>[0]

/**
 * The Chinese sentence for a field whose schema has none of its own: whoever types four thousand characters where three
 * thousand fit is told so in words that say what to do, never in zod's English.
 */
export function wordsOfIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return '请填写这一项'
      if (issue.expected === 'int') return '请填写整数'
      return issue.expected === 'number' ? '请填写数字' : '这一项的内容不对，请重新填写'
    case 'too_big':
      if (issue.origin === 'string') return `太长，请不超过 ${issue.maximum} 字`
      return issue.origin === 'array' ? `太多，请不超过 ${issue.maximum} 项` : `请填写不大于 ${issue.maximum} 的数`
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? '请填写这一项' : `太短，请至少填写 ${issue.minimum} 字`
      return issue.origin === 'array' ? `请至少选择 ${issue.minimum} 项` : `请填写不小于 ${issue.minimum} 的数`
    case 'invalid_format':
      if (issue.format === 'uuid' || issue.format === 'guid') return '请从清单里选择'
      return issue.format === 'email' ? '电子邮箱不对，请核对' : '写法不对，请核对'
    case 'invalid_value':
      return '请从列出的选项里选择'
    default:
      return '这一项的内容不对，请重新填写'
  }
}

z.config({ localeError: wordsOfIssue })
