import type { ProblemKind } from '../api/problem.ts'

/** What is said when the server sent no sentence of its own. */
export const problem: Record<ProblemKind, { sentence: string; advice: string }> = {
  offline: { sentence: '连不上服务器，刚才的内容没有送出。', advice: '您填写的内容还在本页，也留在这台电脑上。网络恢复后再按一次即可，不会重复提交。' },
  'signed-out': { sentence: '登录已失效，请重新登录。', advice: '没有送出的内容留在这台电脑上，登录后回到原处继续。' },
  forbidden: { sentence: '您没有这项权限。', advice: '如果工作需要，请联系本单位管理员。' },
  missing: { sentence: '没有找到，或者您无权查看。', advice: '请核对地址，或者返回列表重新打开。' },
  conflict: { sentence: '现在不能办理这一步。', advice: '情况可能已经变化，请刷新后查看。' },
  stale: { sentence: '已被他人修改。', advice: '您的修改没有覆盖对方。请先看最新内容，再决定怎样改。' },
  invalid: { sentence: '有内容没有填对。', advice: '请按提示改正后再提交，已填的内容没有丢失。' },
  'too-large': { sentence: '文件太大，没有保存。', advice: '请压缩图片或者拆分后再上传。' },
  'too-many': { sentence: '操作太频繁。', advice: '请过一分钟再试。' },
  failed: { sentence: '没有办成，系统出了意外错误。', advice: '已保存的内容没有丢失。请稍后再试，仍然不行请联系管理员。' },
}
