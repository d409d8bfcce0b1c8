import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The address a request comes from. With a trusted proxy in front, the last one that proxy wrote down. */
export const addressOf =
  (trustedProxy: boolean) =>
  (c: Context): string => {
    if (trustedProxy) {
      const last = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
      if (last) return last
    }
    try {
      return getConnInfo(c).remote.address ?? 'unknown'
    } catch {
      // asked without a network, as tests do
      return 'unknown'
    }
  }
