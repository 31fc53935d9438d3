export type CalendarRefusal =
  | { code: 'calendar-not-open' }
  /** The operator has not opened it: HTTP itself, or only the address under which it is reached. */
  | { code: 'calendar-unreachable'; isHttpOpen: boolean }
