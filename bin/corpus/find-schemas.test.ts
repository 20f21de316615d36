import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSchemas } from './find-schemas'

const DATASOURCE = 'datasource db {\n  provider = "sqlite"\n}\n'
const model = (name: string) => `model ${name} {\n  id Int @id\n}\n`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-corpus-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The schemas found among files, each as the names of its files. */
function check(files: Readonly<Record<string, string | Uint8Array>>): Record<string, string> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const found = findSchemas(folder).map(({ label, files }): [string, string] => {
    return [label.slice(folder.length + 1), files.map(({ path }) => path).join(' ')]
  })
  return Object.fromEntries(found)
}

describe('findSchemas', () => {
  it('takes files with a datasource each as schemas of their own', () => {
    expect(
      check({
        'a.prisma': DATASOURCE + model('A'),
        'x/b.prisma': DATASOURCE,
        'x/c.prisma': DATASOURCE,
      }),
    ).toEqual({ 'a.prisma': 'a.prisma', 'x/b.prisma': 'b.prisma', 'x/c.prisma': 'c.prisma' })
  })

  it('takes a folder whose files make sense together as one schema, subfolders included', () => {
    expect(
      check({
        'x/main.prisma': DATASOURCE,
        'x/models/a.prisma': model('A'),
        'x/models/b.prisma': model('B'),
        'y/a.prisma': model('A'),
        'y/b.prisma': model('B'),
      }),
    ).toEqual({ x: 'main.prisma models/a.prisma models/b.prisma', y: 'a.prisma b.prisma' })
  })

  it('takes files that declare one name as schemas of their own', () => {
    expect(check({ 'x/a.prisma': model('A'), 'x/b.prisma': model('A') })).toEqual({
      'x/a.prisma': 'a.prisma',
      'x/b.prisma': 'b.prisma',
    })
  })

  it('leaves out a subfolder that does not belong to its folder', () => {
    expect(
      check({
        'x/main.prisma': DATASOURCE,
        'x/a.prisma': model('A'),
        'x/old/schema.prisma': DATASOURCE + model('A'),
      }),
    ).toEqual({ x: 'a.prisma main.prisma', 'x/old/schema.prisma': 'schema.prisma' })
  })

  it('takes the named folder itself as one schema only when it has a datasource', () => {
    const files = { 'a.prisma': model('A'), 'b.prisma': model('B') }
    expect(check(files)).toEqual({ 'a.prisma': 'a.prisma', 'b.prisma': 'b.prisma' })
    expect(check({ ...files, 'c.prisma': DATASOURCE })).toEqual({
      '': 'a.prisma b.prisma c.prisma',
    })
  })

  it('refuses a folder that does not exist', () => {
    expect(() => findSchemas(join(folder, 'nowhere'))).toThrow('There is no file or folder')
  })

  it('says why a file is not opened', () => {
    check({ 'a.prisma': new Uint8Array([0x6d, 0xff, 0xfe, 0x0a]) })
    expect(findSchemas(folder)[0]?.refusal).toContain('a.prisma is not readable')
  })
})
