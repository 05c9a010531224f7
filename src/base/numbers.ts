/**
 * A number as a Go template prints an uncast float64 (`%v`): the shortest digits, with an exponent
 * of two digits or more when it is below -4 or above 5, so that 1000000 prints as `1e+06`.
 */
export function printNumber(value: number): string {
  if (!Number.isFinite(value) || value === 0) return String(value)
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e')
  const exponent = Number(exponentText)
  if (exponent >= -4 && exponent < 6) return String(value)
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}
