import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { planMigration } from '../plan-migration'
import { tablesOf } from '../tables-of'

function tables(text: string) {
  return tablesOf(deriveGraph(new Map([['schema.prisma', parse(text)]])), 'sqlserver')
}

function plan(before: string | null, after: string) {
  return planMigration(before === null ? null : tables(before), tables(after))
}

const BEGIN = 'BEGIN TRY\n\nBEGIN TRAN;\n\n'
const DBO = `-- CreateSchema
IF NOT EXISTS (SELECT * FROM sys.schemas WHERE name = N'dbo') EXEC sp_executesql N'CREATE SCHEMA [dbo];';

`
const COMMIT = `
COMMIT TRAN;

END TRY
BEGIN CATCH

IF @@TRANCOUNT > 0
BEGIN
    ROLLBACK TRAN;
END;
THROW

END CATCH
`

/** From nothing, without what stands around every script of the schema dbo. */
function checkNew(text: string, sql: string): void {
  expect(plan(null, text).sql).toBe(`${BEGIN}${DBO}${sql}${COMMIT}`)
}

function checkStep(before: string, after: string, sql: string): void {
  expect(plan(before, after).sql).toBe(`${BEGIN}${sql}${COMMIT}`)
}

/** Lines of a model `A` as a schema. */
const model = (...lines: string[]) => `model A {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`

describe('SQL from nothing', () => {
  it('has each type, with its default as a constraint', () => {
    checkNew(
      model(
        'id Int @id @default(autoincrement())',
        'text String @default("it\'s")',
        'big BigInt @default(7)',
        'float Float?',
        'decimal Decimal @default(1.50)',
        'flag Boolean @default(true)',
        'at DateTime @default(now())',
        'since DateTime @default("2024-02-01T10:00:00.5Z")',
        'bytes Bytes @default("aGk=")',
        'uid String @default(dbgenerated("newid()")) @db.UniqueIdentifier',
        'long String @db.NVarChar(Max)',
        'price Decimal @db.Decimal(10, 2)',
        'made String @default(uuid())',
        'shape Unsupported("geometry")?',
      ),
      `-- CreateTable
CREATE TABLE [dbo].[A] (
    [id] INT NOT NULL IDENTITY(1,1),
    [text] NVARCHAR(1000) NOT NULL CONSTRAINT [A_text_df] DEFAULT 'it''s',
    [big] BIGINT NOT NULL CONSTRAINT [A_big_df] DEFAULT 7,
    [float] FLOAT(53),
    [decimal] DECIMAL(32,16) NOT NULL CONSTRAINT [A_decimal_df] DEFAULT 1.50,
    [flag] BIT NOT NULL CONSTRAINT [A_flag_df] DEFAULT 1,
    [at] DATETIME2 NOT NULL CONSTRAINT [A_at_df] DEFAULT CURRENT_TIMESTAMP,
    [since] DATETIME2 NOT NULL CONSTRAINT [A_since_df] DEFAULT '2024-02-01 10:00:00.500 +00:00',
    [bytes] VARBINARY(max) NOT NULL CONSTRAINT [A_bytes_df] DEFAULT 0x6869,
    [uid] UNIQUEIDENTIFIER NOT NULL CONSTRAINT [A_uid_df] DEFAULT newid(),
    [long] NVARCHAR(max) NOT NULL,
    [price] DECIMAL(10,2) NOT NULL,
    [made] NVARCHAR(1000) NOT NULL,
    [shape] geometry,
    CONSTRAINT [A_pkey] PRIMARY KEY CLUSTERED ([id])
);
`,
    )
  })

  it('has uniques within the table and indexes after it, clustered as asked', () => {
    checkNew(
      model(
        'id Int @id(clustered: false)',
        'b Int @unique(map: "b_once")',
        'c Int',
        '@@unique([b, c(sort: Desc)], clustered: true)',
        '@@index([c, b])',
        '@@map("a")',
      ),
      `-- CreateTable
CREATE TABLE [dbo].[a] (
    [id] INT NOT NULL,
    [b] INT NOT NULL,
    [c] INT NOT NULL,
    CONSTRAINT [a_pkey] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [b_once] UNIQUE NONCLUSTERED ([b]),
    CONSTRAINT [a_b_c_key] UNIQUE CLUSTERED ([b],[c] DESC)
);

-- CreateIndex
CREATE NONCLUSTERED INDEX [a_c_b_idx] ON [dbo].[a]([c], [b]);
`,
    )
  })

  it('has foreign keys without RESTRICT, and schemas that have tables', () => {
    const schema = `datasource db {
  provider = "sqlserver"
  schemas  = ["unused", "one", "b"]
}
model A {
  id Int @id
  b  B   @relation(fields: [id], references: [id])
  @@schema("one")
}
model B {
  id Int @id
  a  A?
  @@schema("b")
}
`
    const { sql } = plan(null, schema)
    expect(sql.match(/CREATE SCHEMA \[\w+\]/g)).toEqual([
      'CREATE SCHEMA [b]',
      'CREATE SCHEMA [one]',
    ])
    expect(sql).toContain(
      'ALTER TABLE [one].[A] ADD CONSTRAINT [A_id_fkey] FOREIGN KEY ([id]) REFERENCES [b].[B]([id]) ON DELETE NO ACTION ON UPDATE CASCADE;\n',
    )
  })

  it('joins a table with itself without cascading', () => {
    const self = model('id Int @id', 'to A[] @relation("x")', 'from A[] @relation("x")')
    const { sql } = plan(null, self)
    expect(sql).toContain(`CREATE TABLE [dbo].[_x] (
    [A] INT NOT NULL,
    [B] INT NOT NULL,
    CONSTRAINT [_x_AB_unique] UNIQUE NONCLUSTERED ([A],[B])
);`)
    expect(sql.match(/ON DELETE NO ACTION ON UPDATE NO ACTION/g)).toHaveLength(2)
  })
})

describe('SQL between two schemas', () => {
  it('is empty when nothing changes', () => {
    expect(plan(model('id Int @id'), model('id Int @id'))).toEqual({
      sql: '-- This is an empty migration.\n',
      steps: [],
      warnings: [],
    })
  })

  it('drops a default, alters, drops, sets the default and adds, in that order', () => {
    checkStep(
      model('id Int @id', 'b Int @default(1)', 'old Int?'),
      model('id Int @id', 'b BigInt? @default(2)', 'new Int?', 'also Int @default(0)'),
      `-- AlterTable
ALTER TABLE [dbo].[A] DROP CONSTRAINT [A_b_df];
ALTER TABLE [dbo].[A] ALTER COLUMN [b] BIGINT NULL;
ALTER TABLE [dbo].[A] DROP COLUMN [old];
ALTER TABLE [dbo].[A] ADD CONSTRAINT [A_b_df] DEFAULT 2 FOR [b];
ALTER TABLE [dbo].[A] ADD [also] INT NOT NULL CONSTRAINT [A_also_df] DEFAULT 0,
[new] INT;
`,
    )
  })

  it('changes a default alone without altering the column', () => {
    checkStep(
      model('id Int @id', 'b Int @default(1)'),
      model('id Int @id', 'b Int'),
      '-- AlterTable\nALTER TABLE [dbo].[A] DROP CONSTRAINT [A_b_df];\n',
    )
  })

  it('changes the primary key, whose new name is not quoted', () => {
    checkStep(
      model('id Int @id', 'b Int'),
      model('id Int', 'b Int', '@@id([id, b])'),
      `-- AlterTable
ALTER TABLE [dbo].[A] DROP CONSTRAINT [A_pkey];
ALTER TABLE [dbo].[A] ADD CONSTRAINT A_pkey PRIMARY KEY CLUSTERED ([id],[b]);
`,
    )
  })

  it('renames keys and indexes', () => {
    const named = (id: string, unique: string, key: string) =>
      `${model(`id Int @id${id}`, `c Int @unique${unique}`, 'bId Int', `b B @relation(fields: [bId], references: [id]${key})`)}model B {\n  id Int @id\n  a A[]\n}\n`
    checkStep(
      named('', '', ''),
      named('(map: "p")', '(map: "u")', ', map: "f"'),
      `-- AlterTable
EXEC SP_RENAME N'dbo.A_pkey', N'p';

-- RenameForeignKey
EXEC sp_rename 'dbo.A_bId_fkey', 'f', 'OBJECT';

-- RenameIndex
EXEC SP_RENAME N'dbo.A.A_c_key', N'u', N'INDEX';
`,
    )
  })

  it('makes the indexes of a column anew when its type changes', () => {
    checkStep(
      model('id Int @id', 'b Int', '@@index([b])'),
      model('id Int @id', 'b BigInt', '@@index([b])'),
      `-- DropIndex
DROP INDEX [A_b_idx] ON [dbo].[A];

-- AlterTable
ALTER TABLE [dbo].[A] ALTER COLUMN [b] BIGINT NOT NULL;

-- CreateIndex
CREATE NONCLUSTERED INDEX [A_b_idx] ON [dbo].[A]([b]);
`,
    )
  })

  it('adds a unique as a constraint', () => {
    checkStep(
      model('id Int @id', 'b Int'),
      model('id Int @id', 'b Int', '@@unique([b, id])'),
      `-- CreateIndex
ALTER TABLE [dbo].[A] ADD CONSTRAINT [A_b_id_key] UNIQUE NONCLUSTERED ([b], [id]);
`,
    )
  })

  it('redefines a table whose identity changes, and the foreign keys to it', () => {
    const other = 'model B {\n  id Int @id\n  a A @relation(fields: [id], references: [id])\n}\n'
    const schema = (id: string) =>
      model(`id Int @id${id}`, 'z Int @unique', 'b B?', '@@index([z, id])') + other
    checkStep(
      schema(''),
      schema(' @default(autoincrement())'),
      `-- DropForeignKey
ALTER TABLE [dbo].[B] DROP CONSTRAINT [B_id_fkey];

-- RedefineTables
BEGIN TRANSACTION;
DROP INDEX [A_z_key] ON [dbo].[A];
DROP INDEX [A_z_id_idx] ON [dbo].[A];
DECLARE @SQL NVARCHAR(MAX) = N''
SELECT @SQL += N'ALTER TABLE '
    + QUOTENAME(OBJECT_SCHEMA_NAME(PARENT_OBJECT_ID))
    + '.'
    + QUOTENAME(OBJECT_NAME(PARENT_OBJECT_ID))
    + ' DROP CONSTRAINT '
    + OBJECT_NAME(OBJECT_ID) + ';'
FROM SYS.OBJECTS
WHERE TYPE_DESC LIKE '%CONSTRAINT'
    AND OBJECT_NAME(PARENT_OBJECT_ID) = 'A'
    AND SCHEMA_NAME(SCHEMA_ID) = 'dbo'
EXEC sp_executesql @SQL
;
CREATE TABLE [dbo].[_prisma_new_A] (
    [id] INT NOT NULL IDENTITY(1,1),
    [z] INT NOT NULL,
    CONSTRAINT [A_pkey] PRIMARY KEY CLUSTERED ([id]),
    CONSTRAINT [A_z_key] UNIQUE NONCLUSTERED ([z])
);
SET IDENTITY_INSERT [dbo].[_prisma_new_A] ON;
IF EXISTS(SELECT * FROM [dbo].[A])
    EXEC('INSERT INTO [dbo].[_prisma_new_A] ([id],[z]) SELECT [id],[z] FROM [dbo].[A] WITH (holdlock tablockx)');
SET IDENTITY_INSERT [dbo].[_prisma_new_A] OFF;
DROP TABLE [dbo].[A];
EXEC SP_RENAME N'dbo._prisma_new_A', N'A';
CREATE NONCLUSTERED INDEX [A_z_id_idx] ON [dbo].[A]([z], [id]);
COMMIT;

-- AddForeignKey
ALTER TABLE [dbo].[B] ADD CONSTRAINT [B_id_fkey] FOREIGN KEY ([id]) REFERENCES [dbo].[A]([id]) ON DELETE NO ACTION ON UPDATE CASCADE;
`,
    )
  })

  it('drops tables after their foreign keys', () => {
    const other = 'model B {\n  id Int @id\n  a A @relation(fields: [id], references: [id])\n}\n'
    checkStep(
      model('id Int @id', 'b B?') + other,
      model('id Int @id'),
      `-- DropForeignKey
ALTER TABLE [dbo].[B] DROP CONSTRAINT [B_id_fkey];

-- DropTable
DROP TABLE [dbo].[B];
`,
    )
  })
})

describe('warnings', () => {
  const warnings = (before: string, after: string) =>
    plan(model('id Int @id', before), model('id Int @id', after)).warnings.map(
      ({ text, isBlocking }) => [isBlocking, text],
    )

  it('are those of migrate dev', () => {
    expect(warnings('b String', 'b String @db.NVarChar(10)')).toEqual([
      [
        false,
        'You are about to alter the column `b` on the `A` table. The data in that column could be lost. The data in that column will be cast from `NVarChar(1000)` to `NVarChar(10)`.',
      ],
    ])
    expect(warnings('b Int?', 'b Int')).toEqual([
      [
        true,
        'Made the column `b` on table `A` required. This step will fail if there are existing NULL values in that column.',
      ],
    ])
    expect(warnings('b Bytes', 'b Float')).toEqual([
      [
        true,
        'Changed the type of `b` on the `A` table. No cast exists, the column would be dropped and recreated, which cannot be done if there is data, since the column is required.',
      ],
    ])
    expect(warnings('b Bytes?', 'b Float?')).toEqual([
      [
        false,
        'The `b` column on the `A` table would be dropped and recreated. This will lead to data loss if there is data in the column.',
      ],
    ])
    expect(warnings('b Int @default(1)', 'b Int @default(2)')).toEqual([])
  })
})
