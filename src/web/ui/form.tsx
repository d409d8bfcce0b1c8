import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { Lang } from '../../language/lang.ts'

export interface FormProps {
  lang: Lang
  /** The page's own address when left out. */
  action?: string
  /** `get` for filters and searches, whose answers belong in the address. */
  method?: 'post' | 'get'
  /** Asks before the page is left with text unsaved. */
  guarded?: boolean
  /** The form carries a file. */
  upload?: boolean
  id?: string
  children: Child
}

/** A form whose errors come from the server in the page's language, never from the browser in its own. */
export function Form({ lang, action, method = 'post', guarded, upload, id, children }: FormProps) {
  return (
    <form
      id={id}
      method={method}
      action={action}
      enctype={upload ? 'multipart/form-data' : undefined}
      novalidate
      data-guard={guarded ? ui(lang)('unsaved') : undefined}
    >
      {children}
    </form>
  )
}
