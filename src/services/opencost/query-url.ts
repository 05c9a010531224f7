/** Ends of a URL to write to, and what a URL to query has in their place. */
const queryEnds: readonly (readonly [string, string])[] = [
  ['/api/prom/push', '/api/prom'],
  ['/api/v1/push', '/api/v1/query'],
  ['/api/v1/write', '/api/v1/query'],
]

/** Where the metrics that are written to a URL are queried, as far as it can be told. */
export function queryUrl(writeUrl: string): string {
  for (const [end, query] of queryEnds) {
    if (writeUrl.endsWith(end)) return writeUrl.slice(0, -end.length).concat(query)
  }
  return writeUrl.replace(/\/+$/, '').concat('/api/v1/query')
}
