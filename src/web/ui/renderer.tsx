import { jsxRenderer } from 'hono/jsx-renderer'

/** Lets a handler write `c.render(<PortalLayout …>…</PortalLayout>)`; adds the doctype. */
export const pageRenderer = jsxRenderer(({ children }) => <>{children}</>)
