import { Button, Menu } from '@mantine/core'
import { blank, choices } from '../store/choices'
import { tell } from '../store/notices'
import { useView } from '../store/view'
import { Icon } from '../ui/icons'

/** Everything that concerns the work as a whole. */
export function MainMenu() {
  const go = useView((state) => state.go)
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button variant="default" size="compact-sm" rightSection={<Icon name="chevron" />}>
          File
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="download" />} onClick={() => go('review')}>
          Export…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name="file" />}
          onClick={() => {
            void choices
              .getState()
              .replace(blank.text, { release: blank.release, namespace: blank.namespace })
            go('cluster')
            tell({
              id: 'start-over',
              kind: 'info',
              title: 'Started from blank',
              lines: ['Undo brings back what was there before.'],
            })
          }}
        >
          Start over
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
