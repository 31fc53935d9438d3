import { attributes, type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { controlAttributes, frameElement } from './element-frame.ts'
import type { ElementPlace } from './element-place.ts'
import { initialOptionsOf, type Option, optionGroupsOf } from './options.ts'
import { type Fields, numberOf } from './read.ts'
import { plainWords } from './text-object.ts'

/** A native `<select>` for every single select whose choices are known beforehand. */
export function drawSelect(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const groups = optionGroupsOf(drawing, element)
  const initial = initialOptionsOf(element, groups)[0]?.value
  const draw = (option: Option) =>
    html`<option${attributes({ value: option.value, selected: option.value === initial })}>${option.label}${
      option.description ? ` · ${option.description}` : ''
    }</option>`
  const placeholder = plainWords(element.placeholder) || 'Choose…'
  return frameElement(
    drawing,
    place,
    element,
    'text',
    html`<select class="field"${attributes(controlAttributes(drawing, place, element, placeholder))}><option value="">${placeholder}</option>${groups.map(
      group =>
        group.label === null
          ? group.options.map(draw)
          : html`<optgroup label="${group.label}">${group.options.map(draw)}</optgroup>`,
    )}</select>`,
  )
}

/** A list of checkboxes with a filter: a multi-select that works by keyboard and on a phone. */
export function drawMultiSelect(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const groups = optionGroupsOf(drawing, element)
  const chosen = new Set(initialOptionsOf(element, groups).map(option => option.value))
  const control = controlAttributes(drawing, place, element, plainWords(element.placeholder) || 'Choose')
  const { id, name, 'data-focus-first': focusFirst, ...naming } = control
  const count = groups.reduce((sum, group) => sum + group.options.length, 0)
  const draw = (option: Option) =>
    html`<label class="choice"><input type="checkbox"${attributes({
      id: `${id}-${option.value}`,
      name: String(name),
      value: option.value,
      checked: chosen.has(option.value),
    })}><span><bdi>${option.label}</bdi>${option.description ? html` <small>${option.description}</small>` : null}</span></label>`
  const filter =
    count > 8
      ? html`<input type="search" class="field" data-filter-choices aria-label="Filter the choices" autocomplete="off"${attributes(
          {
            id: `${id}-filter`,
            placeholder: plainWords(element.placeholder) || 'Filter…',
            'data-focus-first': focusFirst,
          },
        )}>`
      : null
  return frameElement(
    drawing,
    place,
    element,
    'choices',
    html`<div class="choice-box" role="group"${attributes({ id, ...naming })}>${filter}<div class="choice-list">${groups.map(
      group =>
        html`${group.label === null ? null : html`<p class="choice-heading">${group.label}</p>`}${group.options.map(draw)}`,
    )}</div></div>`,
    { 'data-most': numberOf(element.max_selected_items, 0) || null },
  )
}

/** Typeahead: the choices come from the app while the person types. The client script does the asking. */
export function drawExternalSelect(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const isMulti = element.type === 'multi_external_select'
  const chosen = initialOptionsOf(element, [])
  const control = controlAttributes(drawing, place, element, plainWords(element.placeholder) || 'Search')
  const least = numberOf(element.min_query_length, 3)
  return frameElement(
    drawing,
    place,
    element,
    'typeahead',
    html`<div class="typeahead"><ul class="chips" aria-label="Chosen"></ul><input type="text" class="field" role="combobox" autocomplete="off" aria-expanded="false" aria-autocomplete="list"${attributes(
      {
        ...control,
        'aria-controls': `${control.id}-list`,
        placeholder: plainWords(element.placeholder) || 'Search…',
      },
    )}><div class="listbox" role="listbox" aria-label="Suggestions" hidden${attributes({ id: `${control.id}-list` })}></div></div>`,
    {
      'data-keep': true,
      'data-least': least,
      'data-multi': isMulti,
      'data-chosen': JSON.stringify(chosen.map(({ value, label }) => ({ value, text: label }))),
    },
  )
}
