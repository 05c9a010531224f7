import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { queryClient } from './queries/client'
import { ErrorBoundary } from './shell/ErrorBoundary'
import { Shell } from './shell/Shell'
import { theme } from './theme'

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <Shell />
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  )
}
