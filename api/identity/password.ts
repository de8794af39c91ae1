import { hash, verify } from '@node-rs/argon2'
import { problem } from '../platform/problem/problems.ts'

/** Known from the README of the demonstration: never accepted outside it. */
export const DEMO_PASSWORD = 'lifa-demo-2026'
const MINIMUM_LENGTH = 10

export const hashPassword = (password: string): Promise<string> => hash(password)
export const verifyPassword = (options: { hash: string; password: string }): Promise<boolean> => verify(options.hash, options.password)

/** Refuses what is short, equals the name, or is the demonstration's password where this is no demonstration. */
export function checkNewPassword(options: { password: string; username: string; demo: boolean }): void {
  const { password, username } = options
  const message =
    password.length < MINIMUM_LENGTH
      ? `密码至少 ${MINIMUM_LENGTH} 位，请换一个更长的。`
      : password.toLowerCase().includes(username.toLowerCase())
        ? '密码不能包含用户名，请换一个。'
        : !options.demo && password === DEMO_PASSWORD
          ? '这是演示系统的密码，不能用于正式系统，请换一个。'
          : new Set(password).size < 5
            ? '密码重复字符太多，请换一个。'
            : null
  if (message !== null) throw problem('invalid-input', { fields: [{ path: 'newPassword', message }] })
}
