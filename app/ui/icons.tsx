import type { SVGProps } from 'react'

/** Our own icons: 16 units wide, drawn with the text's colour, silent for screen readers. */
const drawings = {
  add: 'M8 3v10M3 8h10',
  alert: 'M8 2 15 14H1zM8 6.5v3.5M8 12v.01',
  back: 'M10 3 5 8l5 5',
  check: 'm3 8.5 3.5 3.5L13 5',
  chevron: 'm5 6.5 3 3 3-3',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  dark: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z',
  down: 'M8 3v10M4 9l4 4 4-4',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  file: 'M4 1.5h5l3.5 3.5v9.5H4zM9 1.5V5h3.5',
  forward: 'm6 3 5 5-5 5',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 7v4.5M8 4.5v.01',
  key: 'M10 2.5a3.5 3.5 0 1 0 1.8 6.5M8.2 8.2 2 14.4M4 12.4l1.8 1.8',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  link: 'M6.5 9.5l3-3M7 4.5l1.5-1.5a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5 7.5 13a3.2 3.2 0 0 1-4.5-4.500L4.5 7',
  open: 'M1.5 13.500v-10h4.500l1.5 2h7v8z',
  preview: 'M1.5 2.500h13v11h-13zM8.5 2.500v11',
  redo: 'M13 6.500H6a3.5 3.5 0 0 0 0 7h3M10 3.500l3 3-3 3',
  remove: 'M2.5 4.500h11M6 4.500v-2h4v2M4 4.500l.7 9h6.600l.7-9',
  rename: 'M11 2.500l2.500 2.500-8 8-3 .500.500-3zM9.500 4l2.500 2.500',
  reset: 'M3 3v4h4M3.5 7a5 5 0 1 1-.3 3',
  search: 'M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2zM10.5 10.5 14.5 14.5',
  settings: 'M2 4.500h7M12 4.500h2M10.5 3v3M2 11.500h2M7 11.500h7M5.5 10v3',
  system: 'M1.5 2.500h13v8.500h-13zM5.5 14h5M8 11v3',
  undo: 'M3 6.500h7a3.5 3.5 0 0 1 0 7H7M6 3.500l-3 3 3 3',
  up: 'M8 13V3M4 7l4-4 4 4',
  why: 'M8 1.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM6 6.200a2 2 0 1 1 2.8 1.900c-.6.3-.8.7-.8 1.400M8 11.800v.01',
} as const

export type IconName = keyof typeof drawings

export function Icon({
  name,
  size = 16,
  ...rest
}: { name: IconName; size?: number } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      <path d={drawings[name]} />
    </svg>
  )
}
