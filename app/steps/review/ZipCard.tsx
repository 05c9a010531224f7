import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { makeZip } from '../../output/zip'
import type { ManifestForm, SecretForm } from '../../queries/surface'
import { saveFile } from '../../session/download'
import { choices } from '../../store/choices'
import { Icon } from '../../ui/icons'
import { Card } from '../StepFrame'
import style from '../step.module.css'

interface Way<Form extends string> {
  readonly value: Form
  readonly label: string
  readonly description: string
}

const manifestForms: readonly Way<ManifestForm>[] = [
  {
    value: 'workloads',
    label: 'Deployments, StatefulSets and DaemonSets',
    description: 'Works on any cluster.',
  },
  {
    value: 'alloy',
    label: 'Alloy objects',
    description: 'For clusters that run the Alloy Operator.',
  },
]

const secretForms: readonly Way<SecretForm>[] = [
  {
    value: 'manifests',
    label: 'Secret manifests',
    description: 'In a folder of their own, which has to stay out of repositories.',
  },
  {
    value: 'external',
    label: 'ExternalSecret objects',
    description: 'For clusters that run the External Secrets Operator.',
  },
  {
    value: 'commands',
    label: 'Commands in the README',
    description: 'No file holds a secret; kubectl asks for each.',
  },
]

/** One of a few ways, each with what speaks for it. */
function Ways<Form extends string>({
  label,
  ways,
  value,
  onChange,
}: {
  label: string
  ways: readonly Way<Form>[]
  value: Form
  onChange: (form: Form) => void
}) {
  return (
    <Radio.Group label={label} value={value} onChange={(form) => onChange(form as Form)}>
      <div style={{ display: 'grid', gap: 8, marginBlockStart: 6 }}>
        {ways.map((way) => (
          <Radio key={way.value} {...way} />
        ))}
      </div>
    </Radio.Group>
  )
}

/** Everything in one archive, ready for kubectl. */
export function ZipCard() {
  const [form, setForm] = useState<ManifestForm>('workloads')
  const [secretForm, setSecretForm] = useState<SecretForm>('manifests')
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | readonly string[]>('idle')
  async function download(): Promise<void> {
    setState('busy')
    const { text, release, namespace } = choices.getState()
    try {
      const { blob, paths } = await makeZip(text, { release, namespace }, form, secretForm)
      saveFile(`${release}.zip`, blob)
      setState(paths)
    } catch {
      setState('failed')
    }
  }
  const secret = typeof state === 'object' && state.filter((path) => path.startsWith('secrets/'))
  return (
    <Card
      title="Zip"
      help="values.yaml, each collector’s config, plain manifests and a README with the commands. Needs neither Helm nor an operator."
    >
      <Ways label="The manifests hold" ways={manifestForms} value={form} onChange={setForm} />
      <Ways
        label="Secrets come as"
        ways={secretForms}
        value={secretForm}
        onChange={setSecretForm}
      />
      <div className={style.line}>
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          loading={state === 'busy'}
          onClick={() => void download()}
        >
          Download zip
        </Button>
        <span role="status" className={style.help}>
          {state === 'failed' &&
            'The archive could not be made. Try again, or take the files one by one.'}
          {typeof state === 'object' &&
            `${state.length} files. ${
              secret && secret.length > 0
                ? 'What holds secrets is in the folder secrets; keep that out of repositories.'
                : ''
            }`}
        </span>
      </div>
    </Card>
  )
}
