import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'bin/**/*.test.ts'],
    environment: 'node',
    // Vitest keeps a core for itself, of which it needs little: on two, half of the machine would idle.
    maxWorkers: availableParallelism(),
    globalSetup: 'bin/lib/vitest-setup.mjs',
    // A busy machine is no fault of the code: speeds are measured by the benchmarks alone.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
