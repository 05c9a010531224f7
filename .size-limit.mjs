import { readFileSync } from 'node:fs'

/** The script that the page names, and all that it brings along before anything else is asked for. */
function firstLoad() {
  const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
  const found = new Set()
  const visit = (key) => {
    if (found.has(key)) return
    found.add(key)
    for (const next of manifest[key].imports ?? []) visit(next)
  }
  visit('index.html')
  return [...found].map((key) => `dist/${manifest[key].file}`)
}

const editor = Object.values(JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))).filter(
  ({ src }) => src === 'app/editor/Editor.tsx',
)

export default [
  { name: 'First load, without the editor', path: firstLoad(), limit: '230 kB', gzip: true },
  { name: 'The core’s worker', path: 'dist/assets/core.worker-*.js', limit: '450 kB', gzip: true },
  {
    name: 'The editor',
    path: editor.map(({ file }) => `dist/${file}`),
    limit: '850 kB',
    gzip: true,
  },
]
