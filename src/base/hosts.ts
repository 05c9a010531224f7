/** Names that end like this are only known inside a network, or are reserved for one. */
const privateEndings = [
  '.svc',
  '.local',
  '.localhost',
  '.internal',
  '.intranet',
  '.corp',
  '.home',
  '.lan',
  '.private',
  '.home.arpa',
  '.in-addr.arpa',
  '.test',
  '.invalid',
]

/** Top-level domains that a name of two labels has to end in to be taken for a public one. */
const commonDomains = new Set(
  'com net org io dev app co cloud info eu us uk de fr nl ch at es it se no fi dk pl cz be ie pt ca au nz jp in br cn kr sg'.split(
    ' ',
  ),
)

/** The host in a URL, or in a bare `host:port`; '' where there is none. Brackets of IPv6 are left out. */
export function hostOf(url: string): string {
  const rest = url.replace(/^[a-zA-Z][a-zA-Z0-9+.-]*:\/\//, '').replace(/[/?#].*$/s, '')
  const address = rest.slice(rest.lastIndexOf('@') + 1)
  const bracketed = /^\[([^\]]*)\]/.exec(address)
  return (bracketed?.[1] ?? address.replace(/:\d*$/, '')).toLowerCase()
}

function isPublicIPv4(first: number, second: number): boolean {
  return !(
    first === 0 ||
    first === 10 ||
    first === 127 ||
    first >= 224 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168)
  )
}

/**
 * Whether a host is out in the internet, as far as its name tells: neither an address of a private
 * range nor a name of a cluster or a local network. In doubt, no: `service.namespace` has the form
 * of a public name.
 */
export function isPublicHost(host: string): boolean {
  const numbers = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(host)
  if (numbers) return isPublicIPv4(Number(numbers[1]), Number(numbers[2]))
  if (host.includes(':')) return /^[23][0-9a-f]{3}:/.test(host)
  const labels = host.split('.')
  if (labels.length < 2 || !/^[a-z0-9.-]+$/.test(host)) return false
  if (labels.includes('svc') || privateEndings.some((ending) => host.endsWith(ending))) return false
  return labels.length > 2 || commonDomains.has(labels.at(-1) ?? '')
}
