import { randomBytes } from 'node:crypto'
import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { CommandProblem } from './problem'

/** Longer files are no values; reading them would only take memory. */
const longestInput = 20_000_000

async function bytesOf(input: string): Promise<Buffer> {
  if (input !== '-') return readFile(input)
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** The text of a file, or of standard input for `-`. */
export async function readInput(input: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = await bytesOf(input)
  } catch (error) {
    throw new CommandProblem(`Cannot read ${input}: ${reasonOf(error)}`)
  }
  if (bytes.length > longestInput) throw new CommandProblem(`${input} is too long for values.`)
  return new TextDecoder().decode(bytes)
}

/** Why the system refused, without its own codes and paths. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code
  switch (code) {
    case 'ENOENT':
      return 'it is not there.'
    case 'EACCES':
    case 'EPERM':
      return 'this is not allowed.'
    case 'EISDIR':
      return 'it is a folder.'
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file is where a folder has to be.'
    case 'ENOSPC':
      return 'the disk is full.'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}

/** A file to be written below a folder. */
export interface OutputFile {
  /** With `/` between folders. */
  readonly path: string
  readonly content: string | Uint8Array
  /** Whether only its owner may read it. */
  readonly isSecret: boolean
}

/** Writes a file whole or not at all; a link that stands in its place is replaced, not followed. */
function writeWhole(path: string, content: string | Uint8Array, isSecret: boolean): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    writeFileSync(draft, content, { flag: 'wx', mode: isSecret ? 0o600 : 0o666 })
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Writes files below a folder, and nowhere else, whatever links there are in it. */
export function writeFolder(folder: string, files: readonly OutputFile[]): void {
  try {
    mkdirSync(folder, { recursive: true })
    const root = realpathSync(folder)
    for (const { path, content, isSecret } of files) {
      const target = join(root, ...path.split('/'))
      mkdirSync(dirname(target), { recursive: true })
      const place = realpathSync(dirname(target))
      if (place !== root && !place.startsWith(root.endsWith(sep) ? root : root + sep)) {
        throw new CommandProblem(`${dirname(path)} leads out of ${folder}; nothing goes there.`)
      }
      writeWhole(target, content, isSecret)
    }
  } catch (error) {
    if (error instanceof CommandProblem) throw error
    throw new CommandProblem(`Cannot write to ${folder}: ${reasonOf(error)}`)
  }
}

/** Writes a text to a file, or to standard output where there is none or for `-`. */
export function writeOutput(out: string | undefined, content: string, isSecret: boolean): void {
  if (out === undefined || out === '-') {
    process.stdout.write(content)
    return
  }
  try {
    writeWhole(resolve(out), content, isSecret)
  } catch (error) {
    throw new CommandProblem(`Cannot write ${out}: ${reasonOf(error)}`)
  }
}
