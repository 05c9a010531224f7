import { TextInput } from '@mantine/core'
import { Suspense } from 'react'
import { optionAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { OptionField } from '../../forms/OptionField'
import { useDraft } from '../../forms/use-draft'
import { useCatalog } from '../../queries/output'
import { choices, useChoices } from '../../store/choices'
import { Card, StepFrame } from '../StepFrame'
import style from '../step.module.css'
import { QuickStart } from './QuickStart'

/** The cluster's name, and how the release is called. */
export function ClusterStep() {
  return (
    <StepFrame
      title="Cluster"
      intro="Name the cluster. Everything else has a default that installs, so you can go on at once."
    >
      <Suspense fallback={null}>
        <QuickStart />
        <Card title="The cluster">
          <OptionField path={['cluster', 'name']} label="Cluster name" />
          <div className={style.pair}>
            <OptionField path={['global', 'platform']} label="Platform" />
            <OptionField path={['global', 'scrapeInterval']} />
          </div>
        </Card>
        <Card
          title="The release"
          help="How you will install it. These go into the commands and the manifests, not into values.yaml."
        >
          <div className={style.pair}>
            <NameField name="release" label="Release name" />
            <NameField name="namespace" label="Namespace" />
          </div>
        </Card>
        <More />
      </Suspense>
    </StepFrame>
  )
}

const dnsName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/

function NameField({ name, label }: { name: 'release' | 'namespace'; label: string }) {
  const shown = useChoices((state) => state[name])
  const draft = useDraft(shown, (text) => choices.getState().rename({ [name]: text }))
  const longest = name === 'release' ? 53 : 63
  const wrong =
    draft.value === ''
      ? 'A name is needed.'
      : !dnsName.test(draft.value)
        ? 'Lower-case letters, digits and hyphens, with a letter or digit at both ends.'
        : draft.value.length > longest
          ? `At most ${longest} characters.`
          : undefined
  return (
    <TextInput
      label={label}
      value={draft.value}
      error={wrong}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.leave}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

function More() {
  const { root } = useCatalog()
  return ['cluster', 'global'].map((key) => {
    const option = optionAt(root, {}, [key])
    return (
      option && (
        <AllOptions
          key={key}
          path={[key]}
          option={option}
          title={
            key === 'cluster' ? 'All options of the cluster' : 'All options that features share'
          }
        />
      )
    )
  })
}
