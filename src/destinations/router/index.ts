import type { Destination } from '../types'
import { accept } from './accept'
import { build, carried, downstream, ecosystemOf, target, type Values } from './config'
import { options } from './options'
import { validate } from './validate'

/** A destination that is none itself: it hands data on by what the data says about itself. */
export const router = {
  type: 'router',
  title: 'Router',
  help: 'Sends data to one or another of your destinations, by a namespace, a label or any resource attribute: one backend for each team, for instance.',
  options,
  secretFields: [],
  supports(values, signal) {
    const ecosystem = ecosystemOf(values)
    return ecosystem !== undefined && carried[ecosystem].includes(signal)
  },
  ecosystem: (values) => ecosystemOf(values) ?? 'otlp',
  target,
  build,
  validate,
  downstream,
  accept,
} satisfies Destination<Values>
