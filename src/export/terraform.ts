import { splitText } from '../share/redact'
import { chartSource } from './chart-source'
import { type ExportedFile, type ExportInput, secretFile, secretValuesPath } from './file'
import { type HclExpression, hclBlock } from './hcl'

/**
 * A `helm_release` for Terraform or OpenTofu, with the values beside it. Secrets come in through a
 * sensitive variable, `TF_VAR_secret_values`.
 */
export function terraform(input: ExportInput): readonly ExportedFile[] {
  const { text, secretValues } = splitText(input.valuesText, input.options)
  const own = 'file("${path.module}/values.yaml")'
  const values: HclExpression = {
    hcl: secretValues ? `[${own}, var.secret_values]` : `[${own}]`,
  }
  const blocks = [
    hclBlock(['resource', 'helm_release', 'k8s_monitoring'], {
      name: input.release,
      namespace: input.namespace,
      create_namespace: true,
      repository: chartSource.repository,
      chart: chartSource.name,
      version: chartSource.version,
      values,
    }),
    ...(secretValues
      ? [
          hclBlock(['variable', 'secret_values'], {
            description: `Values that hold secrets, as YAML: the content of ${secretValuesPath}.`,
            type: { hcl: 'string' },
            sensitive: true,
          }),
        ]
      : []),
  ]
  return [
    { path: 'main.tf', text: blocks.join('\n') },
    { path: 'values.yaml', text },
    ...secretFile(secretValues),
  ]
}
