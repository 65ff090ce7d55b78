import { randomBytes } from 'node:crypto'

/** Het kenmerk van een verzoek: staat in antwoord, log en logboek, zodat iemand ze bij elkaar kan leggen. */

const PROCES = randomBytes(5).toString('hex')
let volgnummer = 0

const nieuwVerzoek = (): string => `${PROCES}-${(++volgnummer).toString(36)}`

/** Een kenmerk van buiten mag mee als het kort en onschuldig is: het komt in logs en in pagina's. */
export const verzoekKenmerk = (gegeven: string | undefined): string =>
  gegeven !== undefined && /^[\w-]{8,64}$/u.test(gegeven) ? gegeven : nieuwVerzoek()
