import type { WriteStream } from 'node:tty'

export type Colour = 'red' | 'yellow' | 'blue' | 'dim' | 'bold'

const escapes: Readonly<Record<Colour, readonly [on: number, off: number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  dim: [2, 22],
  bold: [1, 22],
}

export type Paint = (colour: Colour, text: string) => string

/** Colours for a terminal whose user has nothing against them; elsewhere the plain text. */
export function painter(stream: Pick<WriteStream, 'isTTY'>): Paint {
  if (!stream.isTTY || process.env.NO_COLOR || process.env.TERM === 'dumb') return (_, text) => text
  return (colour, text) => {
    const [on, off] = escapes[colour]
    return `\u001b[${on}m${text}\u001b[${off}m`
  }
}

/** A text from elsewhere without what would steer a terminal. */
export function harmless(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) =>
    character === '\n' ? ' ' : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}
