import { expect, test } from '@playwright/test'
import { Wizard } from './wizard'

const password = 'correct-horse-battery'

test('from blank to all three exits', async ({ page, browser }) => {
  const wizard = await Wizard.open(page)
  await wizard.nameCluster('prod-eu')
  await wizard.addDestination(
    'Prometheus',
    'metrics',
    'https://prometheus.example.com/api/prom/push',
  )
  await wizard.addDestination('Loki', 'logs', 'https://loki.example.com/loki/api/v1/push')
  for (const feature of ['Cluster Metrics', 'Pod Logs via Loki', 'Node Logs', 'Cluster Events'])
    await wizard.switchOn(feature)

  await wizard.waitForCollector('alloy-singleton')
  expect((await wizard.collectors()).toSorted()).toEqual([
    'alloy-logs',
    'alloy-metrics',
    'alloy-singleton',
  ])
  const configs = await wizard.configs()
  expect(configs['alloy-metrics']).toContain('prometheus.remote_write "metrics"')
  expect(configs['alloy-metrics']).toContain('https://prometheus.example.com/api/prom/push')
  expect(configs['alloy-metrics']).toContain('prod-eu')
  expect(configs['alloy-logs']).toContain('loki.source.file')
  expect(configs['alloy-logs']).toContain('loki.source.journal')
  expect(configs['alloy-singleton']).toContain('loki.source.kubernetes_events')

  await wizard.go('Collectors')
  await expect(page.getByRole('heading', { name: /alloy-logs/ })).toBeVisible()
  await expect(page.getByText(/DaemonSet, because/)).toBeVisible()

  await wizard.go('Review & export')
  await expect(page.getByRole('heading', { name: /to mend before this installs/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Download values.yaml' })).toBeInViewport()

  const values = await wizard.downloadValues()
  expect(values).toContain('name: prod-eu')
  expect(values).toContain('https://loki.example.com/loki/api/v1/push')
  expect(values).toMatch(/collectors:[\s\S]*alloy-logs:[\s\S]*presets:/)

  const files = await wizard.downloadZip()
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['README.md', 'values.yaml', 'kustomization.yaml']),
  )
  expect(files['values.yaml']).toBe(values)
  const packed = Object.entries(files).filter(([path]) => path.endsWith('.alloy'))
  expect(packed).toHaveLength(3)
  for (const [, config] of packed)
    expect(Object.values(configs).map((text) => text.trim())).toContain(config.trim())
  expect(Object.values(files).join('\n')).toMatch(/kind: DaemonSet/)

  const link = await wizard.copyLink()
  expect(link.length).toBeLessThan(2000)
  const elsewhere = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const colleague = await Wizard.open(await elsewhere.newPage(), new URL(link).hash)
  await colleague.waitForCollector('alloy-singleton')
  expect(await colleague.configs()).toEqual(configs)
  await elsewhere.close()
})

test('a password is in no link and nowhere in the browser', async ({ page, browser }) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(
    [
      'cluster:',
      '  name: prod',
      'destinations:',
      '  metrics:',
      '    type: prometheus',
      '    url: https://prometheus.example.com/push',
      '    auth:',
      '      type: basic',
      '      username: me',
      'clusterMetrics:',
      '  enabled: true',
      '',
    ].join('\n'),
  )
  await wizard.go('Review & export')
  await page.getByRole('button', { name: 'Go to destinations.metrics.auth.password' }).click()
  const field = wizard.field('destinations.metrics.auth.password').locator('input').first()
  await expect(field).toBeFocused()
  await field.fill(password)
  await expect.poll(() => wizard.preview('values.yaml')).toContain(password)

  const link = await wizard.copyLink()
  await expect(page.getByText('One secret was left out.')).toBeVisible()
  expect(decodeURIComponent(link)).not.toContain(password)
  await expect.poll(() => wizard.storage()).toContain('prometheus.example.com')
  expect(await wizard.storage()).not.toContain(password)

  const zip = await wizard.downloadZip()
  const telling = Object.entries(zip).filter(
    ([, text]) =>
      text.includes(password) || text.includes(Buffer.from(password).toString('base64')),
  )
  expect(telling.every(([path]) => path.startsWith('secrets/'))).toBe(true)

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await Wizard.open(other, new URL(link).hash)
  await expect(other.getByText('One secret was left out')).toBeVisible()
  await expect(
    other.getByRole('button', { name: 'destinations.metrics.auth.password' }),
  ).toBeVisible()
  expect(await other.content()).not.toContain(password)
  await elsewhere.close()
})

test('three questions make a setup that installs', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await page.getByLabel('What is the cluster called?').fill('quick')
  await page.getByLabel('Prometheus remote write URL').fill('https://p.example.com/push')
  await page.getByLabel('Loki push URL').fill('https://l.example.com/push')
  await page.getByRole('button', { name: 'Build it' }).click()
  await expect(page.getByRole('heading', { name: /No problems found|This installs/ })).toBeVisible()
  expect(await wizard.preview('values.yaml')).toContain('name: quick')
})

test('every template opens and says what it is', async ({ page }) => {
  const wizard = await Wizard.open(page)
  for (const name of ['Prometheus and Loki of your own', 'Applications over OTLP', 'OpenShift']) {
    await wizard.menu(name)
    await wizard.go('Review & export')
    await expect(
      page.getByRole('heading', { name: /No problems found|This installs/ }),
    ).toBeVisible()
  }
})

test('a setting and the lines that it made point at each other', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.menu('Prometheus and Loki of your own')
  await wizard.waitForCollector('alloy-logs')
  await page.locator('.monaco-editor[role="code"]').first().waitFor()

  await page.getByLabel('Cluster name', { exact: true }).click()
  const line = page.locator('.view-overlays [class*="focused"]').first()
  await expect(line).toBeAttached()

  await page.locator('.view-line').filter({ hasText: 'loki-gateway' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Destinations' })).toBeVisible()
  await expect(wizard.field('destinations.loki.url').getByRole('textbox')).toBeFocused()
})

test('a change marks the lines that it changed', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.menu('Prometheus and Loki of your own')
  await wizard.waitForCollector('alloy-logs')
  await page.locator('.monaco-editor[role="code"]').first().waitFor()
  await page.getByLabel('Cluster name', { exact: true }).fill('marked')
  await expect(page.locator('.view-overlays [class*="changed"]').first()).toBeAttached()
})

test('values of an older chart come in as values of this one, and say what changed', async ({
  page,
}) => {
  const wizard = await Wizard.open(page)
  await wizard.openValues(
    [
      'cluster:',
      '  name: old',
      'destinations:',
      '  - name: metrics',
      '    type: prometheus',
      '    url: https://p.example.com/push',
      'clusterMetrics:',
      '  enabled: true',
      'alloy-metrics:',
      '  enabled: true',
      '',
    ].join('\n'),
  )
  await expect(page.getByText(/These were values of chart [23]/)).toBeVisible()
  expect(await wizard.preview('values.yaml')).toMatch(/destinations:\n {2}metrics:/)
})
