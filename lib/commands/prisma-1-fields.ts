/** Fields as Prisma 1 wrote them, in the way of GraphQL: `posts: [Post!]! @relation(name: "P")`. */

import type { BlockNode, FieldNode } from '@/lib/psl/syntax'
import { declarationOf, isOfPrisma1 } from './prisma-1-blocks'

interface Rewritten {
  readonly edit: { readonly from: number; readonly to: number; readonly insert: string }
  readonly message: string
}

const FIELD =
  /^(\w+)(\s*:\s*|\s+)(?:\[\s*(\w+)\s*!?\s*\]\s*!?|(\w+)\s*(!|\?|\[\])?)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[\w.+-]+))?\s*((?:@.*)?)$/s

/** The field as it is written now; `null` when nothing about it is old. */
export function rewriteField(block: BlockNode, node: FieldNode): Rewritten | null {
  const { from, text } = declarationOf(block, node)
  const match = FIELD.exec(text)
  if (!match) return null
  const [, name = '', gap = ' ', listed, single = '', suffix = '', value, rest = ''] = match
  const isGraphQl = gap.includes(':')
  const isBang = suffix === '!'
  const isList = listed !== undefined || suffix === '[]'
  if (!isGraphQl && !isBang && listed === undefined) return null
  const written = listed ?? single
  const isOld = isOfPrisma1(block)
  const type = written === 'ID' ? 'String' : written
  const isOptional = isOld ? !isBang && !isList : suffix === '?'
  const arity = isList ? '[]' : isOptional ? '?' : ''
  const attributes = isOld ? attributesNow(rest, written === 'ID') : rest.trim()
  const byDefault = value === undefined ? '' : `@default(${value})`
  const end = [byDefault, attributes].filter((each) => each !== '').join(' ')
  const separator = isGraphQl ? ' ' : gap
  const insert = `${name}${separator}${type}${arity}${end === '' ? '' : ` ${end}`}`
  if (insert === text) return null
  return {
    edit: { from, to: from + text.length, insert },
    message: `${isOld ? 'Prisma 1 wrote a field so' : reason(isGraphQl, isBang)}; write ${insert}.`,
  }
}

function reason(isGraphQl: boolean, isBang: boolean): string {
  if (isGraphQl) return 'A field has no colon after its name'
  return isBang ? 'A field is required without an exclamation mark' : 'A list is written Type[]'
}

/** Attributes one by one, with what stands in their parentheses. */
const ATTRIBUTE = /@(\w+(?:\.\w+)?)(?:\(((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*)\))?/g

function attributesNow(text: string, isId: boolean): string {
  const attributes: string[] = []
  for (const [written, name = '', args = ''] of text.matchAll(ATTRIBUTE)) {
    const now = attributeNow(name, args, isId, written)
    if (now !== null) attributes.push(now)
  }
  return attributes.join(' ')
}

function attributeNow(name: string, args: string, isId: boolean, written: string): string | null {
  const text = /(?:name|oldName):\s*("(?:[^"\\]|\\.)*")/.exec(args)?.[1]
  switch (name) {
    case 'id': {
      const strategy = /strategy:\s*(\w+)/.exec(args)?.[1]
      if (strategy === 'SEQUENCE') return '@id @default(autoincrement())'
      return isId && strategy !== 'NONE' ? '@id @default(cuid())' : '@id'
    }
    case 'createdAt':
      return '@default(now())'
    case 'default':
      return `@default(${args.replace(/^\s*value:\s*/, '').trim()})`
    case 'relation':
      return text === undefined ? null : `@relation(${text})`
    case 'db':
      return text === undefined ? null : `@map(${text})`
    // What these said is nothing that a schema says today.
    case 'scalarList':
    case 'sequence':
    case 'rename':
    case 'pgRelation':
    case 'pgColumn':
      return null
    default:
      return written
  }
}
