import type { Pipeline } from '../../values/signals'
import type { Sender } from '../types'
import { type Context, covers, downstream, receivers } from './config'

/**
 * Whether the router can do anything with what a feature really sends here
 * (templates/destinations/_destination_router_validations.tpl, "destinations.router.assertCanCarry").
 */
export function accept(context: Context, { signal, ecosystem }: Pipeline, sender: Sender): void {
  const { name, values, report } = context
  const path = [...sender.path, 'destinations']
  const capable =
    receivers(context, values.defaultDestinations, signal).length > 0 ||
    values.routes.some(
      (route) => covers(route, signal) && receivers(context, route.destinations, signal).length > 0,
    )
  // A router that reaches nothing at all has findings of its own.
  const reaches = downstream(values).some((to) => {
    const destination = context.others.get(to)
    return destination && !destination.disabled && !destination.unit.downstream
  })
  if (!capable && reaches) {
    report({
      code: 'router.cannot-carry',
      path,
      message: `${sender.name} sends ${signal} to the router ${name}, but none of its destinations takes ${signal}. Add one that does to its routes or its default destinations.`,
    })
  }
  if (values.ecosystem !== ecosystem) {
    report({
      code: 'router.other-ecosystem',
      path,
      message: `${sender.name} collects ${signal} in ${ecosystem} form, and the router ${name} is for data in ${values.ecosystem || 'no'} form. Send to a router whose ecosystem is ${ecosystem}.`,
    })
  }
}
