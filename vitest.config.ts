import { defineConfig } from 'vitest/config'

/** Files that look at what a fresh process has loaded. */
const ALONE = ['test/charts/font-book.test.ts']

export default defineConfig({
  test: {
    // Files wait for the network and for timers more than they compute.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'suite',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/browser/**', ...ALONE],
          // No file leaves anything behind in its process, so the next one may use the modules it loaded.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
})
