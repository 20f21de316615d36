import { readFile } from 'node:fs/promises'
import { axe } from './support/axe'
import { Facet } from './support/facet'
import { expect, test } from './support/test'

const SCHEMA = `datasource db {
  provider = "postgresql"
}

model users {
  id         Int     @id @default(autoincrement())
  email      String  @unique @db.VarChar(80)
  first_name String?
  post       posts[]
}

model posts {
  id        Int   @id
  author_id Int
  author    users @relation(fields: [author_id], references: [id], onDelete: Cascade)
  kind      post_kind @default(draft)

  @@index([author_id])
}

enum post_kind {
  draft
  published_one
}
`

const DBML = `Project {
  database_type: 'PostgreSQL'
}

Enum post_kind {
  draft
  published_one
}

Table users {
  id integer [pk, increment, not null]
  email varchar(80) [unique, not null]
  first_name text
}

Table posts {
  id integer [pk, not null]
  author_id integer [not null]
  kind post_kind [not null, default: 'draft']

  indexes {
    author_id
  }
}

Ref: posts.author_id > users.id [delete: cascade, update: cascade]
`

const MERMAID = `erDiagram
  users {
    Int id PK
    String email UK
    String first_name "optional"
  }
  posts {
    Int id PK
    Int author_id FK
    post_kind kind
  }
  post_kind {
    enum draft
    enum published_one
  }
  users ||..o{ posts : "author"
`

test.describe('exports', () => {
  for (const [item, fileName, text] of [
    ['Download DBML (.dbml)', 'shop.dbml', DBML],
    ['Download Mermaid (.mmd)', 'shop.mmd', MERMAID],
  ] as const) {
    test(`${item} saves a file and says so`, async ({ page }) => {
      const facet = await opened(page)
      await facet.button('Export').click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ])
      expect(download.suggestedFilename()).toBe(fileName)
      expect(await readFile(await download.path(), 'utf8')).toBe(text)
      await expect(page.getByText(`${fileName} downloaded`)).toBeVisible()
    })
  }

  test('are copied to the clipboard, from the menu and from the palette', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const facet = await opened(page)
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await facet.button('Export').click()
    await page.getByRole('menuitem', { name: 'Copy as Mermaid' }).click()
    await expect(page.getByText('Copied as Mermaid')).toBeVisible()
    expect(await clipboard()).toBe(MERMAID)
    await facet.runAction('Copy as DBML')
    await expect(page.getByText('Copied as DBML')).toBeVisible()
    expect(await clipboard()).toBe(DBML)
  })
})

test.describe('conventions', () => {
  test('are shown first, and give names that the database need not know', async ({ page }) => {
    const facet = await opened(page)
    await facet.button('File').click()
    await page.getByRole('menuitem', { name: 'Rename to Prisma’s conventions…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rename to Prisma’s conventions' })
    await expect(dialog.getByRole('list', { name: 'New names' }).getByRole('listitem')).toHaveText([
      'model users → User',
      'users.first_name → firstName',
      'users.post → posts',
      'model posts → Post',
      'posts.author_id → authorId',
      'enum post_kind → PostKind',
    ])
    expect(await axe(page, '[role="dialog"]')).toEqual([])
    await dialog.getByRole('checkbox', { name: 'users.first_name → firstName' }).uncheck()
    await dialog.getByRole('button', { name: 'Rename 5 names' }).click()
    await expect(dialog).toBeHidden()
    await expect(facet.block('model User')).toBeVisible()
    await expect(facet.row('model Post', 'authorId Int')).toBeVisible()
    await expect(facet.validity).toHaveText('Valid')
    expect(await facet.text()).toBe(`datasource db {
  provider = "postgresql"
}

model User {
  id         Int     @id @default(autoincrement())
  email      String  @unique @db.VarChar(80)
  first_name String?
  posts      Post[]

  @@map("users")
}

model Post {
  id        Int   @id
  authorId  Int   @map("author_id")
  author    User  @relation(fields: [authorId], references: [id], onDelete: Cascade)
  kind      PostKind @default(draft)

  @@index([authorId])
  @@map("posts")
}

enum PostKind {
  draft
  published_one

  @@map("post_kind")
}
`)
    await facet.button('Undo').click()
    await expect(facet.block('model users')).toBeVisible()
    expect(await facet.text()).toBe(SCHEMA)
  })

  test('can be chosen by kind from the palette, and say when nothing is to be done', async ({
    page,
  }) => {
    const facet = await opened(page)
    await facet.runAction('Rename to Prisma')
    const dialog = page.getByRole('dialog', { name: 'Rename to Prisma’s conventions' })
    await dialog.getByRole('checkbox', { name: /^Models and enums/ }).uncheck()
    await dialog.getByRole('checkbox', { name: /^Relation fields/ }).uncheck()
    await expect(dialog.getByRole('button', { name: 'Rename 2 names' })).toBeEnabled()
    await dialog.getByRole('checkbox', { name: 'All 2 names' }).uncheck()
    await expect(dialog.getByRole('button', { name: 'Rename', exact: true })).toBeDisabled()
    await dialog.getByRole('checkbox', { name: 'All 2 names' }).check()
    await dialog.getByRole('checkbox', { name: /^Fields/ }).uncheck()
    await expect(dialog.getByText('All names are as Prisma’s conventions have them.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect(await facet.text()).toBe(SCHEMA)
  })
})

async function opened(page: import('@playwright/test').Page): Promise<Facet> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'shop.prisma', text: SCHEMA })
  await expect(facet.block('model users')).toBeVisible()
  return facet
}
