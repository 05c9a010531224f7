/** A text as a string of HCL, without interpolation. */
export function hclString(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)
    .replaceAll(
      /(?![\n\r\t])\p{Cc}/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  return `"${escaped}"`
}

/** An expression that is written as it is. */
export interface HclExpression {
  readonly hcl: string
}

export type HclValue = string | boolean | number | HclExpression

/** A block of HCL: attributes in order, their signs lined up as `terraform fmt` does. */
export function hclBlock(
  header: readonly [string, ...string[]],
  attributes: Readonly<Record<string, HclValue>>,
): string {
  const [type, ...labels] = header
  const width = Math.max(0, ...Object.keys(attributes).map((name) => name.length))
  const body = Object.entries(attributes).map(([name, value]) => {
    const text =
      typeof value === 'object'
        ? value.hcl
        : typeof value === 'string'
          ? hclString(value)
          : String(value)
    return `  ${name.padEnd(width)} = ${text}`
  })
  return `${[type, ...labels.map(hclString), '{'].join(' ')}\n${body.join('\n')}\n}\n`
}
