import { expect, test } from '@playwright/test'
import { Wizard } from './wizard'

const setup = [
  'cluster: {name: prod}',
  'destinations:',
  '  metrics: {type: prometheus, url: "https://prometheus.example.com/push"}',
  '  logs: {type: loki, url: "https://loki.example.com/push"}',
  '',
].join('\n')

test('a service is found, added and told how to be found in the cluster', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.go('Features')
  await page.getByRole('searchbox', { name: 'Search services' }).fill('etcd')
  await page.getByRole('list', { name: 'Services' }).getByRole('button', { name: 'etcd' }).click()
  await expect(page.getByRole('button', { name: 'etcd: etcd', exact: true })).toBeFocused()
  await expect(page.getByRole('group', { name: /the command that finds/ })).toContainText(
    'kubectl get pods --all-namespaces --show-labels | grep --ignore-case etcd',
  )
  await wizard.waitForCollector('alloy-metrics')
  expect(await wizard.preview('alloy-metrics')).toContain('integrations/etcd')
  await wizard.go('Review & export')
  await expect(page.getByRole('heading', { name: /to mend before this installs/ })).toHaveCount(0)
})

test('a database asks for its address and its user, and its password stays out of the config', async ({
  page,
}) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.go('Features')
  await page.getByRole('list', { name: 'Services' }).getByRole('button', { name: 'MySQL' }).click()
  const at = 'integrations.mysql.instances.0'
  await wizard.field(`${at}.name`).getByRole('textbox').fill('orders')
  await wizard.field(`${at}.exporter.dataSource.host`).getByRole('textbox').fill('mysql.shop.svc')
  const login = `${at}.exporter.dataSource.auth`
  await wizard.field(`${login}.username`).getByRole('textbox').fill('watcher')
  await wizard.field(`${login}.password`).locator('input').fill('open-sesame')
  await wizard.waitForCollector('alloy-metrics')
  await expect.poll(() => wizard.preview('alloy-metrics')).toContain('prometheus.exporter.mysql')
  const configs = await wizard.configs()
  for (const config of Object.values(configs)) expect(config).not.toContain('open-sesame')
})

test('the second of a kind has a name of its own, and the last takes its section along', async ({
  page,
}) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.go('Features')
  const add = page.getByRole('list', { name: 'Services' }).getByRole('button', { name: 'Grafana' })
  await add.click()
  await page.getByRole('heading', { name: 'Grafana: grafana', exact: true }).waitFor()
  await add.click()
  await page.getByRole('heading', { name: 'Grafana: grafana-2' }).waitFor()
  await page.getByRole('button', { name: 'Remove Grafana: grafana-2' }).click()
  await page.getByRole('button', { name: 'Remove Grafana: grafana', exact: true }).click()
  await expect.poll(() => wizard.preview('values.yaml')).not.toContain('grafana:')
})
