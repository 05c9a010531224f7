import type { Context } from '.'

/** At least one tag, and each with a name (templates/dataProcessors/_dataProcessor_ec2Enrichment.tpl). */
export function validate({ name, values, path, report }: Context): void {
  if (Object.keys(values.tags).length === 0) {
    report({
      code: 'processors.nothing-to-copy',
      path: [...path, 'tags'],
      message: `The processor ${name} copies nothing yet. Name at least one tag of the instances.`,
    })
  }
  for (const [key, tag] of Object.entries(values.tags)) {
    if (tag !== '') continue
    report({
      code: 'processors.empty-source',
      path: [...path, 'tags', key],
      message: `Say which tag ${key} is copied from.`,
      fixes: [
        {
          title: `Do not set ${key}`,
          edits: [{ path: [...path, 'tags', key], remove: true }],
          safe: false,
        },
      ],
    })
  }
}
