/** Action ids of the buttons of a schedule; their value is its id. */
export const SCHEDULE_ACTIONS = {
  pause: 'schedule-pause',
  resume: 'schedule-resume',
  end: 'schedule-end',
} as const
