export type NotAMember = { code: 'not-a-member'; isClaimed: boolean }
export type Suspended = { code: 'suspended' }
export type NotACoach = { code: 'not-a-coach' }
export type NotTheHeadCoach = { code: 'not-the-head-coach' }
export type NotAnAthlete = { code: 'not-an-athlete' }
export type AccessRefusal = NotAMember | Suspended | NotACoach | NotTheHeadCoach | NotAnAthlete
