import { adviceCases, platformCases } from './advice'
import type { RuleCase } from './case'
import { collectorCases } from './collectors'
import { connectionCases, destinationCases, otlpCases, routerCases } from './destinations'
import { featureCases, integrationCases, processorCases } from './features'
import { serviceCases } from './services'
import { valuesCases } from './values'

/** At least one case for every code. */
export const ruleCases: readonly RuleCase[] = [
  ...valuesCases,
  ...collectorCases,
  ...connectionCases,
  ...destinationCases,
  ...routerCases,
  ...otlpCases,
  ...featureCases,
  ...processorCases,
  ...integrationCases,
  ...serviceCases,
  ...adviceCases,
  ...platformCases,
]
