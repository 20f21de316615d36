/** English words in names: `userProfile`, `user_profiles`. A guess that people can change. */

import { hasFields, type SchemaGraph } from '@/lib/schema/graph'

export type NameStyle = 'camel' | 'snake'

/** How the schema's fields are written; `camel` unless more of them have underscores. */
export function nameStyle(graph: SchemaGraph): NameStyle {
  let camel = 0
  let snake = 0
  for (const block of graph.blocks) {
    if (!hasFields(block.kind)) continue
    for (const { name } of block.fields) {
      if (name.includes('_')) snake++
      else if (/\p{Ll}\p{Lu}/u.test(name)) camel++
    }
  }
  return snake > camel ? 'snake' : 'camel'
}

/** One of what the block's name says: `UserProfiles` gives `userProfile`. */
export function singularName(blockName: string, style: NameStyle): string {
  return joinWords(withLast(splitWords(blockName), singular), style)
}

/** Several of them: `UserProfile` gives `userProfiles`. */
export function pluralName(blockName: string, style: NameStyle): string {
  return joinWords(
    withLast(splitWords(blockName), (word) => plural(singular(word))),
    style,
  )
}

/** `author` and `id` make `authorId` or `author_id`. */
export function joinNames(first: string, second: string, style: NameStyle): string {
  if (style === 'snake') return `${first}_${joinWords(splitWords(second), style)}`
  return first + second.charAt(0).toUpperCase() + second.slice(1)
}

/** The name as the style writes it: `createdAt` gives `created_at`. */
export function restyleName(name: string, style: NameStyle): string {
  return joinWords(splitWords(name), style)
}

/** As Prisma's conventions write models and enums: `user_profiles` gives `UserProfiles`. */
export function pascalName(name: string): string {
  // What is written so already may have its own ways, such as `OAuthAccount`.
  if (/^\p{Lu}[\p{L}\p{N}]*$/u.test(name) && /\p{Ll}/u.test(name)) return name
  const camel = joinWords(splitWords(name.replaceAll('-', '_')), 'camel')
  return camel.charAt(0).toUpperCase() + camel.slice(1)
}

/** As Prisma's conventions write fields: `Created_at` gives `createdAt`. */
export function camelName(name: string): string {
  if (/^\p{Ll}[\p{L}\p{N}]*$/u.test(name)) return name
  return joinWords(splitWords(name.replaceAll('-', '_')), 'camel')
}

/** The name with its last word in the singular, else as it is: `UserProfiles`, `userProfiles`. */
export function singularOf(name: string): string {
  return withLastWord(name, singular)
}

/** The name with its last word in the plural, else as it is. */
export function pluralOf(name: string): string {
  return withLastWord(name, (word) => plural(singular(word)))
}

function withLastWord(name: string, change: (word: string) => string): string {
  const last = splitWords(name).at(-1) ?? ''
  const changed = change(last)
  const start = name.length - last.length
  if (changed === last || name.slice(start).toLowerCase() !== last) return name
  return name.slice(0, start + 1) + changed.slice(1)
}

function splitWords(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .split('_')
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

function joinWords(words: readonly string[], style: NameStyle): string {
  if (style === 'snake') return words.join('_')
  return words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
}

function withLast(words: readonly string[], change: (word: string) => string): string[] {
  return words.map((word, index) => (index === words.length - 1 ? change(word) : word))
}

const IRREGULAR: readonly (readonly [string, string])[] = [
  ['person', 'people'],
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
  ['mouse', 'mice'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
  ['quiz', 'quizzes'],
]

const UNCHANGED = /^(?:news|series|species|data|media|information|equipment|staff)$/

function plural(word: string): string {
  const irregular = IRREGULAR.find(([one]) => one === word)
  if (irregular) return irregular[1]
  if (UNCHANGED.test(word)) return word
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  if (/(?:s|x|z|ch|sh)$/.test(word))
    return /is$/.test(word) ? word.replace(/is$/, 'es') : `${word}es`
  return /[a-z]$/.test(word) ? `${word}s` : word
}

function singular(word: string): string {
  const irregular = IRREGULAR.find(([, several]) => several === word)
  if (irregular) return irregular[0]
  if (UNCHANGED.test(word) || /(?:ss|us|is|as)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|xes|zes|ches|shes|uses)$/.test(word)) return word.slice(0, -2)
  return /[a-z]{2}s$/.test(word) ? word.slice(0, -1) : word
}
