import type { Foutcode } from '#uitwisseling/xaf/teksten.ts'

/** Verder lezen heeft geen zin of past niet in het geheugen. Draagt alleen de reden, nooit inhoud van het bestand. */
export class Xafstop extends Error {
  readonly code: Foutcode
  constructor(code: Foutcode) {
    super(code)
    this.code = code
  }
}
