import { RE2JS } from 're2js'
import type { Code } from '../diagnostics/codes'
import type { TextFormat } from '../values/options'
import type { Rule } from './types'

const duration = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d|w|y))+$/
const quantity = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+|[KMGTPE]i|[numkMGTPE])?$/
const byteSize = /^\d+(?:\.\d+)?(?:[kKMGTPE]i?)?B?$/
const kubernetesName = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/
const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/

function isRegex(text: string): boolean {
  try {
    RE2JS.compile(text)
    return true
  } catch {
    return false
  }
}

/** A URL or, as gRPC has it, a host and a port; no more than a start is checked. */
const url = /^(?:[a-zA-Z][a-zA-Z0-9+.-]*:\/\/)?[^\s/?#:]+(?::\d+)?(?:[/?#]|$)/

interface Check {
  readonly code: Code
  fits(text: string): boolean
  readonly message: string
}

/** What a text of a format has to look like. */
const checks: Partial<Record<TextFormat, Check>> = {
  duration: {
    code: 'values.not-a-duration',
    fits: (text) => duration.test(text) || text === '0',
    message: 'A duration is a number with a unit, such as 30s, 5m or 1h30m.',
  },
  quantity: {
    code: 'values.not-a-quantity',
    fits: (text) => quantity.test(text),
    message: 'A quantity is a number with a unit of Kubernetes, such as 500m, 512Mi or 2Gi.',
  },
  'byte-size': {
    code: 'values.not-a-byte-size',
    fits: (text) => byteSize.test(text),
    message: 'An amount of bytes is a number with a unit, such as 512KiB, 4MiB or 1GB.',
  },
  'kubernetes-name': {
    code: 'values.not-a-name',
    fits: (text) => kubernetesName.test(text),
    message:
      'A name in Kubernetes has lower-case letters, digits, hyphens and dots, and starts and ends with a letter or digit.',
  },
  'label-name': {
    code: 'values.not-a-label',
    fits: (text) => labelName.test(text),
    message: 'A label’s name has letters, digits and underscores, and does not start with a digit.',
  },
  regex: {
    code: 'values.not-a-regex',
    fits: isRegex,
    message:
      'This is no regular expression of the RE2 kind, which Alloy uses: it knows neither look-around nor references back.',
  },
  url: {
    code: 'values.not-a-url',
    fits: (text) => url.test(text),
    message: 'A URL has a scheme and a host, such as https://example.com/path.',
  },
}

/** Texts that the chart passes on unchecked and that Alloy or Kubernetes would refuse. */
export const textFormats: Rule = ({ model, written }) => {
  for (const { option, value, path } of written) {
    if (option.type !== 'string' || option.format === undefined) continue
    if (typeof value !== 'string' || value === '' || value.includes('{{')) continue
    const check = checks[option.format]
    if (!check || check.fits(value)) continue
    model.report({ code: check.code, path, message: check.message })
  }
}
