import type { Statement } from '../../alloy/ast'
import { attribute, block, component, ref, withOrigin } from '../../alloy/build'
import { drop, keep } from '../../pipelines/rules'
import { settingOrigin } from '../../pipelines/setting-origin'
import { userStatements } from '../../pipelines/user-alloy'
import type { FeatureContext } from '../types'
import {
  identityRules,
  nodePods,
  profileAnnotation,
  selectionRules,
  targetingRule,
} from './discovery'
import type { Values } from './options'

const finished = () => drop(['__meta_kubernetes_pod_phase'], 'Succeeded|Failed|Completed')

/** charts/feature-profiling/templates/_ebpf.tpl */
export function ebpf(context: FeatureContext<Values>): readonly Statement[] {
  const { annotations, ebpf: values } = context.values
  const wanted = profileAnnotation(annotations.prefix, 'cpu.ebpf', values.annotations.enable)
  const pods = nodePods('ebpf_pods', values)
  const targets = component('discovery.relabel', 'ebpf_pods', { targets: ref(pods, 'targets') }, [
    finished(),
    targetingRule(values.targetingScheme, wanted),
    selectionRules(values),
    identityRules('alloy/pyroscope.ebpf', true),
    userStatements({ ...context, values, path: [...context.path, 'ebpf'] }, 'extraDiscoveryRules'),
  ])
  const profiler = component('pyroscope.ebpf', 'ebpf_pods', {
    targets: ref(targets, 'output'),
    demangle: values.demangle,
    sample_rate: values.sampleRate,
    dotnet_enabled: values.dotnetEnabled,
    hotspot_enabled: values.hotspotEnabled,
    perl_enabled: values.perlEnabled,
    php_enabled: values.phpEnabled,
    python_enabled: values.pythonEnabled,
    ruby_enabled: values.rubyEnabled,
    v8_enabled: values.v8Enabled,
    forward_to: context.destinations('profiles'),
  })
  return withOrigin([pods, targets, profiler], settingOrigin(...context.path, 'ebpf'))
}

/** charts/feature-profiling/templates/_java.tpl: pods first, then the Java processes in them. */
export function java(context: FeatureContext<Values>): readonly Statement[] {
  const { annotations, java: values } = context.values
  const wanted = profileAnnotation(annotations.prefix, 'java', values.annotations.enable)
  const targeting = () => targetingRule(values.targetingScheme, wanted)
  const pods = nodePods('java_pods', values)
  const potential = component(
    'discovery.relabel',
    'potential_java_pods',
    { targets: ref(pods, 'targets') },
    [finished(), targeting()],
  )
  const processes = component('discovery.process', 'java_pods', {
    join: ref(potential, 'output'),
  })
  const targets = component(
    'discovery.relabel',
    'java_pods',
    { targets: ref(processes, 'targets') },
    [
      keep(['__meta_process_exe'], '.*/java$'),
      targeting(),
      selectionRules(values),
      identityRules('alloy/pyroscope.java', true),
      userStatements(
        { ...context, values, path: [...context.path, 'java'] },
        'extraDiscoveryRules',
      ),
    ],
  )
  const { interval, alloc, cpu, sampleRate, lock, event } = values.profilingConfig
  const profiler = component('pyroscope.java', 'java_pods', { targets: ref(targets, 'output') }, [
    block('profiling_config', { interval, alloc, cpu, sample_rate: sampleRate, lock, event }),
    attribute('forward_to', context.destinations('profiles')),
  ])
  return withOrigin(
    [pods, potential, processes, targets, profiler],
    settingOrigin(...context.path, 'java'),
  )
}
