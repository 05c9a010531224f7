import { type CollectorRole, collectorRoles } from '../features/types'

/** How the wizard makes each collector, unless the user says otherwise. */
export interface Role {
  readonly name: CollectorRole
  readonly presets: readonly string[]
  readonly why: string
}

const table: Readonly<Record<CollectorRole, Omit<Role, 'name'>>> = {
  'alloy-metrics': {
    presets: ['clustered', 'statefulset'],
    why: 'Metrics are scraped by a clustered StatefulSet: instances share the targets, and more can be added.',
  },
  'alloy-logs': {
    presets: ['filesystem-log-reader', 'daemonset'],
    why: 'Logs are files on every node, so a DaemonSet reads them there.',
  },
  'alloy-singleton': {
    presets: ['singleton'],
    why: 'Events of the cluster would be collected twice by two instances, so there is exactly one.',
  },
  'alloy-receiver': {
    presets: ['deployment'],
    why: 'Applications send here, to a Deployment with open ports that can grow with the load.',
  },
  'alloy-profiles': {
    presets: ['root', 'host-network', 'host-storage', 'host-cgroup', 'host-tracefs', 'daemonset'],
    why: 'Profiles are taken from the processes of every node, which needs a privileged DaemonSet.',
  },
}

/** The five roles, in the order in which they are shown. */
export const roles: readonly Role[] = collectorRoles.map((name) => ({ name, ...table[name] }))
