import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Says what happens now. */
export function say(text) {
  console.log(`\n▸ ${text}`)
}

/** Runs a command in the project's folder and resolves to its exit code. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    })
    child.on('error', () => done(127))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** A tool that the project installed. */
export function tool(name, ...args) {
  const suffix = process.platform === 'win32' ? '.cmd' : ''
  return [join(root, 'node_modules', '.bin', name + suffix), args]
}

/** Stops with a sentence when Node is too old to go on. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs what package-lock.json names, unless it is there already. */
export async function installMissing() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(installed) && holdsAll(installed, lock)) return
  say('Installing what is missing (npm ci)')
  const code = await run('npm', ['ci', '--no-audit', '--no-fund'])
  if (code !== 0) process.exit(code)
}

/** Whether every package of the lock that belongs on this machine is installed in its version. */
function holdsAll(installed, lock) {
  if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages ?? {}
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages ?? {}
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  )
}
