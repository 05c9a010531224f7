/**
 * The names of Alloy's standard library (syntax/internal/stdlib/stdlib.go, version 1.18).
 */

const members: Readonly<Record<string, readonly string[]>> = {
  array: ['combine_maps', 'concat', 'group_by'],
  constants: ['arch', 'hostname', 'os', 'version'],
  convert: ['nonsensitive'],
  encoding: [
    'from_URLbase64',
    'from_base64',
    'from_json',
    'from_yaml',
    'to_URLbase64',
    'to_base64',
    'to_json',
    'url_decode',
    'url_encode',
  ],
  file: ['path_join'],
  string: [
    'format',
    'join',
    'replace',
    'split',
    'to_lower',
    'to_upper',
    'trim',
    'trim_prefix',
    'trim_space',
    'trim_suffix',
  ],
  sys: ['env'],
}

/** Functions that stand alone: two that are meant to, and names from before there were namespaces. */
const functions: ReadonlyMap<string, string | undefined> = new Map([
  ['coalesce', undefined],
  ['json_path', undefined],
  ['base64_decode', 'encoding.from_base64'],
  ['concat', 'array.concat'],
  ['env', 'sys.env'],
  ['format', 'string.format'],
  ['join', 'string.join'],
  ['json_decode', 'encoding.from_json'],
  ['nonsensitive', 'convert.nonsensitive'],
  ['replace', 'string.replace'],
  ['split', 'string.split'],
  ['to_lower', 'string.to_lower'],
  ['to_upper', 'string.to_upper'],
  ['trim', 'string.trim'],
  ['trim_prefix', 'string.trim_prefix'],
  ['trim_space', 'string.trim_space'],
  ['trim_suffix', 'string.trim_suffix'],
  ['yaml_decode', 'encoding.from_yaml'],
])

const namespaces = new Map(Object.entries(members))

/** What takes the place of an outdated function; `undefined` for any other name. */
export function replacementOf(name: string): string | undefined {
  return functions.get(name)
}

/** Whether a name is the standard library's: a function, or a namespace to read from. */
export function isStandardName(name: string): boolean {
  return functions.has(name) || namespaces.has(name)
}

/** Whether the standard library has what is read: `string.format` is there, `string.shout` is not. */
export function hasStandardMember(names: readonly string[]): boolean {
  const [first = '', second] = names
  const own = namespaces.get(first)
  if (!own) return functions.has(first)
  return second === undefined || own.includes(second)
}
