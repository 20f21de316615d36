import { describe, expect, it } from 'vitest'
import type { Oracle, OracleOrigin } from './pairs'
import { RULES, type RuleName, SCHEMA_RULES } from './rules'
import { joinSteps, splitSteps } from './statements'
import { parseVersion } from './version'

/** What an oracle is, but for what the test is about: of SQL Server, by Prisma 7, exact. */
function oracle(changes: Partial<Oracle>, origin: Partial<OracleOrigin> = {}): Oracle {
  return {
    label: 'step/sqlserver/example',
    folder: '',
    kind: 'step',
    provider: 'sqlserver',
    before: null,
    after: '',
    sql: '',
    migrations: [],
    ...changes,
    origin: {
      version: parseVersion('7.10'),
      fromShadowDatabase: false,
      isExact: true,
      externalTables: [],
      ...origin,
    },
  }
}

function ruleNamed(name: RuleName) {
  const rule = RULES.find((rule) => rule.name === name)
  if (!rule) throw new Error(`There is no rule ${name}`)
  return rule
}

/** Applies one rule to both sides, our SQL first, and says what they come to. */
function apply(name: RuleName, actual: string, expected: string, to = oracle({})) {
  const sides = { actual: splitSteps(actual), expected: splitSteps(expected) }
  const after = ruleNamed(name).apply(sides, to)
  return { actual: joinSteps(after.actual), expected: joinSteps(after.expected) }
}

function check(name: RuleName, actual: string, expected: string, to = oracle({})): void {
  const after = apply(name, actual, expected, to)
  expect(after.actual).toBe(after.expected)
}

const applies = (name: RuleName, to: Oracle) => ruleNamed(name).appliesTo(to)
const by = (version: string) => ({ version: parseVersion(version) })

describe('rules about the shadow database', () => {
  const shadow = { fromShadowDatabase: true }

  it('existing-default-schema takes out our CREATE SCHEMA of public and dbo alone', () => {
    const create = (name: string) => `-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "${name}";\n`
    check('existing-default-schema', `${create('public')}${create('a')}`, create('a'))
    expect(applies('existing-default-schema', oracle({}, shadow))).toBe(true)
    expect(applies('existing-default-schema', oracle({}))).toBe(false)
    expect(applies('existing-default-schema', oracle({ provider: 'sqlite' }, shadow))).toBe(false)
  })

  it('unique-constraints-of-shadow-database drops them as indexes', () => {
    check(
      'unique-constraints-of-shadow-database',
      '-- DropIndex\nDROP INDEX [A_b_key] ON [dbo].[A];',
      '-- DropIndex\nALTER TABLE [dbo].[A] DROP CONSTRAINT [A_b_key];',
    )
    const other = '-- AlterTable\nALTER TABLE [dbo].[A] DROP CONSTRAINT [A_pkey];'
    expect(apply('unique-constraints-of-shadow-database', '', other).expected).toBe(other)
  })

  it('order-of-shadow-database sorts ours by name and leaves what Prisma wrote', () => {
    const drop = (name: string) => `-- DropTable\nDROP TABLE [dbo].[${name}];\n\n`
    const order = 'order-of-shadow-database'
    check(order, drop('b') + drop('C') + drop('a'), drop('a') + drop('b') + drop('C'))
    const after = apply(order, drop('a') + drop('b'), drop('b') + drop('a'))
    expect(after.actual).not.toBe(after.expected)
  })

  it('order-of-shadow-database sorts by code units where names have case', () => {
    const drop = (name: string) => `-- DropTable\nDROP TABLE "${name}";\n\n`
    const postgresql = oracle({ provider: 'postgresql' })
    check('order-of-shadow-database', drop('b') + drop('C'), drop('C') + drop('b'), postgresql)
  })

  it('order-of-shadow-database keeps the order of indexes of new tables and within a table', () => {
    const index = (table: string, column: string) =>
      `-- CreateIndex\nCREATE INDEX "${table}_${column}_idx" ON "${table}"("${column}");\n\n`
    const create = '-- CreateTable\nCREATE TABLE "z" (\n    "a" TEXT\n);\n\n'
    check(
      'order-of-shadow-database',
      create + index('z', 'a') + index('y', 'b') + index('y', 'a') + index('x', 'c'),
      create + index('z', 'a') + index('x', 'c') + index('y', 'b') + index('y', 'a'),
      oracle({ provider: 'postgresql' }),
    )
  })

  it('order-of-shadow-database sorts the drops before a table is redefined', () => {
    const drop = (name: string) => `DROP INDEX [${name}] ON [dbo].[A];\n`
    const redefine = (drops: string) => `-- RedefineTables\nBEGIN TRANSACTION;\n${drops}COMMIT;`
    check(
      'order-of-shadow-database',
      redefine(drop('b') + drop('a')),
      redefine(drop('a') + drop('b')),
    )
  })

  it('order-of-shadow-database sorts renamed indexes by their tables first', () => {
    const rename = (table: string, name: string) =>
      `-- RenameIndex\nALTER TABLE \`${table}\` RENAME INDEX \`${name}\` TO \`x\`;\n\n`
    check(
      'order-of-shadow-database',
      rename('B', 'a') + rename('A', 'c') + rename('A', 'b'),
      rename('A', 'b') + rename('A', 'c') + rename('B', 'a'),
      oracle({ provider: 'mysql' }),
    )
  })

  it('indexes-of-foreign-keys pairs a rename with our index of that name and table', () => {
    const rename = '-- RenameIndex\nALTER TABLE `A` RENAME INDEX `A_bId_fkey` TO `A_bId_idx`;'
    check(
      'indexes-of-foreign-keys',
      '-- CreateIndex\nCREATE INDEX `A_bId_idx` ON `A`(`bId`);',
      rename,
    )
    const other = '-- CreateIndex\nCREATE INDEX `A_bId_idx` ON `B`(`bId`);'
    expect(apply('indexes-of-foreign-keys', other, rename)).toEqual({
      actual: other,
      expected: rename,
    })
  })

  it('external-tables takes out what we do to them, not what refers to them', () => {
    const key = (table: string) =>
      `-- AddForeignKey\nALTER TABLE [dbo].[${table}] ADD CONSTRAINT [x] FOREIGN KEY ([b]) REFERENCES [dbo].[B]([id]);\n\n`
    const external = oracle({}, { externalTables: ['B'] })
    check(
      'external-tables',
      `-- CreateTable\nCREATE TABLE [dbo].[B] (\n    [id] INT\n);\n\n${key('A')}${key('B')}`,
      key('A'),
      external,
    )
    expect(applies('external-tables', external)).toBe(true)
    expect(applies('external-tables', oracle({}))).toBe(false)
  })

  it('noise-of-shadow-database takes out tables and columns of which we say nothing', () => {
    const alter = (table: string, clauses: string) =>
      `-- AlterTable\nALTER TABLE \`${table}\` ${clauses};\n\n`
    check(
      'noise-of-shadow-database',
      alter('A', 'ADD COLUMN `b` INTEGER NULL'),
      alter('A', 'ADD COLUMN `b` INTEGER NULL,\n    MODIFY `c` TIMESTAMP NOT NULL') +
        alter('B', 'MODIFY `c` TIMESTAMP NOT NULL'),
    )
    expect(applies('noise-of-shadow-database', oracle({}))).toBe(false)
    expect(applies('noise-of-shadow-database', oracle({}, { isExact: false }))).toBe(true)
  })
})

describe('rules about older versions', () => {
  it('public-schema-taken-for-granted is about CockroachDB before Prisma 7', () => {
    const name = 'public-schema-taken-for-granted'
    check(name, '-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";', '')
    expect(applies(name, oracle({ provider: 'cockroachdb' }, by('6.14')))).toBe(true)
    expect(applies(name, oracle({ provider: 'cockroachdb' }, by('7.0')))).toBe(false)
    expect(applies(name, oracle({ provider: 'postgresql' }, by('6.14')))).toBe(false)
  })

  it('create-schema-unconditionally asks nothing and leaves dbo out', () => {
    const create = (name: string) => `EXEC sp_executesql N'CREATE SCHEMA [${name}];';`
    const ours = (name: string) =>
      `-- CreateSchema\nIF NOT EXISTS (SELECT * FROM sys.schemas WHERE name = N'${name}') ${create(name)}\n`
    check(
      'create-schema-unconditionally',
      ours('dbo') + ours('a'),
      `-- CreateSchema\n${create('a')};`,
    )
    expect(applies('create-schema-unconditionally', oracle({}, by('6.14')))).toBe(false)
  })

  it('without-transaction takes the transaction off ours', () => {
    const drop = '-- DropTable\nDROP TABLE [dbo].[A];'
    const sql = `BEGIN TRY\n\nBEGIN TRAN;\n\n${drop}\n\nCOMMIT TRAN;\n\nEND TRY`
    check('without-transaction', sql, drop)
    expect(applies('without-transaction', oracle({}, by('3.8')))).toBe(true)
    expect(applies('without-transaction', oracle({}, by('3.9')))).toBe(false)
  })

  it('uniques-as-indexes adds uniques as indexes', () => {
    check(
      'uniques-as-indexes',
      '-- CreateIndex\nALTER TABLE [dbo].[A] ADD CONSTRAINT [A_b_key] UNIQUE NONCLUSTERED ([b], [c]);',
      '-- CreateIndex\nCREATE UNIQUE NONCLUSTERED INDEX [A_b_key] ON [dbo].[A]([b], [c]);',
    )
    expect(applies('uniques-as-indexes', oracle({}, by('4.2')))).toBe(false)
  })

  it('clustering-unsaid takes the words off ours', () => {
    check(
      'clustering-unsaid',
      '-- CreateIndex\nCREATE NONCLUSTERED INDEX [A_b_idx] ON [dbo].[A]([b]);',
      '-- CreateIndex\nCREATE INDEX [A_b_idx] ON [dbo].[A]([b]);',
    )
    expect(applies('clustering-unsaid', oracle({}, by('3.13')))).toBe(false)
  })

  it('join-tables-get-primary-keys takes out the upgrade of a join table', () => {
    const drop = (table: string) => `-- DropIndex\nDROP INDEX "${table}_AB_unique";\n\n`
    const add =
      '-- AlterTable\nALTER TABLE "_x" ADD CONSTRAINT "_x_AB_pkey" PRIMARY KEY ("A", "B");\n\n'
    check('join-tables-get-primary-keys', drop('_y'), add + drop('_x') + drop('_y'))
  })

  it('qualified-public-schema takes public off', () => {
    check(
      'qualified-public-schema',
      '-- DropTable\nDROP TABLE "A";',
      '-- DropTable\nDROP TABLE "public"."A";',
    )
    const qualified = (version: string) =>
      applies('qualified-public-schema', oracle({ provider: 'postgresql' }, by(version)))
    expect(['6.12', '6.13', '6.16', '6.17'].map(qualified)).toEqual([false, true, true, false])
  })

  it('join-tables-with-unique-index makes the unique index a primary key', () => {
    const create = (key: string) =>
      `-- CreateTable\nCREATE TABLE "_AToB" (\n    "A" TEXT NOT NULL,\n    "B" TEXT NOT NULL${key}\n);\n`
    check(
      'join-tables-with-unique-index',
      create(',\n\n    CONSTRAINT "_AToB_AB_pkey" PRIMARY KEY ("A","B")'),
      `${create('')}\n-- CreateIndex\nCREATE UNIQUE INDEX "_AToB_AB_unique" ON "_AToB"("A", "B");\n`,
    )
  })

  it('defer-foreign-keys takes the pragmas out', () => {
    check(
      'defer-foreign-keys',
      '-- RedefineTables\nPRAGMA defer_foreign_keys=ON;\nPRAGMA foreign_keys=OFF;\nPRAGMA foreign_keys=ON;',
      '-- RedefineTables\nPRAGMA foreign_keys=OFF;\nPRAGMA foreign_key_check;\nPRAGMA foreign_keys=ON;',
    )
  })

  it('names-of-prisma-2 takes names off and cascades', () => {
    const create = (key: string) => `-- CreateTable\nCREATE TABLE "A" (\n    ${key}\n);\n\n`
    const key = (action: string) =>
      `FOREIGN KEY ("b") REFERENCES "B" ("id") ON DELETE ${action} ON UPDATE CASCADE`
    check(
      'names-of-prisma-2',
      `${create(`CONSTRAINT "A_b_fkey" ${key('RESTRICT')}`)}-- CreateIndex\nCREATE UNIQUE INDEX "A_c_key" ON "A"("c");`,
      `${create(key('CASCADE'))}-- CreateIndex\nCREATE UNIQUE INDEX "A.c_unique" ON "A"("c");`,
    )
  })

  it('renames-to-prisma-3 takes out renames of names of Prisma 2', () => {
    const redefine =
      '-- RedefineIndex\nDROP INDEX "A.b_unique";\nCREATE UNIQUE INDEX "A_b_key" ON "A"("b");'
    check('renames-to-prisma-3', '', redefine)
    const other = redefine.replace('A.b_unique', 'A_c_key')
    expect(apply('renames-to-prisma-3', '', other).expected).toBe(other)
  })

  it('added-columns-as-in-schema takes them in any order', () => {
    const add = (name: string) => `ALTER TABLE "A" ADD COLUMN "${name}" TEXT;\n`
    const alter = (adds: string) => `-- AlterTable\n${adds}`
    check('added-columns-as-in-schema', alter(add('a') + add('b')), alter(add('b') + add('a')))
    expect(applies('added-columns-as-in-schema', oracle({}, by('3.0')))).toBe(false)
  })

  it('foreign-keys-by-referred-table sorts ours by the tables as created', () => {
    const create = (name: string) =>
      `-- CreateTable\nCREATE TABLE \`${name}\` (\n    \`id\` INTEGER\n);\n\n`
    const key = (to: string) =>
      `-- AddForeignKey\nALTER TABLE \`A\` ADD CONSTRAINT \`${to}\` FOREIGN KEY (\`x\`) REFERENCES \`${to}\`(\`id\`);\n\n`
    const tables = create('A') + create('B') + create('C')
    check(
      'foreign-keys-by-referred-table',
      tables + key('C') + key('B'),
      tables + key('B') + key('C'),
    )
    expect(applies('foreign-keys-by-referred-table', oracle({}, by('4.0')))).toBe(false)
  })

  it('views-with-ids makes the ids of views uniques', () => {
    const [rule] = SCHEMA_RULES
    expect(rule?.apply('view V {\n  id Int @id @map("x")\n}\nmodel M {\n  id Int @id\n}\n')).toBe(
      'view V {\n  id Int @unique @map("x")\n}\nmodel M {\n  id Int @id\n}\n',
    )
    expect(rule?.appliesTo(oracle({}))).toBe(false)
  })
})

describe('rules about faults of oracles', () => {
  it('hand-written-default-drops takes out drops for dropped columns', () => {
    const alter = (drops: string) => `-- AlterTable\n${drops}ALTER TABLE [dbo].[A] DROP COLUMN [b];`
    const drop = (column: string) => `ALTER TABLE [dbo].[A] DROP CONSTRAINT [A_${column}_df];\n`
    check('hand-written-default-drops', alter(''), alter(drop('b')))
    const other = alter(drop('c'))
    expect(apply('hand-written-default-drops', '', other).expected).toBe(other)
  })

  it('edited-by-hand changes only the oracles it names', () => {
    const sql =
      "-- AlterTable\nALTER TABLE [dbo].[A] ADD [b] INT CONSTRAINT [x] DEFAULT '/register';"
    expect(apply('edited-by-hand', '', sql).expected).toBe(sql)
    const named = oracle({ label: 'step/sqlserver/eureka-club__eureka__14' })
    expect(apply('edited-by-hand', '', sql, named).expected).toContain("'/registerd'")
  })

  it('none applies without a reason', () => {
    const plain = RULES.filter((rule) => rule.appliesTo(oracle({}))).map(({ name }) => name)
    expect(plain).toEqual(['hand-written-default-drops'])
  })
})
