import {
  catalog,
  fileName,
  type Generated,
  generate,
  printObjects,
  readValues,
  zipFiles,
} from '../src/index'
import type { Arguments, Part } from './arguments'
import { type OutputFile, readInput, writeFolder } from './files'
import { findingsOf, isError } from './findings'
import { packed } from './pack'
import { CommandProblem, exitCodes } from './problem'
import { textReport } from './report'
import { painter } from './terminal'

const usual: readonly Part[] = ['configs', 'objects', 'workloads', 'zip']

/** One part as files. Object files hold Secrets, configs may hold some. */
async function filesOf(part: Part, text: string, args: Arguments, made: Generated) {
  const { release, namespace, form, secrets } = args
  const secretFile = (path: string, content: string | Uint8Array): OutputFile => ({
    path,
    content,
    isSecret: true,
  })
  const zipped = () =>
    zipFiles({
      ...{ release, namespace, form, valuesText: text, options: catalog().root },
      ...{ configs: made.configs, objects: made.objects, workloads: made.workloads },
      secretForm: secrets,
    })
  switch (part) {
    case 'configs':
      return Object.entries(made.configs).map(([name, config]) =>
        secretFile(`configs/${fileName(name)}.alloy`, config),
      )
    case 'objects':
      return [secretFile('objects.yaml', printObjects(made.objects))]
    case 'workloads':
      return [secretFile('workloads.yaml', printObjects(made.workloads))]
    case 'zip':
      return [secretFile(`${release}.zip`, await packed(zipped()))]
    case 'files':
      return zipped().map(
        (file): OutputFile => ({
          path: file.path,
          content: file.text,
          isSecret: file.path.startsWith('secrets/'),
        }),
      )
  }
}

/** `generate`: writes what the chart makes of the values, unless it would refuse them. */
export async function runGenerate(args: Arguments): Promise<number> {
  const { out } = args
  if (out === undefined) throw new CommandProblem('Say where to write to, with --out DIR.')
  const wanted = args.only.length > 0 ? [...new Set(args.only)] : usual
  const text = await readInput(args.input)
  const findings = findingsOf(text, args)
  const errors = findings.filter(isError)
  if (errors.length > 0) {
    process.stderr.write(textReport(args.input, errors, painter(process.stderr)))
    process.stderr.write('Nothing was written.\n')
    return exitCodes.findings
  }
  const made = generate(readValues(text).values, args)
  const files: OutputFile[] = []
  for (const part of wanted) files.push(...(await filesOf(part, text, args, made)))
  if (out !== '-') {
    writeFolder(out, files)
    process.stderr.write(`${files.length} files in ${out}\n`)
    return exitCodes.fine
  }
  const [only, another] = files
  if (!only || another) {
    throw new CommandProblem(
      `Standard output takes one file, and these are ${files.length}; choose with --only.`,
    )
  }
  process.stdout.write(only.content)
  return exitCodes.fine
}
