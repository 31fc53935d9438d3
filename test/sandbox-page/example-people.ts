import type { Person } from '../../src/sandbox/desk.ts'

export const teamId = 'T0EXAMPLE'

function person(id: string, name: string, realName: string, more: Partial<Person> = {}): Person {
  return {
    id,
    name,
    realName,
    email: `${name}@example.org`,
    tz: 'Europe/Berlin',
    isBot: false,
    isDeactivated: false,
    isGuest: false,
    teamId,
    ...more,
  }
}

export const mara = person('U0MARA', 'mara', 'Coach Mara')
export const jonas = person('U0JONAS', 'jonas', 'Jonas Weber')
export const botId = 'U0ASTRAL'

/** A small invented club with names that are easily drawn wrongly. */
export function examplePeople(): Person[] {
  return [
    mara,
    jonas,
    person('U0ANA', 'ana', 'Ana Kovačević', { tz: 'America/New_York' }),
    person('U0OLENA', 'olena', 'Олена Шевченко', { tz: 'Europe/Kyiv' }),
    person('U0NOA', 'noa', 'נועה לוי', { tz: 'Asia/Jerusalem' }),
    person('U0LIN', 'lin', '林美玲', { tz: 'Asia/Taipei' }),
    person('U0GUEST', 'guest', 'Greta Gast', { isGuest: true }),
    person('U0GONE', 'gone', 'Gustav Gone', { isDeactivated: true }),
    person('U0OTHER', 'other', 'Otto Other', { teamId: 'T0OTHER' }),
    person(botId, 'astral', 'Astral', { isBot: true, email: null, tz: 'UTC' }),
  ]
}
