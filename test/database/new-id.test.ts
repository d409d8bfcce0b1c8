import { expect, it } from 'vitest'
import { newId } from '../../src/database/new-id.ts'

it('makes UUIDs of version 7 that sort by time and, within one millisecond, by the order they were made', () => {
  const now = new Date('2026-11-24T09:00:00.123Z')
  const ids = Array.from({ length: 1000 }, () => newId(now))
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(1000)
  expect([...ids].sort()).toEqual(ids)
  expect(Number.parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime())
  expect(newId(new Date(now.getTime() + 1)) > ids.at(-1)!).toBe(true)
})
