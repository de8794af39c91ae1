export { type Clock, createClock, realClock, shanghaiDate } from './clock.ts'
export { ConfigError, type ConfigProblem } from './config-error.ts'
export { type Config, type Mode, readConfig, type S3Settings } from './read-config.ts'
export { type Setting, type SettingName, settings, settingsTable } from './settings.ts'
