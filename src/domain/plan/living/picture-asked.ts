/** A workout that somebody wants as a picture, as it was when they asked. */
export type PictureAsked = {
  pictureId: string
  askedBy: string
  title: string
  /** The day in words, or nothing for a workout of the library. */
  on: string | null
  text: string
  note: string
  /** At whose paces; null where they are not known. */
  vdotMilli: number | null
  units: 'km' | 'mi'
}
