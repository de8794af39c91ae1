// Plain JavaScript: it has to be readable by the old Node that it is there to explain.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `立法需要 Node 22.18 以上（现为 ${process.versions.node}）。请在项目文件夹中运行 npm ci，再用 npm run 启动；本机平台没有随包的 Node 时，请安装 Node 24。\n` +
      `Lifa needs Node 22.18 or later (this is ${process.versions.node}). Run "npm ci" here and start it with "npm run"; where npm has no Node for this platform, install Node 24.`,
  )
  process.exit(1)
}
