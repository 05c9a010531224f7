import { expect, test } from '@playwright/test'
import { Wizard } from './wizard'

const token = 'glc_a-token-of-a-stack'

test('a Grafana Cloud stack and one token become the right destinations', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.nameCluster('prod-eu')
  for (const feature of ['Cluster Metrics', 'Pod Logs via Loki', 'Application Observability'])
    await wizard.switchOn(feature)
  await wizard.go('Destinations')
  await wizard.pickKind('Grafana Cloud')
  const fill = async (service: string, url: string, user: string) => {
    await page.getByLabel(`URL of ${service}`).fill(url)
    await page.getByLabel(`User or instance ID of ${service}`).fill(user)
  }
  await fill(
    'Prometheus (metrics)',
    'https://prometheus-prod-01-eu-west-0.grafana.net/api/prom',
    '11',
  )
  await fill('Loki (logs)', 'https://logs-prod-012.grafana.net', '22')
  await fill(
    'OpenTelemetry or Tempo (traces)',
    'https://otlp-gateway-prod-eu-west-0.grafana.net/otlp',
    '33',
  )
  await page.getByLabel('Token', { exact: true }).fill(token)

  const foreseen = page.getByRole('region', { name: 'What this would change' })
  await expect(foreseen).toContainText(
    'Cluster Metrics would send metrics to grafana-cloud-metrics',
  )
  await expect(foreseen).toContainText(
    'Application Observability would send traces to grafana-cloud-otlp',
  )
  await page.getByRole('button', { name: 'Add 3 destinations' }).click()

  await wizard.waitForCollector('alloy-receiver')
  const configs = await wizard.configs()
  expect(configs['alloy-metrics']).toContain(
    'https://prometheus-prod-01-eu-west-0.grafana.net/api/prom/push',
  )
  expect(configs['alloy-logs']).toContain('https://logs-prod-012.grafana.net/loki/api/v1/push')
  expect(configs['alloy-receiver']).toContain('otelcol.exporter.otlphttp "grafana_cloud_otlp"')
  for (const config of Object.values(configs)) expect(config).not.toContain(token)
  await wizard.go('Review & export')
  await expect(page.getByRole('heading', { name: /to mend before this installs/ })).toHaveCount(0)
  expect(await wizard.storage()).not.toContain(token)
})

test('the stack’s token stays in a Secret of the user’s own', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.go('Destinations')
  await wizard.pickKind('Grafana Cloud')
  await page.getByLabel('URL of Loki (logs)').fill('https://logs-prod-012.grafana.net')
  await page.getByLabel('Keep it in a Secret of your own').click()
  await expect(page.getByRole('figure', { name: /the kubectl command/ })).toContainText(
    'kubectl create secret generic grafana-cloud --namespace monitoring',
  )
  await expect(page.getByRole('figure', { name: /the kubectl command/ })).toContainText(
    '--from-literal=logs-user=',
  )
  await page.getByRole('button', { name: 'Add destination' }).click()
  const values = await wizard.preview('values.yaml')
  expect(values).toContain('name: grafana-cloud')
  expect(values).toContain('passwordKey: token')
  expect(values).not.toContain('password:')
})

test('a new name reaches everything that names the destination', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(
    [
      'cluster: {name: prod}',
      'destinations:',
      '  old: # keep me',
      '    type: prometheus',
      '    url: https://prometheus.example.com/push',
      'clusterMetrics:',
      '  enabled: true',
      '  destinations: [old]',
      '',
    ].join('\n'),
  )
  await wizard.go('Destinations')
  await page.getByRole('button', { name: 'Rename old' }).click()
  await page.getByLabel('New name').fill('mimir')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'mimir' })).toBeVisible()
  await expect.poll(() => wizard.preview('values.yaml')).toContain('mimir: # keep me')
  expect(await wizard.preview('values.yaml')).toContain('destinations: [mimir]')
  expect(await wizard.preview('alloy-metrics')).toContain('prometheus.remote_write "mimir"')
  await wizard.undo()
  await expect(page.getByRole('heading', { name: 'old' })).toBeVisible()
})

test('credentials move out into a Secret that exists, and the command to make it is there', async ({
  page,
}) => {
  const wizard = await Wizard.open(page)
  await wizard.go('Destinations')
  await wizard.pickKind('Loki')
  await page.getByLabel('Address', { exact: true }).fill('https://loki.example.com/push')
  await page.getByLabel('How to log in').selectOption('User name and password')
  await page.getByLabel('User name', { exact: true }).fill('me')
  await page.getByLabel('Password or token').fill('battery-staple')
  await page.getByRole('button', { name: 'Add destination' }).click()
  await expect(wizard.field('destinations.loki.auth.password')).toBeVisible()
  expect(await wizard.preview('values.yaml')).toContain('battery-staple')

  await page.getByLabel('Use a Secret that exists in the cluster').click()
  await expect(wizard.field('destinations.loki.auth.passwordKey')).toBeVisible()
  await wizard.field('destinations.loki.auth.passwordKey').getByRole('textbox').fill('api-key')
  const command = page.getByRole('figure', { name: /the kubectl command/ })
  await expect(command).toContainText('--from-literal=api-key=')
  await expect(command).toContainText('--from-literal=username=')
  const values = await wizard.preview('values.yaml')
  expect(values).not.toContain('battery-staple')
  expect(values).toContain('create: false')
  expect(values).toContain('type: basic')

  await page.getByLabel('External Secrets').click()
  await expect(page.getByRole('figure', { name: /the ExternalSecret/ })).toContainText(
    'kind: ExternalSecret',
  )
})

test('the matrix tells what goes where and why, and leads to the setting', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(
    [
      'cluster: {name: prod}',
      'destinations:',
      '  cloud: {type: otlp, url: "https://otlp.example.com:4317"}',
      '  lines: {type: loki, url: "https://loki.example.com/push"}',
      'clusterMetrics: {enabled: true}',
      'nodeLogs: {enabled: true}',
      '',
    ].join('\n'),
  )
  await wizard.go('Destinations')
  const table = page.getByRole('table')
  await table.getByRole('button', { name: 'Translated: Cluster Metrics, metrics, cloud' }).click()
  await expect(page.getByText(/because nothing takes metrics in Prometheus form/)).toBeVisible()
  await table.getByRole('button', { name: 'Second choice: Node Logs, logs, cloud' }).click()
  await expect(page.getByText(/another takes them in Loki form/)).toBeVisible()

  await wizard.pickKind('Prometheus')
  await expect(page.getByRole('region', { name: 'What this would change' })).toContainText(
    'Cluster Metrics would send metrics to prometheus, and no longer to cloud.',
  )
  await page.getByRole('button', { name: 'Choose where Node Logs sends' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Features' })).toBeVisible()
  await expect(
    wizard.field('nodeLogs.destinations').getByRole('checkbox', { name: 'cloud' }),
  ).toBeVisible()
})

test('what is removed is no longer named beside others', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(
    [
      'destinations:',
      '  one: {type: loki, url: "https://one.example.com/push"}',
      '  two: {type: loki, url: "https://two.example.com/push"}',
      'nodeLogs: {enabled: true, destinations: [one, two]}',
      '',
    ].join('\n'),
  )
  await wizard.go('Destinations')
  await page.getByRole('button', { name: 'Remove two' }).click()
  await expect(page.getByRole('heading', { name: 'two' })).toHaveCount(0)
  await expect.poll(() => wizard.preview('values.yaml')).toContain('destinations: [one]')
})
