import { describe, expect, it } from 'vitest'
import { line, source } from './completion-testing'
import { signatureAt } from './signature-help'
import { atCaret } from './testing'

/** Checks the signature, with the active parameter in `‹›`. */
function check(text: string, expected: string): void {
  const { snapshot, path, offset } = atCaret(text)
  const help = signatureAt(snapshot, path, offset)
  const active = help?.parameters[help.active ?? -1]?.range
  const shown = !help
    ? 'none'
    : !active
      ? help.label
      : `${help.label.slice(0, active.from)}‹${help.label.slice(active.from, active.to)}›${help.label.slice(active.to)}`
  expect(shown).toBe(expected)
  if (help) expect(help.documentation).not.toBe('')
}

describe('signatureAt', () => {
  it('knows the argument at the caret', () => {
    check(line('a String @map(|)'), '@map(‹"text"›)')
    check(line('a String @map("x|y")'), '@map(‹"text"›)')
    check(
      line('@@index([id|], map: "x")'),
      '@@index(‹[field, …]›, map: "text", type: BTree | Hash | Gin | …)',
    )
    check(
      line('@@index([id], map: "|x")'),
      '@@index([field, …], ‹map: "text"›, type: BTree | Hash | Gin | …)',
    )
    check(
      line('@@index([id], ty|'),
      '@@index([field, …], map: "text", ‹type: BTree | Hash | Gin | …›)',
    )
    check(line('@@index([id], |'), '@@index([field, …], map: "text", type: BTree | Hash | Gin | …)')
    check(
      line('a User @relation(fields: [|', 'sqlite'),
      '@relation("text", ‹fields: [field, …]›, references: [field, …], onDelete: Cascade | Restrict | NoAction | SetNull | SetDefault, onUpdate: Cascade | Restrict | NoAction | SetNull | SetDefault)',
    )
  })

  it('leaves out what the database has not', () => {
    check(line('a Int @unique(|'), '@unique(map: "text", sort: Asc | Desc)')
    check(line('a Int @default(|', 'sqlserver'), '@default(‹value | function()›, map: "text")')
    check(line('a Int @default(|)'), '@default(‹value | function()›)')
  })

  it('knows functions, fields in keys and native types', () => {
    check(line('a String @default(nanoid(2|1))'), 'nanoid(‹number›)')
    check(line('a String @default(uuid(|'), 'uuid(‹4 | 7›)')
    check(line('a DateTime @default(now(|))'), 'now()')
    check(line('@@index([id(sort: |)])'), 'id(‹sort: Asc | Desc›, ops: OperatorClass | raw("…"))')
    check(line('a Decimal @db.Decimal(10, |2)'), '@db.Decimal(precision, ‹scale›)')
    check(line('a String @db.VarChar(|'), '@db.VarChar(‹length›)')
    check(line('a Unsupported("|")'), 'Unsupported(‹"type"›)')
    check(
      `${source('cockroachdb')}model A {\n  a Int @default(sequence(start: |))\n}\n`,
      'sequence(virtual: true | false, minValue: number, maxValue: number, cache: number, increment: number, ‹start: number›)',
    )
  })

  it('says nothing outside of brackets and in comments', () => {
    check(line('a Int @id|'), 'none')
    check(line('a Int @map("x") |'), 'none')
    check(line('a Int // @map(|'), 'none')
    check('mod|el', 'none')
  })
})
