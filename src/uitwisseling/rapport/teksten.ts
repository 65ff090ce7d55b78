import { toonDatum } from '#basis/datum.ts'
import { alsDate, dagVanMoment } from '#basis/moment.ts'
import type { Rapportinhoud } from '#verantwoording/deur.ts'

/** Zinnen die elke vorm van een rapport om de inhoud heen zet. */
export const WOORDEN = {
  verzonnen: 'Dit is een voorbeeldgemeente. Alle cijfers en teksten in dit rapport zijn verzonnen.',
  verzonnenStuk: 'Dit is een voorbeeldgemeente. Alle cijfers en teksten in dit stuk zijn verzonnen.',
  verzonnenKort: 'Voorbeeld: alle cijfers zijn verzonnen',
  inhoud: 'Inhoud',
  bladzijde: 'bladzijde',
  van: 'van',
  bijlage: 'Cijfers bij de figuren',
  bijlageUitleg: 'Bij elke figuur staan hier dezelfde cijfers als tabel.',
  naarCijfers: 'Dezelfde cijfers als tabel.',
  naarFiguur: 'Terug naar de figuur.',
  dezelfdeCijfers: 'Dezelfde cijfers als tabel',
  berust: 'Waar dit rapport op berust',
  zonderTitel: 'Zonder titel',
} as const

const TIJD = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
})

export const toonMoment = (moment: Rapportinhoud['moment']['bekendOp']): string =>
  `${toonDatum(dagVanMoment(moment))}, ${TIJD.format(alsDate(moment))} uur`

/** Waarmee elk cijfer in het rapport opnieuw te berekenen is. */
export function standfeiten(inhoud: Rapportinhoud): [string, string][] {
  const { moment, programma, gemeente } = inhoud
  return [
    ['Gemeente', `${gemeente.naam} (${gemeente.code})`],
    ['Programma', `${programma.titel}, versie ${programma.planversie} van het plan`],
    ['Cijfers tot en met', toonDatum(moment.geldigTm)],
    ['Zoals bekend op', toonMoment(moment.bekendOp)],
    ['Laatste boeking', moment.hoofd === null ? 'het grootboek was nog leeg' : `nummer ${moment.bekendNr}`],
    ['Hoofd van het journaal', moment.hoofd ?? 'nog geen boekingen'],
    ['Rapport', `${inhoud.kenmerk}, sjabloon ${inhoud.sjabloon}`],
  ]
}

/** Past op één regel naast de melding dat de cijfers verzonnen zijn. */
export function kopregel(gemeente: string, titel: string): string {
  const regel = [...`${gemeente} · ${titel}`]
  return regel.length > 70 ? `${regel.slice(0, 69).join('')}…` : regel.join('')
}

/** Kort genoeg voor de voet van een bladzijde; het hele hoofd staat op het titelblad. */
export function voetregel({ moment }: Rapportinhoud): string {
  const hoofd = moment.hoofd === null ? 'zonder boekingen' : `journaal ${moment.hoofd.slice(0, 12)}…`
  return `Cijfers tot en met ${toonDatum(moment.geldigTm)} · bekend op ${toonMoment(moment.bekendOp)} · ${hoofd}`
}

export const omschrijving = ({ gemeente, ondertitel, moment }: Rapportinhoud): string =>
  `${ondertitel}. Gemeente ${gemeente.naam}, cijfers tot en met ${toonDatum(moment.geldigTm)}.`

/** `jaar-2024`: kenmerk en soort maken de naam van elk bestand. */
export const bestandsnaam = ({ gemeente, kenmerk }: Rapportinhoud, vorm: string): string =>
  `${gemeente.code}-${kenmerk}${vorm.includes('.') ? '-' : '.'}${vorm}`
