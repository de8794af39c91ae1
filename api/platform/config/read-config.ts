import path from 'node:path'
import { ConfigError, type ConfigProblem } from './config-error.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { type Setting, type SettingName, settings, type SettingValues } from './settings.ts'

export type Mode = 'production' | 'demo' | 'test'

export interface S3Settings {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

export interface Config extends Secrets {
  readonly mode: Mode
  readonly dataDir: string
  /** Undefined: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly poolSize: number
  readonly host: string
  readonly port: number
  /** Without a slash at the end. */
  readonly publicUrl: string
  readonly trustedProxies: string[]
  readonly replicas: number
  readonly files: { kind: 'local'; folder: string } | ({ kind: 's3' } & S3Settings)
  /** Null: the embedded search. */
  readonly meili: { url: string; key: string | undefined } | null
  readonly uploadLimitBytes: number
  /** Undefined: no mail. */
  readonly smtpUrl: string | undefined
  readonly smtpFrom: string
  /** Undefined: no SMS. */
  readonly smsGatewayUrl: string | undefined
  readonly smsGatewayToken: string | undefined
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** `YYYY-MM-DD`; never set in production. */
  readonly demoToday: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

function readSettings(env: Environment): SettingValues {
  const problems: ConfigProblem[] = []
  const entries = Object.entries<Setting>(settings).map(([name, setting]) => {
    const written = env[name]
    const value = written === undefined || written === '' ? setting.byDefault : written
    const result = setting.schema.safeParse(value)
    if (!result.success) {
      const shown = setting.secret ? '' : ` (${JSON.stringify(value)})`
      problems.push({
        setting: name as SettingName,
        zh: `应为${setting.zh.mustBe}${shown}`,
        en: `must be ${setting.en.mustBe}${shown}`,
      })
    }
    return [name, result.data]
  })
  if (problems.length > 0) throw new ConfigError(problems)
  return Object.fromEntries(entries) as SettingValues
}

/** Settings that are right alone and wrong together. */
function checkTogether(values: SettingValues, mode: Mode): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const wrong = (setting: SettingName, zh: string, en: string) => problems.push({ setting, zh, en })
  if (mode === 'production' && values.DEMO_TODAY !== undefined) {
    wrong('DEMO_TODAY', '正式运行时不能改变“今天”，请删去', 'production does not set the date: remove it')
  }
  if (values.FILE_STORE === 's3') {
    for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) {
      if (values[name] === undefined) wrong(name, '使用 FILE_STORE=s3 时必须设置', 'is needed with FILE_STORE=s3')
    }
  }
  if (values.REPLICAS > 1) {
    if (values.FILE_STORE === 'local') {
      wrong('FILE_STORE', '多个进程不能使用本机文件夹存放文件，请设为 s3', 'several replicas cannot keep files in a local folder: use s3')
    }
    if (values.DATABASE_URL === undefined) {
      wrong('DATABASE_URL', '多个进程须使用数据库服务器', 'several replicas need a database server')
    }
    for (const name of ['SESSION_SECRET', 'AUDIT_KEY'] as const) {
      if (values[name] === undefined) wrong(name, '多个进程须从环境变量取得同一密钥', 'several replicas need the same secret from the environment')
    }
  }
  return problems
}

function filesOf(values: SettingValues, dataDir: string): Config['files'] {
  if (values.FILE_STORE === 'local') return { kind: 'local', folder: path.join(dataDir, 'files') }
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = values
  return {
    kind: 's3',
    endpoint: S3_ENDPOINT ?? '',
    region: S3_REGION,
    bucket: S3_BUCKET ?? '',
    accessKeyId: S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? '',
  }
}

/**
 * Reads every setting, once, at start-up; nothing else in the program looks at the environment. Secrets that are not
 * given are made in the data folder.
 *
 * @throws ConfigError that names every wrong setting
 */
export function readConfig(options: { mode: Mode; env: Environment }): Config {
  const { mode, env } = options
  const values = readSettings(env)
  const problems = checkTogether(values, mode)
  if (problems.length > 0) throw new ConfigError(problems)
  const dataDir = path.resolve(values.DATA_DIR)
  const secrets = loadSecrets(dataDir, {
    ...(values.SESSION_SECRET === undefined ? {} : { sessionSecret: values.SESSION_SECRET }),
    ...(values.AUDIT_KEY === undefined ? {} : { auditKey: values.AUDIT_KEY }),
  })
  return {
    ...secrets,
    mode,
    dataDir,
    databaseUrl: values.DATABASE_URL,
    poolSize: values.DATABASE_POOL,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? `http://${values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST}:${values.PORT}`,
    trustedProxies: values.TRUSTED_PROXIES,
    replicas: values.REPLICAS,
    files: filesOf(values, dataDir),
    meili: values.MEILI_URL === undefined ? null : { url: values.MEILI_URL, key: values.MEILI_KEY },
    uploadLimitBytes: values.UPLOAD_LIMIT_MB * 1024 * 1024,
    smtpUrl: values.SMTP_URL,
    smtpFrom: values.SMTP_FROM,
    smsGatewayUrl: values.SMS_GATEWAY_URL,
    smsGatewayToken: values.SMS_GATEWAY_TOKEN,
    logLevel: values.LOG_LEVEL,
    demoToday: values.DEMO_TODAY,
  }
}
