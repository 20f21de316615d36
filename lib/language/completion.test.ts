import { describe, it } from 'vitest'
import { check, checkInsert, features, line, source, USER } from './completion-testing'

describe('at the top', () => {
  it('offers the blocks that the database has', () => {
    check('|', 'model · enum · type · datasource · generator')
    check(`${source('sqlite')}\n|`, 'model · enum · generator')
    check(`${source('sqlserver')}\n|`, 'model · generator')
    check(`${source('mongodb')}\nmo|`, 'model · enum · type · generator')
    check(`${source('postgresql')}${features('views')}\n|`, 'model · enum · view · generator')
  })

  it('writes whole blocks, or a word alone before other text', () => {
    checkInsert(
      'mod|',
      'model',
      'model <1:Name> {\n  id Int @id @default(autoincrement())\n  $0\n}',
    )
    checkInsert('mod| User {\n}', 'model', 'model User {\n}')
    checkInsert('|', 'datasource', 'datasource <1:db> {\n  provider = "<2:postgresql>"\n}$0')
    checkInsert(
      '|',
      'datasource',
      'datasource <1:db> {\n  provider = "<2:postgresql>"\n  url      = env("<3:DATABASE_URL>")\n}$0',
      6,
    )
  })
})

describe('types', () => {
  it('offers scalars, then what the schema declares, over all files', () => {
    check(
      {
        'a.prisma': 'model A {\n  id Int\n  b |\n}\n',
        'b.prisma': 'enum E {\n  X\n}\nmodel B {\n}\n',
      },
      'String · Int · BigInt · Float · Decimal · Boolean · DateTime · Json · Bytes · A · E · B · Unsupported',
    )
  })

  it('leaves out what the database has not, and models in composite types', () => {
    check(
      `${source('mongodb')}type T {\n  a |\n}\nmodel M {\n}\n`,
      'String · Int · BigInt · Float · Boolean · DateTime · Json · Bytes · T',
    )
  })

  it('writes a relation out', () => {
    checkInsert(
      `${USER}model Post {\n  author U|\n}\n`,
      'User @relation(…)',
      `${USER}model Post {\n  author User @relation(fields: [authorId], references: [id])\nauthorId Int$0\n}\n`,
    )
    checkInsert(
      `${USER}model Post {\n  author U|\n  authorId Int\n}\n`,
      'User @relation(…)',
      `${USER}model Post {\n  author User @relation(fields: [authorId], references: [id])$0\n  authorId Int\n}\n`,
    )
  })

  it('replaces the whole word and leaves the arity', () => {
    checkInsert('model A {\n  b In|t?\n}\n', 'BigInt', 'model A {\n  b BigInt?\n}\n')
  })
})

describe('attributes', () => {
  it('offers those that fit the type', () => {
    check(line('a String |'), '@unique · @default · @map · @ignore · @db')
    check(line('a DateTime @|'), '@unique · @default · @updatedAt · @map · @ignore · @db')
    check(line('a User |'), '@relation · @ignore')
    check(line('a Role? |'), '@unique · @default · @map · @ignore')
    check(line('a String @unique @map("x") |@ignore'), '@default · @db')
    check('model A {\n  a Int |\n}\n', '@id · @unique · @default · @map · @ignore')
    check(`${source('mongodb')}type T {\n  a Int |\n}\n`, '@default · @map · @db')
    check('enum E {\n  A |\n}\n', '@map')
    check('enum E {\n  A @m|\n}\n', '@map')
  })

  it('offers those of blocks that are not there yet', () => {
    check(line('@@|'), '@@unique · @@index · @@map · @@ignore · @@schema')
    check(line('@@|', 'mysql'), '@@unique · @@index · @@fulltext · @@map · @@ignore')
    check(
      line('@@|', 'mysql', features('shardKeys')),
      '@@unique · @@index · @@fulltext · @@map · @@ignore · @@shardKey',
    )
    check(
      `${source('sqlite')}model A {\n  a Int\n  @@map("x")\n  @|\n}\n`,
      '@@id · @@unique · @@index · @@ignore',
    )
    check(`${source('postgresql')}enum E {\n  A\n  @@|\n}\n`, '@@map · @@schema')
    check('view V {\n  a Int\n  @@|\n}\n', '@@unique · @@map · @@ignore')
    check('type T {\n  @@|\n}\n', '')
  })

  it('keeps what is there on offer where it stands', () => {
    check('model A {\n  a Int @id|\n}\n', '@id · @unique · @default · @map · @ignore')
    check('model A {\n  a Int\n  @@ignore|\n}\n', '@@id · @@unique · @@index · @@map · @@ignore')
    check('datasource db {\n  provider| = "sqlite"\n}\n', 'provider · relationMode')
  })

  it('puts the caret where the value goes', () => {
    checkInsert('model A {\n  a Int @def|\n}', '@default', 'model A {\n  a Int @default($1)$0\n}')
    checkInsert('model A {\n  @@in|\n}', '@@index', 'model A {\n  @@index([$1])$0\n}')
    checkInsert(line('a String @|'), '@db', line('a String @db.'))
  })

  it('keeps attributes apart from what they stand beside', () => {
    checkInsert('model A {\n  a Int?|\n}', '@unique', 'model A {\n  a Int? @unique\n}')
    checkInsert('model A {\n  a Int |@ignore\n}', '@id', 'model A {\n  a Int @id @ignore\n}')
    checkInsert(
      'model A {\n  a Int @map("x")|@ignore\n}',
      '@id',
      'model A {\n  a Int @map("x") @id @ignore\n}',
    )
  })

  it('offers native types of the scalar and the provider', () => {
    check(line('a BigInt @db.|'), 'BigInt')
    check(
      line('a DateTime @db.|', 'sqlserver'),
      'Date · Time · DateTime · DateTime2 · DateTimeOffset · SmallDateTime',
    )
    check(
      line('a Bytes @db.|', 'mysql'),
      'Bit(n) · Binary(n) · VarBinary(n) · TinyBlob · Blob · MediumBlob · LongBlob',
    )
    check(line('a Decimal @db.D|'), 'Decimal · Decimal(p, s) · Money')
    check(line('a Decimal @pg.|'), '')
    check(line('a String @db.NVarChar(|)', 'sqlserver'), 'Max')
    check(line('a String @db.VarChar(|)'), '')
    checkInsert(
      line('a Decimal @db.De|'),
      'Decimal(p, s)',
      line('a Decimal @db.Decimal(<1:10>, <2:2>)$0'),
    )
  })
})

describe('names in the database', () => {
  it('offers schemas that the datasource lists', () => {
    const schemas = source('postgresql', '  schemas = ["auth", "shop"]\n')
    check(`${schemas}model A {\n  @@schema(|)\n}\n`, '"auth" · "shop"')
    check(`${schemas}model A {\n  @@schema("|\n}\n`, 'auth · shop')
    checkInsert(
      `${schemas}model A {\n  @@schema("a|\n}\n`,
      'auth',
      `${schemas}model A {\n  @@schema("auth"\n}\n`,
    )
  })

  it('offers names as databases write them', () => {
    check('model UserProfile {\n  createdAt Int @map("|")\n}\n', 'created_at')
    check('model UserProfile {\n  createdAt Int @map(|)\n}\n', '"created_at" · name')
    check('model UserProfile {\n  @@map(|)\n}\n', '"user_profiles" · "user_profile" · name')
    check('enum E {\n  Admin @map("|")\n}\n', 'admin · ADMIN')
  })
})

describe('settings', () => {
  it('offers those of the version and the database', () => {
    check('datasource db {\n  |\n}\n', 'provider · relationMode')
    check(
      'datasource db {\n  |\n}\n',
      'provider · url · directUrl · shadowDatabaseUrl · relationMode',
      6,
    )
    check(
      `${features('postgresqlExtensions')}datasource db {\n  provider = "postgresql"\n  |\n}\n`,
      'relationMode · schemas · extensions',
    )
    check(
      'generator g {\n  provider = "prisma-client"\n  |\n}\n',
      'output · previewFeatures · runtime · moduleFormat · generatedFileExtension · importFileExtension · engineType',
    )
    check(
      'generator g {\n  provider = "prisma-client-js"\n  out|\n}\n',
      'output · previewFeatures · engineType · binaryTargets',
      6,
    )
    checkInsert(
      'datasource db {\n  pro|\n}\n',
      'provider',
      'datasource db {\n  provider = "$1"$0\n}\n',
    )
    checkInsert(
      'datasource db {\n  pro| = "x"\n}\n',
      'provider',
      'datasource db {\n  provider = "x"\n}\n',
    )
    checkInsert(
      'datasource db {\n  |\n}\n',
      'url',
      'datasource db {\n  url = env("<1:DATABASE_URL>")$0\n}\n',
      6,
    )
  })

  it('offers values with quotes or without', () => {
    check(
      'datasource db {\n  provider = |\n}\n',
      '"postgresql" · "mysql" · "sqlite" · "sqlserver" · "cockroachdb" · "mongodb"',
    )
    check('datasource db {\n  relationMode = "|\n}\n', 'foreignKeys · prisma')
    check('datasource db {\n  provider |\n}\n', '=')
    check('generator g {\n  provider = "|"\n}\n', 'prisma-client · prisma-client-js')
    check('generator g {\n  provider = "prisma-client"\n  moduleFormat = |\n}\n', '"esm" · "cjs"')
    check('generator g {\n  importFileExtension = "|"\n}\n', 'ts · mts · cts · js · mjs · cjs')
    check(
      'generator g {\n  importFileExtension = |\n}\n',
      '"ts" · "mts" · "cts" · "js" · "mjs" · "cjs" · ""',
    )
    check('datasource db {\n  url = |\n}\n', 'env() · ""', 6)
    check('datasource db {\n  directUrl = env("|")\n}\n', 'DIRECT_URL', 6)
  })

  it('offers preview features that are not on yet', () => {
    check(
      'generator g {\n  previewFeatures = ["views", "|"]\n}\n',
      'nativeDistinct · partialIndexes · postgresqlExtensions · relationJoins · schemaEngineDriverAdapters · shardKeys · strictUndefinedChecks · typedSql',
    )
    check('generator g {\n  previewFeatures = |\n}\n', '[]')
  })
})

describe('anywhere', () => {
  it('offers nothing in comments, declared names and texts of one’s own', () => {
    check(line('a Int // @|'), '')
    check('/// Some |\nmodel A {\n}\n', '')
    check(line('a String @default("|")'), '')
    check('model A {\n  na|me String\n}\n', '')
    check('model |\n', '')
  })

  it('offers lines that most models have', () => {
    check(
      'model A {\n  |\n}\n',
      '@@id · @@unique · @@index · @@map · @@ignore · id · createdAt · updatedAt · relation',
    )
  })

  it('is right behind text of other scripts', () => {
    checkInsert(
      '/// 😀 漢\nmodel Größe {\n  é Int @de| // 😀\n}\n',
      '@default',
      '/// 😀 漢\nmodel Größe {\n  é Int @default($1)$0 // 😀\n}\n',
    )
  })
})
