import type { Children, Value } from '../../alloy/build'
import type { Group } from '../../values/options'

/** What every recipe says of its service. */
export interface RecipeFacts {
  /** Its folder's name. */
  readonly slug: string
  readonly title: string
  readonly help: string
  /** Other words that people look for it by. */
  readonly keywords: readonly string[]
  /** Command that shows whether the service is there, and what to answer. */
  readonly findIt: string
  /** What has to be turned on in the service itself first; left out where nothing has. */
  readonly prepare?: string
  /** Metrics that its dashboards use, as regular expressions of whole names. */
  readonly keepMetrics: readonly string[]
  /** What cannot be guessed. */
  readonly questions: Group
}

/** Pods that serve metrics themselves: annotations tell Annotation Autodiscovery how. */
export interface AnnotationRecipe extends RecipeFacts {
  readonly how: 'annotations'
  /** The job label, which dashboards look for. */
  readonly job: string
  readonly port: number
  /** `/metrics` unless it is another. */
  readonly path?: string
  readonly scheme?: 'https'
  /** Parameters of the request. */
  readonly parameters?: Readonly<Record<string, string>>
}

/** An operator or a Helm chart makes objects of the Prometheus Operator that say how to scrape. */
export interface MonitorRecipe extends RecipeFacts {
  readonly how: 'service-monitor'
  readonly object: 'serviceMonitors' | 'podMonitors'
  /** Matches the service's own metrics, which alone the keep list then applies to. */
  readonly ownMetrics: string
}

/** How the settings of an exporter refer to a Secret's data. */
export type SecretValue = (key: string) => Value

/** One of Alloy's exporters connects to the service. */
export interface ExporterRecipe extends RecipeFacts {
  readonly how: 'extra-config'
  /** Such as `prometheus.exporter.redis`. */
  readonly exporter: string
  /** Keys of the Secret with the credentials; empty where there are none. */
  readonly secretKeys: readonly string[]
  /** The exporter's own settings, from answers with their defaults filled in. */
  settings(answers: Readonly<Record<string, unknown>>, secret: SecretValue): Children
}

/**
 * How to watch a service for which the chart has no integration, in settings that the chart has:
 * annotations, objects of the Prometheus Operator, or an exporter in a collector's `extraConfig`.
 */
export type Recipe = AnnotationRecipe | MonitorRecipe | ExporterRecipe

/** Something left to do outside the values. */
export interface RecipeStep {
  readonly text: string
  readonly command?: string
  /** Annotations for the pod template of the service's workloads. */
  readonly annotations?: Readonly<Record<string, string>>
}
