import { describe, expect, it } from 'vitest'
import type { Activity } from '#domain/activity/activity.ts'
import { type AthleteCard, NO_FILTERS, type RosterPage } from '#domain/roster/roster-card.ts'
import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import { localDay } from '#kernel/instant.ts'
import { athleteCard, athleteCardModal } from '#views/athlete-card.ts'
import { editAthleteForm, noteForm, noteWrittenModal } from '#views/athlete-form.ts'
import { profileForm } from '#views/profile-form.ts'
import { rosterMessage, rosterModal } from '#views/roster.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { OSLO } from '../fixtures/test-club.ts'
import { TEST_NOW } from '../fixtures/test-engine.ts'

const BASES = ['<!channel> *b* `c` _i_ ', 'קבוצת ריצה של יום שלישי ', '👩‍👩‍👧‍👦🏃🏽‍♀️🇳🇴', '&']
const long = (base: string, length: number) => base.repeat(length).slice(0, length)

describe.each(BASES)('with names of %s', base => {
  const name = long(base, 80)
  const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}` as AccountId
  const many = (count: number, length: number) => Array.from({ length: count }, () => long(base, length))
  const page = (rows: number, total: number): RosterPage => ({
    rows: Array.from({ length: rows }, (_, n) => ({
      accountId: id(n),
      slackUserId: `U${n}`,
      name,
      status: 'suspended',
      memberLevel: long(base, 30),
      labels: many(10, 30),
      groups: many(200, 80),
    })),
    total,
    offset: 15,
    filters: { ...NO_FILTERS, text: name, memberLevel: long(base, 30), labelKey: long(base, 30) },
    choices: {
      levels: Array.from({ length: 100 }, (_, n) => `${n}${long(base, 27)}`),
      labels: Array.from({ length: 100 }, (_, n) => ({ label: `${n}${long(base, 27)}`, key: `${n}` })),
      coaches: Array.from({ length: 100 }, (_, n) => ({ accountId: id(n), name: `${n}${name}` })),
      groups: [],
    },
  })
  const run: Activity = {
    id: 'r' as ActivityId,
    organizationId: 'o' as OrganizationId,
    athleteId: id(1),
    name,
    source: 'fit',
    localOn: localDay('2026-11-20'),
    zone: OSLO,
    visibility: 'share',
    note: '',
    fileSha256: null,
    perceivedEffort: null,
    createdAt: TEST_NOW,
    updatedAt: TEST_NOW,
    subType: 'trail-run',
    startedAt: TEST_NOW,
    distanceCm: 4_219_500,
    durationMs: 86_399_000,
    elapsedMs: 86_399_000,
    climbCm: null,
    averageHeartRate: null,
    maxHeartRate: null,
    device: null,
  }
  const card: AthleteCard = {
    accountId: id(1),
    slackUserId: 'U1',
    name,
    slackName: `${long(base, 78)}x`,
    status: 'active',
    memberLevel: long(base, 30),
    labels: many(10, 30),
    version: 3,
    groups: many(200, 80),
    coaches: many(20, 80),
    goal: { name, on: localDay('2027-09-18'), paceMsPerKm: 300_000 },
    lastSource: 'fit',

    connected: [],
    recent: [run, run, run, run, run],
    weeks: Array.from({ length: 12 }, () => ({ from: localDay('2026-11-16'), distanceCm: 99_999_999 })),
    isHidden: false,
    notes: Array.from({ length: 5 }, (_, n) => ({
      id: String(n),
      authorName: name,
      text: long(base, 1_500),
      createdAt: TEST_NOW,
    })),
    notesMore: 400,
    today: localDay('2026-11-20'),
    mayEdit: true,
    mayRemove: true,
  }

  it('the roster keeps within Slack’s limits', () => {
    expect(checkedView(rosterModal(page(15, 2_000)))).toEqual([])
    expect(checkedView(rosterModal(page(0, 0)))).toEqual([])
    expect(checkedMessage(rosterMessage(page(15, 2_000)))).toEqual([])
  })

  it('the profile and its forms keep within Slack’s limits', () => {
    expect(checkedMessage(athleteCard(card))).toEqual([])
    expect(checkedView(athleteCardModal(card))).toEqual([])
    expect(checkedView(athleteCardModal({ ...card, mayEdit: false, isHidden: true, notes: [] }))).toEqual([])
    expect(checkedView(editAthleteForm(card, { nickname: name, memberLevel: '', labels: name }))).toEqual([])
    expect(checkedView(noteForm(card))).toEqual([])
    expect(checkedView(noteWrittenModal({ name, text: long(base, 1_500) }))).toEqual([])
    expect(checkedView(profileForm({ profile: null, zone: 'America/Argentina/ComodRivadavia' }))).toEqual([])
  })

  it('names nobody so that they are called', () => {
    expect(rosterMessage(page(3, 3)).text).not.toContain('<!channel>')
    expect(athleteCard(card).text).not.toContain('<!channel>')
  })
})
