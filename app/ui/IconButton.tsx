import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core'
import { Icon, type IconName } from './icons'

/** A button that shows an icon and says its name, on hover and to screen readers alike. */
export function IconButton({
  name,
  label,
  onClick,
  disabled,
  size = 'md',
  variant = 'subtle',
}: {
  name: IconName
  label: string
  onClick: () => void
  disabled?: boolean
  size?: 'xs' | 'sm' | 'md' | 'lg'
  variant?: ActionIconProps['variant']
}) {
  return (
    <Tooltip label={label} openDelay={400} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon
        variant={variant ?? 'subtle'}
        color="gray"
        size={size}
        aria-label={label}
        data-disabled={disabled ?? false}
        aria-disabled={disabled ?? false}
        onClick={() => {
          if (!disabled) onClick()
        }}
      >
        <Icon name={name} size={size === 'xs' ? 12 : size === 'sm' ? 14 : 16} />
      </ActionIcon>
    </Tooltip>
  )
}
