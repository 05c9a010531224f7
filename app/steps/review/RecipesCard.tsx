import { Tabs } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FileTools } from '../../output/FileTools'
import { core } from '../../queries/core'
import type { Recipe } from '../../queries/surface'
import { useChoices } from '../../store/choices'
import { CopyButton } from '../../ui/CopyButton'
import { Card } from '../StepFrame'
import style from './review.module.css'

const tools = {
  helm: { title: 'Helm', help: 'Run these beside the downloaded values.yaml.' },
  argoCd: {
    title: 'Argo CD',
    help: 'An Application that holds the values. Credentials are left out: make their Secrets first.',
  },
  flux: {
    title: 'Flux',
    help: 'A HelmRelease that holds the values. Credentials come in through a Secret.',
  },
  terraform: {
    title: 'Terraform',
    help: 'A helm_release with the values beside it. Credentials come in through a variable.',
  },
} as const satisfies Record<Recipe['tool'], { title: string; help: string }>

/** How to install the result, tool by tool. */
export function RecipesCard() {
  const text = useChoices((state) => state.text)
  const release = useChoices((state) => state.release)
  const namespace = useChoices((state) => state.namespace)
  const { data: recipes = [] } = useQuery({
    queryKey: ['recipes', text, release, namespace],
    queryFn: () => core.recipes(text, { release, namespace }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  return (
    <Card title="Install it with">
      <Tabs defaultValue="helm" keepMounted={false}>
        <Tabs.List>
          {recipes.map(({ tool }) => (
            <Tabs.Tab key={tool} value={tool}>
              {tools[tool].title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {recipes.map(({ tool, commands, files }) => (
          <Tabs.Panel key={tool} value={tool} pt="sm">
            <div className={style.recipe}>
              <p className={style.more}>{tools[tool].help}</p>
              {commands.map((command) => (
                <Snippet key={command.title} title={command.title} text={command.text} />
              ))}
              {files.map((file) => (
                <Snippet key={file.path} title={file.path} text={file.text} file={file.path} />
              ))}
            </div>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Card>
  )
}

function Snippet({ title, text, file }: { title: string; text: string; file?: string }) {
  return (
    <section className={style.recipePart}>
      <div className={style.recipeHead}>
        <h3>{title}</h3>
        {file ? (
          <FileTools name={file.split('/').join('-')} text={text} />
        ) : (
          <CopyButton text={text} what={`the commands: ${title}`} />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre className={style.snippet} tabIndex={0}>
        {text}
      </pre>
    </section>
  )
}
