import { expect, test } from '@playwright/test'
import { Wizard } from './wizard'

const setup = [
  'cluster: {name: prod}',
  'destinations:',
  '  metrics: {type: prometheus, url: "https://prometheus.example.com/push"}',
  '  logs: {type: loki, url: "https://loki.example.com/push"}',
  '  spans: {type: otlp, url: "https://otlp.example.com:4317"}',
  '',
].join('\n')

test('a card tells what a feature costs, where it goes and what runs it', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.switchOn('Pod Logs via Loki')
  const row = page.getByRole('region', { name: 'Pod Logs via Loki' })
  await expect(row.getByRole('button', { name: 'alloy-logs' })).toBeVisible()
  await expect(row).toContainText('reads /var/log of the node')
  await expect(row).toContainText('Goes to')
  await expect(row.locator('dd').filter({ hasText: /^logs$/ })).toBeVisible()
  await expect(wizard.field('podLogsViaLoki.discoveryMethod')).toBeVisible()
})

test('one way of reading pod logs takes another’s place in one step', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.switchOn('Pod Logs via Loki')
  await wizard.waitForCollector('alloy-logs')
  await page
    .getByRole('region', { name: 'Pod Logs via Kubernetes API' })
    .getByRole('button', { name: 'Use this instead of Pod Logs via Loki' })
    .click()
  await expect
    .poll(() => wizard.preview('alloy-logs'))
    .toContain('loki.source.kubernetes "pod_logs')
  expect(await wizard.preview('alloy-logs')).not.toContain('loki.source.file')
  await wizard.undo()
  await expect.poll(() => wizard.preview('alloy-logs')).toContain('loki.source.file')
})

test('two ways at once are told of', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.switchOn('Pod Logs via Loki')
  await wizard.switchOn('Pod Logs via OpenTelemetry')
  await expect(page.getByText(/More than one way is on/)).toBeVisible()
})

test('a receiver runs as a Deployment, or on every node', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.switchOn('Application Observability')
  await page.getByLabel(/A DaemonSet: one pod on every node/).click()
  await expect.poll(() => wizard.preview('values.yaml')).toContain('- daemonset')
  await wizard.go('Collectors')
  await expect(page.getByRole('heading', { name: /alloy-receiver.*DaemonSet/ })).toBeVisible()
})

test('parts of host metrics switch their section on and off with them', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.switchOn('Host Metrics: Linux hosts')
  await wizard.waitForCollector('alloy-metrics')
  expect(await wizard.preview('values.yaml')).toContain('linuxHosts:')
  await page.getByRole('switch', { name: 'Host Metrics: Linux hosts' }).click({ force: true })
  await expect.poll(() => wizard.preview('values.yaml')).not.toContain('hostMetrics')
})

test('what a feature needs of another is switched on, and says why', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.switchOn('Cost Metrics')
  await expect(page.getByRole('switch', { name: 'Cluster Metrics', exact: true })).toBeChecked()
  await expect(page.getByText(/Switched on for you\./)).toBeVisible()
})

test('a search finds features by what they collect', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.go('Features')
  await page.getByRole('searchbox', { name: 'Search features' }).fill('journal')
  await expect(page.getByRole('switch', { name: 'Node Logs' })).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Cluster Events' })).toHaveCount(0)
})

test('every option of a feature can be found by a word', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.switchOn('Cluster Events')
  const card = page.locator('section').filter({
    has: page.getByRole('heading', { level: 2, name: 'Cluster Events', exact: true }),
  })
  await card
    .last()
    .getByRole('button', { name: /All options/ })
    .click()
  await card.last().getByRole('searchbox').fill('reasons')
  await card.last().getByLabel('Add to include reasons').click()
  await card.last().getByLabel('Include reasons, item 1', { exact: true }).fill('Failed')
  await expect.poll(() => wizard.preview('alloy-singleton')).toContain('Failed')
})
