/** A decision: either the value, or the reason why not. Refusals are data, never prose and never thrown. */
export type Result<T, E> = Ok<T> | Refused<E>
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused<E> = { readonly ok: false; readonly refusal: E }

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

export function refuse<const E>(refusal: E): Refused<E> {
  return { ok: false, refusal }
}
