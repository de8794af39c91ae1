/** Errors of Node in words: what a person typed that cannot be done. */

const OF_FILES: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或者文件夹。',
  ENOTDIR: '路径中有一段不是文件夹。',
  EISDIR: '这是文件夹，请写文件名。',
  EACCES: '没有权限读写。',
  EPERM: '没有权限读写。',
  EROFS: '这个位置只能读，不能写。',
  ENOSPC: '磁盘已满，没有写完。',
  ENAMETOOLONG: '文件名太长。',
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

/** What went wrong, as a sentence; `“x.docx”：这是文件夹，请写文件名。` for a path that could not be read or written. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const words = OF_FILES[codeOf(error)]
  if (words === undefined) return error.message
  return 'path' in error && typeof error.path === 'string' ? `“${error.path}”：${words}` : words
}

/** What node:util's parseArgs throws, in words; null for any other error. */
export function sentenceOfArguments(error: unknown): string | null {
  if (!(error instanceof Error) || !codeOf(error).startsWith('ERR_PARSE_ARGS')) return null
  const option = /'(-[^'\s=]*)/.exec(error.message)?.[1] ?? ''
  switch (codeOf(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有“${option}”这个选项。文件名以 - 开头的，请在前面加 -- 。`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return error.message.includes('does not take') ? `选项“${option}”后面不带内容。` : `选项“${option}”后面要写内容。`
    default:
      return '参数不对。'
  }
}
