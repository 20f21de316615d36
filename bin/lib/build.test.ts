import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashSources } from './build.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-build-'))
  write('app/page.tsx', 'one')
  write('next.config.js', 'two')
})

afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** Whether writing a file calls for another build. */
function changes(path: string): boolean {
  const before = hashSources(folder, {})
  write(path, 'changed')
  return hashSources(folder, {}) !== before
}

test('sources, configuration and secrets files are built from', () => {
  for (const path of [
    'app/page.tsx',
    'app/new/page.tsx',
    'next.config.js',
    'package-lock.json',
    'public/icon.svg',
    'hooks/useAnything.ts',
    '.env.production',
  ]) {
    expect(changes(path), path).toBe(true)
  }
})

test('tests, documents, tools and outputs are not', () => {
  for (const path of [
    'lib/text/edit.test.ts',
    'lib/psl/parse.bench.ts',
    'e2e/share.spec.ts',
    'bin/start.mjs',
    'README.md',
    'node_modules/react/index.js',
    '.next/BUILD_ID',
    '.git/HEAD',
    'next-env.d.ts',
    'tsconfig.tsbuildinfo',
  ]) {
    expect(changes(path), path).toBe(false)
  }
})

test('moving text from one file to the next is a change', () => {
  write('lib/a.ts', 'xy')
  write('lib/b.ts', 'z')
  const before = hashSources(folder, {})
  write('lib/a.ts', 'x')
  write('lib/b.ts', 'yz')
  expect(hashSources(folder, {})).not.toBe(before)
})

test('variables that are compiled in count, others do not', () => {
  const before = hashSources(folder, {})
  expect(hashSources(folder, { PORT: '4000' })).toBe(before)
  expect(hashSources(folder, { NEXT_PUBLIC_NAME: 'x' })).not.toBe(before)
})
