import { Button, Menu } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { templates } from '../queries/templates'
import { startFrom, startOver } from '../session/start-from'
import { useView } from '../store/view'
import { Icon } from '../ui/icons'

const OpenDialog = lazy(async () => ({ default: (await import('./OpenDialog')).OpenDialog }))

/** Everything that concerns the work as a whole. */
export function MainMenu() {
  const go = useView((state) => state.go)
  const [opening, setOpening] = useState<'never' | 'yes' | 'no'>('never')
  return (
    <>
      <Menu position="bottom-end" width={270}>
        <Menu.Target>
          <Button variant="default" size="compact-sm" rightSection={<Icon name="chevron" />}>
            File
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="open" />} onClick={() => setOpening('yes')}>
            Open a values.yaml…
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="download" />} onClick={() => go('review')}>
            Export…
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>Start from</Menu.Label>
          {templates.map(({ id, title }) => (
            <Menu.Item
              key={id}
              leftSection={<Icon name="file" />}
              onClick={() => void startFrom(id)}
            >
              {title}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<Icon name="file" />} onClick={() => void startOver()}>
            Blank
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opening !== 'never' && (
        <Suspense fallback={null}>
          <OpenDialog opened={opening === 'yes'} onClose={() => setOpening('no')} />
        </Suspense>
      )}
    </>
  )
}
