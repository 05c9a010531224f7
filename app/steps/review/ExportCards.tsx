import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { useOutput } from '../../queries/output'
import { copyText } from '../../session/clipboard'
import { saveFile } from '../../session/download'
import { makeLink } from '../../session/link'
import { choices } from '../../store/choices'
import { CopyButton } from '../../ui/CopyButton'
import { Icon } from '../../ui/icons'
import { Card } from '../StepFrame'
import style from '../step.module.css'
import { RecipesCard } from './RecipesCard'
import { ZipCard } from './ZipCard'

/** The ways out: a file, a zip, a link, and what to type. */
export function ExportCards() {
  const output = useOutput()
  return (
    <section id="export" tabIndex={-1} aria-label="Export" className={style.step}>
      <Card
        title="values.yaml"
        help="For helm install. The whole file: your choices, and what the wizard filled in."
        tools={<CopyButton text={output.text} what="values.yaml" />}
      >
        <div className={style.line}>
          <Button
            leftSection={<Icon name="download" />}
            onClick={() => saveFile('values.yaml', output.text)}
          >
            Download values.yaml
          </Button>
        </div>
      </Card>
      <ZipCard />
      <LinkCard />
      <RecipesCard />
    </section>
  )
}

/** A link to the same choices, with a plain word on what it does not carry. */
function LinkCard() {
  const [made, setMade] = useState<{ url: string; leftOut: number; copied: boolean } | null>(null)
  async function copy(): Promise<void> {
    const { url, leftOut } = await makeLink(choices.getState())
    setMade({ url, leftOut: leftOut.length, copied: await copyText(url) })
  }
  return (
    <Card
      title="Link"
      help="Opens these choices in another browser. They are in the link itself, behind the #, which browsers never send to a server. Passwords and other secrets are left out."
    >
      <div className={style.line}>
        <Button variant="default" leftSection={<Icon name="link" />} onClick={() => void copy()}>
          Copy link
        </Button>
        <span role="status" className={style.help}>
          {made &&
            `${made.copied ? 'Copied' : 'Your browser did not allow copying; take it from below'}, ${made.url.length} characters. ${
              made.leftOut === 0
                ? 'There was no secret to leave out.'
                : made.leftOut === 1
                  ? 'One secret was left out.'
                  : `${made.leftOut} secrets were left out.`
            }`}
        </span>
      </div>
      {made && !made.copied && (
        <Anchor href={made.url} style={{ overflowWrap: 'anywhere', fontSize: 12 }}>
          {made.url}
        </Anchor>
      )}
    </Card>
  )
}
