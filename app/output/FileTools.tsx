import { saveFile } from '../session/download'
import { CopyButton } from '../ui/CopyButton'
import { IconButton } from '../ui/IconButton'
import style from './output.module.css'

/** Copy and download for one file. */
export function FileTools({ name, text }: { name: string; text: string }) {
  return (
    <div className={style.barTools}>
      <CopyButton text={text} what={name} />
      <IconButton
        name="download"
        variant="default"
        label={`Download ${name}`}
        onClick={() => saveFile(name, text)}
      />
    </div>
  )
}
