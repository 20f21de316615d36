/** A schema of any size for benchmarks: ordinary models, each related to others. */

const COLUMNS = [
  'email       String    @unique @db.VarChar(255)',
  'title       String?   // shown in lists',
  'status      Status    @default(ACTIVE)',
  'price       Decimal   @default(0) @db.Decimal(10, 2)',
  'tags        String[]',
  'isPublished Boolean   @default(false) @map("is_published")',
  'createdAt   DateTime  @default(now())',
  'updatedAt   DateTime  @updatedAt',
  'settings    Json?',
  'externalId  String    @default(dbgenerated("gen_random_uuid()")) @db.Uuid',
] as const

/** `count` models of ten fields each. Every model refers to one other and is referred to by one. */
export function benchmarkSchema(count: number): string {
  const blocks = [
    'datasource db {\n  provider = "postgresql"\n}\n',
    'generator client {\n  provider = "prisma-client"\n  output   = "../generated"\n}\n',
    'enum Status {\n  ACTIVE\n  PAUSED\n  GONE   @map("deleted")\n}\n',
  ]
  for (let index = 0; index < count; index++) blocks.push(benchmarkModel(index, count))
  return blocks.join('\n')
}

/** How far away, in models, the one is that a model refers to. */
const STEP = 7

function benchmarkModel(index: number, count: number): string {
  const parent = (index + STEP) % count
  const child = (index + count - (STEP % count)) % count
  const columns = Array.from({ length: 6 }, (_, at) => COLUMNS[(index + at) % COLUMNS.length])
  return `/// Model number ${index}.
model Model${index} {
  id          Int       @id @default(autoincrement())
${columns.map((column) => `  ${column}\n`).join('')}  parent      Model${parent}? @relation("of${index}", fields: [parentId], references: [id], onDelete: Cascade)
  parentId    Int?      @map("parent_id")
  children    Model${child}[] @relation("of${child}")

  @@index([parentId, id(sort: Desc)])
  @@map("model_${index}")
}
`
}
