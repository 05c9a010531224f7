import { optionAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { OptionField } from '../../forms/OptionField'
import { useCatalog } from '../../queries/output'
import { Card } from '../StepFrame'
import { stepOf } from '../steps'

/** Settings that stand on this step and belong to no feature: the services, and what is left. */
export function OtherSettings() {
  const { root, features } = useCatalog()
  const sections = new Set(features.map(({ path }) => path[0]))
  const left = Object.keys(root.fields).filter(
    (key) => key !== 'telemetryServices' && !sections.has(key) && stepOf([key]) === 'features',
  )
  const services = optionAt(root, {}, ['telemetryServices'])
  return (
    <Card
      title="Telemetry services and the rest"
      help="The wizard deploys the services that features need. Switch one off here if the cluster has it already."
    >
      {services && (
        <AllOptions
          path={['telemetryServices']}
          option={services}
          title="All options of the services"
        />
      )}
      {left.map((key) => (
        <OptionField key={key} path={[key]} />
      ))}
    </Card>
  )
}
