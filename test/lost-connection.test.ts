import { describe, expect, it } from 'vitest'
import { isLostConnection } from '../src/lost-connection.ts'

const withCode = (code: string) => Object.assign(new Error('some words'), { code })

describe('a lost connection to PostgreSQL', () => {
  it.each([
    ['the server is told to stop', withCode('57P01')],
    ['the server crashed', withCode('57P02')],
    ['the server is starting', withCode('57P03')],
    ['the connection failed', withCode('08006')],
    ['nothing listens', withCode('ECONNREFUSED')],
    ['the driver found the connection closed', new Error('Connection terminated unexpectedly')],
    [
      'every address of a name refused',
      new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]),
    ],
  ])('is known when %s', (_, error) => expect(isLostConnection(error)).toBe(true))

  it.each([
    ['a statement was wrong', withCode('42601')],
    ['a row was there already', withCode('23505')],
    ['the disk was full', withCode('53100')],
    ['our own mistake', new TypeError('x is not a function')],
    ['something else went wrong beside it', new AggregateError([withCode('ECONNREFUSED'), new Error('x')])],
    ['nothing was said', undefined],
  ])('is not assumed when %s', (_, error) => expect(isLostConnection(error)).toBe(false))
})
