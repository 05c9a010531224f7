import { Button } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { useRecipe } from '../../queries/output'
import type { RecipeFacts, RecipeStep } from '../../queries/surface'
import { choices } from '../../store/choices'
import { Icon } from '../../ui/icons'
import { TextSheet } from '../../ui/TextSheet'
import { Foresight } from '../Foresight'
import step from '../step.module.css'
import { AnswerField } from './AnswerField'

const ways = {
  annotations: 'By annotations on its pods, which Annotation Autodiscovery follows.',
  'service-monitor': 'By the objects for the Prometheus Operator that its operator or chart makes.',
  'extra-config': 'By an exporter in Alloy itself, which goes into the collector’s own config.',
} as const satisfies Record<RecipeFacts['how'], string>

/** How to watch a service that the chart has no integration for: what to find out, and what to do. */
export function RecipeForm({ recipe }: { recipe: RecipeFacts }) {
  const [answers, setAnswers] = useState<Readonly<Record<string, unknown>>>({})
  const [added, setAdded] = useState(false)
  const asked = useDeferredValue(answers)
  const applied = useRecipe(recipe.slug, asked)
  async function add(): Promise<void> {
    if (!applied) return
    await choices.getState().edit(applied.edits)
    setAdded(true)
  }
  return (
    <form
      className={step.step}
      aria-label={recipe.title}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div>
        <h3>{recipe.title}</h3>
        <p className={step.help}>{ways[recipe.how]}</p>
      </div>
      <TextSheet
        title="How to find it, and what to answer"
        what={`the command that finds ${recipe.title}`}
        text={recipe.findIt}
      />
      {Object.entries(recipe.questions.fields).map(([name, option]) => (
        <AnswerField
          key={name}
          name={name}
          option={option}
          value={answers[name]}
          change={(value) => {
            setAdded(false)
            setAnswers({ ...answers, [name]: value })
          }}
        />
      ))}
      {applied && <LeftToDo steps={applied.steps} title={recipe.title} />}
      {!added && applied && <Foresight edits={applied.edits} />}
      <div className={step.line}>
        <Button
          type="submit"
          leftSection={<Icon name={added ? 'check' : 'add'} />}
          disabled={!applied || added}
        >
          Add {recipe.title}
        </Button>
        <span role="status" className={step.help}>
          {added && 'Added. What is left to do stands above.'}
        </span>
      </div>
    </form>
  )
}

function LeftToDo({ steps, title }: { steps: readonly RecipeStep[]; title: string }) {
  if (steps.length === 0) return null
  return (
    <div className={step.step}>
      <h4>What is left to do in the cluster</h4>
      {steps.map(({ text, command, annotations }) => (
        <div key={text}>
          {command === undefined && annotations === undefined ? (
            <p className={step.help}>{text}</p>
          ) : (
            <TextSheet
              title={text}
              what={command === undefined ? `annotations for ${title}` : `a command for ${title}`}
              text={command ?? annotationLines(annotations ?? {})}
            />
          )}
        </div>
      ))}
    </div>
  )
}

/** Annotations as they stand in a manifest. JSON texts are YAML texts too. */
function annotationLines(annotations: Readonly<Record<string, string>>): string {
  return Object.entries(annotations)
    .map(([key, value]) => [key, JSON.stringify(value)].join(': '))
    .join('\n')
}
