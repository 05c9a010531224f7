import { checkNode, installMissing, root, run, say, tool } from './run.mjs'

checkNode()
await installMissing()

say('Building the page')
const code = await run(...tool('vite', 'build', '--logLevel', 'warn'))
if (code !== 0) process.exit(code)

const { preview } = await import('vite')
const wanted = Number(process.env.PORT) || 4173
const server = await preview({
  root,
  logLevel: 'warn',
  preview: { host: '127.0.0.1', port: wanted, strictPort: false, open: hasBrowser() },
})
const address = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${wanted}/`
say(`The wizard is at ${address}`)
console.log('  Stop it with Ctrl+C.')

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    void server.close().finally(() => process.exit(0))
  })
}

/** Whether there is somebody to open a browser for. */
function hasBrowser() {
  if (process.env.CI || process.env.BROWSER === 'none' || !process.stdout.isTTY) return false
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}
