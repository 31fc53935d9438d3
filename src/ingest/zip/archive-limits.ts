/** Bytes an archive may have. */
export const ARCHIVE_LIMIT_BYTES = 512 * 1024 * 1024

/** Entries an archive may have, folders included. */
export const ARCHIVE_ENTRIES_MOST = 10_000

/** Bytes the list in a Strava export may unpack to: ten thousand activities fill a tenth of it. */
export const LIST_LIMIT_BYTES = 64 * 1024 * 1024
