import { ref } from '../../alloy/build'
import { httpClients } from '../../pipelines/http'
import { checkHttp } from '../../pipelines/http-checks'
import { httpSecretFields } from '../../pipelines/http-options'
import type { Destination } from '../types'
import { pyroscopeStatements } from './config'
import { options, type PyroscopeValues } from './options'

export const pyroscope = {
  type: 'pyroscope',
  title: 'Pyroscope',
  help: 'Sends profiles to Grafana Cloud Profiles or Pyroscope.',
  options,
  secretFields: httpSecretFields,
  supports: (_values, signal) => signal === 'profiles',
  ecosystem: () => 'pyroscope',
  target: ({ label }, { ecosystem }) =>
    ecosystem === 'pyroscope' ? [ref({ name: 'pyroscope.write', label }, 'receiver')] : [],
  build: pyroscopeStatements,
  validate: (context) =>
    checkHttp(context, { client: httpClients.pyroscope, secretFields: httpSecretFields }),
} satisfies Destination<PyroscopeValues>
