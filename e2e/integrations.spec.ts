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
  await expect(page.getByRole('figure', { name: /the command that finds/ })).toContainText(
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

test('a recipe says what to find out and to do, and its exporter gets into the config', async ({
  page,
}) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.go('Features')
  await page.getByRole('searchbox', { name: 'Search services' }).fill('valkey')
  await page.getByRole('list', { name: 'Recipes' }).getByRole('button', { name: 'Redis' }).click()
  const form = page.getByRole('form', { name: 'Redis' })
  await expect(form.getByRole('figure', { name: /the command that finds Redis/ })).toContainText(
    'kubectl get services',
  )
  await form.getByLabel('Address', { exact: true }).fill('cache.shop.svc:6379')
  await form.getByLabel('Secret name', { exact: true }).fill('redis-login')
  await expect(form.getByRole('figure', { name: 'a command for Redis' })).toContainText(
    'kubectl create secret generic redis-login --namespace monitoring',
  )
  await form.getByRole('button', { name: 'Add Redis' }).click()
  await expect(form.getByText('Added.')).toBeVisible()
  await wizard.waitForCollector('alloy-metrics')
  await expect.poll(() => wizard.preview('alloy-metrics')).toContain('cache.shop.svc:6379')
  expect(await wizard.preview('alloy-metrics')).toContain('prometheus.exporter.redis')
  await wizard.undo()
  await expect.poll(() => wizard.preview('values.yaml')).not.toContain('prometheus.exporter.redis')
})

test('a recipe by annotations gives the annotations to copy', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(setup)
  await wizard.go('Features')
  await page.getByRole('button', { name: /^Show all/ }).click()
  await page
    .getByRole('list', { name: 'Recipes' })
    .getByRole('button', { name: 'NGINX', exact: true })
    .click()
  const form = page.getByRole('form', { name: 'NGINX' })
  await expect(form.getByRole('figure', { name: 'annotations for NGINX' })).toContainText(
    'k8s.grafana.com/scrape: "true"',
  )
  await form.getByRole('button', { name: 'Add NGINX' }).click()
  await expect(page.getByRole('switch', { name: 'Annotation Autodiscovery' })).toBeChecked()
})
