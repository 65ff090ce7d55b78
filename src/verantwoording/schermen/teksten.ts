import { ORGAANNAAM } from '#programma/deur.ts'
import type { Rapportstand } from '#verantwoording/rapport/leven.ts'
import type { Maakweigering, Schrijfweigering } from '#verantwoording/rapport/rapport.flow.ts'
import type { Zetweigering } from '#verantwoording/rapport/stap.flow.ts'

/** Wat de schermen van rapporten zeggen. */

export const STANDWOORD: Readonly<Record<Rapportstand, string>> = {
  concept: 'Concept',
  stuurgroep: 'Bij de stuurgroep',
  college: 'Bij het college',
  raad: 'Bij de raad',
  vastgesteld: 'Vastgesteld',
}

export const STAPWOORD: Readonly<Record<Rapportstand, string>> = {
  concept: 'Teruggeven aan de maker',
  stuurgroep: 'Aanbieden aan de stuurgroep',
  college: 'Doorgeven aan het college',
  raad: 'Aanbieden aan de raad',
  vastgesteld: 'Vaststellen',
}

/** Wat de maker nu het beste kan doen. */
export const VOLGENDE_STAP: Readonly<Record<Rapportstand, string>> = {
  concept: 'Lees het rapport door, schrijf waar nodig zelf iets, en bied het dan aan.',
  stuurgroep: 'De stuurgroep leest mee. Is zij akkoord, geef het dan door.',
  college: 'Het college leest het. Leg daarna het besluit vast.',
  raad: 'De raad behandelt het. Leg daarna het besluit vast: dan is het rapport vastgesteld.',
  vastgesteld: 'Dit rapport is vastgesteld en verandert nooit meer.',
}

type Weigering = Zetweigering | Maakweigering | Schrijfweigering

const VAST: Readonly<Record<Exclude<Weigering['code'], 'besluit_nodig' | 'besluit_ander_orgaan'>, string>> = {
  mag_niet: 'Uw rol mag dit niet.',
  rapport_onbekend: 'Dit rapport bestaat niet.',
  stap_kan_niet: 'Deze stap kan nu niet. Kijk hoe het rapport er nu voor staat.',
  reden_nodig: 'Schrijf waarom u het rapport teruggeeft. Dan weet de maker wat er anders moet.',
  intussen_gewijzigd:
    'Iemand anders zette intussen een stap met dit rapport. Er is niets veranderd door u. Kijk hoe het er nu voor staat.',
  besluit_onbekend: 'Dit besluit staat niet in het register.',
  geen_plan: 'Er is geen vastgesteld plan om over te rapporteren.',
  onderdeel_onbekend: 'Dit onderdeel staat niet in het plan.',
  periode_toekomst: 'Deze periode is nog niet begonnen. Er valt nog niets te verantwoorden.',
  bestaat_al: 'Dit rapport is er al. Ga daarmee verder.',
  niet_meer_concept: 'Dit rapport is aangeboden. Schrijven kan pas weer als het is teruggegeven.',
  tekst_veranderd:
    'Iemand anders schreef intussen op deze plek. Uw tekst staat er nog: lees wat er nu staat, en bewaar dan opnieuw.',
  te_lang: 'Deze tekst is te lang. Houd hem onder 6.000 tekens.',
  alinea_onbekend: 'Deze plek staat niet in het rapport.',
  leeg: 'Schrijf eerst wat u wilt opmerken.',
}

export function weigerzin(reden: Weigering): string {
  if (reden.code === 'besluit_nodig')
    return `Kies of vul eerst het besluit in. Zonder besluit van ${wieVan(reden.orgaan)} kan het rapport niet verder.`
  if (reden.code === 'besluit_ander_orgaan')
    return `Dit besluit is van een ander orgaan. Kies een besluit van ${wieVan(reden.orgaan)}.`
  return VAST[reden.code]
}

const wieVan = (orgaan: keyof typeof ORGAANNAAM): string =>
  `${orgaan === 'college' ? 'het' : 'de'} ${ORGAANNAAM[orgaan]}`

export const weigerstatus = (code: Weigering['code']): 400 | 404 | 409 =>
  code === 'rapport_onbekend'
    ? 404
    : ['intussen_gewijzigd', 'tekst_veranderd', 'bestaat_al', 'niet_meer_concept', 'stap_kan_niet'].includes(
          code,
        )
      ? 409
      : 400
