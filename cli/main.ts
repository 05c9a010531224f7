#!/usr/bin/env node
import { runCommand } from './run'

// Whoever reads only the first lines, as `head` does, closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

process.exitCode = await runCommand(process.argv.slice(2))
