import { defineConfig } from 'vitest/config'

/** What is handed out, tried from outside as those would who get it. */
export default defineConfig({
  test: {
    include: ['tests/packaging/**/*.package.ts'],
    environment: 'node',
    testTimeout: 10 * 60_000,
    hookTimeout: 10 * 60_000,
    fileParallelism: false,
    reporters: ['verbose'],
  },
})
