/**
 * `npm run -s lifa -- <command> …`. Each command is loaded only when it is asked for: those on texts load no database,
 * no network and no interface.
 */
import { type Command, type Output, UsageError } from './command.ts'
import { sentenceOf, sentenceOfArguments } from './say-error.ts'

const commands: Record<string, Command> = {
  parse: {
    usage: 'parse FILE…',
    summary: '解析法规文本，每个文件输出一行 JSON / parses texts, one line of JSON for each file',
    load: () => import('./commands/parse.ts'),
  },
  print: {
    usage: 'print FILE',
    summary: '解析后只用解析结果重新输出文本 / prints a text from its tree alone',
    load: () => import('./commands/print.ts'),
  },
  compare: {
    usage: 'compare OLD NEW | compare A B C [--format json|text|html|docx] [--out FILE]',
    summary: '逐条比较两个或者三个文本，也可生成条文对照表 / compares two or three texts article by article, or prints the table of a meeting',
    load: () => import('./commands/compare.ts'),
  },
  cite: {
    usage: 'cite FILE… [--library DIR] [--date D]',
    summary: '找出文本引用的条文 / finds what a text cites',
    load: () => import('./commands/cite.ts'),
  },
  lint: {
    usage: 'lint FILE… [--rules L01,L02] [--superior FILE]…',
    summary: '按立法技术规范检查文本，只提示，不拦截 / looks for slips of drafting technique; advice only',
    load: () => import('./commands/lint.ts'),
  },
  amend: {
    usage: 'amend BASE DECISION [--json]',
    summary: '按修改决定修改文本，输出修改后的全文 / applies an amending decision and prints the consolidated text',
    load: () => import('./commands/amend.ts'),
  },
  decide: {
    usage: 'decide OLD NEW [--json] [--organ NAME] [--meeting NAME] [--effective DATE]',
    summary: '写出把旧文本改成新文本的修改决定 / writes the amending decision that turns OLD into NEW',
    load: () => import('./commands/decide.ts'),
  },
  import: {
    usage: 'import PATH… [--internal]',
    summary: '把文件夹或者文件导入法规库 / imports folders or files into the library',
    load: () => withDatabaseClient(() => import('./commands/import.ts')),
  },
  search: {
    usage: 'search rebuild',
    summary: '重建检索索引，重建期间照常检索 / fills the search index anew while the old one answers',
    load: () => withDatabaseClient(() => import('./commands/search.ts')),
  },
  backup: {
    usage: 'backup DIR',
    summary: '备份数据库和全部文件，系统可继续运行 / backs up database and files while the program runs',
    load: () => withDatabaseClient(() => import('./commands/backup.ts')),
  },
  restore: {
    usage: 'restore DIR',
    summary: '把备份恢复到空的系统 / restores a backup into an empty installation',
    load: () => withDatabaseClient(() => import('./commands/restore.ts')),
  },
  files: {
    usage: 'files verify|sweep',
    summary: '核验文件，或清除没有记录的文件 / verifies the files, or removes those that no record names',
    load: () => withDatabaseClient(() => import('./commands/files.ts')),
  },
  audit: {
    usage: 'audit verify',
    summary: '核验审计链：没有增、删、改 / proves that nothing in the audit chain was added, removed or changed',
    load: () => withDatabaseClient(() => import('./commands/audit.ts')),
  },
  migrate: {
    usage: 'migrate',
    summary: '升级数据库（启动时也会自动升级）/ brings the database up to date, as start-up does',
    load: () => withDatabaseClient(() => import('./commands/migrate.ts')),
  },
  settings: {
    usage: 'settings',
    summary: '列出全部设置 / lists every setting as the table of the README',
    load: () => import('./commands/settings.ts'),
  },
}

/** The client is made from the schema and is no part of the repository. */
async function withDatabaseClient<T>(load: () => Promise<T>): Promise<T> {
  const { generateClientWhenStale } = await import('./build/build-when-stale.ts')
  await generateClientWhenStale(output.problem)
  return load()
}

const output: Output = {
  data: (line) => {
    if (typeof line !== 'string') for (const piece of line) process.stdout.write(piece)
    process.stdout.write(typeof line === 'string' ? `${line}\n` : '\n')
  },
  problem: (line) => process.stderr.write(`${line}\n`),
}

const listCommands = (): string =>
  ['usage: lifa <command> …', '', ...Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}`)].join('\n')

async function main(argv: string[]): Promise<number> {
  const [name = '', ...args] = argv
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    const asked = name === '' || name === 'help' || name === '--help'
    const list = listCommands()
    if (asked) output.data(list)
    else output.problem(`没有“${name}”这个命令。\n${list}`)
    return asked ? 0 : 2
  }
  if (args.length === 1 && args[0] === '--help') {
    output.data(`usage: lifa ${command.usage}\n${command.summary}`)
    return 0
  }
  try {
    const { run } = await command.load()
    return await run(args, output)
  } catch (error) {
    const misused = error instanceof UsageError ? error.message : sentenceOfArguments(error)
    if (misused !== null) {
      output.problem(`${misused}\nusage: lifa ${command.usage}`)
      return 2
    }
    output.problem(sentenceOf(error))
    return 1
  }
}

// The reader of a pipe may have had enough (`| head`); that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
// Not process.exit: leaving at once would cut what is still on its way through a pipe.
process.exitCode = await main(process.argv.slice(2))
