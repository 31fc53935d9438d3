/** Why an archive is not read at all. */
export type ArchiveRefusal =
  | { readonly code: 'archive-too-large'; readonly limitBytes: number }
  | { readonly code: 'archive-too-many-entries'; readonly limit: number }
  | { readonly code: 'archive-damaged' }
  /** Every activity in it is behind a password. */
  | { readonly code: 'archive-encrypted' }
  /** It holds nothing that could be an activity. */
  | { readonly code: 'archive-without-activities' }

export type ImportRefusal =
  /** One archive of a person is read at a time. */
  { readonly code: 'import-running' } | { readonly code: 'import-over' }
