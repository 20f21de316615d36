/**
 * Stands in for Node's `fs` in browser bundles (see `turbopack.resolveAlias` in next.config.js).
 *
 * Prisma's packages for the schema language read their WebAssembly with `fs.readFileSync` as they
 * are evaluated. A worker fetches those bytes first, leaves them here, and then imports the
 * package. PGlite can keep its files in a folder, which it never does here, but its code for that
 * names functions that must exist. Nothing else in the browser reads files.
 */

let bytes: Uint8Array | undefined

/** The bytes that the next `readFileSync` returns, whatever path it names. */
export function provideFile(content: Uint8Array): void {
  bytes = content
}

/** Returns the provided bytes, once. Throws when there are none. */
export function readFileSync(path: string): Uint8Array {
  if (!bytes) throw new Error(`There are no files in a browser: ${path}`)
  const content = bytes
  bytes = undefined
  return content
}

/** For PGlite's folders alone: there are none. */
export function existsSync(path: string): boolean {
  throw new Error(`There are no folders in a browser: ${path}`)
}

/** For PGlite's folders alone: there are none. */
export function mkdirSync(path: string): void {
  throw new Error(`There are no folders in a browser: ${path}`)
}
