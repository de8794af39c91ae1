/**
 * The one catalogue of problems (RFC 9457). A code names a kind of failure; its sentence says in Chinese
 * what happened and what to do. Use cases throw `problem(code, {detail})`; the border turns it into
 * `application/problem+json`.
 */
export const problemCatalogue = {
  'not-signed-in': { status: 401, title: '请先登录。' },
  'password-change-required': { status: 403, title: '首次登录须先修改密码，再继续使用。' },
  forbidden: { status: 403, title: '您没有这项权限。如确需办理，请联系本单位管理员。' },
  'not-found': { status: 404, title: '没有找到，或者您无权查看。请核对地址，或返回列表重新打开。' },
  'invalid-input': { status: 422, title: '有内容没有填对，请按提示改正后再提交，已填的内容没有丢失。' },
  'unreadable-request': { status: 400, title: '请求无法识别，请刷新页面后再试。' },
  'stale-edit': { status: 412, title: '这份内容已被他人修改，您的修改没有覆盖对方。请查看最新内容后再决定。' },
  'revision-required': { status: 428, title: '缺少版本标记，请刷新页面后再保存。' },
  'step-refused': { status: 409, title: '现在不能办理这一步。' },
  'already-done': { status: 409, title: '这件事已经办理过了，请刷新查看结果。' },
  'duplicate-request': { status: 409, title: '同一请求正在办理，请稍候查看结果，不要重复提交。' },
  'idempotency-key-reused': { status: 422, title: '同一提交标记用于不同内容，请刷新页面后重新提交。' },
  'idempotency-key-required': { status: 428, title: '缺少提交标记，请刷新页面后再提交。' },
  'file-refused': { status: 422, title: '这个文件不能接收。' },
  'file-too-large': { status: 413, title: '文件太大，没有保存。请压缩图片或拆分后再上传。' },
  classified: { status: 422, title: '文件标有密级，本平台不得存储、处理涉密文件，没有保存任何内容。请按保密规定通过涉密渠道报送。' },
  'request-too-long': { status: 431, title: '网址或者附带的信息太长，请回到列表重新打开。' },
  'wrong-origin': { status: 403, title: '请求来自其他网站，已拒绝。请从本平台页面办理。' },
  'too-many-requests': { status: 429, title: '操作太频繁，请稍后再试。' },
  'search-unavailable': { status: 503, title: '检索服务暂时不可用，报送和审查不受影响，请稍后再检索。' },
  unavailable: { status: 503, title: '服务暂时不可用，已提交的内容没有丢失，请稍后再试。' },
  unexpected: { status: 500, title: '系统出现意外错误，已记录。已保存的内容没有丢失，请稍后再试或联系管理员。' },
} as const

export type ProblemCode = keyof typeof problemCatalogue

/** One field that is wrong: `path` as in the request body, `message` a Chinese sentence. */
export type FieldProblem = { path: string; message: string }

export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly detail: string | undefined
  readonly fields: FieldProblem[]
  readonly extra: Record<string, unknown>

  constructor(code: ProblemCode, options: { detail?: string; fields?: FieldProblem[]; extra?: Record<string, unknown> } = {}) {
    super(options.detail ?? problemCatalogue[code].title)
    this.name = 'Problem'
    this.code = code
    this.status = problemCatalogue[code].status
    this.detail = options.detail
    this.fields = options.fields ?? []
    this.extra = options.extra ?? {}
  }
}

/** Make a problem to throw. `detail` is the Chinese sentence of this occurrence. */
export const problem = (
  code: ProblemCode,
  options: { detail?: string; fields?: FieldProblem[]; extra?: Record<string, unknown> } = {},
): Problem => new Problem(code, options)

/** The body of `application/problem+json`. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  detail?: string
  instance?: string
  errors?: FieldProblem[]
  [key: string]: unknown
}

export const problemBody = (p: Problem, instance?: string): ProblemBody => ({
  ...p.extra,
  type: `/problems/${p.code}`,
  title: problemCatalogue[p.code].title,
  status: p.status,
  ...(p.detail === undefined ? {} : { detail: p.detail }),
  ...(instance === undefined ? {} : { instance }),
  ...(p.fields.length === 0 ? {} : { errors: p.fields }),
})
