import { defineConfig } from 'vitest/config'

/** The runs that take minutes to hours; their last figures stand in docs/reliability.md. */
export default defineConfig({
  test: {
    include: ['tests/soak/**/*.soak.ts'],
    environment: 'node',
    testTimeout: 6 * 60 * 60_000,
    fileParallelism: false,
    reporters: ['verbose'],
  },
})
