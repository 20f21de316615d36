/** Globals that the glue code of Prisma's WebAssembly packages expects to find. */
import type { ReportPanic } from './worker-server'

interface PrismaGlobals {
  global?: typeof globalThis
  PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void }
}

/**
 * Prepares a worker for one of Prisma's engines; call it before importing the engine.
 *
 * A panicking engine hands over its message before it traps, which is the only sign there is when
 * that happens in an asynchronous call: such a call never settles.
 */
export function installPrismaGlobals(reportPanic: ReportPanic): void {
  const globals: PrismaGlobals = globalThis
  globals.global = globalThis
  globals.PRISMA_WASM_PANIC_REGISTRY = { set_message: reportPanic }
}
