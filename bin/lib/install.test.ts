import { expect, test } from 'vitest'
import { isInstalled, type LockFile } from './install.mjs'

const linux = { platform: 'linux', arch: 'x64' }
const react = { version: '19.0.0', integrity: 'sha512-a' }

/** Checks a lock file, whose entry for the project itself is added, against npm's record. */
function check(
  wanted: LockFile['packages'],
  installed: LockFile['packages'],
  expected: boolean,
): void {
  const lock = { packages: { '': { version: '1.0.0' }, ...wanted } }
  expect(isInstalled(lock, { packages: installed }, linux)).toBe(expected)
}

test('the same packages need no install', () => {
  check({ 'node_modules/react': react }, { 'node_modules/react': react }, true)
})

test('a missing package needs one', () => {
  check({ 'node_modules/react': react }, {}, false)
})

test('another version needs one', () => {
  const older = { ...react, version: '18.0.0' }
  check({ 'node_modules/react': react }, { 'node_modules/react': older }, false)
})

test('another content of the same version needs one', () => {
  const other = { ...react, integrity: 'sha512-b' }
  check({ 'node_modules/react': react }, { 'node_modules/react': other }, false)
})

test('a package too many needs one', () => {
  check({}, { 'node_modules/react': react }, false)
})

test('an optional package may be absent', () => {
  check({ 'node_modules/fsevents': { ...react, optional: true, os: ['darwin'] } }, {}, true)
})

test('a package of another system needs an install', () => {
  const mac = { ...react, optional: true, os: ['darwin'] }
  check({ 'node_modules/fsevents': mac }, { 'node_modules/fsevents': mac }, false)
  const arm = { ...react, optional: true, os: ['linux'], cpu: ['arm64'] }
  check({ 'node_modules/native': arm }, { 'node_modules/native': arm }, false)
})

test('a package that only excludes other systems is fine', () => {
  const native = { ...react, os: ['!win32'], cpu: ['x64', 'arm64'] }
  check({ 'node_modules/native': native }, { 'node_modules/native': native }, true)
})
