import { BlockList, isIP } from 'node:net'
import { z } from 'zod'

/** One environment variable: what it may be, what it is when unset, and what it is for, in both languages. */
export interface Setting {
  readonly schema: z.ZodType
  /** As a person would write it; undefined where unset has a meaning of its own. */
  readonly byDefault?: string
  /** Its value is never printed. */
  readonly secret?: boolean
  readonly zh: { about: string; mustBe: string }
  readonly en: { about: string; mustBe: string }
}

const wholeNumber = (min: number, max: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max))
const text = z.string().min(1)
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

/** `10.0.0.0/8`, `::1`, … */
function isAddressOrNetwork(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  if (bits === undefined) return true
  if (!/^\d{1,3}$/.test(bits)) return false
  try {
    new BlockList().addSubnet(address, Number(bits), family === 6 ? 'ipv6' : 'ipv4')
    return true
  } catch {
    return false
  }
}

const networks = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter((entry) => entry !== ''))
  .pipe(z.array(z.string().refine(isAddressOrNetwork)))

function isRealDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

const secretText = z.string().min(32)
const secretMustBe = { zh: '至少 32 个字符', en: 'at least 32 characters' }
const textMustBe = { zh: '不能为空', en: 'some text' }
const urlMustBe = { zh: '以 http:// 或 https:// 开头的网址', en: 'an address that begins with http:// or https://' }

/** Every setting of the program. README's table is made from this (`npm run -s lifa -- settings`). */
export const settings = {
  DATA_DIR: {
    schema: text,
    byDefault: '.data/production',
    zh: { about: '数据文件夹：内置数据库、文件、密钥', mustBe: textMustBe.zh },
    en: { about: 'Folder of the embedded database, the files and the secrets', mustBe: textMustBe.en },
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).or(z.string().regex(/^postgres(ql)?:\/\/[^\s]+$/)).optional(),
    secret: true,
    zh: { about: 'PostgreSQL 15 以上的服务器；不设则使用 DATA_DIR 中的内置数据库', mustBe: 'postgresql:// 开头的地址' },
    en: { about: 'A PostgreSQL server, 15 or later; unset: our own in DATA_DIR', mustBe: 'an address that begins with postgresql://' },
  },
  DATABASE_POOL: {
    schema: wholeNumber(2, 200),
    byDefault: '10',
    zh: { about: '每个进程的数据库连接数', mustBe: '2 至 200 的整数' },
    en: { about: 'Database connections of one process', mustBe: 'a whole number from 2 to 200' },
  },
  HOST: {
    schema: text,
    byDefault: '127.0.0.1',
    zh: { about: '监听的地址', mustBe: textMustBe.zh },
    en: { about: 'Address to listen on', mustBe: textMustBe.en },
  },
  PORT: {
    schema: wholeNumber(1, 65_535),
    byDefault: '3000',
    zh: { about: '监听的端口；演示时不设则取下一个空闲端口', mustBe: '1 至 65535 的整数' },
    en: { about: 'Port to listen on; the demonstration takes the next free one when unset', mustBe: 'a whole number from 1 to 65535' },
  },
  PUBLIC_URL: {
    schema: httpUrl.optional(),
    zh: { about: '用户访问的网址；不设则为 http://HOST:PORT', mustBe: urlMustBe.zh },
    en: { about: 'Address that people use; unset: http://HOST:PORT', mustBe: urlMustBe.en },
  },
  TRUSTED_PROXIES: {
    schema: networks,
    byDefault: '',
    zh: { about: '可信的反向代理，IP 或网段，逗号分隔', mustBe: 'IP 或网段，如 10.0.0.0/8，逗号分隔' },
    en: { about: 'Reverse proxies that are believed: addresses or networks, by comma', mustBe: 'addresses or networks such as 10.0.0.0/8, by comma' },
  },
  REPLICAS: {
    schema: wholeNumber(1, 100),
    byDefault: '1',
    zh: { about: '同一数据库上运行的进程数；多于 1 时须用 DATABASE_URL、FILE_STORE=s3，密钥取自环境变量', mustBe: '1 至 100 的整数' },
    en: { about: 'Processes on one database; more than 1 need DATABASE_URL, FILE_STORE=s3 and the secrets from the environment', mustBe: 'a whole number from 1 to 100' },
  },
  FILE_STORE: {
    schema: z.enum(['local', 's3']),
    byDefault: 'local',
    zh: { about: '文件存放：local（DATA_DIR/files）或 s3', mustBe: 'local 或 s3' },
    en: { about: 'Where files are kept: local (DATA_DIR/files) or s3', mustBe: 'local or s3' },
  },
  S3_ENDPOINT: {
    schema: httpUrl.optional(),
    zh: { about: 'S3 兼容存储的网址', mustBe: urlMustBe.zh },
    en: { about: 'Address of an S3-compatible store', mustBe: urlMustBe.en },
  },
  S3_REGION: {
    schema: text,
    byDefault: 'us-east-1',
    zh: { about: 'S3 区域', mustBe: textMustBe.zh },
    en: { about: 'S3 region', mustBe: textMustBe.en },
  },
  S3_BUCKET: {
    schema: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/).optional(),
    zh: { about: 'S3 存储桶', mustBe: '3 至 63 个小写字母、数字、点或连字符' },
    en: { about: 'S3 bucket', mustBe: '3 to 63 lower-case letters, digits, dots or hyphens' },
  },
  S3_ACCESS_KEY_ID: {
    schema: text.optional(),
    zh: { about: 'S3 访问标识', mustBe: textMustBe.zh },
    en: { about: 'S3 access key id', mustBe: textMustBe.en },
  },
  S3_SECRET_ACCESS_KEY: {
    schema: text.optional(),
    secret: true,
    zh: { about: 'S3 访问密钥', mustBe: textMustBe.zh },
    en: { about: 'S3 secret access key', mustBe: textMustBe.en },
  },
  MEILI_URL: {
    schema: httpUrl.optional(),
    zh: { about: 'Meilisearch 服务器；不设则使用内置检索', mustBe: urlMustBe.zh },
    en: { about: 'Meilisearch server; unset: the embedded search', mustBe: urlMustBe.en },
  },
  MEILI_KEY: {
    schema: text.optional(),
    secret: true,
    zh: { about: 'Meilisearch 密钥', mustBe: textMustBe.zh },
    en: { about: 'Meilisearch key', mustBe: textMustBe.en },
  },
  SESSION_SECRET: {
    schema: secretText.optional(),
    secret: true,
    zh: { about: '会话密钥；不设则首次运行时生成，存 DATA_DIR/secrets.json（0600）', mustBe: secretMustBe.zh },
    en: { about: 'Secret of the sessions; unset: made at the first run in DATA_DIR/secrets.json (0600)', mustBe: secretMustBe.en },
  },
  AUDIT_KEY: {
    schema: secretText.optional(),
    secret: true,
    zh: { about: '审计链签名密钥；不设则同上生成', mustBe: secretMustBe.zh },
    en: { about: 'Key that signs the audit chain; unset: made likewise', mustBe: secretMustBe.en },
  },
  UPLOAD_LIMIT_MB: {
    schema: wholeNumber(1, 2_000),
    byDefault: '50',
    zh: { about: '单个上传文件的上限（MB）', mustBe: '1 至 2000 的整数' },
    en: { about: 'Largest uploaded file (MB)', mustBe: 'a whole number from 1 to 2000' },
  },
  SMTP_URL: {
    schema: text.optional(),
    secret: true,
    zh: { about: '邮件服务器 smtp://用户:密码@主机:端口；不设则不发邮件', mustBe: textMustBe.zh },
    en: { about: 'Mail server smtp://user:password@host:port; unset: no mail is sent', mustBe: textMustBe.en },
  },
  SMTP_FROM: {
    schema: text,
    byDefault: '备案审查平台 <noreply@localhost>',
    zh: { about: '邮件的发件人', mustBe: textMustBe.zh },
    en: { about: 'Sender of mails', mustBe: textMustBe.en },
  },
  SMS_GATEWAY_URL: {
    schema: httpUrl.optional(),
    zh: { about: '短信网关，收 POST {to, text}；不设则不发短信', mustBe: urlMustBe.zh },
    en: { about: 'SMS gateway that takes POST {to, text}; unset: no SMS is sent', mustBe: urlMustBe.en },
  },
  SMS_GATEWAY_TOKEN: {
    schema: text.optional(),
    secret: true,
    zh: { about: '短信网关令牌', mustBe: textMustBe.zh },
    en: { about: 'Token of the SMS gateway', mustBe: textMustBe.en },
  },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    byDefault: 'info',
    zh: { about: '日志级别', mustBe: 'trace、debug、info、warn、error 或 silent' },
    en: { about: 'Log level', mustBe: 'trace, debug, info, warn, error or silent' },
  },
  DEMO_TODAY: {
    schema: z.string().refine(isRealDate).optional(),
    zh: { about: '演示中的“今天”；正式运行时拒绝设置', mustBe: 'YYYY-MM-DD 格式的日期' },
    en: { about: 'The "today" of the demonstration; refused in production', mustBe: 'a date as YYYY-MM-DD' },
  },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settings
export type SettingValues = { [K in SettingName]: z.output<(typeof settings)[K]['schema']> }

/** Variables that only tests and development read, in the places named. */
export const developmentVariables = {
  LIFA_CORPUS: { zh: '真实法规文本所在文件夹（测试，默认 ../shared/corpus）', en: 'Folder of real texts for tests (default ../shared/corpus)' },
  LIFA_TEST_DATABASE_URL: { zh: '数据库测试改用的 PostgreSQL 服务器', en: 'Another PostgreSQL server for the database tests' },
  CHROMIUM_PATH: { zh: '浏览器测试使用的 Chromium', en: 'The Chromium of the browser tests' },
} as const

/** The table of settings in Markdown, for the README. */
export function settingsTable(): string {
  const rows = Object.entries<Setting>(settings).map(
    ([name, { byDefault, en, zh }]) => `| \`${name}\` | ${byDefault ? `\`${byDefault}\`` : ''} | ${en.about} | ${zh.about} |`,
  )
  const forTests = Object.entries(developmentVariables).map(([name, { en, zh }]) => `| \`${name}\` | | ${en} | ${zh} |`)
  return ['| Setting | Default | What it is | 说明 |', '|---|---|---|---|', ...rows, ...forTests].join('\n')
}
