import { isDict } from './block-kit/check.ts'

/** `{event_type, event_payload}` of scalars, flat objects and lists of these. */
export function isMetadata(value: unknown): value is Record<string, unknown> {
  if (!isDict(value) || typeof value.event_type !== 'string' || !isDict(value.event_payload)) return false
  if (Object.keys(value).some(name => !['event_type', 'event_payload', 'entities'].includes(name)))
    return false
  return Object.values(value.event_payload).every(
    each => isFlat(each) || (Array.isArray(each) && each.every(isFlat)),
  )
}

function isFlat(value: unknown): boolean {
  return isScalar(value) || (isDict(value) && Object.values(value).every(isScalar))
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
