import type { Report } from '../diagnostics/findings'
import type { Cluster, Global, Release } from './global'

/** What every unit may know besides its own values. */
export interface UnitContext {
  readonly cluster: Cluster
  readonly global: Global
  readonly release: Release
  /** `global.namespaceOverride`, else the release's namespace. */
  readonly namespace: string
  /** Tells a finding; its path is a path into the user's values. */
  report(finding: Report): void
}

/**
 * The whole values as the chart's root template sees them: every known section conformed to its
 * options. For the few units that look beyond their own section.
 */
export interface RootValues {
  /** What the user wrote, without defaults. */
  readonly user: Readonly<Record<string, unknown>>
  readonly [section: string]: unknown
}
