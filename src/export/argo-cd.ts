import { printObjects } from '../yaml/print'
import { readValues } from '../yaml/read'
import { chartSource } from './chart-source'
import type { ExportedFile, ExportInput } from './file'
import { outsideSecrets } from './outside-secrets'

/** An Application for Argo CD. Its Secrets are made beforehand, by `secretCommands`. */
export function argoCd(input: ExportInput): readonly ExportedFile[] {
  const application = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: input.release, namespace: 'argocd' },
    spec: {
      project: 'default',
      source: {
        repoURL: chartSource.repository,
        chart: chartSource.name,
        targetRevision: chartSource.version,
        helm: {
          releaseName: input.release,
          valuesObject: readValues(outsideSecrets(input).text).values,
        },
      },
      destination: { server: 'https://kubernetes.default.svc', namespace: input.namespace },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        // Objects of this size do not fit into the annotation that a client-side apply keeps.
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
      },
    },
  }
  return [{ path: 'application.yaml', text: printObjects([application]) }]
}
