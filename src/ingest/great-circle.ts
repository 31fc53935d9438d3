/** The mean radius of the Earth in metres (IUGG R1). */
const EARTH_RADIUS_METERS = 6_371_008.8

export type Position = { readonly latitude: number; readonly longitude: number }

/** Metres between two positions in degrees, over a sphere and without altitude (the haversine formula). */
export function greatCircleMeters(from: Position, to: Position): number {
  const dLatitude = radians(to.latitude - from.latitude)
  const dLongitude = radians(to.longitude - from.longitude)
  const a =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(dLongitude / 2) ** 2
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)))
}

export function isPosition(latitude: number | undefined, longitude: number | undefined): boolean {
  return (
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180
  )
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
