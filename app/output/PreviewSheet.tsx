import { Drawer } from '@mantine/core'
import { useView } from '../store/view'
import { Preview } from './Preview'

/** The preview where there is no room beside the form: a sheet over it. */
export function PreviewSheet() {
  const open = useView((state) => state.sheet)
  const setSheet = useView((state) => state.setSheet)
  return (
    <Drawer
      opened={open}
      onClose={() => setSheet(false)}
      position="bottom"
      size="100%"
      title="Preview"
      closeButtonProps={{ 'aria-label': 'Close the preview' }}
      styles={{
        content: { display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' },
        header: { minHeight: 48, paddingBlock: 6 },
        body: { padding: 0, minHeight: 0 },
      }}
    >
      <Preview />
    </Drawer>
  )
}
