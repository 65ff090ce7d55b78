import { toonGetal } from '#basis/tekst.ts'
import type {
  Inleesweigering,
  Invoerplaats,
  Invoersoort,
  Leesweigering,
  Ongedaanweigering,
} from '#grootboek/deur.ts'

/** Zinnen voor wie inleest. */

export const SOORTNAAM: Record<Invoersoort, string> = {
  realisatie: 'Uitgegeven',
  verplichting: 'Verplicht',
  begroting: 'Begroot (primitief)',
  wijziging: 'Begrotingswijzigingen',
}

/** `Blad Lijst, cel F12`, `regel 1.204, boekstuk INK-7`. */
export function plaatszin({ blad, cel, regel, boekstuk }: Invoerplaats): string {
  const delen = [
    blad === undefined ? undefined : `blad ${blad}`,
    cel !== undefined ? `cel ${cel}` : regel === undefined ? undefined : `regel ${toonGetal(regel)}`,
    boekstuk === undefined ? undefined : `boekstuk ${boekstuk}`,
  ]
  return delen.filter((deel) => deel !== undefined).join(', ') || 'hele bestand'
}

export function leeszin(reden: Leesweigering): { titel: string; zin: string } {
  switch (reden.code) {
    case 'bestand_onjuist':
      return {
        titel: 'Dit bestand is niet ingelezen',
        zin: 'Er staat iets in dat niet klopt. Er is niets geboekt. Verbeter het in het financiële systeem, maak de export opnieuw en lees haar weer in.',
      }
    case 'geen_regels':
      return {
        titel: 'In dit bestand staan geen kosten',
        zin: 'Wij vonden geen regels op een resultaatrekening. Kijk of u het goede bestand heeft gekozen.',
      }
    case 'te_veel_regels':
      return {
        titel: 'Van te veel regels is niet bekend of zij erbij horen',
        zin: `Er zijn ${toonGetal(reden.aantal)} regels die bij het programma horen of nog onbekend zijn; er mogen er ${toonGetal(reden.grens)} zijn. Vink hieronder aan wat er zeker niet bij hoort en lees het bestand opnieuw in.`,
      }
  }
}

export const INLEESWEIGERING: Record<Exclude<Inleesweigering['code'], 'intussen_veranderd'>, string> = {
  mag_niet: 'U mag geen bestanden inlezen.',
  opnieuw_lezen:
    'De koppeling is veranderd sinds dit bestand is gelezen: wat er toen niet bij hoorde, misschien nu wel. Er is niets geboekt. Lees het bestand opnieuw in.',
}

export function ongedaanzin(reden: Exclude<Ongedaanweigering, { code: 'intussen_veranderd' }>): string {
  switch (reden.code) {
    case 'mag_niet':
      return 'U mag een inlezing niet ongedaan maken.'
    case 'inlezing_onbekend':
      return 'Deze inlezing is er niet.'
    case 'geen_bestand':
      return 'Alleen een ingelezen bestand is ongedaan te maken. Klopt een koppeling niet? Verander dan de regel.'
    case 'al_ongedaan':
      return `Deze inlezing is al ongedaan gemaakt, met nummer ${reden.door}.`
    case 'later_ingelezen':
      return `Inlezing ${reden.later} gaat over dezelfde dagen en bouwt hierop voort: wat toen al geboekt was, is niet nog eens geboekt. Maak eerst die ongedaan.`
  }
}
