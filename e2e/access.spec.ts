import { expect, type Page, test } from '@playwright/test'
import { violations } from './violations'
import { type Step, Wizard } from './wizard'

const steps: readonly Step[] = [
  'Cluster',
  'Destinations',
  'Features',
  'Collectors',
  'Review & export',
]

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('no step breaks a rule of accessibility', async ({ page }) => {
      test.slow()
      const wizard = await Wizard.open(page)
      expect(await violations(page)).toEqual([])
      await wizard.menu('Grafana Cloud')
      await wizard.waitForCollector('alloy-logs')
      await page.locator('.monaco-editor').first().waitFor()
      for (const step of steps) {
        await wizard.go(step)
        expect(await violations(page), step).toEqual([])
      }
    })

    test('no tab of the preview does', async ({ page }) => {
      const wizard = await Wizard.open(page)
      await wizard.menu('Grafana Cloud')
      await wizard.waitForCollector('alloy-logs')
      await page.locator('.monaco-editor').first().waitFor()
      for (const tab of ['alloy-metrics', 'Graph', 'Manifests']) {
        await page.getByRole('tab', { name: tab }).click()
        await page.waitForTimeout(700)
        expect(await violations(page), tab).toEqual([])
      }
    })
  })

test('open sections of all options keep the rules too', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.menu('Grafana Cloud')
  await wizard.go('Collectors')
  await page
    .getByRole('button', { name: /All options/ })
    .first()
    .click()
  expect(await violations(page)).toEqual([])
})

test('the whole walk works by keyboard', async ({ page }) => {
  await Wizard.open(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to the form' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, 'Hide')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Cluster name')
  await page.keyboard.type('by-keys')
  await tabTo(page, 'Next')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Destinations' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, 'Prometheus')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Add destination')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'prometheus' })).toBeVisible()
  await tabTo(page, 'Next')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Features' })).toBeVisible()
  await tabTo(page, 'Cluster Metrics')
  await page.keyboard.press('Space')
  await page.getByRole('tab', { name: 'alloy-metrics' }).waitFor()
})

/** Goes on with the Tab key until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return (
        element?.getAttribute('aria-label') ??
        element?.labels?.[0]?.textContent ??
        element?.textContent ??
        ''
      )
    })
    if (focused.trim().startsWith(name)) return
  }
  throw new Error(`The Tab key never reached ${name}`)
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('every step fits, and the preview is one tap away', async ({ page }) => {
    const wizard = await Wizard.open(page)
    await wizard.menu('Grafana Cloud')
    for (const step of steps) {
      await wizard.go(step)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide, `${step} scrolls sideways`).toBeLessThanOrEqual(0)
      const inner = await page
        .getByRole('main')
        .evaluate((main) => main.scrollWidth - main.clientWidth)
      expect(inner, `${step} is too wide`).toBeLessThanOrEqual(0)
    }
    await page.getByRole('button', { name: 'Preview' }).click()
    const sheet = page.getByRole('dialog', { name: 'Preview' })
    await expect(sheet.getByRole('tab', { name: 'alloy-logs' })).toBeVisible()
    await sheet.getByRole('button', { name: 'Close the preview' }).click()
    await expect(sheet).toBeHidden()
  })
})
