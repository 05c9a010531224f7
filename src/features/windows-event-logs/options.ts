import { count, flag, group, list, map, text } from '../../values/options'
import { commonFields } from '../common'

const eventFields =
  'channel, computer, source, eventID, keywords, level, levelText, opCode, task or timeCreated'

/** `windowsEventLogs` (charts/feature-windows-event-logs). */
export const options = group({
  ...commonFields,
  sources: list(
    group({
      name: text(
        '',
        'Name of the source, unlike that of any other. Its bookmark file is called so.',
        {
          loose: true,
        },
      ),
      eventLogName: text('', 'Channel to read, such as Application, System or Security.', {
        loose: true,
      }),
      jobLabel: text('', 'Value of the label job.', { loose: true }),
      xpathQuery: text(
        '',
        'Read only the events that this XPath query selects. In its XML form it names the channel too.',
        { loose: true },
      ),
      labels: map(text('', '', { loose: true }), 'Labels with a fixed value.'),
    }),
    'Event channels to read, each with settings of its own.',
    { common: true },
  ),
  bookmarks: group(
    {
      enabled: flag(
        true,
        'Remember on the node how far each channel was read, so that a restart repeats nothing.',
      ),
      hostPath: text(
        'C:\\ProgramData\\Grafana\\Alloy\\WindowsEventLogs',
        'Folder on the node for the bookmarks.',
      ),
    },
    'The place in each channel up to which events were sent.',
  ),
  pollInterval: text('3s', 'How often to look for new events.', { format: 'duration' }),
  useIncomingTimestamp: flag(
    false,
    'Stamp a line with the time of the event instead of the time at which it was read.',
  ),
  excludeEventData: flag(false, 'Leave out the event’s EventData.'),
  excludeUserData: flag(false, 'Leave out the event’s UserData.'),
  excludeEventMessage: flag(false, 'Leave out the message that people can read.'),
  locale: count(0, 'Number of the language for messages. 0 takes the node’s own.', {
    integer: true,
  }),
  extraLabels: map(
    text('', '', { loose: true }),
    `Labels to make of an event’s fields, such as ${eventFields}.`,
  ),
  extraLogProcessingStages: text(
    '',
    'Stages of loki.process to run last. Go template expressions in it see this feature’s values.',
    { format: 'alloy' },
  ),
  structuredMetadata: map(
    text('', '', { loose: true }),
    `Structured metadata to make of an event’s fields, such as ${eventFields}.`,
  ),
})
