import { FitBaseType, FitEncoder, type FitEncoderField } from 'fit-file-parser/encoder'
import type { Instant } from '#kernel/instant.ts'

/** Global message numbers of the FIT profile. */
export const FIT_MESSAGE = { fileId: 0, session: 18, lap: 19, record: 20, event: 21, activity: 34 } as const

export type FitMessage = { number: number; fields: FitEncoderField[] }

export function byte(number: number, value: number): FitEncoderField {
  return { number, size: 1, baseType: FitBaseType.Uint8, value }
}

export function enumeration(number: number, value: number): FitEncoderField {
  return { number, size: 1, baseType: FitBaseType.Enum, value }
}

export function uint16(number: number, value: number): FitEncoderField {
  return { number, size: 2, baseType: FitBaseType.Uint16, value: Math.round(value) }
}

export function uint32(number: number, value: number): FitEncoderField {
  return { number, size: 4, baseType: FitBaseType.Uint32, value: Math.round(value) }
}

/** Degrees as the profile's semicircles. */
export function degrees(number: number, value: number): FitEncoderField {
  return { number, size: 4, baseType: FitBaseType.Sint32, value: Math.round((value * 2 ** 31) / 180) }
}

/** An instant in whole seconds since FIT's epoch, 1989-12-31. */
export function time(number: number, at: Instant): FitEncoderField {
  return uint32(number, FitEncoder.toFitTimestamp(new Date(Math.floor(at / 1_000) * 1_000)))
}

/** A sound FIT file of these messages, header and checksums included. */
export function fitFile(messages: readonly FitMessage[]): Uint8Array {
  const encoder = new FitEncoder()
  for (const message of messages) encoder.writeMessage(message.number, message.fields)
  return encoder.close()
}
