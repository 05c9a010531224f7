/** Resource attributes that are removed unless asked otherwise (default-remove-lists/resource-attributes.yaml). */
export const defaultRemoveList: readonly string[] = [
  'process.pid',
  'process.parent_pid',
  'process.executable.path',
  'process.command_line',
  'process.command_args',
  'process.owner',
  'process.runtime.version',
  'process.runtime.description',
  'host.ip',
  'host.mac',
  'k8s.pod.start_time',
  'k8s.pod.uid',
  'container.image.id',
  'container.image.repo_digests',
  'os.description',
  'os.build_id',
]
