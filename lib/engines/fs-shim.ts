/**
 * Stands in for Node's `fs` in browser bundles (see `turbopack.resolveAlias` in next.config.js).
 *
 * Prisma's packages for the schema language read their WebAssembly with `fs.readFileSync` as they
 * are evaluated. A worker fetches those bytes first, leaves them here, and then imports the
 * package. Nothing else in the browser reads files.
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
