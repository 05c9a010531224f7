import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { makeZip } from '../../output/zip'
import type { ManifestForm, SecretForm } from '../../queries/surface'
import { saveFile } from '../../session/download'
import { choices } from '../../store/choices'
import { Icon } from '../../ui/icons'
import { Card } from '../StepFrame'
import style from '../step.module.css'

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
      <Radio.Group
        label="The manifests hold"
        value={form}
        onChange={(value) => setForm(value as ManifestForm)}
      >
        <div style={{ display: 'grid', gap: 8, marginBlockStart: 6 }}>
          <Radio
            value="workloads"
            label="Deployments, StatefulSets and DaemonSets"
            description="Works on any cluster."
          />
          <Radio
            value="alloy"
            label="Alloy objects"
            description="For clusters that run the Alloy Operator."
          />
        </div>
      </Radio.Group>
      <Radio.Group
        label="Secrets come as"
        value={secretForm}
        onChange={(value) => setSecretForm(value as SecretForm)}
      >
        <div style={{ display: 'grid', gap: 8, marginBlockStart: 6 }}>
          <Radio
            value="manifests"
            label="Secret manifests"
            description="In a folder of their own, which has to stay out of repositories."
          />
          <Radio
            value="external"
            label="ExternalSecret objects"
            description="For clusters that run the External Secrets Operator."
          />
          <Radio
            value="commands"
            label="Commands in the README"
            description="No file holds a secret; kubectl asks for each."
          />
        </div>
      </Radio.Group>
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
