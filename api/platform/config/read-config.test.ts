import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigError, type Mode, readConfig, settings, settingsTable } from './index.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'lifa-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (env: Record<string, string>, mode: Mode = 'production') => readConfig({ mode, env: { DATA_DIR: folder, ...env } })

function problemsOf(env: Record<string, string>, mode: Mode = 'production'): ConfigError['problems'] {
  try {
    read(env, mode)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('readConfig', () => {
  test('needs no setting at all', () => {
    const config = read({})
    expect(config).toMatchObject({
      host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', databaseUrl: undefined, meili: null,
      files: { kind: 'local', folder: path.join(folder, 'files') }, uploadLimitBytes: 50 * 1024 * 1024, trustedProxies: [],
    })
  })

  test.each([
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://host/db'],
    ['PUBLIC_URL', 'lifa.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['FILE_STORE', 'disk'],
    ['SESSION_SECRET', 'short'],
    ['UPLOAD_LIMIT_MB', '0'],
    ['LOG_LEVEL', 'loud'],
    ['REPLICAS', '1.5'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value }).map(({ setting }) => setting)).toEqual([name])
  })

  test('names every wrong setting at once, in both languages', () => {
    const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'y' })
    expect(problems.map(({ setting }) => setting)).toEqual(['PORT', 'LOG_LEVEL'])
    const message = new ConfigError(problems).message
    expect(message).toContain('PORT：应为1 至 65535 的整数 ("x") / must be a whole number from 1 to 65535 ("x")')
  })

  test('never prints a secret', () => {
    const secret = 'not-long-enough'
    expect(new ConfigError(problemsOf({ AUDIT_KEY: secret })).message).not.toContain(secret)
  })

  test('refuses local files, the embedded database and made-up secrets with several replicas', () => {
    expect(problemsOf({ REPLICAS: '2' }).map(({ setting }) => setting)).toEqual(['FILE_STORE', 'DATABASE_URL', 'SESSION_SECRET', 'AUDIT_KEY'])
  })

  test('lets several replicas start with all of these', () => {
    const config = read({
      REPLICAS: '2', DATABASE_URL: 'postgresql://lifa@db/lifa', FILE_STORE: 's3', S3_ENDPOINT: 'https://s3.example/', S3_BUCKET: 'lifa',
      S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key', SESSION_SECRET: 's'.repeat(32), AUDIT_KEY: 'a'.repeat(32),
    })
    expect(config.files).toMatchObject({ kind: 's3', endpoint: 'https://s3.example', bucket: 'lifa' })
  })

  test('refuses s3 without its address and keys', () => {
    expect(problemsOf({ FILE_STORE: 's3' }).map(({ setting }) => setting)).toEqual([
      'S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY',
    ])
  })

  test('refuses to change the date in production only', () => {
    expect(problemsOf({ DEMO_TODAY: '2026-03-02' }).map(({ setting }) => setting)).toEqual(['DEMO_TODAY'])
    expect(read({ DEMO_TODAY: '2026-03-02' }, 'demo').demoToday).toBe('2026-03-02')
    expect(problemsOf({ DEMO_TODAY: '2026-02-30' }, 'demo')).toHaveLength(1)
  })

  test('makes secrets once, readable by the owner only', () => {
    const first = read({})
    expect(first.sessionSecret).toHaveLength(43)
    expect(read({})).toMatchObject({ sessionSecret: first.sessionSecret, auditKey: first.auditKey })
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('takes a secret from the environment before the file', () => {
    expect(read({ AUDIT_KEY: 'k'.repeat(40) }).auditKey).toBe('k'.repeat(40))
  })
})

test('the table of settings has a row for each', () => {
  for (const name of Object.keys(settings)) expect(settingsTable()).toContain(`| \`${name}\` |`)
})
