import { expect, type Page, test } from '@playwright/test'
import { violations } from './violations'
import { Wizard } from './wizard'

const everything = [
  'cluster: {name: prod}',
  'destinations:',
  '  cloud: {type: otlp, url: "https://otlp.example.com:4317"}',
  '  lines:',
  '    type: loki',
  '    url: https://loki.example.com/push',
  '    auth: {type: basic}',
  '    secret: {create: false, name: mine}',
  '  prom: {type: prometheus, url: "https://prometheus.example.com/push"}',
  '  split: {type: router, ecosystem: prometheus, defaultDestinations: [prom]}',
  'dataProcessors:',
  '  enrich: {type: kubernetesEnrichment}',
  'clusterMetrics: {enabled: true, destinations: [split]}',
  'nodeLogs: {enabled: true}',
  'podLogsViaLoki: {enabled: true}',
  'applicationObservability: {enabled: true}',
  'hostMetrics: {enabled: true, linuxHosts: {enabled: true}}',
  'integrations:',
  '  mysql: {instances: [{name: orders}]}',
  '',
].join('\n')

/** Whether anything makes the page, or its form, scroll sideways. */
function tooWide(page: Page): Promise<number> {
  return page
    .getByRole('main')
    .evaluate((main) =>
      Math.max(
        main.scrollWidth - main.clientWidth,
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    )
}

for (const [title, options] of [
  ['in light colours', { colorScheme: 'light' }],
  ['in dark colours', { colorScheme: 'dark' }],
  ['on a phone', { viewport: { width: 360, height: 740 } }],
] as const)
  test.describe(title, () => {
    test.use({ ...options, contextOptions: { reducedMotion: 'reduce' } })

    test.slow()

    test('opened destinations keep the rules of accessibility, and fit', async ({ page }) => {
      const wizard = await Wizard.open(page)
      await wizard.openValues(everything)
      await wizard.go('Destinations')
      for (const name of ['cloud', 'lines', 'split'])
        await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('button', { name: 'Via router: Cluster Metrics, metrics, prom' }).click()
      await wizard.pickKind('Grafana Cloud')
      await page.getByLabel('Keep it in a Secret of your own').click()
      await page.getByRole('figure', { name: 'the kubectl command for the stack' }).waitFor()
      expect(await violations(page, 'main')).toEqual([])
      expect(await tooWide(page)).toBeLessThanOrEqual(0)
    })

    test('opened features and services keep the rules of accessibility, and fit', async ({
      page,
    }) => {
      const wizard = await Wizard.open(page)
      await wizard.openValues(everything)
      await wizard.go('Features')
      await page.getByRole('button', { name: 'MySQL: orders', exact: true }).click()
      for (const fold of (await page.getByRole('button', { name: /^Settings/ }).all()).slice(0, 3))
        await fold.click()
      await page.getByRole('searchbox', { name: 'Search services' }).fill('redis')
      await page.getByRole('list', { name: 'Recipes' }).getByRole('button').first().click()
      await page.getByRole('figure', { name: /the command that finds Redis/ }).waitFor()
      expect(await violations(page, 'main')).toEqual([])
      expect(await tooWide(page)).toBeLessThanOrEqual(0)
    })
  })
