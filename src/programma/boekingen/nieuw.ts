import type { Datum } from '#basis/datum.ts'
import { type Handinvoer, Naam } from '#grootboek/deur.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import {
  type Boeklezer,
  bedragWaarde,
  betalingWaarden,
  dagWaarde,
  looptijdVan,
  onderdeelWaarde,
} from '#programma/verplichtingen/invoer.ts'

/** Een besteding of ontvangst uit een formulier, en terug. Wat er niet klopt staat daarna bij de lezer. */
export function leesHandinvoer(
  lezer: Boeklezer,
  soort: Handinvoer['soort'],
  programma: string,
  beeld: Planbeeld,
  vandaag: Datum,
): Handinvoer {
  const stuk = lezer.tekst('stuk')
  if (stuk === '') lezer.meld('stuk', 'Vul het nummer van het stuk in.')
  const gedeeld = {
    programma,
    geldigOp: lezer.dag('geldigOp', vandaag),
    jaar: lezer.jaar('jaar'),
    bedragCent: lezer.bedrag('bedrag'),
    stuk,
    tekst: lezer.vrij('tekst', 'de toelichting'),
    uitwijkNaar: lezer.uitwijk(),
  }
  if (soort === 'ontvangst') return { soort, ...gedeeld, bron: leesBron(lezer) }
  const onbekend = lezer.aan('onbekend')
  const onderdeel = onbekend ? undefined : lezer.onderdeel('onderdeel')
  const id = onderdeel?.id
  return {
    soort,
    ...gedeeld,
    onderdeel: id ?? null,
    betaling: lezer.betaling(),
    looptijd: looptijdVan(id === undefined ? undefined : beeld.onderdeel.get(id)),
  }
}

const leesBron = (lezer: Boeklezer): string => {
  const bron = Naam.safeParse(lezer.bron('bron'))
  return bron.success ? bron.data : ''
}

/** Wat er in het formulier staat om een boeking verbeterd opnieuw te boeken. */
export function handwaarden(invoer: Handinvoer, beeld: Planbeeld): Record<string, string> {
  const gedeeld = {
    geldigOp: dagWaarde(invoer.geldigOp),
    jaar: String(invoer.jaar),
    bedrag: bedragWaarde(invoer.bedragCent),
    stuk: invoer.stuk,
  }
  if (invoer.soort === 'ontvangst') return { ...gedeeld, bron: invoer.bron }
  return {
    ...gedeeld,
    onderdeel: onderdeelWaarde(beeld.plan, invoer.onderdeel),
    ...(invoer.onderdeel === null ? { onbekend: 'ja' } : {}),
    ...betalingWaarden(invoer.betaling),
  }
}
