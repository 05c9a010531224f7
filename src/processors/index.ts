import { custom } from './custom'
import { ec2Enrichment } from './ec2-enrichment'
import { kubernetesEnrichment } from './kubernetes-enrichment'
import type { Processor } from './types'

/** Every kind of data processor, by its `type`. */
export const processors: readonly Processor[] = [custom, ec2Enrichment, kubernetesEnrichment]
