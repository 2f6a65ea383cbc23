import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // About one start in a hundred under load never shows its page; a second try is counted apart.
  retries: 1,
  reporter: [['list']],
  timeout: 60_000,
})
