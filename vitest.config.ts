import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '.next*/**', '.test/**', '.data/**', 'e2e/**']

export default defineConfig({
  // Throws outside Next; what it guards is the client bundle, which tests do not make.
  resolve: { alias: { 'server-only': join(import.meta.dirname, 'test/server-only.ts') } },
  test: {
    maxWorkers: 2,
    // Refusals are logged, and many tests are about refusals.
    env: { LOG_LEVEL: 'silent' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...ignored, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ignored,
          globalSetup: 'test/database.ts',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
