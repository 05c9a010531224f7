import { Alert, Button, Textarea } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { choices } from '../store/choices'

interface State {
  readonly error: Error | null
}

/** The last resort: says what went wrong and hands the choices out, so that no work is lost. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    const { text, draft } = choices.getState()
    return (
      <main style={{ maxWidth: 720, margin: '48px auto', padding: 16, display: 'grid', gap: 16 }}>
        <h1>The page has hit a fault of its own</h1>
        <Alert color="red" title="What happened">
          {error.message}
        </Alert>
        <p>Your choices are safe. Copy them from here if you like, then carry on.</p>
        <Textarea
          label="Your choices"
          readOnly
          value={draft?.text ?? text}
          autosize
          minRows={6}
          maxRows={20}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <div style={{ display: 'flex', gap: 8 }}>
          <Button onClick={() => this.setState({ error: null })}>Carry on</Button>
          <Button variant="default" onClick={() => globalThis.location.reload()}>
            Reload the page
          </Button>
        </div>
      </main>
    )
  }
}
