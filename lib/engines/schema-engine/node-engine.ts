/** Prisma's migration engine in Node, for tests and commands. */
import { readFile } from 'node:fs/promises'
import { startEngine, WASM } from './start-engine'

export function engineInNode(): ReturnType<typeof startEngine> {
  return startEngine(async (imports) => WebAssembly.instantiate(await readFile(WASM), imports))
}
