import { type Datum, toonDatum } from '#basis/datum.ts'
import { Moment } from '#basis/moment.ts'
import { kopregel, omschrijving, standfeiten, voetregel, WOORDEN } from '#uitwisseling/rapport/teksten.ts'
import type { Deel, Rapportinhoud } from '#verantwoording/deur.ts'

/**
 * Wat PDF en ODT van elk document nodig hebben. Een rapport begint met een titelblad en een inhoudsopgave, en zet de
 * cijfers bij zijn figuren achterin; een kort stuk begint meteen, en is af als de lezer het omdraait.
 */
export type Document = Pick<Rapportinhoud, 'titel' | 'ondertitel' | 'delen'> & {
  /** De naam van de gemeente. */
  gemeente: string
  opening:
    | { soort: 'titelblad'; feiten: [string, string][] }
    /** `bladen`: op hoeveel bladzijden het moet passen, desnoods met een kleinere letter. */
    | { soort: 'kop'; regel: string; bladen: number | undefined }
  /** Wat er bovenaan staat als de cijfers verzonnen zijn. */
  melding: string | undefined
  kopregel: string
  voetregel: string
  /** De eigenschappen van het bestand; `op` is zijn tijd, zodat dezelfde inhoud dezelfde bytes geeft. */
  eigenschappen: { onderwerp: string; omschrijving: string; trefwoord: string; op: Moment }
}

export const rapportdocument = (inhoud: Rapportinhoud): Document => ({
  titel: inhoud.titel,
  ondertitel: inhoud.ondertitel,
  delen: inhoud.delen,
  gemeente: inhoud.gemeente.naam,
  opening: { soort: 'titelblad', feiten: standfeiten(inhoud) },
  melding: inhoud.verzonnen ? WOORDEN.verzonnen : undefined,
  kopregel: kopregel(inhoud.gemeente.naam, inhoud.titel),
  voetregel: voetregel(inhoud),
  eigenschappen: {
    onderwerp: inhoud.programma.titel,
    omschrijving: omschrijving(inhoud),
    trefwoord: inhoud.kenmerk,
    op: inhoud.moment.bekendOp,
  },
})

/** Een notitie, agenda of besluitenlijst, zoals de kamers haar aan hun poort geven. */
export type Kortstuk = {
  /** Wat het is, zoals "Agenda". */
  soort: string
  titel: string
  ondertitel: string
  gemeente: { code: string; naam: string }
  gemaakt: Datum
  bladen?: number
  delen: Deel[]
}

export function kortdocument(stuk: Kortstuk, verzonnen: boolean): Document {
  const { soort, titel, ondertitel, gemeente, delen } = stuk
  const gemaakt = `gemaakt op ${toonDatum(stuk.gemaakt)}`
  return {
    titel,
    ondertitel,
    delen,
    gemeente: gemeente.naam,
    opening: {
      soort: 'kop',
      regel: `${soort} · Gemeente ${gemeente.naam} · ${gemaakt}`,
      bladen: stuk.bladen,
    },
    melding: verzonnen ? WOORDEN.verzonnenStuk : undefined,
    kopregel: kopregel(gemeente.naam, titel),
    voetregel: `${soort} · ${gemaakt}`,
    eigenschappen: {
      onderwerp: soort,
      omschrijving: `${soort} van gemeente ${gemeente.naam}, ${gemaakt}.`,
      trefwoord: soort.toLowerCase(),
      // Een dag heeft geen uur; middernacht in UTC is in elk proces dezelfde.
      op: Moment.parse(`${stuk.gemaakt}T00:00:00.000000Z`),
    },
  }
}
