import { describe, expect, it } from 'vitest'
import { createDocument } from '@/lib/document/document'
import type { Finding } from '@/lib/lint/rule'
import type { Diagnostic } from '@/lib/store/state'
import { type Fault, faultsAt } from './faults'

const TEXT = 'enum E {\n  X\n}\n\nmodel A {\n  id Int @id\n  b Wrong\n\n  @@index([c])\n}\n'
const document = createDocument([{ path: 'a.prisma', text: TEXT }])
const block = document.graph.blockByName.get('A')

type Found = readonly (readonly [text: string, message: string])[]

function idOf(member: string | null): string | null {
  return block?.fields.find(({ name }) => name === member)?.id ?? null
}

function diagnostic([text, message]: Found[number]): Diagnostic {
  const from = TEXT.indexOf(text)
  return { path: 'a.prisma', from, to: from + text.length, message, severity: 'error' }
}

function hint(rule: string, member: string | null, message: string): Finding {
  const place = diagnostic([member === null ? 'A {' : `${member} `, message])
  const about = { blockId: block?.id ?? '', memberId: idOf(member) }
  return { ...place, ...about, rule, severity: 'hint', fixes: [] }
}

/** The faults of A, or of a member of it. */
function faults(found: Found, hints: readonly Finding[] = [], member: string | null = null) {
  const state = {
    document,
    validation: { state: 'checked' as const, diagnostics: found.map(diagnostic) },
    findings: hints,
  }
  return faultsAt(state, { blockId: block?.id ?? '', memberId: idOf(member) })
}

/** As `severity member: message`. */
function lines(listed: readonly Fault[]): string[] {
  return listed.map(({ severity, memberName, message }) =>
    `${severity} ${memberName ?? ''}: ${message}`.replace(' :', ':'),
  )
}

const TWO: Found = [
  ['b Wrong', 'no such type'],
  ['@@index', 'no such field'],
]

describe('faultsAt', () => {
  it('puts what concerns the block itself first, and names the members of the rest', () => {
    expect(lines(faults(TWO))).toEqual(['error: no such field', 'error b: no such type'])
  })

  it('gives a member only its own', () => {
    expect(lines(faults(TWO, [], 'b'))).toEqual(['error: no such type'])
    expect(faults(TWO, [], 'id')).toEqual([])
  })

  it('leaves other blocks and other files out', () => {
    expect(faults([['enum', 'bad'], ...TWO])).toHaveLength(2)
    const elsewhere = { ...diagnostic(['b Wrong', 'bad']), path: 'b.prisma' }
    const validation = { state: 'checked' as const, diagnostics: [elsewhere] }
    const target = { blockId: block?.id ?? '', memberId: null }
    expect(faultsAt({ document, validation, findings: null }, target)).toEqual([])
  })

  it('says a thing once', () => {
    const found: Found = [
      ['b Wrong', 'bad'],
      ['Wrong', 'bad'],
    ]
    expect(lines(faults(found))).toEqual(['error b: bad'])
  })

  it('lists hints below, also where nothing is wrong', () => {
    const hints = [hint('no-updated-at', null, 'no time'), hint('name-style', 'b', 'odd name')]
    expect(lines(faults(TWO, hints))).toEqual([
      'error: no such field',
      'error b: no such type',
      'hint: no time',
      'hint b: odd name',
    ])
    expect(lines(faults([], hints, 'b'))).toEqual(['hint: odd name'])
    expect(faults([], hints, 'b')[0]?.finding).toBe(hints[1])
  })

  it('leaves to the engine what it warns of itself', () => {
    const index = hint('foreign-key-without-index', 'b', 'no index')
    const warned: Found = [['b Wrong', 'With `relationMode = "prisma"`, no foreign keys are used']]
    expect(faults([], [index])).toHaveLength(1)
    expect(faults(warned, [index]).map(({ severity }) => severity)).toEqual(['error'])
  })

  it('says what the parser knows while the engine is not running', () => {
    const broken = createDocument([{ path: 'a.prisma', text: 'model A {\n  id Int\n  b\n}\n' }])
    const blockId = broken.graph.blocks[0]?.id ?? ''
    const validation = { state: 'unavailable' as const, diagnostics: [] }
    const state = { document: broken, validation, findings: null }
    expect(faultsAt(state, { blockId, memberId: null })).toHaveLength(1)
  })
})
