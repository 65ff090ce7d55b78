import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { adresVan } from '#programma/api/adres.ts'
import type { Apicontext } from '#programma/api/verzameling.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { stukkenVan } from '#programma/stukken.ts'

/**
 * Een verzonnen plan waaruit de voorbeelden in de beschrijving worden berekend, met dezelfde functies als de
 * antwoorden zelf: een voorbeeld kan zo nooit achterlopen.
 */
export const VOORBEELDPLAN = {
  formaat: 'programmaplan',
  versie: 1,
  gemeente: { code: 'gm0000', naam: 'Voorbeeld' },
  programma: {
    id: 'samen-verder',
    titel: 'Samen verder',
    van: '2026',
    tot: '2027',
    hoofddoel: 'Inwoners doen mee en vinden op tijd hulp.',
    herkomst: 'Verzonnen voor deze beschrijving.',
  },
  doelen: [{ id: 'meedoen', titel: 'Inwoners doen mee', indicatoren: [] }],
  groepen: [{ id: 'dorpen', titel: 'In de dorpen', code: '2.1' }],
  onderdelen: [
    {
      id: 'inloop',
      code: '2.1.1',
      titel: 'Inloop in het dorp',
      aliassen: ['de huiskamer'],
      groep: 'dorpen',
      ouder: null,
      doel: 'Dat mensen elkaar zien.',
      doelen: ['meedoen'],
      planning: { van: '2026-Q1', tot: '2027' },
      mijlpalen: [{ id: 'open', wat: 'De deur gaat open', wanneer: '2026-03', verwacht: true, regel: 48 }],
      partners: ['het dorpsbelang'],
      relaties: [],
      eigenaarrol: 'teamleider',
      bronnen: ['rijk'],
      aard: 'incidenteel',
      regels: [40, 52],
    },
  ],
  bronnen: [
    {
      id: 'rijk',
      naam: 'Bijdrage van het Rijk',
      soort: 'rijk',
      ontvangsten: [{ naam: 'Bijdrage 2026', jaar: 2026, bedragCent: 30_000_00 }],
      aard: 'incidenteel',
      verantwoording: 'sisa',
    },
  ],
  voorgangers: [{ id: 'samen-op-weg', titel: 'Samen op weg 2022-2025' }],
  plaatsen: [
    {
      id: 'par-2-1-1',
      soort: 'paragraaf',
      code: '2.1.1',
      titel: 'Inloop in het dorp',
      regel: 40,
      over: [{ soort: 'onderdeel', id: 'inloop' }],
    },
  ],
  vermeldingen: [
    {
      soort: 'bedrag',
      id: 'inloop-2026',
      plaats: 'par-2-1-1',
      regels: [45, 45],
      over: { soort: 'onderdeel', id: 'inloop' },
      letterlijk: 'In 2026 is € 12.500 nodig',
      aspect: 'lasten',
      bedragCent: 12_500_00,
      periode: { van: '2026', tot: '2026' },
    },
  ],
  raming: [
    { onderdeel: 'inloop', jaar: 2026, bron: 'rijk', bedragCent: 12_500_00, vermelding: 'inloop-2026' },
    { onderdeel: 'inloop', jaar: 2027, bron: null, bedragCent: 12_500_00 },
  ],
} as const

const OP = new Date('2026-01-15T09:30:00.000Z')
const BESLUIT = '0198c5a0-6b9e-7c3a-9d1e-3f2b7a5c1d00'
const DAG = datum('2026-06-15')

/** Het voorbeeldplan als iets waaraan elke verzameling kan worden gevraagd. */
export function voorbeeldcontext(): Apicontext {
  const gelezen = leesPlan(VOORBEELDPLAN)
  if (!gelezen.ok) throw new Error(`het voorbeeldplan klopt niet: ${JSON.stringify(gelezen.reden)}`)
  const plan = gelezen.waarde
  const stukken = stukkenVan(plan)
  const bevindingen = controleer(plan)
  const versies = [{ nummer: 1, op: OP, waarom: 'Vastgesteld door de raad', besluit: BESLUIT }]
  const kop = {
    id: plan.programma.id,
    hoofdplan: true,
    titel: plan.programma.titel,
    laatsteVersie: 1,
    vastgesteldeVersie: 1,
    vastgesteldeVersies: [1],
  }
  const versie = { kop, versie: 1, beeld: planbeeldVan(plan), bevindingen: () => bevindingen }
  return {
    vandaag: DAG,
    programmas: async () => [versie],
    versies: async () => versies,
    besluiten: async () => [
      {
        id: BESLUIT,
        orgaan: 'raad',
        datum: datum('2026-01-15'),
        nummer: '2026-004',
        onderwerp: 'Programmaplan Samen verder',
        teBevestigen: false,
        vastgelegdOp: OP,
      },
    ],
    vaststellingen: async () => [{ plan: plan.programma.id, versie: 1, besluit: BESLUIT, op: OP }],
    besluitsommen: async () => [
      {
        besluit: BESLUIT,
        programma: plan.programma.id,
        onderdeel: 'inloop',
        bron: 'rijk',
        jaar: 2026,
        bedragCent: centen(1_000_000),
      },
    ],
    adres: adresVan({}),
    pagina: (rest) => rest,
    plan: {
      ...versie,
      versies: async () => versies,
      stukregels: async (soort, sleutel) =>
        stukken
          .filter((stuk) => stuk.soort === soort && stuk.sleutel === sleutel)
          .map(({ inhoud }) => ({ nummer: 1, inhoud })),
      afdoeningen: async () =>
        bevindingen.slice(0, 1).map(({ sleutel }) => ({
          bevinding: sleutel,
          oordeel: 'bewust' as const,
          toelichting: 'De indicator volgt bij de eerste meting.',
          versie: 1,
          vastgelegdOp: OP,
          door: null,
        })),
    },
  }
}
