/**
 * What secrets look like in texts that no option declares: raw Alloy, scripts, objects of the
 * user's own. Rather a harmless text too many than one secret too few.
 */

import { leftOutMark } from '../base/left-out'

const secretName =
  /pass(?:word|wd|phrase|$)|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|authorization|credential|bearer|connection[-_]?string|data[-_]?source[-_]?name|^dsn$|_dsn$|_key$/i

/** Names that tell where a secret is, not what it is. */
const pointerName =
  /(?:file|from|url|uri|path|name|names|type|enabled|ref|refs|secrets|namespace|kind|version|endpoint|ttl|expiry|interval|labels?|annotations?)$/i

const dataSourceName = /data[-_]?source[-_]?name$/i

/** Whether what has this name is a secret, as far as a name can tell. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && (dataSourceName.test(name) || !pointerName.test(name))
}

/** Whether a header of this name proves who sends it. */
export function isSecretHeader(name: string): boolean {
  return /auth|cookie|token|key|secret|pass|cred|session|signature/i.test(name)
}

/** Whether an environment variable of this name holds a secret. */
export function isSecretVariable(name: string): boolean {
  return (
    /pass|token|secret|key|cred|auth|dsn|conn/i.test(name) && !/(?:_FILE|_PATH|_URL)$/i.test(name)
  )
}

/** A Kubernetes Secret written as text. */
const secretObjectPattern = /^[\s\-"']*kind["']?\s*:\s*["']?Secret["']?\s*[,}]?\s*$/m

/** Starts of Alloy expressions that yield a secret without saying it. */
const expressionPattern =
  /^(?:argument|remote|local|sys|env|convert|nonsensitive|discovery|import|string|encoding|coalesce|json_path|module)\b/

const privateKeyPattern =
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g
const encodedPemPattern = /LS0tLS1CRUdJTi[A-Za-z0-9+/=\s]*/g
const urlPattern = /\b([a-z][a-z0-9+.-]*:\/\/)([^\s"'`<>]*)/gi
const databasePattern = /[^\s"'`@/:]+:[^\s"'`]*@(?=(?:tcp|unix|udp)?\()/gi
const queryPattern =
  /([?&][\w-]*(?:token|password|passwd|secret|api_?key|signature|sig)=)([^&\s"'`]+)/gi
const assignmentPattern =
  /(["']?)([\w.-]*(?:pass(?:word|wd|phrase)|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|authorization|credential|bearer)[\w.-]*)(["']?\s*[:=]\s*)("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|`[^`]*`|[^\s,;}"'`()[\]{}]+)/gi
const schemePattern =
  /\b(Bearer|Basic|Token|ApiKey)(\s+)(?=[A-Za-z._~+/=-]{0,40}\d|[A-Za-z0-9._~+/=-]{16})([A-Za-z0-9._~+/=-]{6,})/g
const knownTokenPattern =
  /\b(?:glc_|glsa_|gh[opsu]_|github_pat_|glpat-|xox[abprs]-|AKIA|ASIA|sk-|sk_live_|hvs\.|dckr_pat_|npm_|AIza|ya29\.)[\w.=+/-]{8,}|\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g

/** Is told each secret that is found. */
export type OnSecret = (secret: string) => void

function cleanUrl(whole: string, scheme: string, rest: string, tell: OnSecret): string {
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  // A colon that no port follows begins a password, even one with a slash in it.
  const hasUser = authority.includes('@') || /:(?!\d*$)/.test(authority.replace(/\[[^\]]*\]/, ''))
  const end = rest.lastIndexOf('@')
  if (!hasUser || end < 0) return whole
  tell(rest.slice(rest.indexOf(':') + 1, end))
  return `${scheme}${leftOutMark}@${rest.slice(end + 1)}`
}

function cleanAssignment(parts: readonly string[], tell: OnSecret): string {
  const [whole = '', open = '', name = '', sign = '', value = ''] = parts
  const quote = /^["'`]/.test(value) ? value.charAt(0) : ''
  const inner = quote === '' ? value : value.slice(1, -1)
  if (inner === '' || inner === leftOutMark || pointerName.test(name)) return whole
  if (quote === '') {
    if (/^(?:true|false|null|nil|string|[|>][-+]?)$/.test(value) || expressionPattern.test(value)) {
      return whole
    }
    // In Alloy what follows a spaced sign without quotes is an expression.
    if (/^["']?\s+=\s*$/.test(sign)) return whole
  }
  tell(inner)
  return `${open}${name}${sign}${quote}${leftOutMark}${quote}`
}

/** A text with every secret that shows in it replaced by the mark. */
export function cleanText(text: string, tell: OnSecret = () => {}): string {
  if (secretObjectPattern.test(text)) return `# ${leftOutMark}`
  return text
    .replaceAll(privateKeyPattern, (key) => {
      for (const line of key.split('\n')) if (!line.includes('-----')) tell(line.trim())
      return leftOutMark
    })
    .replaceAll(encodedPemPattern, leftOutMark)
    .replaceAll(urlPattern, (whole: string, scheme: string, rest: string) =>
      cleanUrl(whole, scheme, rest, tell),
    )
    .replaceAll(databasePattern, (found) => {
      tell(found.slice(found.indexOf(':') + 1, -1))
      return `${leftOutMark}@`
    })
    .replaceAll(queryPattern, (_, name: string, secret: string) => {
      tell(secret)
      return name + leftOutMark
    })
    .replaceAll(assignmentPattern, (...parts: string[]) => cleanAssignment(parts, tell))
    .replaceAll(schemePattern, (_, scheme: string, space: string, secret: string) => {
      tell(secret)
      return scheme + space + leftOutMark
    })
    .replaceAll(knownTokenPattern, (secret) => {
      tell(secret)
      return leftOutMark
    })
}
