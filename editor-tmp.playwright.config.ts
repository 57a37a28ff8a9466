import { defineConfig, devices } from '@playwright/test'
export default defineConfig({
  testDir: '/work/main',
  testMatch: 'e2e/desk-writing.spec.ts',
  outputDir: '/tmp/editor-pw',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 40_000 },
  use: {
    baseURL: 'http://localhost:4300',
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    storageState: '/tmp/mina.json',
    launchOptions: { executablePath: '/usr/bin/chromium', chromiumSandbox: false, args: ['--disable-gpu'] },
  },
})
