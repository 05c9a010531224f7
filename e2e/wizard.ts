import { readFile } from 'node:fs/promises'
import { type Download, expect, type Page } from '@playwright/test'
import JsZip from 'jszip'

export type Step = 'Cluster' | 'Destinations' | 'Features' | 'Collectors' | 'Review & export'

/** The page in the words of the one who uses it. */
export class Wizard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(page: Page, hash = ''): Promise<Wizard> {
    await page.goto(`./${hash}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return new Wizard(page)
  }

  async go(step: Step): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('link', { name: step })
      .click()
    await this.page.getByRole('heading', { level: 1, name: step }).waitFor()
  }

  async nameCluster(name: string): Promise<void> {
    await this.go('Cluster')
    await this.page.getByLabel('Cluster name', { exact: true }).fill(name)
  }

  /** The setting at a path, wherever its field is drawn. */
  field(path: string) {
    return this.page.locator(`[data-path="${path}"]`).first()
  }

  /** Picks what kind of destination to add. */
  async pickKind(title: string): Promise<void> {
    await this.page
      .getByRole('list', { name: 'Kinds of destinations' })
      .getByRole('button', { name: title, exact: true })
      .click()
  }

  async addDestination(type: string, name: string, url: string): Promise<void> {
    await this.go('Destinations')
    await this.pickKind(type)
    const add = this.page.getByRole('button', { name: 'Add destination' })
    const form = this.page.locator('form').filter({ has: add })
    await form.getByLabel('Name', { exact: true }).fill(name)
    await form.getByLabel('Address', { exact: true }).fill(url)
    await add.click()
    await this.page.getByRole('heading', { name }).waitFor()
  }

  async switchOn(feature: string): Promise<void> {
    await this.go('Features')
    const control = this.page.getByRole('switch', { name: feature, exact: true })
    // A click, not `check`: the switch turns when the choices have taken it, a moment later.
    if (!(await control.isChecked())) await control.click({ force: true })
    await expect(control).toBeChecked()
  }

  /** Names of the tabs that show collectors. */
  async collectors(): Promise<string[]> {
    const titles = await this.page
      .getByRole('tablist', { name: 'Files' })
      .getByRole('tab')
      .allTextContents()
    return titles.filter((title) => !['values.yaml', 'Graph', 'Manifests'].includes(title))
  }

  /** Waits until there is a collector of this name. */
  async waitForCollector(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).waitFor()
  }

  /** A file of the preview, as its copy button gives it. */
  async preview(tab: string): Promise<string> {
    const file = tab === 'values.yaml' ? tab : `${tab}.alloy`
    await this.page.getByRole('tab', { name: tab, exact: true }).click()
    const panel = this.page.getByRole('tabpanel')
    // The word on the button is there for a moment only, which a busy machine may miss.
    await expect(async () => {
      await panel.getByRole('button', { name: `Copy ${file}` }).click()
      await panel.getByText('Copied').first().waitFor({ timeout: 3000 })
    }).toPass()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Every collector's config. */
  async configs(): Promise<Record<string, string>> {
    const out: Record<string, string> = {}
    for (const name of await this.collectors()) out[name] = await this.preview(name)
    return out
  }

  async downloadValues(): Promise<string> {
    await this.go('Review & export')
    return readFile(await this.#download('Download values.yaml'), 'utf8')
  }

  /** The zip's files, path to text. */
  async downloadZip(): Promise<Record<string, string>> {
    await this.go('Review & export')
    const zip = await JsZip.loadAsync(await readFile(await this.#download('Download zip')))
    const out: Record<string, string> = {}
    for (const [path, file] of Object.entries(zip.files))
      if (!file.dir) out[path] = await file.async('string')
    return out
  }

  async copyLink(): Promise<string> {
    await this.go('Review & export')
    await this.page.getByRole('button', { name: 'Copy link' }).click()
    await this.page.getByText(/^Copied, \d+ characters/).waitFor()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Types at the end of the choices, in the editor. */
  async typeYaml(...lines: string[]): Promise<void> {
    await this.page.getByText('Edit as YAML').click()
    const named = this.page.getByLabel('Your choices as YAML')
    const editor = this.page.locator('.monaco-editor').filter({ has: named })
    await editor.first().locator('.view-lines').click()
    await this.page.keyboard.press('Control+End')
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.page.keyboard.press('Enter')
      await this.page.keyboard.type(line)
    }
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo', exact: true }).click()
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Redo', exact: true }).click()
  }

  /** Takes an entry of the File menu. */
  async menu(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: 'File', exact: true }).click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  /** Gives a text to the dialog that opens values, as a paste does. */
  async openValues(text: string): Promise<void> {
    await this.menu('Open a values.yaml')
    const dialog = this.page.getByRole('dialog', { name: 'Open a values.yaml' })
    await dialog.getByLabel('Paste it here').fill(text)
    await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  }

  /** Everything that the page keeps in the browser, as one text. */
  storage(): Promise<string> {
    return this.page.evaluate(async () => {
      const databases = await indexedDB.databases()
      return JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        databases,
        document.cookie,
      ])
    })
  }

  async #download(button: string): Promise<string> {
    const [download]: [Download, unknown] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: button }).click(),
    ])
    return download.path()
  }
}
