import { defineConfig, devices } from '@playwright/test'
import { ownerState } from './e2e/owner.ts'
import { findChromium } from './scripts/chromium.ts'
import { isRoot } from './scripts/data-directory.ts'

// `npm test -- e2e` builds, starts the production server on the demo publication and says where it is in BASE_URL.
const baseURL = process.env.BASE_URL
if (!baseURL)
  throw new Error('BASE_URL is not set. Run `npm test -- e2e`, or start a server and set BASE_URL to its address.')

const executablePath = findChromium()
/** What readers see. */
const site = 'e2e/readers*.spec.ts'

export default defineConfig({
  testDir: '.',
  testMatch: 'e2e/**/*.spec.ts',
  outputDir: '.test/playwright',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Two cores carry the server, its database, its worker and two browsers.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    // What is not there in a quarter of a minute is not coming: say so, rather than wait for the whole test's time.
    actionTimeout: 15_000,
    // A trace of every step takes as long as the steps themselves: ask for it with `--trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      chromiumSandbox: !isRoot(),
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // Every reader's page is seen on two sizes of screen and without JavaScript; journeys at the desk are walked once.
  projects: [
    { name: 'owner', testMatch: 'e2e/owner.setup.ts', use: devices['Desktop Chrome'] },
    {
      name: 'desk',
      testMatch: 'e2e/desk*.spec.ts',
      dependencies: ['owner'],
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 }, storageState: ownerState },
    },
    {
      name: 'desktop',
      testIgnore: 'e2e/desk*.spec.ts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
    { name: 'phone', testMatch: site, use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
    { name: 'no-javascript', testMatch: site, use: { ...devices['Desktop Chrome'], javaScriptEnabled: false } },
  ],
})
