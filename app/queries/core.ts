import { type Remote, wrap } from 'comlink'
import type { CoreApi } from './core.worker'

let remote: Remote<CoreApi> | undefined

/**
 * The core, in its worker. It starts at the first call, so that a test of the store can run where
 * there are no workers.
 */
function worker(): Remote<CoreApi> {
  remote ??= wrap<CoreApi>(
    new Worker(new URL('./core.worker.ts', import.meta.url), { type: 'module', name: 'core' }),
  )
  return remote
}

type Promised<F> = F extends (...all: infer A) => infer R
  ? (...all: A) => Promise<Awaited<R>>
  : never

/** Every call answers with a promise; comlink carries the arguments and the answer over. */
export const core = new Proxy({} as { [K in keyof CoreApi]: Promised<CoreApi[K]> }, {
  get:
    (_, name) =>
    (...all: unknown[]) =>
      (worker() as unknown as Record<string, (...all: unknown[]) => unknown>)[name as string]?.(
        ...all,
      ),
})
