/** What a word of Prisma's language means, for people who meet it while typing. */

export interface Fact {
  /** One to three sentences of Markdown. */
  readonly summary: string
  /** The part of Prisma's documentation about it. */
  readonly link: string
  /** In the order in which they are usually written; none for what takes none. */
  readonly parameters?: readonly Parameter[]
}

export interface Parameter {
  readonly name: string
  /** What its value looks like: `[field, …]`, `"text"`. */
  readonly value: string
  readonly summary: string
  /** Whether it is usually written without its name. */
  readonly isMain?: true
}

/** Without the version, addresses lead to Prisma 8, whose language is another. */
const ORM = 'https://www.prisma.io/docs/orm/v7'

/** A part of the reference of the schema language; a test knows which there are. */
export function reference(anchor: string): string {
  return docs(`reference/prisma-schema-reference#${anchor}`)
}

/** Another page of Prisma's documentation. */
export function docs(path: string): string {
  return `${ORM}/${path}`
}

/** The fact as Markdown. */
export function factText({ summary, link }: Fact): string {
  return `${summary}\n\n[Prisma’s documentation](${link})`
}

/** `@relation(name: "text", fields: [field, …])`; without parameters, the bare head. */
export function signatureText(head: string, { parameters }: Fact): string {
  if (!parameters) return head
  return `${head}(${parameters.map(parameterText).join(', ')})`
}

export function parameterText({ name, value, isMain }: Parameter): string {
  return isMain ? value : `${name}: ${value}`
}
