import { destinationFields } from '../../pipelines/http-options'
import { anything, choice, group, list, names, text } from '../../values/options'

const condition = group(
  {
    resourceAttribute: text('', 'Resource attribute to look at; only for a router of OTLP data.', {
      loose: true,
      common: true,
      example: 'k8s.namespace.name',
    }),
    label: text('', 'Label to look at; only for a router of data with labels.', {
      loose: true,
      common: true,
      example: 'namespace',
      format: 'label-name',
    }),
    op: choice(
      ['', 'equals', 'notEquals', 'in', 'matches', 'notMatches'],
      '',
      'How to compare. The negated ones are for OTLP data only.',
      { title: 'Comparison', loose: true, common: true },
    ),
    value: anything('', 'Text to compare with; a list of texts for “in”, a pattern for “matches”.'),
  },
  'One condition.',
)

export const options = group(
  {
    ...destinationFields,
    ecosystem: choice(
      ['', 'otlp', 'prometheus', 'loki', 'pyroscope'],
      '',
      'Form of the data that is routed: OTLP looks at resource attributes, the others at labels. Features that collect in another form cannot use this router.',
      { loose: true, common: true },
    ),
    routes: list(
      group(
        {
          match: list(condition, 'Conditions that all have to hold.', { common: true }),
          destinations: names('destination', 'Where matching data goes.', { common: true }),
          signals: list(
            choice(['metrics', 'logs', 'traces', 'profiles'], 'metrics', 'Signal.', {
              loose: true,
            }),
            'Kinds of data that the route is for. Leave it out for all of them.',
          ),
        },
        'One route.',
      ),
      'Tried from top to bottom; the first that matches wins.',
      { common: true },
    ),
    defaultDestinations: names('destination', 'Where data goes that no route matches.', {
      common: true,
    }),
  },
  'Splits data among other destinations by what it says about itself.',
)
