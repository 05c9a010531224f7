import type { Rule } from './types'

/** Kubernetes takes objects of this many bytes; a ConfigMap has little in it besides the config. */
const limit = 1024 * 1024
/** From here on there is little room for a further feature or destination. */
const near = 0.8 * limit

/** How many bytes a text has in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Configs that are too large, or nearly, for the ConfigMap that holds them. */
export const configSize: Rule = ({ model, collectors }) => {
  for (const { view, config } of collectors) {
    // No text has more bytes than three for each unit: most configs need no counting.
    if (config.length * 3 < near) continue
    const bytes = byteLength(config)
    if (bytes < near) continue
    model.report({
      code: 'advice.config-too-large',
      path: ['collectors', view.name],
      message: `The config of ${view.name} has ${Math.round(bytes / 1024)} KiB. ${bytes > limit ? 'Kubernetes refuses' : 'It is near the limit: Kubernetes refuses'} a ConfigMap of more than 1024 KiB. Spread its features over several collectors, or shorten what you added yourself.`,
    })
  }
}
