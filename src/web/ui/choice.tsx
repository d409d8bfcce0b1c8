import type { Child } from 'hono/jsx'
import { ui } from '../../language/catalogues/ui.ts'
import type { FieldProps } from './field.tsx'
import { Fieldset } from './fieldset.tsx'

export interface Choice {
  value: string
  label: Child
  hint?: Child
  /** A further question that only this answer opens; shown always in browsers that cannot hide it. */
  reveal?: Child
  /** Puts "or" before it: for "I don't know" and "none of these". */
  apart?: boolean
}

interface ChoicesProps extends FieldProps {
  choices: readonly Choice[]
  /** `cards` for the few answers of one portal question, `inline` for two or three short ones. */
  look?: 'plain' | 'cards' | 'inline' | 'columns'
}

/** One of several answers. */
export function Radios(props: ChoicesProps & { value?: string }) {
  return <Options {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />
}

/** Any number of answers. */
export function Checkboxes(props: ChoicesProps & { values?: readonly string[] }) {
  return <Options {...props} type="checkbox" chosen={props.values ?? []} />
}

function Options(props: ChoicesProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { lang, name, look = 'plain' } = props
  return (
    <Fieldset {...props}>
      <div
        class="av-options"
        data-cards={look === 'cards' || undefined}
        data-inline={look === 'inline' || undefined}
        data-columns={look === 'columns' || undefined}
      >
        {props.choices.map((choice, index) => {
          // The first carries the plain name, so that the error summary lands on it.
          const id = index === 0 ? name : `${name}-${choice.value}`
          return (
            <>
              {choice.apart && <p class="av-or">{ui(lang)('or')}</p>}
              <div class="ds-field">
                <input
                  class="ds-input"
                  type={props.type}
                  id={id}
                  name={name}
                  value={choice.value}
                  checked={props.chosen.includes(choice.value)}
                  aria-describedby={choice.hint ? `${id}-note` : undefined}
                />
                <label class="ds-label" for={id}>
                  {choice.label}
                </label>
                {choice.hint && (
                  <div class="av-hint av-small" id={`${id}-note`}>
                    {choice.hint}
                  </div>
                )}
                {choice.reveal && <div class="av-reveal">{choice.reveal}</div>}
              </div>
            </>
          )
        })}
      </div>
    </Fieldset>
  )
}

/** A single yes: "send me a copy", "flag as urgent". */
export function Checkbox(
  props: Pick<FieldProps, 'name' | 'label' | 'hint'> & { checked?: boolean; value?: string },
) {
  const { name } = props
  return (
    <div class="av-options">
      <div class="ds-field">
        <input
          class="ds-input"
          type="checkbox"
          id={name}
          name={name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          aria-describedby={props.hint ? `${name}-hint` : undefined}
        />
        <label class="ds-label" for={name}>
          {props.label}
        </label>
        {props.hint && (
          <div class="av-hint av-small" id={`${name}-hint`}>
            {props.hint}
          </div>
        )}
      </div>
    </div>
  )
}
