import { z } from '@hono/zod-openapi'
import { organKinds, organLevels } from '../../law/procedure/index.ts'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, legalDate, problemResponses } from '../platform/http/index.ts'
import { isRole, roleKeys, roleLabel, roleSide, type RoleKey } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'
import { changePassword } from './change-password.ts'
import { createAccount } from './create-account.ts'
import { demoAccounts } from './demo-accounts.ts'
import { handOver } from './hand-over.ts'
import { listAccounts } from './list-accounts.ts'
import { readSession } from './read-session.ts'
import { saveOrgan } from './save-organ.ts'
import { resetPassword, setDisabled, setMemberships } from './change-account.ts'

const roleSchema = z.string().refine(isRole, '没有这个岗位').transform((r) => r as RoleKey)
const membershipSchema = z.object({ organId: z.uuid(), role: roleSchema, title: z.string().max(60).optional(), from: legalDate, to: legalDate.optional() })

const sessionSchema = z
  .object({
    person: z.object({ id: z.string(), name: z.string(), username: z.string(), mustChangePassword: z.boolean() }),
    memberships: z.array(
      z.object({
        organId: z.string(),
        organName: z.string(),
        organShortName: z.string(),
        organKind: z.string(),
        standingCommitteeId: z.string().nullable(),
        role: z.string(),
        roleLabel: z.string(),
        side: z.enum(['maker', 'committee', 'administration']),
      }),
    ),
    demo: z.boolean(),
    today: z.string(),
    unreadNotices: z.number().int(),
  })
  .openapi('Session')

const organSchema = z
  .object({ id: z.string(), key: z.string(), name: z.string(), shortName: z.string(), kind: z.string(), level: z.string(), regionCode: z.string(), parentId: z.string().nullable(), documentCode: z.string().nullable() })
  .openapi('Organ')

const accountSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    disabled: z.boolean(),
    openWork: z.number().int(),
    memberships: z.array(z.object({ organId: z.string(), organName: z.string(), role: z.string(), roleLabel: z.string(), from: z.string(), to: z.string().nullable() })),
  })
  .openapi('Account')

const demoAccountSchema = z.object({ username: z.string(), password: z.string(), name: z.string(), title: z.string(), organName: z.string(), roleLabels: z.array(z.string()) }).openapi('DemoAccount')

const organBody = jsonBody(
  z.object({
    name: z.string().trim().min(2, '请填写单位全称').max(80),
    shortName: z.string().trim().min(1, '请填写简称').max(40),
    kind: z.enum(organKinds),
    level: z.enum(organLevels),
    regionCode: z.string().regex(/^\d{6}(\d{3})?$/, '区划代码是 6 位数字（乡镇 9 位）'),
    parentId: z.uuid().nullable(),
    documentCode: z.string().trim().max(20).nullable(),
    active: z.boolean().default(true),
  }),
)

const tags = ['identity']

const session = defineRoute({ method: 'get', path: '/api/session', 'x-access': 'signedIn', tags, summary: '当前登录人', responses: { ...json(200, sessionSchema, '登录人、岗位和未读消息'), ...problemResponses } })
const password = defineRoute({
  method: 'post',
  path: '/api/session/password',
  'x-access': 'signedIn',
  tags,
  summary: '修改密码',
  request: { body: jsonBody(z.object({ currentPassword: z.string().min(1, '请输入原密码'), newPassword: z.string().min(1, '请输入新密码').max(200) })) },
  responses: { ...json(200, z.object({ changed: z.literal(true) }), '已修改，其他设备须重新登录'), ...problemResponses },
})
const demo = defineRoute({ method: 'get', path: '/api/demo/accounts', 'x-access': 'public', tags, summary: '演示账号', responses: { ...json(200, z.object({ accounts: z.array(demoAccountSchema) }), '正式系统中为空'), ...problemResponses } })
const organs = defineRoute({ method: 'get', path: '/api/organs', 'x-access': 'signedIn', tags, summary: '机关名录', responses: { ...json(200, z.object({ organs: z.array(organSchema) }), '机关'), ...problemResponses } })
const createOrgan = defineRoute({ method: 'post', path: '/api/organs', 'x-access': 'account.manage', tags, summary: '登记单位', request: { body: organBody }, responses: { ...json(201, z.object({ id: z.string() }), '已登记'), ...problemResponses } })
const changeOrgan = defineRoute({ method: 'put', path: '/api/organs/{id}', 'x-access': 'account.manage', tags, summary: '修改单位', request: { params: idParameter, body: organBody }, responses: { ...json(200, z.object({ id: z.string() }), '已修改'), ...problemResponses } })
const roleList = defineRoute({ method: 'get', path: '/api/roles', 'x-access': 'signedIn', tags, summary: '岗位种类', responses: { ...json(200, z.object({ roles: z.array(z.object({ key: z.string(), label: z.string(), side: z.string() })) }), '岗位'), ...problemResponses } })
const accounts = defineRoute({ method: 'get', path: '/api/accounts', 'x-access': 'account.manage', tags, summary: '账号', responses: { ...json(200, z.object({ accounts: z.array(accountSchema), organs: z.array(z.object({ id: z.string(), name: z.string() })) }), '本级和下属单位的账号，可以设岗位的单位'), ...problemResponses } })
const create = defineRoute({
  method: 'post',
  path: '/api/accounts',
  'x-access': 'account.manage',
  tags,
  summary: '建账号',
  request: {
    body: jsonBody(
      z.object({
        name: z.string().min(1, '请填写姓名').max(40),
        username: z.string().regex(/^[a-z0-9._-]{2,40}$/i, '用户名用 2 至 40 个字母、数字'),
        memberships: z.array(membershipSchema).min(1, '至少设置一个岗位'),
      }),
    ),
  },
  responses: { ...json(201, z.object({ personId: z.string(), firstPassword: z.string() }), '首次密码只显示这一次'), ...problemResponses },
})
const memberships = defineRoute({
  method: 'put',
  path: '/api/accounts/{id}/memberships',
  'x-access': 'account.manage',
  tags,
  summary: '调整岗位',
  request: { params: idParameter, body: jsonBody(z.object({ memberships: z.array(membershipSchema) })) },
  responses: { ...json(200, z.object({ saved: z.literal(true) }), '已保存'), ...problemResponses },
})
const reset = defineRoute({ method: 'post', path: '/api/accounts/{id}/password-reset', 'x-access': 'account.manage', tags, summary: '重置密码', request: { params: idParameter }, responses: { ...json(200, z.object({ firstPassword: z.string() }), '新的首次密码'), ...problemResponses } })
const disable = defineRoute({
  method: 'post',
  path: '/api/accounts/{id}/disabled',
  'x-access': 'account.manage',
  tags,
  summary: '停用或恢复账号',
  request: { params: idParameter, body: jsonBody(z.object({ disabled: z.boolean() })) },
  responses: { ...json(200, z.object({ disabled: z.boolean() }), '已办理'), ...problemResponses },
})
const handingOver = defineRoute({
  method: 'post',
  path: '/api/accounts/{id}/hand-over',
  'x-access': 'account.manage',
  tags,
  summary: '移交离岗人员的全部工作',
  request: { params: idParameter, body: jsonBody(z.object({ successorId: z.uuid(), reason: z.string().min(1, '请写明移交原因').max(200) })) },
  responses: {
    ...json(200, z.object({ filings: z.number(), led: z.number(), tasks: z.number(), suggestions: z.number(), drafts: z.number() }), '移交的件数'),
    ...problemResponses,
  },
})

/** 登录人、机关、账号. The sign-in itself is better-auth's, under /api/auth. */
export function identityRoutes(services: Services) {
  return createRouter()
    .openapi(session, async (c) => c.json(await readSession({ services, actor: actorOf(c) }), 200))
    .openapi(password, async (c) => {
      await changePassword({ services, actor: actorOf(c), ...c.req.valid('json') })
      return c.json({ changed: true as const }, 200)
    })
    .openapi(demo, async (c) => c.json({ accounts: services.settings.demo ? await demoAccounts(services) : [] }, 200))
    .openapi(organs, async (c) => {
      const rows = await services.prisma.organ.findMany({ where: { active: true }, orderBy: [{ regionCode: 'asc' }, { key: 'asc' }] })
      return c.json({ organs: rows.map(({ active: _active, ...o }) => o) }, 200)
    })
    .openapi(createOrgan, async (c) => c.json({ id: await saveOrgan({ services, actor: actorOf(c), organId: null, organ: c.req.valid('json') }) }, 201))
    .openapi(changeOrgan, async (c) => c.json({ id: await saveOrgan({ services, actor: actorOf(c), organId: c.req.valid('param').id, organ: c.req.valid('json') }) }, 200))
    .openapi(roleList, (c) => c.json({ roles: roleKeys.map((key) => ({ key, label: roleLabel(key), side: roleSide(key) })) }, 200))
    .openapi(accounts, async (c) => c.json(await listAccounts({ services, actor: actorOf(c) }), 200))
    .openapi(create, async (c) => c.json(await createAccount({ services, actor: actorOf(c), ...c.req.valid('json') }), 201))
    .openapi(memberships, async (c) => {
      await setMemberships({ services, actor: actorOf(c), personId: c.req.valid('param').id, ...c.req.valid('json') })
      return c.json({ saved: true as const }, 200)
    })
    .openapi(reset, async (c) => c.json(await resetPassword({ services, actor: actorOf(c), personId: c.req.valid('param').id }), 200))
    .openapi(disable, async (c) => c.json(await setDisabled({ services, actor: actorOf(c), personId: c.req.valid('param').id, ...c.req.valid('json') }), 200))
    .openapi(handingOver, async (c) => c.json(await handOver({ services, actor: actorOf(c), leaverId: c.req.valid('param').id, ...c.req.valid('json') }), 200))
}
