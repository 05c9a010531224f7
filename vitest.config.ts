import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'app/**/*.test.{ts,tsx}', 'cli/**/*.test.ts'],
    environment: 'node',
    // Property tests over whole charts take their time on a busy machine; a hang still ends.
    testTimeout: 120_000,
  },
})
