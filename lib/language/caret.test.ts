import { describe, expect, it } from 'vitest'
import type { Texts } from '@/lib/commands/testing'
import { caretAt } from './caret'
import { atCaret } from './testing'

/** What is at the caret in few words. */
function describeCaret(texts: Texts): string {
  const { snapshot, path, offset } = atCaret(texts)
  const caret = caretAt(snapshot, path, offset)
  if (!caret) return 'nothing'
  const text = snapshot.files.get(path)?.text ?? ''
  const word = `‹${text.slice(caret.word.from, caret.word.to)}›`
  if (caret.kind !== 'value') return `${caret.kind} ${word}`
  const frames = caret.frames.map(({ open, head, argument, index, hasValue }) => {
    return `${head}${open}${argument ?? index}${hasValue ? '!' : ''}`
  })
  const listed = caret.frames.at(-1)?.listed.join(',') ?? ''
  const path_ = caret.path.map((name) => `${name}.`).join('')
  const string = caret.string ? (caret.string.isClosed ? ' closed' : ' open') : ''
  return `${frames.join(' ') || '='} [${listed}] ${path_}${word}${string}`
}

const inModel = (line: string) => describeCaret(`model A {\n  ${line}\n  other Int\n}\n`)

describe('caretAt', () => {
  it('knows where a block may begin', () => {
    expect(describeCaret('|')).toBe('top ‹›')
    expect(describeCaret('mod|')).toBe('top ‹mod›')
    expect(describeCaret('model A {\n}\n\n|\n\nmodel B {\n}\n')).toBe('top ‹›')
    expect(describeCaret('mo|del A {\n}\n')).toBe('top ‹model›')
    expect(describeCaret('model A|')).toBe('nothing')
    expect(describeCaret('model |A {\n}')).toBe('nothing')
    expect(describeCaret('model A {\n}|')).toBe('nothing')
  })

  it('suggests nothing in comments', () => {
    expect(describeCaret('// |')).toBe('nothing')
    expect(describeCaret('/*\n|\n*/')).toBe('nothing')
    expect(describeCaret('/* |\n*/\nmodel A {\n}')).toBe('nothing')
    expect(describeCaret('model A {\n  /* a\n  |\n  */\n}')).toBe('nothing')
    expect(inModel('// id |')).toBe('nothing')
    expect(inModel('id Int // @|')).toBe('nothing')
    expect(inModel('id Int @id(map: /* | */ "x")')).toBe('nothing')
    expect(inModel('/// | docs')).toBe('nothing')
  })

  it('knows names, types and attributes of a line', () => {
    expect(inModel('|')).toBe('member ‹›')
    expect(inModel('i|d')).toBe('member ‹id›')
    expect(inModel('id |')).toBe('type ‹›')
    expect(inModel('id I|nt?')).toBe('type ‹Int›')
    expect(inModel('id Int|')).toBe('type ‹Int›')
    expect(inModel('id Int?|')).toBe('attribute ‹›')
    expect(inModel('id Int @map("x")|')).toBe('attribute ‹›')
    expect(inModel('id Int |')).toBe('attribute ‹›')
    expect(inModel('id Int[] @d|ef')).toBe('attribute ‹@def›')
    expect(inModel('id Int @id |@db.Int')).toBe('attribute ‹›')
    expect(inModel('id @|')).toBe('attribute ‹@›')
    expect(inModel('id Int @id d|')).toBe('attribute ‹d›')
    expect(inModel('id Int @db.|')).toBe('nativeType ‹›')
    expect(inModel('id Int @db.Sm|all')).toBe('nativeType ‹Small›')
    expect(inModel('@@|')).toBe('member ‹@@›')
    expect(inModel('@|')).toBe('member ‹@›')
    expect(inModel('@@map("x") |')).toBe('nothing')
  })

  it('knows the argument, also where brackets are open', () => {
    expect(inModel('a B @relation(|')).toBe('@relation(0 [] ‹›')
    expect(inModel('a B @relation(fi|')).toBe('@relation(0 [] ‹fi›')
    expect(inModel('a B @relation(fields: |')).toBe('@relation(fields [fields:] ‹›')
    expect(inModel('a B @relation(fields: [|')).toBe('@relation(fields [0 [] ‹›')
    expect(inModel('a B @relation(fields: [x, |], references: [y])')).toBe(
      '@relation(fields [1 [x] ‹›',
    )
    expect(inModel('a B @relation(fields: [|, z], references: [y])')).toBe(
      '@relation(fields [0 [z] ‹›',
    )
    expect(inModel('a B @relation(fields: [x], na|me: "y")')).toBe('@relation(1 [fields:] ‹name›')
    expect(inModel('a Int @default(now() |)')).toBe('@default(0! [now] ‹›')
    expect(inModel('a Int @default(uuid(|))')).toBe('@default(0! uuid(0 [] ‹›')
    expect(inModel('@@index([a(sort: |), b])')).toBe('@@index(0 [0! a(sort [sort:] ‹›')
    expect(inModel('@@index([home.st|reet])')).toBe('@@index(0 [0 [] home.‹street›')
    expect(inModel('@@index([home.|')).toBe('@@index(0 [0 [] home.‹›')
  })

  it('reads lists over several lines', () => {
    expect(describeCaret('model A {\n  @@index([\n    a,\n    |\n  ])\n}\n')).toBe(
      '@@index(0 [1 [a] ‹›',
    )
  })

  it('replaces the inside of strings, closed or not', () => {
    expect(inModel('a B @relation("|")')).toBe('@relation(0 [] ‹› closed')
    expect(inModel('a B @relation("Au|thor")')).toBe('@relation(0 [] ‹Author› closed')
    expect(inModel('a B @relation("|')).toBe('@relation(0 [] ‹› open')
    expect(inModel('a B @relation("Au|th, fields: [x])')).toBe('@relation(0 [fields:] ‹Auth› open')
    expect(inModel('a B @relation("|, fields: [x], map: "y")')).toContain('‹› open')
    expect(inModel('@@schema("|')).toBe('@@schema(0 [] ‹› open')
  })

  it('knows settings', () => {
    const inSource = (line: string) => describeCaret(`datasource db {\n  ${line}\n}\n`)
    expect(inSource('|')).toBe('member ‹›')
    expect(inSource('pro|')).toBe('member ‹pro›')
    expect(inSource('provider |')).toBe('equals ‹›')
    expect(inSource('provider = |')).toBe('= [] ‹›')
    expect(inSource('provider = "p|"')).toBe('= [] ‹p› closed')
    expect(inSource('schemas = ["a", "|"]')).toBe('[1 [a] ‹› closed')
    expect(inSource('url = env("|')).toBe('env(0 [] ‹› open')
  })

  it('reads blocks that are not finished', () => {
    expect(describeCaret('model A {\n  |')).toBe('member ‹›')
    expect(describeCaret('model A {\n  id Int\n|')).toBe('member ‹›')
    expect(describeCaret('model A {\n  id |')).toBe('type ‹›')
    expect(describeCaret('model A { |')).toBe('member ‹›')
    expect(describeCaret('model A {\n  id |\nmodel B {\n}\n')).toBe('type ‹›')
    expect(describeCaret('model A {|}')).toBe('member ‹›')
  })

  it('takes tabs for spaces', () => {
    expect(inModel('id\t|')).toBe('type ‹›')
    expect(inModel('id\tInt\t@|')).toBe('attribute ‹@›')
    expect(inModel('b\tB\t@relation(\tfields:\t[|')).toBe('@relation(fields [0 [] ‹›')
  })

  it('counts in code units behind other scripts', () => {
    expect(inModel('größe 漢| // 😀')).toBe('type ‹漢›')
    expect(inModel('"😀" é|')).toBe('type ‹é›')
  })
})
