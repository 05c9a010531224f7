import type { Feature } from '../types'
import { options, type Values } from './options'
import { pprof } from './pprof'
import { ebpf, java } from './processes'

/** templates/features/_feature_profiling.tpl */
export const profiling = {
  key: 'profiling',
  path: ['profiling'],
  title: 'Profiling',
  name: 'Profiling',
  module: 'profiling',
  group: 'profiles',
  help: 'Where programs spend their time and memory: profiles taken through the kernel, from Java, or from programs that offer them.',
  costs: 'One privileged Alloy pod on every node, for the kernel and Java.',
  pipelines: [{ signal: 'profiles', ecosystem: 'pyroscope' }],
  options,
  home: 'alloy-profiles',
  needsClustering: () => false,
  needs: (values) => ({
    ...(!values.ebpf.enabled &&
      !values.java.enabled &&
      !values.pprof.enabled && {
        values: [
          {
            path: ['profiling', 'ebpf', 'enabled'],
            value: true,
            why: 'Profiling needs at least one way to take profiles; this one works for every language.',
          },
        ],
      }),
  }),
  build: (context) => [
    ...(context.values.ebpf.enabled ? ebpf(context) : []),
    ...(context.values.java.enabled ? java(context) : []),
    ...(context.values.pprof.enabled ? pprof(context) : []),
  ],
  validate({ values, path, report }) {
    if (values.ebpf.enabled || values.java.enabled || values.pprof.enabled) return
    report({
      code: 'features.no-source',
      path,
      message:
        'Profiling is on, but every way to take profiles is off. Turn on ebpf, java or pprof.',
      fixes: (['ebpf', 'java', 'pprof'] as const).map((kind) => ({
        title: `Turn on ${kind}`,
        edits: [{ path: [...path, kind, 'enabled'], value: true }],
        safe: kind === 'ebpf',
      })),
    })
  },
} satisfies Feature<Values>
