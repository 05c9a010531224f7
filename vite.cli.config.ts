import { defineConfig } from 'vite'

/** The command line: one file for Node, with everything in it. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'cli/main.ts',
    target: 'node20',
    outDir: 'dist-cli',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'k8s-monitoring-wizard.mjs' } },
  },
})
