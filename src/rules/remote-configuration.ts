import { isRecord, valueAt } from '../base/record'
import { checkRemoteConfig } from '../collectors/remote-config'
import type { Rule } from './types'

/** Remote configuration of each collector: its address, its login and the key that it needs. */
export const remoteConfiguration: Rule = ({ model, collectors }) => {
  for (const { view } of collectors) {
    const own = valueAt(model.root.user, ['collectors', view.name])
    checkRemoteConfig(model, view, isRecord(own) ? own : {})
  }
}
