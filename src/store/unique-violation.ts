/** What the write gave, or null when somebody else was first to its key. */
export async function unlessTaken<T>(write: Promise<T>): Promise<T | null> {
  try {
    return await write
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

/** True when a write hit a unique key: somebody else was first. SQLite's and PostgreSQL's own codes. */
function isUniqueViolation(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === '23505'
}
