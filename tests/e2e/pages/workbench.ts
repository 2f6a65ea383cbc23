import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

type CommandKind =
  | 'new'
  | 'new-case'
  | 'open'
  | 'save'
  | 'save-as'
  | 'undo'
  | 'redo'
  | 'versions'
  | 'recovery'
  | 'briefing'

/** The window as an analyst uses it. */
export class Workbench {
  /** Errors and warnings of the page; a test that provokes some empties the list. */
  readonly problems: string[] = []

  constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
  ) {}

  get headline(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  get standing(): Locator {
    return this.page.locator('.headline p')
  }

  get documentTitle(): Locator {
    return this.page.locator('.document-title')
  }

  get saveState(): Locator {
    return this.page.getByTestId('save-state')
  }

  driver(id: string): Locator {
    return this.page.locator(`[data-driver="${id}"]`)
  }

  slider(id: string): Locator {
    return this.driver(id).getByRole('slider')
  }

  exactIntensity(id: string): Locator {
    return this.driver(id).getByLabel(/exact intensity/)
  }

  claim(id: string): Locator {
    return this.page.locator(`[data-claim="${id}"]`)
  }

  /** The forecast of a claim as it is shown, in whole per cent. */
  async forecastOf(claim: string): Promise<number> {
    const text = await this.claim(claim).locator('.claim-forecast').innerText()
    return Number(/\d+/.exec(text)?.[0])
  }

  /** What was judged and what came of it: everything that an export has to bring back. */
  async answer() {
    await this.settled()
    return {
      title: await this.documentTitle.innerText(),
      drivers: await this.page
        .locator('[data-driver]')
        .evaluateAll((rows) =>
          rows.map((row) =>
            [row.getAttribute('data-driver'), row.querySelector('input')?.value].join(' '),
          ),
        ),
      headline: await this.headline.innerText(),
      claims: await this.page.locator('[data-claim] .claim-forecast').allInnerTexts(),
    }
  }

  /** Until the forecast of what is on the screen is whole. */
  async settled(): Promise<void> {
    await expect(this.page.getByTestId('run-state')).toHaveAttribute('data-settled', 'true', {
      timeout: 20_000,
    })
  }

  async setIntensity(id: string, value: number): Promise<void> {
    await this.exactIntensity(id).fill(String(value))
    await this.exactIntensity(id).press('Enter')
    await this.settled()
  }

  /** Chooses from the application's menu, as its accelerator does. */
  async command(kind: CommandKind): Promise<void> {
    const window = await this.app.browserWindow(this.page)
    await window.evaluate(({ webContents }, command) => {
      webContents.send('command', { kind: command })
    }, kind)
  }

  async answerSaveDialog(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
  }

  async answerOpenDialog(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
    }, path)
  }

  /** 0 saves, 1 does not, 2 goes back. */
  async answerUnsavedQuestion(response: 0 | 1 | 2): Promise<void> {
    await this.app.evaluate(({ dialog }, answer) => {
      dialog.showMessageBox = async () => ({ response: answer, checkboxChecked: false })
    }, response)
  }

  /** What stands in the way of assistive technology; a rule and the elements that break it. */
  async hindrances(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode(true).analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }

  /** Those of the elements chosen whose content is wider than they are. */
  tooWide(selectors: string): Promise<string[]> {
    return this.page.evaluate(
      (chosen) =>
        [...document.querySelectorAll(chosen)]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      selectors,
    )
  }

  async resize(width: number, height: number): Promise<void> {
    const frame = await this.app.browserWindow(this.page)
    await frame.evaluate((each, [w, h]) => each.setContentSize(w, h), [width, height] as const)
    await expect.poll(() => this.page.evaluate(() => window.innerWidth)).toBe(width)
  }
}
