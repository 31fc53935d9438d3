/** Something the operator has to put right before Astral can start; the message says what. */
export class StartFault extends Error {
  override name = 'StartFault'
}
