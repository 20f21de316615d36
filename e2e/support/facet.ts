import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page } from '@playwright/test'
import { boxOf, type Point } from './places'

/** The app as a person finds it: by roles and names. */
export class Facet {
  readonly diagram: Locator
  readonly validity: Locator

  constructor(readonly page: Page) {
    this.diagram = page.getByRole('region', { name: 'Diagram' })
    this.validity = page
      .getByRole('status')
      .filter({ hasText: /^(Valid|\d+ (errors?|warnings?))$/ })
  }

  /** Opens the app and waits until a design is drawn. */
  async start(path = '/'): Promise<void> {
    await this.page.goto(path)
    await expect(this.diagram.getByRole('group').first()).toBeVisible()
  }

  /** A block by kind and name, for example `model User`. */
  block(name: string): Locator {
    return this.diagram.getByRole('group', { name, exact: true })
  }

  /** A row of a block by its text, for example `email String`. */
  row(block: string, text: string): Locator {
    const pattern = new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
    return this.block(block).getByRole('listitem', { name: pattern })
  }

  async openFiles(...files: { name: string; text: string }[]): Promise<void> {
    await this.page.getByLabel('Open schema files').setInputFiles(
      files.map(({ name, text }) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    )
  }

  /** Opens a fixture and waits until it is drawn. */
  async openFixture(name: string, firstBlock: string): Promise<string> {
    const text = await fixture(name)
    await this.openFiles({ name, text })
    await expect(this.block(firstBlock)).toBeVisible()
    return text
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Runs what the palette offers under this name. */
  async runAction(title: string): Promise<void> {
    await this.button('Search').click()
    await expect(this.page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await this.page.keyboard.type(title)
    await this.page.keyboard.press('Enter')
  }

  /** The exact bytes that "Download schema" gives. */
  async downloadSchema(): Promise<Buffer> {
    await this.button('File').click()
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('menuitem', { name: /^Download schema/ }).click(),
    ])
    return await readFile(await download.path())
  }

  /** The whole schema as it is now. */
  async text(): Promise<string> {
    return (await this.downloadSchema()).toString()
  }

  /** The link that "Share" offers. */
  async shareLink(): Promise<string> {
    await this.button('Share').click()
    const dialog = this.page.getByRole('dialog')
    const link = await dialog.getByRole('textbox', { name: /link/i }).inputValue()
    await this.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    return link
  }

  /** Where blocks are on the canvas, relative to one another, in screen pixels. */
  async offsets(...names: string[]): Promise<Point[]> {
    const boxes = await Promise.all(names.map((name) => boxOf(this.block(name))))
    const [first] = boxes
    return boxes.map(({ x, y }) => ({ x: x - (first?.x ?? 0), y: y - (first?.y ?? 0) }))
  }

  async drag(from: Locator, dx: number, dy: number): Promise<void> {
    const box = await boxOf(from)
    const x = box.x + box.width / 2
    const y = box.y + Math.min(14, box.height / 2)
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 })
    await this.page.mouse.move(x + dx, y + dy, { steps: 4 })
    await this.page.mouse.up()
  }
}

export function fixture(name: string): Promise<string> {
  const path = new URL(`../fixtures/${name}`, import.meta.url)
  return readFile(fileURLToPath(path), 'utf8')
}

/** Chooses from a list that is searched by typing, by keyboard alone. */
export async function pick(control: Locator, option: string): Promise<void> {
  await control.press(option.charAt(0))
  await control.page().keyboard.type(option.slice(1))
  await control.page().keyboard.press('Enter')
  await expect(control.page().getByRole('listbox')).toHaveCount(0)
}

/** The lines that differ between two texts of equally many lines. */
export function changedLines(before: string, after: string): { before: string; after: string }[] {
  const old = before.split('\n')
  const now = after.split('\n')
  expect(now.length).toBe(old.length)
  return old.flatMap((line, index) => {
    const next = now[index] ?? ''
    return line === next ? [] : [{ before: line, after: next }]
  })
}
