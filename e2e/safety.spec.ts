import { expect, test } from '@playwright/test'
import { Wizard } from './wizard'

const start = 'cluster:\n  # the one in Frankfurt\n  name: keep-me\n'

async function withWork(wizard: Wizard): Promise<void> {
  await wizard.openValues(start)
  await expect.poll(() => wizard.preview('values.yaml')).toContain('keep-me')
}

test('comments survive a change made in the form', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await withWork(wizard)
  await wizard.nameCluster('renamed')
  await expect
    .poll(() => wizard.preview('values.yaml'))
    .toBe('cluster:\n  # the one in Frankfurt\n  name: renamed\n')
})

test('broken YAML is refused with its line, and the work stays', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await withWork(wizard)
  await wizard.openValues('cluster:\n  name: "unfinished\ndestinations: [')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Not opened; your work is as it was')).toBeVisible()
  await expect(dialog.getByText(/^Line \d+: /).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(await wizard.preview('values.yaml')).toBe(start)
})

test('broken YAML in the editor rests the form until it is mended', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await withWork(wizard)
  await wizard.typeYaml('oops: never: ends')
  await expect(page.getByText('The YAML does not parse yet')).toBeVisible()
  await expect(page.getByLabel('Cluster name', { exact: true })).toBeDisabled()
  await page.getByRole('button', { name: 'Discard what was typed' }).click()
  await expect(page.getByLabel('Cluster name', { exact: true })).toHaveValue('keep-me')
})

test('what is typed as YAML shows in the form', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await withWork(wizard)
  await wizard.typeYaml('global:', 'scrapeInterval: 17s')
  await expect(wizard.field('global.scrapeInterval').getByRole('textbox')).toHaveValue('17s')
})

for (const [what, hash] of [
  ['is cut off', '#s=q1YqS8wpTlWyUkpKLErOUKoFAA'],
  ['is no base64', '#s=%%%%'],
  ['holds something else', '#s=S0zMKUtMTQEA'],
  ['is empty', '#s='],
] as const)
  test(`a link that ${what} says so, and the work stays`, async ({ page }) => {
    const wizard = await Wizard.open(page)
    await withWork(wizard)
    await page.evaluate((to) => {
      location.hash = to
    }, hash)
    await expect(page.getByText('The link could not be opened')).toBeVisible()
    expect(await wizard.preview('values.yaml')).toBe(start)
  })

test('a paste of 5 MB is refused, and the work stays', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await withWork(wizard)
  await wizard.menu('Open a values.yaml')
  const dialog = page.getByRole('dialog')
  const area = dialog.getByLabel('Paste it here')
  await area.focus()
  await area.evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text', 'key: value # and so on\n'.repeat(220_000))
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(dialog.getByText(/5\.1 million characters long/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(await wizard.preview('values.yaml')).toBe(start)

  await page.getByLabel('Cluster name', { exact: true }).fill('x'.repeat(5_000_000))
  await expect(page.getByText('That was too long, so it was not taken')).toBeVisible()
  await expect(page.getByLabel('Cluster name', { exact: true })).toHaveValue('keep-me')
})

test('undo and redo go through all that was done', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await wizard.nameCluster('first')
  await wizard.addDestination('Loki', 'logs', 'https://l.example.com/push')
  await wizard.switchOn('Node Logs')
  await wizard.waitForCollector('alloy-logs')
  const done = await wizard.preview('values.yaml')
  await wizard.undo()
  await expect.poll(() => wizard.collectors()).toEqual([])
  await wizard.undo()
  await expect.poll(() => wizard.preview('values.yaml')).toBe('cluster:\n  name: first\n')
  for (let count = 0; count < 2; count += 1) await wizard.redo()
  await wizard.waitForCollector('alloy-logs')
  expect(await wizard.preview('values.yaml')).toBe(done)
})

test('fast typing loses no letter', async ({ page }) => {
  const wizard = await Wizard.open(page)
  const name = 'a-rather-long-name-typed-without-a-pause'
  await page.getByLabel('Cluster name', { exact: true }).pressSequentially(name)
  await expect.poll(() => wizard.preview('values.yaml')).toBe(`cluster:\n  name: ${name}\n`)
})

test('a reload brings the work back', async ({ page }) => {
  const wizard = await Wizard.open(page)
  await withWork(wizard)
  await expect.poll(() => wizard.storage()).toContain('keep-me')
  await page.reload()
  await expect(page.getByText('Your last session is back')).toBeVisible()
  expect(await wizard.preview('values.yaml')).toBe(start)
})

test('nothing is asked of any other server', async ({ page }) => {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  const wizard = await Wizard.open(page)
  await wizard.menu('Prometheus and Loki of your own')
  await wizard.waitForCollector('alloy-logs')
  await page.getByRole('tab', { name: 'Graph' }).click()
  await page.waitForTimeout(500)
  asked.delete('null')
  expect([...asked]).toEqual([new URL(page.url()).origin])
})
