import { Drawing } from './support/drawing'
import { fixture } from './support/facet'
import { expect, test } from './support/test'

// Designs drawn from nothing by mouse and keyboard; not a letter is typed into the schema.

test.slow()

test('a blog with every kind of relation', async ({ page }) => {
  const drawing = new Drawing(page)
  await drawing.startEmpty()

  await test.step('models, an enum and their rows', async () => {
    await page.getByRole('button', { name: 'Add a model' }).click()
    await drawing.nameAndFill('model', 'User', ['email String @unique', 'joinedAt = now()'])
    await drawing.addBlock('m', 'model', 'Post', ['slug String', 'updatedAt DateTime'])
    await drawing.addBlock('m', 'model', 'Profile', ['bio String'])
    await drawing.addBlock('m', 'model', 'Tag', ['name String @unique'])
    await drawing.addBlock('m', 'model', 'Comment', ['body String', 'postId Int'])
    await drawing.addBlock('e', 'enum', 'Status', ['DRAFT', 'IN_REVIEW', 'PUBLISHED'])
    await drawing.addRows('model Post', ['status Status = DRAFT'])
  })

  await test.step('relations of every kind', async () => {
    await drawing.relate('Post', 'User', 'One-to-many')
    await drawing.relate('Post', 'User', 'One-to-many', true)
    await drawing.relate('Profile', 'User', 'One-to-one')
    await drawing.relate('Post', 'Tag', 'Many-to-many')
    await drawing.relate('User', 'Post', 'Many-to-many with a model between')
    await drawing.relate('Comment', 'Comment', 'One-to-many', true)
    await drawing.button('Auto layout').click()
    await drawing.drawLine(['model Comment', 'postId Int'], ['model Post', 'id Int'])
    await expect(drawing.row('model Post', 'comments Comment[]')).toBeVisible()
  })

  await test.step('what else they say', async () => {
    await drawing.selectField('Post', 'updatedAt')
    await drawing.switch('Updated by itself (@updatedAt)')
    await drawing.selectField('Post', 'user')
    await drawing.choose('On delete', 'Cascade')
    await drawing.selectBlock('Post')
    await drawing.addKey('Index', 'slug')
    await drawing.selectBlock('User')
    await drawing.document('People who write.')
    await drawing.set('Name in the database', 'users')
  })
  await drawing.expectText(await fixture('blog.prisma'))
})

test('a PostgreSQL design of several schemas with composite keys', async ({ page }) => {
  const drawing = new Drawing(page)
  await drawing.startEmpty()

  await test.step('schemas', async () => {
    await drawing.set('Schemas of the database', 'sales')
    await drawing.set('Schemas of the database', 'stock')
  })

  await test.step('a model with a key of two fields', async () => {
    await page.getByRole('button', { name: 'Add a model' }).click()
    await drawing.nameAndFill('model', 'Product', [
      'tenantId String @db.Uuid',
      'sku String @db.VarChar(32)',
      'ref String = dbgenerated("gen_random_uuid()")',
      'addedAt DateTime = now()',
    ])
    await drawing.selectField('Product', 'ref')
    await drawing.pick('Native type', 'Uuid')
    await drawing.selectField('Product', 'addedAt')
    await drawing.pick('Native type', 'Timestamptz')
    await drawing.row('model Product', 'id Int').click()
    await page.keyboard.press('Delete')
    await drawing.selectBlock('Product')
    await drawing.addKey('Primary key', 'tenantId', 'sku')
    await drawing.addKey('Index', 'addedAt')
    await drawing.choose('Order of addedAt', 'Desc')
  })

  await test.step('a model that refers to it', async () => {
    await drawing.addBlock('m', 'model', 'Stock', ['amount Int = 0'])
    await drawing.relate('Stock', 'Product', 'One-to-many')
    await drawing.selectBlock('Stock')
    await drawing.pick('Database schema', 'stock')
  })
  await drawing.expectText(await fixture('warehouse.prisma'))
})

test('a MongoDB design with composite types', async ({ page }) => {
  const drawing = new Drawing(page)
  await drawing.startEmpty()

  await test.step('the database', async () => {
    await drawing.choose('Database', 'MongoDB')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Change' }).click()
  })

  await test.step('a type and models that use it', async () => {
    await drawing.runAction('Add composite type')
    await drawing.nameAndFill('type', 'Address', ['street String', 'city String'])
    await drawing.addBlock('m', 'model', 'Customer', [
      'email String @unique',
      'address Address',
      'earlier Address[]',
    ])
    await drawing.addBlock('m', 'model', 'Order', ['total Float', 'placedAt DateTime = now()'])
    await drawing.relate('Order', 'Customer', 'One-to-many')
    await drawing.selectBlock('Customer')
    await drawing.addKey('Index', 'address.city')
  })
  await drawing.expectText(await fixture('orders-mongodb.prisma'))
})
