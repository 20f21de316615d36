/**
 * A schema of any size, shaped like a grown application: a few models that many refer to, modules
 * that refer among themselves, enums, compound keys. The same for the same size.
 */
export function generateSchema(models: number): string {
  const random = seeded(models)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const backs = Array.from({ length: models }, (): string[] => [])
  const bodies = Array.from({ length: models }, (_, index) => {
    const lines = ['id        Int      @id @default(autoincrement())', 'name      String']
    const scalars = ['Int', 'String?', 'Boolean @default(false)', 'DateTime?', 'Decimal', 'Json?']
    const count = 3 + Math.floor(random() * 6)
    for (let field = 0; field < count; field++) lines.push(`value${field}    ${pick(scalars)}`)
    if (random() < 0.3) lines.push(`state     State${index % 8} @default(OPEN)`)
    const targets = new Set<number>()
    const relations = index === 0 ? 0 : 1 + Math.floor(random() * 2)
    for (let each = 0; each < relations; each++) {
      // Some refer to one of the hubs, most to a neighbour in the same module.
      const hub = Math.floor(random() * Math.min(index, 4))
      const near = Math.max(0, index - 1 - Math.floor(random() * 12))
      targets.add(random() < 0.25 ? hub : near)
    }
    for (const target of targets) {
      const key = `model${target}Id`
      lines.push(`model${target}   Model${target} @relation(fields: [${key}], references: [id])`)
      lines.push(`${key} Int`)
      backs[target]?.push(`model${index}s Model${index}[]`)
    }
    return { lines, keys: [...targets].map((target) => `  @@index([model${target}Id])`) }
  })
  const blocks = bodies.map(({ lines, keys }, index) => {
    const fields = [...lines, ...(backs[index] ?? [])].map((line) => `  ${line}`)
    return [`model Model${index} {`, ...fields, '', ...keys, '}'].join('\n')
  })
  const enums = Array.from({ length: 8 }, (_, index) => {
    return `enum State${index} {\n  OPEN\n  CLOSED\n}`
  })
  const datasource = 'datasource db {\n  provider = "postgresql"\n}'
  return `${[datasource, ...blocks, ...enums].join('\n\n')}\n`
}

/** A small generator of pseudo-random numbers (mulberry32): 0 up to, not including, 1. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
