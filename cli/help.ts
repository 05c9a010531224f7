const program = 'k8s-monitoring-wizard'

const release = `  -r, --release NAME     the release's name (k8s-monitoring)
  -n, --namespace NAME   where it is installed (monitoring)`

const status = 'Exit status: 0 if all is well, 1 if the values have errors, 2 if it cannot be done.'

const pages: Readonly<Record<string, string>> = {
  generate: `Usage: ${program} generate VALUES --out DIR [options]

Writes what the chart makes of the values: the collectors' Alloy configs, the
objects, the workloads that the Alloy Operator would make, and all of it as a zip
for kubectl. Values with errors, which the chart refuses, make nothing.

VALUES is a file, or - for standard input.

  -o, --out DIR          the folder to write to; - prints one part to standard output
      --only PART        configs, objects, workloads, zip, or files (what is in the
                         zip, as files); may be given several times. Without it:
                         configs, objects, workloads and zip
      --form FORM        what the zip holds: workloads (plain Kubernetes objects, the
                         default), or alloy (objects for the Alloy Operator)
      --secrets FORM     how the zip brings Secrets: manifests (default), external
                         (ExternalSecrets to fetch them), or commands (that make them)
${release}

${status}`,
  check: `Usage: ${program} check VALUES [options]

Tells everything that is wrong with the values or worth knowing, each with its line.

VALUES is a file, or - for standard input.

  -f, --format FORMAT    text (default), json, or sarif
  -o, --out FILE         where to write the report, instead of standard output
${release}

${status}`,
  complete: `Usage: ${program} complete VALUES [options]

Fills in what the values need not say: collectors, their presets, who runs what,
telemetry services. What they say stays as it is, comments included. The values go
to standard output, what was filled in and why to standard error.

VALUES is a file, or - for standard input.

  -o, --out FILE         where to write the values, instead of standard output

Exit status: 0 if all is well, 1 if the text is not YAML, 2 if it cannot be done.`,
  upgrade: `Usage: ${program} upgrade VALUES [options]

Turns values of the chart's versions 1, 2 and 3 into values of version 4. The values
go to standard output, what moved, changed or is gone to standard error.

VALUES is a file, or - for standard input.

  -o, --out FILE         where to write the values, instead of standard output

Exit status: 0 if all is well, 1 if the text is not YAML, 2 if it cannot be done.`,
}

/** How to use the program, or one of its commands. */
export function helpText(about?: string): string {
  const page = about !== undefined && Object.hasOwn(pages, about) ? pages[about] : undefined
  if (page !== undefined) return `${page}\n`
  return `Usage: ${program} COMMAND VALUES [options]

Configs and manifests of Grafana's k8s-monitoring Helm chart, without Helm.

  generate   write the collectors' configs, the manifests and a zip for kubectl
  check      tell what is wrong with the values; exit status 1 on errors
  complete   fill in what the values need not say
  upgrade    bring values of older versions of the chart to version 4

  -h, --help       this text, or a command's own behind the command
  -V, --version    the program's version

Examples:
  ${program} check values.yaml --format sarif --out findings.sarif
  ${program} complete values.yaml --out whole.yaml
  ${program} generate whole.yaml --out out
`
}
