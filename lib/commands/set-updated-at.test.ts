import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const set =
  (path: string, isUpdatedAt: boolean) =>
  ({ block, field }: Ids) => ({ blockId: block('A'), fieldId: field(`A.${path}`), isUpdatedAt })

describe('setUpdatedAt', () => {
  it('goes where it is usually written, and away', () => {
    const off = 'model A {\n  id Int      @id\n  at DateTime @default(now())  @db.Date // c\n}\n'
    const on = off.replace('@db', '@updatedAt @db')
    check('setUpdatedAt', off, set('at', true), on)
    check('setUpdatedAt', on, set('at', false), off.replace('  @db', ' @db'))
  })

  it('refuses anything but one time in a model', () => {
    checkRefusal('setUpdatedAt', 'model A {\n  x Int\n}\n', set('x', true))
    checkRefusal('setUpdatedAt', 'model A {\n  x DateTime[]\n}\n', set('x', true))
    checkRefusal('setUpdatedAt', 'type A {\n  x DateTime\n}\n', set('x', true))
    checkRefusal('setUpdatedAt', 'model A {\n  x DateTime @updatedAt\n}\n', set('x', true))
  })
})
