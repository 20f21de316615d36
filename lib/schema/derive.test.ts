import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EditedItems, parse, reparse } from '@/lib/psl/parse'
import { arbitraryEdits, arbitrarySchemaText, resolveEdits } from '@/lib/psl/random-text'
import { applyChanges, type ChangeSet, changeSet, diffTexts } from '@/lib/text/change-set'
import { type DerivedGraph, deriveGraph, type EditedBlocks, updateGraph } from './derive'
import type { Block, Relation } from './graph'
import { describeGraph } from './invariants'

function graphOf(text: string): DerivedGraph {
  return deriveGraph(new Map([['schema.prisma', parse(text)]]))
}

/** What edits came to before. */
interface Memory {
  readonly items: EditedItems
  readonly blocks: EditedBlocks
}

function edited(graph: DerivedGraph, changes: ChangeSet, memory?: Memory): DerivedGraph {
  const file = graph.internal.files.get('schema.prisma')
  if (!file) throw new Error('no file')
  const next = reparse(file, changes, applyChanges(file.text, changes), memory?.items)
  return updateGraph(
    graph,
    new Map([['schema.prisma', next]]),
    new Map([['schema.prisma', changes]]),
    memory?.blocks,
  )
}

/** The graph after the text becomes `text`. */
function become(graph: DerivedGraph, text: string): DerivedGraph {
  return edited(graph, diffTexts(graph.internal.files.get('schema.prisma')?.text ?? '', text))
}

function block(graph: DerivedGraph, name: string): Block {
  const found = graph.blockByName.get(name)
  if (!found) throw new Error(`no block ${name}`)
  return found
}

/** Relations as `Post.author → User.posts: one-to-many`. */
function relations(text: string): string[] {
  const graph = graphOf(text)
  const name = (id: string) => graph.blockById.get(id)?.name
  const show = ({ from, to, toBlockId, kind }: Relation) =>
    `${name(from.blockId)}.${from.fieldName} → ${name(toBlockId)}.${to?.fieldName ?? '∅'}: ${kind}`
  return graph.relations.map(show)
}

describe('relations', () => {
  it('pairs one-to-many and one-to-one', () => {
    expect(
      relations(
        'model User {\n posts Post[]\n card Card?\n}\nmodel Post {\n author User @relation(fields: [a], references: [id])\n}\nmodel Card {\n user User @relation(fields: [u], references: [id])\n}',
      ),
    ).toEqual(['Post.author → User.posts: one-to-many', 'Card.user → User.card: one-to-one'])
  })

  it('orients an implicit many-to-many as Prisma does', () => {
    expect(relations('model Tag {\n posts Post[]\n}\nmodel Post {\n tags Tag[]\n}')).toEqual([
      'Post.tags → Tag.posts: many-to-many',
    ])
    expect(relations('model U {\n b U[] @relation("x")\n a U[] @relation("x")\n}')).toEqual([
      'U.a → U.b: many-to-many',
    ])
  })

  it('pairs the two lists with keys of a many-to-many relation in MongoDB', () => {
    expect(
      relations(
        'model User {\n posts Post[] @relation(fields: [p], references: [id])\n}\nmodel Post {\n users User[] @relation(fields: [u], references: [id])\n}',
      ),
    ).toEqual(['Post.users → User.posts: many-to-many'])
  })

  it('keeps parallel and self relations apart by name', () => {
    expect(
      relations(
        'model A {\n x B @relation("x", fields: [i], references: [id])\n y B @relation(name: "y", fields: [j], references: [id])\n p A? @relation("p", fields: [k], references: [id])\n c A[] @relation("p")\n}\nmodel B {\n ys A[] @relation("y")\n xs A[] @relation("x")\n}',
      ),
    ).toEqual(['A.x → B.xs: one-to-many', 'A.y → B.ys: one-to-many', 'A.p → A.c: one-to-many'])
  })

  it('pairs the many-to-many relations of MongoDB, where both ends have fields', () => {
    expect(
      relations(
        'model Tag {\n posts Post[] @relation(fields: [postIds], references: [id])\n}\nmodel Post {\n tags Tag[] @relation(fields: [tagIds], references: [id])\n}',
      ),
    ).toEqual(['Post.tags → Tag.posts: many-to-many'])
  })

  it('draws half-built relations', () => {
    expect(relations('model A {\n b B\n}\nmodel B {\n}')).toEqual(['A.b → B.∅: one-to-many'])
    expect(
      relations(
        'model A {\n b B @relation(fields: [x], references: [id])\n x Int @unique\n}\nmodel B {\n}',
      ),
    ).toEqual(['A.b → B.∅: one-to-one'])
  })

  it('has none to enums, composite types and unknown names', () => {
    expect(relations('model A {\n e E\n t T\n u U\n}\nenum E {\n X\n}\ntype T {\n}')).toEqual([])
  })
})

describe('reading', () => {
  const graph = graphOf(`/// A person.
model User {
  id    Int      @id @default(autoincrement())
  /// Where to write.
  mail  String?  @unique(map: "mail_key", sort: Desc) @map("e_mail") @db.VarChar(20)
  tags  String[] @default(["a\\n", "b"])
  shape Unsupported("circle")

  @@unique([mail, tags(sort: Desc, length: 3)], name: "both", map: "both_key")
  @@index([tags(ops: raw("x_ops"))], type: Gin, where: raw("a > 1"))
  @@map("users")
  @@schema("auth")
  @@ignore
}
datasource db {
  provider = "postgresql"
}`)
  const user = block(graph, 'User')

  it('understands a model', () => {
    expect(user).toMatchObject({
      kind: 'model',
      documentation: 'A person.',
      databaseName: 'users',
      databaseSchema: 'auth',
      isIgnored: true,
    })
    expect(graph.provider).toBe('postgresql')
  })

  it('understands fields', () => {
    expect(
      user.fields.map(({ name, typeName, typeKind, arity }) => [name, typeName, typeKind, arity]),
    ).toEqual([
      ['id', 'Int', 'scalar', 'required'],
      ['mail', 'String', 'scalar', 'optional'],
      ['tags', 'String', 'scalar', 'list'],
      ['shape', 'circle', 'unsupported', 'required'],
    ])
    expect(user.fields[0]).toMatchObject({
      isId: true,
      default: { kind: 'call', name: 'autoincrement' },
    })
    expect(user.fields[1]).toMatchObject({
      isUnique: true,
      databaseName: 'e_mail',
      documentation: 'Where to write.',
      nativeType: { prefix: 'db', name: 'VarChar', args: ['20'] },
    })
    expect(user.fields[2]?.default).toEqual({
      kind: 'list',
      items: [
        { kind: 'string', value: 'a\n' },
        { kind: 'string', value: 'b' },
      ],
    })
  })

  it('takes every comment but // for documentation, as the engine does', () => {
    const graph = graphOf(
      '/**\n * A list\n */\n// for readers\n///  two lines \nmodel A {\n  /* above */\n  id Int /* behind */\n  x Int // for readers\n}\n',
    )
    expect(block(graph, 'A').documentation).toBe('*\n * A list\ntwo lines ')
    expect(block(graph, 'A').fields.map((field) => field.documentation)).toEqual([
      'above\nbehind',
      '',
    ])
  })

  it('understands keys', () => {
    expect(user.keys.map((key) => [key.kind, key.on, key.name, key.map, key.type])).toEqual([
      ['id', 'field', null, null, null],
      ['unique', 'field', null, 'mail_key', null],
      ['unique', 'block', 'both', 'both_key', null],
      ['index', 'block', null, null, 'Gin'],
    ])
    expect(user.keys[2]?.fields).toEqual([
      { path: 'mail', sort: null, length: null, ops: null },
      { path: 'tags', sort: 'Desc', length: 3, ops: null },
    ])
    expect(user.keys[3]?.fields[0]?.ops).toBe('x_ops')
  })
})

describe('identity', () => {
  const text = 'model User {\n  id Int @id\n  posts Post[]\n}\n\nmodel Post {\n  user User\n}\n'

  it('survives renaming by typing', () => {
    const before = graphOf(text)
    const after = become(before, text.replace('model User', 'model Person'))
    expect(block(after, 'Person').id).toBe(block(before, 'User').id)
    expect(block(after, 'Person').fields).toBe(block(before, 'User').fields)
  })

  it('survives deleting the name and typing another', () => {
    const before = graphOf(text)
    const without = become(before, text.replace('model User', 'model '))
    const after = become(without, text.replace('model User', 'model Account'))
    expect(block(after, 'Account').id).toBe(block(before, 'User').id)
  })

  it('survives renaming a field', () => {
    const before = graphOf(text)
    const after = become(before, text.replace('posts Post', 'articles Post'))
    expect(block(after, 'User').fields[1]?.id).toBe(block(before, 'User').fields[1]?.id)
    expect(block(after, 'User').fields[0]).toBe(block(before, 'User').fields[0])
  })

  it('comes back after a deletion is undone, and after cut and paste', () => {
    const before = graphOf(text)
    const gone = become(before, text.slice(text.indexOf('model Post')))
    const back = become(gone, text)
    expect(block(back, 'User').id).toBe(block(before, 'User').id)
    expect(block(back, 'User').fields.map(({ id }) => id)).toEqual(
      block(before, 'User').fields.map(({ id }) => id),
    )
  })

  it('comes back in the order of undo when several things had one name', () => {
    const model = (name: string, field: string) => `model ${name} {\n  ${field} Int\n}\n`
    const twins = model('A', 'x') + model('A', 'y') + model('B', 'z')
    const before = graphOf(twins)
    const ids = (graph: DerivedGraph) => graph.blocks.map(({ id }) => id)
    const states = [twins, model('A', 'y') + model('B', 'z'), model('B', 'z'), '']
    const graphs = [before]
    for (const state of states.slice(1)) graphs.push(become(graphs[graphs.length - 1]!, state))
    let graph = graphs[graphs.length - 1]!
    for (let index = states.length - 2; index >= 0; index--) {
      graph = become(graph, states[index]!)
      expect(ids(graph)).toEqual(ids(graphs[index]!))
    }
    const atOnce = become(become(before, ''), twins)
    expect(ids(atOnce)).toEqual(ids(before))
  })

  it('follows a block into another file', () => {
    const before = graphOf(text)
    const [user = '', post = ''] = text.split('\n\n')
    const after = updateGraph(
      before,
      new Map([
        ['schema.prisma', parse(post)],
        ['user.prisma', parse(user)],
      ]),
      new Map([['schema.prisma', diffTexts(text, post)]]),
    )
    expect(block(after, 'User')).toMatchObject({
      id: block(before, 'User').id,
      path: 'user.prisma',
    })
  })

  it('keeps the last good shape of a broken block', () => {
    const before = graphOf(text)
    const after = become(before, text.replace('posts Post[]', 'pos'))
    expect(block(after, 'User')).toMatchObject({ isBroken: true })
    expect(block(after, 'User').lastGood).toBe(block(before, 'User'))
    const longer = become(after, text.replace('posts Post[]', 'posts'))
    expect(block(longer, 'User').lastGood).toBe(block(before, 'User'))
    const whole = become(longer, text)
    expect(block(whole, 'User')).toMatchObject({ isBroken: false, lastGood: null })
    expect(block(whole, 'User').fields[1]?.id).toBe(block(before, 'User').fields[1]?.id)
  })
})

describe('sharing', () => {
  it('keeps every object that an edit does not concern', () => {
    const text =
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  a A @relation(fields: [aId], references: [id])\n  aId Int\n}\nmodel C {\n  x Int\n}\n'
    const before = graphOf(text)
    const after = become(before, text.replace('x Int', 'x Int?'))
    expect(block(after, 'A')).toBe(block(before, 'A'))
    expect(block(after, 'C')).not.toBe(block(before, 'C'))
    expect(after.relations).toBe(before.relations)
    expect(block(become(before, `// c\n\n${text}`), 'A')).toBe(block(before, 'A'))
  })

  it('gives what a block became before again, unless its names mean something else', () => {
    const text = 'model A {\n  x Role\n}\nmodel B {\n  x Int\n}\nenum Role {\n  A\n}\n'
    const memory: Memory = { items: new WeakMap(), blocks: new WeakMap() }
    const before = graphOf(text)
    const become = (next: string) => edited(before, diffTexts(text, next), memory)
    const list = text.replace('x Role', 'x Role[]')
    const first = become(list)
    expect(block(become(list.replace('x Int', 'x Int?')), 'A')).toBe(block(first, 'A'))
    const other = become(list.replace('enum Role', 'type Role'))
    expect(block(other, 'A').fields[0]?.typeKind).toBe('type')
    expect(block(first, 'A').fields[0]?.typeKind).toBe('enum')
  })

  it('gives fields their kind when a name appears', () => {
    const before = graphOf('model A {\n  x Role\n}\n')
    expect(block(before, 'A').fields[0]?.typeKind).toBe('unknown')
    const after = become(before, 'model A {\n  x Role\n}\nenum Role {\n  A\n}\n')
    expect(block(after, 'A').fields[0]?.typeKind).toBe('enum')
  })
})

describe('properties', () => {
  it('derives the same after edits as from scratch', () => {
    fc.assert(
      fc.property(
        arbitrarySchemaText,
        fc.array(arbitraryEdits, { maxLength: 4 }),
        (text, rounds) => {
          let graph = graphOf(text)
          for (const edits of rounds) {
            const length = graph.internal.files.get('schema.prisma')?.text.length ?? 0
            graph = edited(graph, changeSet(length, resolveEdits(length, edits)))
            const fresh = graphOf(graph.internal.files.get('schema.prisma')?.text ?? '')
            expect(describeGraph(graph)).toEqual(describeGraph(fresh))
          }
        },
      ),
      { seed: 3, numRuns: 4000 },
    )
  })

  it('derives the same, ids included, with what blocks became before', () => {
    fc.assert(
      fc.property(
        arbitrarySchemaText,
        fc.array(arbitraryEdits, { minLength: 2, maxLength: 4 }),
        (text, rounds) => {
          const memory: Memory = { items: new WeakMap(), blocks: new WeakMap() }
          let graph = graphOf(text)
          // Each round twice over, from the same graph, as drafts do.
          for (const edits of rounds.flatMap((round) => [round, ...rounds.slice(0, 1), round])) {
            const length = graph.internal.files.get('schema.prisma')?.text.length ?? 0
            const changes = changeSet(length, resolveEdits(length, edits))
            const next = edited(graph, changes, memory)
            const { blocks, relations } = edited(graph, changes)
            expect({ blocks: next.blocks, relations: next.relations }).toEqual({
              blocks,
              relations,
            })
            if (edits === rounds[0]) graph = next
          }
        },
      ),
      { seed: 5, numRuns: 2000 },
    )
  })

  it('never gives one id twice', () => {
    fc.assert(
      fc.property(
        arbitrarySchemaText,
        fc.array(arbitraryEdits, { maxLength: 6 }),
        (text, rounds) => {
          let graph = graphOf(text)
          for (const edits of rounds) {
            const length = graph.internal.files.get('schema.prisma')?.text.length ?? 0
            graph = edited(graph, changeSet(length, resolveEdits(length, edits)))
            const ids = graph.blocks.flatMap((item) => [
              item.id,
              ...item.fields.map(({ id }) => id),
              ...item.values.map(({ id }) => id),
            ])
            expect(new Set(ids).size).toBe(ids.length)
            const relationIds = graph.relations.map(({ id }) => id)
            expect(new Set(relationIds).size).toBe(relationIds.length)
          }
        },
      ),
      { seed: 4, numRuns: 2000 },
    )
  })
})
