import { adviceCodes } from './codes/advice'
import { alloyCodes } from './codes/alloy'
import type { CodeFacts } from './codes/code'
import { collectorsCodes } from './codes/collectors'
import { connectionsCodes } from './codes/connections'
import { destinationsCodes } from './codes/destinations'
import { featuresCodes } from './codes/features'
import { integrationsCodes } from './codes/integrations'
import { processorsCodes } from './codes/processors'
import { servicesCodes } from './codes/services'
import { valuesCodes } from './codes/values'

/** Every code there is, with its severity and help: the one source for the rules' pages. */
const table = {
  ...valuesCodes,
  ...alloyCodes,
  ...destinationsCodes,
  ...connectionsCodes,
  ...processorsCodes,
  ...collectorsCodes,
  ...featuresCodes,
  ...integrationsCodes,
  ...servicesCodes,
  ...adviceCodes,
} as const

export type Code = keyof typeof table

export const codes: Readonly<Record<Code, CodeFacts>> = table
