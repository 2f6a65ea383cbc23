import type { Locator, Page } from '@playwright/test'

/** The Case screen as an author uses it. */
export class CasePage {
  constructor(readonly page: Page) {}

  get sheet(): Locator {
    return this.page.locator('.case-sheet')
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Case' }).click()
    await this.sheet.waitFor()
  }

  async edit(): Promise<void> {
    await this.open()
    await this.page.getByRole('button', { name: 'Edit the case' }).click()
  }

  part(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** An item by its place in the file, e.g. `driver-israel-ties`, opened for its fields. */
  async openItem(place: string): Promise<Locator> {
    const item = this.item(place)
    const name = item.locator('.case-editable-name')
    if ((await name.getAttribute('aria-expanded')) === 'false') await name.click()
    return item
  }

  item(place: string): Locator {
    return this.page.locator(`[id="case-${place}"]`)
  }

  /** Types a text and leaves the field. */
  async write(within: Locator, label: string, text: string): Promise<void> {
    const field = within.getByLabel(label, { exact: true })
    await field.fill(text)
    await field.press('Tab')
  }
}
