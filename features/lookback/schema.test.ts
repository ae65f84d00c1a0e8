import { describe, expect, it } from 'vitest'
import { askedMoment, endOf, parseMoment, startOf, zoneOf } from './schema'

const iso = (moment: Date | null) => moment?.toISOString()

describe('a day in a time zone', () => {
  it('ends a millisecond before the next one begins there', () => {
    expect(iso(endOf('2026-03-01', '', 'UTC'))).toBe('2026-03-01T23:59:59.999Z')
    expect(iso(endOf('2026-03-01', '', 'Asia/Shanghai'))).toBe('2026-03-01T15:59:59.999Z')
    expect(iso(startOf('2026-03-01', 'Asia/Shanghai'))).toBe('2026-02-28T16:00:00.000Z')
    expect(iso(endOf('2026-03-01', '', 'Pacific/Chatham'))).toBe('2026-03-01T10:14:59.999Z')
  })

  it('has 23 or 25 hours where the clocks are changed', () => {
    const hours = (day: string) => {
      const [start, end] = [startOf(day, 'Europe/Brussels'), endOf(day, '', 'Europe/Brussels')]
      return Math.round(((end?.getTime() ?? 0) - (start?.getTime() ?? 0)) / 3_600_000)
    }
    expect(hours('2026-03-29')).toBe(23)
    expect(hours('2026-10-25')).toBe(25)
    expect(hours('2026-07-01')).toBe(24)
  })

  it('takes a time to the end of its minute, or of its second', () => {
    expect(iso(endOf('2026-03-01', '14:30', 'Asia/Shanghai'))).toBe('2026-03-01T06:30:59.999Z')
    expect(iso(endOf('2026-03-01', '14:30:05', 'UTC'))).toBe('2026-03-01T14:30:05.999Z')
  })

  it('is none when the calendar or the clock has no such thing', () => {
    expect(endOf('2026-02-29', '', 'UTC')).toBeNull()
    expect(endOf('2026-13-01', '', 'UTC')).toBeNull()
    expect(endOf('2026-03-01', '24:00', 'UTC')).toBeNull()
    expect(endOf('1 March', '', 'UTC')).toBeNull()
    expect(startOf('', 'UTC')).toBeNull()
    expect(iso(endOf('2028-02-29', '', 'UTC'))).toBe('2028-02-29T23:59:59.999Z')
  })
})

describe('a moment in an address', () => {
  it('is a day, a time, a batch, or today', () => {
    expect(parseMoment('', '', 'UTC')).toBeNull()
    expect(parseMoment('now', '', 'UTC')).toEqual({ kind: 'now' })
    expect(parseMoment('before-12', '', 'UTC')).toEqual({ kind: 'before', batch: '12' })
    expect(parseMoment('after-9007199254740993', '', 'UTC')).toEqual({
      kind: 'after',
      batch: '9007199254740993',
    })
    expect(parseMoment('before-0', '', 'UTC')).toBe('unclear')
    expect(parseMoment('2026-02-31', '', 'UTC')).toBe('unclear')
  })

  it('keeps the batch of a form until a day is chosen', () => {
    const batch = { atBatch: 'before-3' }
    expect(askedMoment({ ...batch, at: '' }, 'at', 'UTC').moment).toEqual({ kind: 'before', batch: '3' })
    expect(askedMoment({ ...batch, at: '2026-03-01' }, 'at', 'UTC').moment).toMatchObject({ kind: 'time' })
    expect(askedMoment({}, 'at', 'UTC')).toMatchObject({ moment: null, isUnclear: false })
  })

  it('has the time zone of the address, else that of the machine', () => {
    expect(zoneOf({ tz: 'Asia/Shanghai' })).toBe('Asia/Shanghai')
    expect(zoneOf({ tz: 'Nowhere/Else' })).toBe('Pacific/Chatham')
    expect(zoneOf({})).toBe('Pacific/Chatham')
  })
})
