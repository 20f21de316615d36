import { expect, type Locator, type Page } from '@playwright/test'
import { Facet, pick } from './facet'
import { middleOf } from './places'

/** Someone who draws a design from nothing, with the mouse and the keyboard. */
export class Drawing extends Facet {
  readonly inspector: Locator

  constructor(page: Page) {
    super(page)
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
  }

  /** Leaves the example for a design in which nothing is drawn yet. */
  async startEmpty(): Promise<void> {
    await this.start()
    await this.button('File').click()
    await this.page.getByRole('menuitem', { name: 'New design', exact: true }).click()
    await expect(this.page.getByText('Nothing here yet')).toBeVisible()
  }

  /** Names the block that was just added, and gives it rows, each in the grammar of one line. */
  async nameAndFill(kind: string, name: string, rows: readonly string[]): Promise<void> {
    await expect(this.diagram.getByRole('textbox')).toBeFocused()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await expect(this.block(`${kind} ${name}`)).toBeVisible()
    // The blank row of a new block opens by itself.
    await this.typeRows(kind, rows)
  }

  /** Adds a block by its key, which the diagram takes wherever else the focus was. */
  async addBlock(key: string, kind: string, name: string, rows: readonly string[]): Promise<void> {
    await this.diagram.getByLabel('Diagram canvas').press(key)
    await this.nameAndFill(kind, name, rows)
  }

  /** The text to the byte, and that the official engine has nothing against it. */
  async expectText(expected: string): Promise<void> {
    expect(await this.text()).toBe(expected)
    await expect(this.validity).toHaveText('Valid')
  }

  /** Adds rows with the button below the last one; Enter opens the next, Escape has enough. */
  async addRows(block: string, rows: readonly string[]): Promise<void> {
    const isEnum = block.startsWith('enum ')
    await this.block(block).hover()
    await this.block(block)
      .getByRole('button', { name: isEnum ? 'Add value' : 'Add field' })
      .click()
    await this.typeRows(block, rows)
  }

  private async typeRows(block: string, rows: readonly string[]): Promise<void> {
    const isEnum = block.startsWith('enum')
    const first = this.diagram.getByRole('textbox', { name: isEnum ? 'New value' : 'New field' })
    for (const row of rows) {
      await expect(first).toBeFocused()
      await this.page.keyboard.type(row)
      await this.page.keyboard.press('Enter')
      await expect(first).toHaveValue('')
    }
    await this.page.keyboard.press('Escape')
    await expect(first).toBeHidden()
  }

  /** Selects a block by the list of blocks. */
  async selectBlock(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name, exact: true }).click()
    await expect(this.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
      name,
    )
  }

  /** Selects a field by the list in the inspector of its block. */
  async selectField(block: string, field: string): Promise<void> {
    await this.selectBlock(block)
    await this.inspector
      .getByRole('list', { name: /^(Fields|Values)$/ })
      .getByRole('button', { name: new RegExp(`^${field}\\b`) })
      .click()
    await this.isField(field)
  }

  private async isField(field: string): Promise<void> {
    await expect(this.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
      field,
    )
  }

  /** Writes into a text field of the inspector. */
  async set(label: string, value: string): Promise<void> {
    const control = this.inspector.getByRole('textbox', { name: label, exact: true })
    await control.fill(value)
    await control.press('Enter')
  }

  async choose(label: string, option: string): Promise<void> {
    await this.inspector.getByLabel(label, { exact: true }).selectOption(option)
  }

  async switch(label: string): Promise<void> {
    await this.inspector.getByRole('switch', { name: label }).press('Space')
  }

  /** Picks from a list that is searched by typing. */
  async pick(label: string, option: string): Promise<void> {
    await pick(this.inspector.getByRole('combobox', { name: label, exact: true }), option)
  }

  async document(text: string): Promise<void> {
    const control = this.inspector.getByRole('textbox', { name: 'Documentation' })
    await control.fill(text)
    await control.press('ControlOrMeta+Enter')
  }

  /** Adds a key of several fields to the block that is selected. */
  async addKey(kind: string, ...fields: readonly string[]): Promise<void> {
    await this.inspector.getByRole('button', { name: 'Add a key or index' }).click()
    await this.page.getByRole('menuitem', { name: kind, exact: true }).click()
    const add = this.inspector.getByRole('combobox', { name: 'Add a field to the key' })
    for (const field of fields) {
      await expect(add.last()).toBeFocused()
      await pick(add.last(), field)
    }
  }

  /** Relates two models by the keyboard alone. */
  async relate(from: string, to: string, kind: string, isOptional = false): Promise<void> {
    await this.block(`model ${from}`).focus()
    await this.page.keyboard.press('r')
    const popover = this.page.getByRole('dialog', { name: 'New relation' })
    await pick(popover.getByRole('combobox', { name: 'Relate to' }), to)
    const choice = popover.getByRole('radio', { name: kind, exact: true })
    await choice.press('Space')
    await expect(choice).toBeChecked()
    if (isOptional) await popover.getByRole('checkbox').press('Space')
    await popover.getByRole('button', { name: 'Add relation' }).press('Enter')
    await expect(popover).toBeHidden()
    await expect(this.block(`model ${from}`)).toBeFocused()
  }

  /** Draws a line from a row to another, which relates them at once. */
  async drawLine(from: readonly [string, string], to: readonly [string, string]): Promise<void> {
    await this.row(...from).hover()
    const start = await middleOf(this.block(from[0]).locator('.canvas-dot').first())
    const end = await middleOf(this.row(...to))
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 })
    await this.page.mouse.move(end.x, end.y, { steps: 4 })
    await this.page.mouse.up()
  }
}
