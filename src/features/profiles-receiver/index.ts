import type { Statement } from '../../alloy/ast'
import { attribute, block, component, ref } from '../../alloy/build'
import { userStatements } from '../../pipelines/user-alloy'
import { printValue } from '../../values/helm'
import { count, group, text, type ValueOf } from '../../values/options'
import { commonFields } from '../common'
import { openPorts, requirePorts } from '../receiver-ports'
import type { Feature, FeatureContext, ReceiverPort } from '../types'

/** `profilesReceiver` (charts/feature-profiles-receiver). */
const options = group({
  ...commonFields,
  port: count(4040, 'Port on which profiles are taken in.', { integer: true, common: true }),
  profileProcessingRules: text('', 'Relabelling rules for the profiles, before they are sent.', {
    format: 'alloy',
  }),
})

type Values = ValueOf<typeof options>

function ports({ port }: Values): ReceiverPort[] {
  return [{ name: 'profiles', port, protocol: 'TCP' }]
}

/** charts/feature-profiles-receiver/templates/_module.alloy.tpl */
function build(context: FeatureContext<Values>): readonly Statement[] {
  const { port, profileProcessingRules } = context.values
  const destinations = context.destinations('profiles')
  const receiver = (forwardTo: Parameters<typeof attribute>[1]) =>
    component('pyroscope.receive_http', 'default', {}, [
      block('http', { listen_address: '0.0.0.0', listen_port: printValue(port) }),
      attribute('forward_to', forwardTo),
    ])
  if (profileProcessingRules === '') return [receiver(destinations)]
  const relabel = component('pyroscope.relabel', 'default', {}, [
    userStatements(context, 'profileProcessingRules'),
    attribute('forward_to', destinations),
  ])
  return [receiver([ref(relabel, 'receiver')]), relabel]
}

/** templates/features/_feature_profiles_receiver.tpl */
export const profilesReceiver = {
  key: 'profilesReceiver',
  path: ['profilesReceiver'],
  title: 'Profiles Receiver',
  name: 'Profiles Receiver',
  module: 'profiles_receiver',
  group: 'profiles',
  help: 'Profiles that applications send themselves, with a Pyroscope SDK.',
  costs: 'An open port on the receiving Alloy pods.',
  pipelines: [{ signal: 'profiles', ecosystem: 'pyroscope' }],
  options,
  home: 'alloy-receiver',
  needsClustering: () => false,
  needs: () => ({}),
  ports,
  build,
  influence: ({ values }, collector) => openPorts(collector, ports(values)),
  validate(context, collector) {
    requirePorts(context, collector, ports(context.values), 'Profiles Receiver')
  },
} satisfies Feature<Values>
