/**
 * Breaks a sound schema in one of the ways in which people do, for the tests of the commands that
 * mend it. The same random numbers give the same fault.
 */

/** `random` gives numbers from 0 up to but not including 1. */
export function randomFault(random: () => number, text: string): string {
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)]
  const lines = text.split('\n')
  const linesWith = (pattern: RegExp) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [index] : []))
  const change = (pattern: RegExp, replace: (line: string) => string | null) => {
    const index = pick(linesWith(pattern))
    if (index === undefined) return text
    const next = replace(lines[index] as string)
    return lines.flatMap((line, at) => (at === index ? (next ?? []) : line)).join('\n')
  }
  const fault = pick([
    // A back relation is missing.
    () => change(/^\s+r\dFrom\s/, () => null),
    // A foreign key is missing, or its arguments.
    () => change(/^\s+r\dId\s/, () => null),
    () => change(/fields: \[/, (line) => line.replace(/, fields: .*\]/, '')),
    // Relations are not told apart.
    () => text.replaceAll(/@relation\("r\d"(?:, )?/g, '@relation(').replaceAll('@relation()', ''),
    // A type that nothing declares.
    () => change(/createdAt/, () => '  kind Unheard'),
    // Slips of the hand.
    () => change(/@default/, (line) => line.replace('@default', '@defalt')),
    () => change(/DateTime/, (line) => line.replace('DateTime', 'Datetime')),
    () => change(/@@index/, (line) => line.replace('createdAt', 'createdA')),
    // Versions.
    () => text.replace('"postgresql"\n', '"postgresql"\n  url = env("X")\n'),
    () =>
      `${text}\ngenerator g {\n  provider = "prisma-client-js"\n  previewFeatures = ["views", "tracing"]\n}\n`,
    () => `${text}\ngenerator g {\n  provider = "prisma-client"\n  moduleFormat = "esm"\n}\n`,
    // Old syntax.
    () => `${text}\ngenerator {\n  provider = "x"\n}\n`,
    () => `${text}\ntype Old {\n  id: ID! @id\n  name: String\n  names: [String!]!\n}\n`,
    () => change(/ Int /, (line) => line.replace(' Int ', ' Int! ')),
    () => text.replace('"postgresql"', '["postgresql", "sqlite"]'),
  ])
  return fault ? fault() : text
}
