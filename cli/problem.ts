/** How a command ends. */
export const exitCodes = {
  fine: 0,
  /** The values have errors: the chart would not install them. */
  findings: 1,
  /** The command itself could not be carried out. */
  usage: 2,
} as const

/** Something that ends a command, in a sentence for whoever typed it. */
export class CommandProblem extends Error {}
