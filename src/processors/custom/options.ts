import { flag, group, text } from '../../values/options'

const slice = (what: string) =>
  group(
    {
      enabled: flag(false, `Whether this processor takes ${what}.`, { common: true }),
      input: text('', 'Where your components take the data in, as an Alloy reference.', {
        format: 'alloy-expression',
        common: true,
        example: 'prometheus.relabel.mine.receiver',
      }),
      config: text(
        '',
        'Your components. The last one forwards to the component named after this processor, “out”, the signal and the ecosystem.',
        { format: 'alloy', common: true },
      ),
    },
    `How ${what} are processed.`,
  )

export const options = group(
  {
    metrics: group(
      { prometheus: slice('metrics in Prometheus’ form'), otlp: slice('metrics in OTLP form') },
      'Metrics.',
    ),
    logs: group({ loki: slice('logs in Loki’s form'), otlp: slice('logs in OTLP form') }, 'Logs.'),
    traces: group({ otlp: slice('traces') }, 'Traces.'),
    profiles: group({ pyroscope: slice('profiles') }, 'Profiles.'),
  },
  'Your own Alloy components between features and destinations.',
)
