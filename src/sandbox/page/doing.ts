import { attributes, type Html } from './html.ts'

/** Attributes that make a button do something on the server when pressed: see `act.ts` for the names. */
export function doing(name: string, args: Record<string, unknown>): Html {
  return attributes({ 'data-do': name, 'data-args': JSON.stringify(args) })
}
