import { getFitGarminProductName } from 'fit-file-parser'
import { deviceName } from '../device-name.ts'
import { type FitFields, numberField, textField } from './fit-fields.ts'

/** Maker and product from the `file_id` message, such as `garmin fr945`; null when the file does not say. */
export function fitDevice(fileId: FitFields): string | null {
  const maker = textField(fileId, 'manufacturer')
  if (maker === undefined) return deviceName(textField(fileId, 'product_name'))
  const number = numberField(fileId, 'product')
  const garmin = maker === 'garmin' && number !== undefined ? getFitGarminProductName(number) : null
  return deviceName(maker, garmin ?? textField(fileId, 'product_name') ?? number)
}
