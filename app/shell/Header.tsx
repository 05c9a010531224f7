import { Menu, useMantineColorScheme } from '@mantine/core'
import { choices, useHistory } from '../store/choices'
import { IconButton } from '../ui/IconButton'
import { Icon } from '../ui/icons'
import { MainMenu } from './MainMenu'
import style from './shell.module.css'

const schemes = [
  { id: 'auto', title: 'As the system', icon: 'system' },
  { id: 'light', title: 'Light', icon: 'light' },
  { id: 'dark', title: 'Dark', icon: 'dark' },
] as const

export function Header() {
  const { past, future } = useHistory()
  return (
    <header className={style.header}>
      <div className={style.brand}>
        <img src="./favicon.svg" width="26" height="26" alt="" />
        <div className={style.names}>
          <strong>
            <span className={style.long}>Kubernetes </span>Monitoring wizard
          </strong>
          <span className={style.version}>for the k8s-monitoring chart 4.4.0</span>
        </div>
      </div>
      <div className={style.tools}>
        <IconButton
          name="undo"
          label="Undo"
          disabled={past === 0}
          onClick={() => void choices.getState().undo()}
        />
        <IconButton
          name="redo"
          label="Redo"
          disabled={future === 0}
          onClick={() => void choices.getState().redo()}
        />
        <SchemeMenu />
        <MainMenu />
      </div>
    </header>
  )
}

function SchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const current = schemes.find(({ id }) => id === colorScheme) ?? schemes[0]
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={style.tool} aria-label={`Colours: ${current.title}`}>
          <Icon name={current.icon} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ id, title, icon }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon name={icon} />}
            rightSection={id === colorScheme ? <Icon name="check" /> : null}
            onClick={() => setColorScheme(id)}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
