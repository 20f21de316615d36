import { describe, expect, it } from 'vitest'
import { migrationBetween } from '../check'

/** The SQL that creates everything from nothing, without the blank line at its end. */
function created(schema: string): string {
  return migrationBetween(null, schema, 'mysql').sql.trimEnd()
}

/** The line of a column, without indentation and comma. */
function column(field: string, more = ''): string {
  const sql = created(`model T {\n  key Int @id\n  ${field}\n}\n${more}`)
  return sql.split('\n')[3]?.trim().replace(/,$/, '') ?? ''
}

describe('a table', () => {
  it('has columns, then its indexes, then its primary key', () => {
    expect(
      created(`
        model User {
          id    Int     @id @default(autoincrement())
          email String  @unique
          name  String? @map("full_name")
          @@unique([name, email])
          @@index([name(sort: Desc), email(length: 20)])
          @@fulltext([email], map: "email_text")
          @@map("users")
        }`),
    ).toBe(`-- CreateTable
CREATE TABLE \`users\` (
    \`id\` INTEGER NOT NULL AUTO_INCREMENT,
    \`email\` VARCHAR(191) NOT NULL,
    \`full_name\` VARCHAR(191) NULL,

    UNIQUE INDEX \`users_email_key\`(\`email\`),
    INDEX \`users_full_name_email_idx\`(\`full_name\` DESC, \`email\`(20)),
    UNIQUE INDEX \`users_full_name_email_key\`(\`full_name\`, \`email\`),
    FULLTEXT INDEX \`email_text\`(\`email\`),
    PRIMARY KEY (\`id\`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`)
  })

  it('needs no primary key, and an ignored model has one all the same', () => {
    expect(
      created('model Log {\n  at DateTime @unique\n  text String @ignore\n  @@ignore\n}'),
    ).toBe(
      `-- CreateTable
CREATE TABLE \`Log\` (
    \`at\` DATETIME(3) NOT NULL,
    \`text\` VARCHAR(191) NOT NULL,

    UNIQUE INDEX \`Log_at_key\`(\`at\`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
    )
  })

  it('takes `name:` of an index for its name, of a unique constraint for Prisma Client', () => {
    const sql = created(`model T {
      a Int @id
      b Int
      @@index([b], name: "here")
      @@unique([b], name: "there")
    }`)
    expect(sql).toContain('INDEX `here`(`b`)')
    expect(sql).toContain('UNIQUE INDEX `T_b_key`(`b`)')
  })

  it('does not come of a view', () => {
    expect(created('view V {\n  id Int @unique\n}')).toBe('-- This is an empty migration.')
  })
})

describe('a column', () => {
  it.each([
    ['f Int', '`f` INTEGER NOT NULL'],
    ['f BigInt?', '`f` BIGINT NULL'],
    ['f Boolean @default(true)', '`f` BOOLEAN NOT NULL DEFAULT true'],
    ['f Int @db.TinyInt', '`f` TINYINT NOT NULL'],
    ['f Boolean @db.Bit(1)', '`f` BIT(1) NOT NULL'],
    ['f Int @db.UnsignedSmallInt', '`f` SMALLINT UNSIGNED NOT NULL'],
    ['f BigInt @db.UnsignedBigInt', '`f` BIGINT UNSIGNED NOT NULL'],
    ['f Float', '`f` DOUBLE NOT NULL'],
    ['f Float @db.Float', '`f` FLOAT NOT NULL'],
    ['f Decimal', '`f` DECIMAL(65, 30) NOT NULL'],
    ['f Decimal @db.Decimal(10, 2) @default(1.50)', '`f` DECIMAL(10, 2) NOT NULL DEFAULT 1.50'],
    ['f String @db.MediumText', '`f` MEDIUMTEXT NOT NULL'],
    ['f Bytes', '`f` LONGBLOB NOT NULL'],
    ['f Bytes @db.VarBinary(16)', '`f` VARBINARY(16) NOT NULL'],
    ['f DateTime @db.Date', '`f` DATE NOT NULL'],
    ['f DateTime @db.Timestamp(0)', '`f` TIMESTAMP(0) NOT NULL'],
    ['f Int @db.Year', '`f` YEAR NOT NULL'],
    ['f Unsupported("POINT")?', '`f` POINT NULL'],
  ])('%s', (field, sql) => expect(column(field)).toBe(sql))

  it('has an enum written out, with names in the database', () => {
    const role = 'enum Role {\n  USER @map("user")\n  ADMIN\n}'
    expect(column('f Role @default(USER)', role)).toBe(
      "`f` ENUM('user', 'ADMIN') NOT NULL DEFAULT 'user'",
    )
  })
})

describe('a default', () => {
  it.each([
    [String.raw`f String @default("it's \"so\"")`, `VARCHAR(191) NOT NULL DEFAULT 'it''s "so"'`],
    ['f Int @default(-7)', 'INTEGER NOT NULL DEFAULT -7'],
    ['f DateTime @default(now())', 'DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)'],
    [
      'f DateTime @default(now()) @db.Timestamp(6)',
      'TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)',
    ],
    [
      'f DateTime @default("2024-02-01T10:00:00.5Z")',
      "DATETIME(3) NOT NULL DEFAULT '2024-02-01T10:00:00.500+00:00'",
    ],
    [
      'f DateTime @default("2024-02-01T10:00:00.120456789-03:30") @db.Timestamp(6)',
      "TIMESTAMP(6) NOT NULL DEFAULT '2024-02-01T10:00:00.120456789-03:30'",
    ],
    [
      'f DateTime @default("2024-02-01T10:00:00.000-00:00") @db.Date',
      "DATE NOT NULL DEFAULT '2024-02-01T10:00:00+00:00'",
    ],
    ['f String @default(dbgenerated("(uuid())"))', 'VARCHAR(191) NOT NULL DEFAULT (uuid())'],
    ['f String @default(dbgenerated())', 'VARCHAR(191) NOT NULL'],
    ['f String @default(cuid())', 'VARCHAR(191) NOT NULL'],
    ['f Json @default("{}")', 'JSON NOT NULL'],
    ['f Bytes @default("aGk=")', 'LONGBLOB NOT NULL'],
    ['f Bytes @default(dbgenerated("(0x00)"))', 'LONGBLOB NOT NULL DEFAULT (0x00)'],
  ])('%s', (field, sql) => expect(column(field)).toBe(`\`f\` ${sql}`))
})

describe('relations', () => {
  const BLOG = `
    model Post {
      id       Int   @id
      author   User? @relation(fields: [authorId], references: [id])
      authorId Int?
      editor   User  @relation("edits", fields: [editorId], references: [id], onDelete: Cascade, onUpdate: NoAction, map: "post_editor")
      editorId Int
    }
    model User {
      id    Int    @id
      posts Post[]
      edits Post[] @relation("edits")
    }`

  it('are foreign keys, after all tables, in the order of the fields', () => {
    expect(created(BLOG).split('\n\n').slice(-2).join('\n')).toBe(`-- AddForeignKey
ALTER TABLE \`Post\` ADD CONSTRAINT \`Post_authorId_fkey\` FOREIGN KEY (\`authorId\`) REFERENCES \`User\`(\`id\`) ON DELETE SET NULL ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE \`Post\` ADD CONSTRAINT \`post_editor\` FOREIGN KEY (\`editorId\`) REFERENCES \`User\`(\`id\`) ON DELETE CASCADE ON UPDATE NO ACTION;`)
  })

  it('are none under relationMode = "prisma"', () => {
    const datasource = 'datasource db {\n  provider = "mysql"\n  relationMode = "prisma"\n}\n'
    expect(created(datasource + BLOG)).not.toContain('FOREIGN KEY')
  })

  it('of many to many without a model get a table of their own', () => {
    const sql = created(`
      model Tag { 
        name  String @id @db.Char(8)
        posts Post[]
      }
      model Post {
        id   Int   @id @default(autoincrement())
        tags Tag[]
      }`)
    expect(sql.slice(sql.indexOf('-- CreateTable\nCREATE TABLE `_'))).toBe(`-- CreateTable
CREATE TABLE \`_PostToTag\` (
    \`A\` INTEGER NOT NULL,
    \`B\` CHAR(8) NOT NULL,

    UNIQUE INDEX \`_PostToTag_AB_unique\`(\`A\`, \`B\`),
    INDEX \`_PostToTag_B_index\`(\`B\`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- AddForeignKey
ALTER TABLE \`_PostToTag\` ADD CONSTRAINT \`_PostToTag_A_fkey\` FOREIGN KEY (\`A\`) REFERENCES \`Post\`(\`id\`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE \`_PostToTag\` ADD CONSTRAINT \`_PostToTag_B_fkey\` FOREIGN KEY (\`B\`) REFERENCES \`Tag\`(\`name\`) ON DELETE CASCADE ON UPDATE CASCADE;`)
  })

  it('of many to many with the same model take the name of the relation', () => {
    const sql = created(`model User {
      id Int @id
      likes User[] @relation("fans")
      likedBy User[] @relation("fans")
    }`)
    expect(sql).toContain('CREATE TABLE `_fans`')
    expect(sql.match(/REFERENCES `User`\(`id`\)/g)).toHaveLength(2)
  })
})
