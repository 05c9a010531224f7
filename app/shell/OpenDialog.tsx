import { Alert, Button, FileButton, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { openValues, type Refusal, readFile } from '../session/open-values'
import { longest } from '../store/choices'
import { Icon } from '../ui/icons'

/** Takes a values.yaml by paste, by file or by drop. */
export function OpenDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  function close(): void {
    setText('')
    setRefusal(undefined)
    onClose()
  }
  async function take(given: string): Promise<void> {
    const refused = await openValues(given)
    setRefusal(refused)
    if (refused) return
    close()
  }
  async function takeFile(file: File | null | undefined): Promise<void> {
    if (!file) return
    const read = await readFile(file)
    if (typeof read !== 'string') return setRefusal(read)
    setText(read.length > longest ? '' : read)
    await take(read)
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Open a values.yaml"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a short cut for the button below */}
      <div
        style={{ display: 'grid', gap: 12 }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void takeFile(event.dataTransfer.files[0])
        }}
      >
        <Textarea
          data-autofocus
          label="Paste it here"
          description="Or choose a file, or drop one on this field. It stays in your browser."
          value={text}
          autosize
          minRows={8}
          maxRows={18}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text')
            if (pasted.length <= longest) return
            event.preventDefault()
            void take(pasted)
          }}
        />
        {refusal && (
          <Alert
            color="red"
            icon={<Icon name="alert" />}
            title="Not opened; your work is as it was"
          >
            <p>{refusal.reason}</p>
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {refusal.problems.slice(0, 8).map((problem) => (
                <li key={problem.start}>
                  Line {problem.line}: {problem.message}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <FileButton
            accept=".yaml,.yml,text/yaml,text/plain"
            onChange={(file) => void takeFile(file)}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<Icon name="open" />}>
                Choose a file
              </Button>
            )}
          </FileButton>
          <Button disabled={text.trim() === ''} onClick={() => void take(text)}>
            Open
          </Button>
        </div>
      </div>
    </Modal>
  )
}
