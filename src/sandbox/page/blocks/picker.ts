import { localDateTime } from '../client/zoned-time.ts'
import { attributes, type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { controlAttributes, frameElement } from './element-frame.ts'
import type { ElementPlace } from './element-place.ts'
import { type Fields, numberOf, textOf } from './read.ts'
import { plainWords } from './text-object.ts'

export function drawDatePicker(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  return frameElement(
    drawing,
    place,
    element,
    'text',
    html`<input type="date" class="field"${attributes({
      ...controlAttributes(drawing, place, element, plainWords(element.placeholder) || 'Date'),
      value: textOf(element.initial_date),
    })}>`,
  )
}

export function drawTimePicker(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  return frameElement(
    drawing,
    place,
    element,
    'text',
    html`<input type="time" class="field"${attributes({
      ...controlAttributes(drawing, place, element, plainWords(element.placeholder) || 'Time'),
      value: textOf(element.initial_time),
    })}>${element.timezone ? html`<small class="zone">${textOf(element.timezone)}</small>` : null}`,
  )
}

/** Shown in the viewer's zone; its value is Unix seconds, as Slack keeps it. */
export function drawDateTimePicker(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const seconds = numberOf(element.initial_date_time, 0)
  return frameElement(
    drawing,
    place,
    element,
    'instant',
    html`<input type="datetime-local" class="field"${attributes({
      ...controlAttributes(drawing, place, element, 'Date and time'),
      value: seconds > 0 ? localDateTime(seconds * 1000, drawing.viewer.tz) : null,
    })}><small class="zone">${drawing.viewer.tz}</small>`,
    { 'data-zone': drawing.viewer.tz },
  )
}
