import { choice, flag, group, list, text, texts } from '../../values/options'
import {
  accountFields,
  deployField,
  extra,
  imageDigest,
  imageFields,
  imageHelp,
  imagePullSecrets,
  nameFields,
  placementFields,
  podAnnotations,
  resources,
} from '../common-options'

/** charts/telemetry-services/values.yaml over the chart k8s-manifest-tail 0.1. */
export const options = group(
  {
    ...deployField('k8s-manifest-tail'),
    config: group(
      {
        objects: list(
          group(
            {
              apiVersion: text('', 'API version, such as apps/v1.', { common: true }),
              kind: text('', 'Kind, such as Deployment.', { common: true }),
            },
            'One kind of objects.',
            { open: true },
          ),
          'Kinds of objects to watch. At least one is needed.',
          { common: true },
        ),
        namespaces: texts('Namespaces to watch. Empty watches all.', { common: true }),
        excludeNamespaces: texts('Namespaces to leave out.', { initial: ['kube-system'] }),
        refreshInterval: text('24h', 'How often each object is written again, changed or not.', {
          format: 'duration',
        }),
        output: group(
          {
            directory: text('/var/manifests', 'Folder for manifests as files.'),
            format: text('json', 'How manifests are written: json or yaml.'),
          },
          'Manifests as files.',
          { open: true },
        ),
        logging: group(
          {
            logDiffs: choice(
              ['disabled', 'compact', 'detailed'],
              'detailed',
              'How changes are logged.',
              {
                loose: true,
              },
            ),
            logManifests: flag(true, 'Log whole manifests.'),
          },
          'What goes to the log.',
          { open: true },
        ),
      },
      'What is watched, and how it is told.',
      { open: true },
    ),
    extraEnv: extra('Environment variables, such as where to send manifests by OTLP.'),
    resources: resources(),
    image: group(
      {
        ...imageFields('ghcr.io', 'grafana/k8s-manifest-tail'),
        digest: imageDigest,
        pullSecrets: imagePullSecrets,
      },
      imageHelp,
    ),
    ...placementFields(),
    ...nameFields,
    podAnnotations: podAnnotations({ 'logs.grafana.com/pods.enabled': 'false' }),
    rbac: group(
      { create: flag(true, 'Make a role that lets it read those objects.') },
      'What it may read.',
    ),
    serviceAccount: group(accountFields, 'The account that the pods run as.'),
  },
  'Changes of Kubernetes objects, in its log.',
  { open: true },
)
