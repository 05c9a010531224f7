import { Alert, createTheme } from '@mantine/core'

/** Dense, calm, one accent. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 8 },
  autoContrast: true,
  colors: {
    brand: [
      '#edf2ff',
      '#dbe4ff',
      '#bac8ff',
      '#91a7ff',
      '#748ffc',
      '#5c7cfa',
      '#4c6ef5',
      '#3858d6',
      '#3450c4',
      '#2b44ad',
    ],
    dark: [
      '#d5d9e2',
      '#b4bac8',
      '#979fb1',
      '#6b7386',
      '#3b4251',
      '#2d333f',
      '#222731',
      '#181b21',
      '#121419',
      '#0c0e12',
    ],
  },
  fontFamily:
    'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "SFMono-Regular", "Cascadia Mono", "Roboto Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Badge: { styles: { root: { textTransform: 'none' } } },
    Alert: Alert.extend({
      defaultProps: { variant: 'default' },
      styles: (theme, { color }) => {
        const shade = `var(--mantine-color-${color ?? theme.primaryColor}-text)`
        return {
          root: { borderInlineStart: `3px solid ${shade}`, backgroundColor: 'var(--surface)' },
          icon: { color: shade },
        }
      },
    }),
    Tooltip: { defaultProps: { withArrow: true } },
  },
})
