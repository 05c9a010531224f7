import { findChromium } from './chromium.mjs'
import { checkNode, installMissing, run, say, tool } from './run.mjs'

/** Every check of the project, in the order of how fast it tells. `npm test -- e2e unit` runs some. */
const checks = [
  { name: 'lint', says: 'Format and lint (Biome)', command: tool('biome', 'ci', '.') },
  {
    name: 'types',
    says: 'Types of the core, which knows no browser',
    command: tool('tsc', '-p', 'src/tsconfig.json'),
  },
  { name: 'types', says: 'Types of the page', command: tool('tsc', '-p', 'app/tsconfig.json') },
  {
    name: 'types',
    says: 'Types of the command line',
    command: tool('tsc', '-p', 'cli/tsconfig.json'),
  },
  { name: 'types', says: 'Types of the tests', command: tool('tsc', '-p', 'tsconfig.tests.json') },
  { name: 'dead', says: 'Dead code (knip)', command: tool('knip') },
  {
    name: 'unit',
    says: 'Unit, property and contract tests (Vitest)',
    command: tool('vitest', 'run'),
  },
  { name: 'build', says: 'Build', command: tool('vite', 'build', '--logLevel', 'warn') },
  { name: 'size', says: 'What loads first, against its budget', command: tool('size-limit') },
  {
    name: 'e2e',
    says: 'The page in a real Chromium (Playwright)',
    command: tool('playwright', 'test'),
    browser: true,
  },
]

checkNode()
await installMissing()

const wanted = process.argv.slice(2)
const failed = []
const started = performance.now()
for (const { name, says, command, browser } of checks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  say(says)
  const env = {}
  if (browser) {
    const path = await findChromium()
    if (!path) {
      console.error('There is no Chromium here and none could be installed; set CHROMIUM_PATH.')
      failed.push(says)
      continue
    }
    console.log(`  with ${path}`)
    env.CHROMIUM_PATH = path
  }
  const at = performance.now()
  const code = await run(...command, { env })
  const seconds = ((performance.now() - at) / 1000).toFixed(1)
  console.log(code === 0 ? `  fine, ${seconds} s` : `  failed, ${seconds} s`)
  if (code !== 0) failed.push(says)
}

const seconds = ((performance.now() - started) / 1000).toFixed(0)
const ran = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).length
console.log(`\n${ran - failed.length} passed, ${failed.length} failed`)
if (failed.length > 0) {
  say(`Failed after ${seconds} s: ${failed.join('; ')}`)
  process.exit(1)
}
say(`All is fine, after ${seconds} s`)
