import type { MarkedCodeProps } from '../output/CodeView'
import { PlainCode } from '../output/PlainCode'
export function Editor(props: MarkedCodeProps) {
  return <PlainCode {...props} />
}
