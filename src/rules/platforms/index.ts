import type { Rule } from '../types'
import { aks } from './aks'
import { controlPlane } from './control-plane'
import { hostAccess } from './host-access'
import { journal } from './journal'
import { openShift } from './openshift'
import { windows } from './windows'

/** What platforms refuse, as far as the values tell of them. */
const platformRules: readonly Rule[] = [openShift, windows, aks, hostAccess, controlPlane, journal]

export const platforms: Rule = (input) => {
  for (const rule of platformRules) rule(input)
}
