import type { SettingName } from './settings.ts'

export interface ConfigProblem {
  setting: SettingName
  zh: string
  en: string
}

/** Names every wrong setting at once, in both languages: the reader of the log may be either. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: ConfigProblem[]

  constructor(problems: ConfigProblem[]) {
    const lines = problems.map(({ setting, zh, en }) => `  ${setting}：${zh} / ${en}`)
    super(`设置有误，程序没有启动。Some settings are wrong; the program did not start.\n${lines.join('\n')}`)
    this.problems = problems
  }
}
