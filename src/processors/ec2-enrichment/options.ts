import { group, map, text } from '../../values/options'

export const options = group(
  {
    region: text(
      '',
      'AWS region to look for instances in. Empty means the region of the host that the collector runs on.',
      { common: true, example: 'eu-central-1' },
    ),
    roleARN: text(
      '',
      'Role to assume for reading instances and their tags. Empty means the credentials that the pod has anyway.',
    ),
    refreshInterval: text(
      '',
      'How often to read the instances again. Empty leaves it to Alloy, which takes a minute.',
      { format: 'duration', example: '5m' },
    ),
    tags: map(
      text('', 'Where it is copied from.'),
      'Tags to copy: the label that the data gets, then the name of the instance’s tag.',
      { common: true },
    ),
  },
  'Copies tags of EC2 instances onto the data of their nodes.',
)
