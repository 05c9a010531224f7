import { Alert, Button } from '@mantine/core'
import { useMemo } from 'react'
import { leftOutPaths } from '../../src/index'
import { useChoices } from '../store/choices'
import { useView } from '../store/view'
import { Icon } from '../ui/icons'

/** Lists the secrets that have to be typed again, each a way to its field; gone once they are there. */
export function LeftOut() {
  const values = useChoices((state) => state.values)
  const jump = useView((state) => state.jump)
  const paths = useMemo(() => leftOutPaths(values), [values])
  if (paths.length === 0) return null
  return (
    <Alert
      color="orange"
      icon={<Icon name="key" />}
      title={
        paths.length === 1 ? 'One secret was left out' : `${paths.length} secrets were left out`
      }
    >
      <p>Neither links nor the browser keep secrets. Type them again before you install:</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginBlockStart: 6 }}>
        {paths.map((path) => (
          <Button
            key={path.join('.')}
            size="compact-xs"
            variant="default"
            onClick={() => jump(path)}
          >
            {path.join('.')}
          </Button>
        ))}
      </div>
    </Alert>
  )
}
