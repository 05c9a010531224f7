/**
 * The end of a feature's pipelines: which destinations they reach, and through what.
 */
export { type Selection, selectDestinations, type Verdict } from '../destinations/selection'
