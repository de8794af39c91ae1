import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { username } from 'better-auth/plugins'
import { newId } from '../platform/ids.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { DEMO_PASSWORD, hashPassword, verifyPassword } from './password.ts'

/** Where the platform writes the caller's address for the limit on sign-ins. */
export const CALLER_HEADER = 'x-lifa-caller'

/**
 * Username and password, sessions in the database, no sign-up: administrators create accounts (create-account.ts).
 * better-auth's user is our Person.
 */
export function createAuthentication(services: Services) {
  const { prisma, settings } = services
  return betterAuth({
    baseURL: settings.publicUrl,
    basePath: '/api/auth',
    secret: settings.sessionSecret,
    telemetry: { enabled: false },
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    user: { modelName: 'person' },
    session: { fields: { userId: 'personId' }, expiresIn: 12 * 60 * 60, updateAge: 60 * 60 },
    account: { fields: { userId: 'personId' } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: hashPassword,
        verify: async (given) => (!settings.demo && given.password === DEMO_PASSWORD ? false : verifyPassword(given)),
      },
    },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: (name) => /^[a-z0-9._-]+$/i.test(name) })],
    disabledPaths: ['/sign-up/email', '/sign-in/email', '/update-user', '/delete-user', '/change-email', '/change-password', '/request-password-reset', '/reset-password', '/is-username-available'],
    rateLimit: { enabled: !settings.demo, window: 60, max: 60, storage: 'database', modelName: 'rateLimit', customRules: { '/sign-in/username': { window: 60, max: 20 } } },
    advanced: {
      database: { generateId: () => newId() },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, secure: settings.publicUrl.startsWith('https:') },
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CALLER_HEADER] },
      // the platform checks Origin on every unsafe method itself (api/platform/http/origin.ts)
      disableCSRFCheck: true,
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const person = await prisma.person.findUnique({ where: { id: session.userId }, select: { disabledAt: true } })
            if (person === null || person.disabledAt !== null) throw new APIError('FORBIDDEN', { message: '这个账号已停用，请联系管理员。' })
          },
          after: async (session) => {
            const person = await prisma.person.findUniqueOrThrow({ where: { id: session.userId } })
            await inTransaction(services, async (work) => {
              work.audit({ actor: { personId: person.id, name: person.name }, action: 'session.start', entity: 'Person', entityId: person.id })
            })
          },
        },
      },
    },
  })
}

export type Authentication = ReturnType<typeof createAuthentication>
