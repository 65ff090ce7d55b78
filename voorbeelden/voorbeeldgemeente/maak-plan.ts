/** Maakt de twee versies van het plan. Gebruik: `node --import tsx voorbeelden/voorbeeldgemeente/maak-plan.ts`. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { centen } from '#basis/geld.ts'
import { verdeel } from '#grootboek/verdeling.ts'
import { MIJLPALEN } from './plan-mijlpalen.ts'
import { onderdelenVan, verdelingIn } from './plandelen.ts'
import { BRONNEN, doelenIn, GROEPEN, HERKOMST, TOELICHTING } from './plankader.ts'
import type { Onderdeeldeel, Planversie } from './planvorm.ts'

const JAREN = [2022, 2023, 2024, 2025, 2026] as const
const PROGRAMMA = 'sociaal-domein-2022-2026'

const alsOnderdeel = (deel: Onderdeeldeel, versie: Planversie) => ({
  id: deel.id,
  code: deel.code,
  titel: deel.titel,
  aliassen: [],
  groep: deel.groep,
  ouder: deel.ouder ?? null,
  doel: deel.doel,
  doelen: deel.doelen,
  planning: {
    van: deel.van,
    tot: deel.tot,
    ...(deel.planning === undefined ? {} : { tekst: deel.planning }),
  },
  mijlpalen: [
    ...(deel.mijlpalen ?? []),
    ...MIJLPALEN.filter(({ onderdeel, tot = versie }) => onderdeel === deel.id && versie <= tot).map(
      ({ id, wat, wanneer }) => ({ id, wat, wanneer }),
    ),
  ],
  partners: deel.partners ?? [],
  relaties: [],
  eigenaarrol: deel.eigenaarrol ?? null,
  bronnen: [
    ...new Set(
      JAREN.flatMap((jaar, i) =>
        deel.euro === undefined || deel.euro[i] === 0
          ? []
          : Object.keys(verdelingIn(deel, jaar, versie) ?? {}),
      ),
    ),
  ],
  aard: deel.aard,
})

const JAARVERMELDING = (id: string, jaar: number): string => `bijlage-${id}-${jaar}`

/** In hele euro's: een plan noemt geen centen. */
function ramingVan(deel: Onderdeeldeel, versie: Planversie) {
  return JAREN.flatMap((jaar, i) => {
    const euro = deel.euro?.[i] ?? 0
    if (euro === 0) return []
    const verdeling = verdelingIn(deel, jaar, versie)
    const delen =
      verdeling === null
        ? [[null, centen(euro)] as const]
        : [...verdeel(centen(euro), new Map(Object.entries(verdeling)))]
    return delen.map(([bron, bedrag]) => ({
      onderdeel: deel.id,
      jaar,
      bron,
      bedragCent: bedrag * 100,
      vermelding: JAARVERMELDING(deel.id, jaar),
    }))
  })
}

const som = (deel: Onderdeeldeel): number => (deel.euro ?? []).reduce((totaal, euro) => totaal + euro, 0)
const betaald = (delen: readonly Onderdeeldeel[]): Onderdeeldeel[] => delen.filter((deel) => som(deel) > 0)

function plaatsenVan(delen: readonly Onderdeeldeel[]) {
  const over = (soort: string, id: string) => [{ soort, id }]
  return [
    {
      id: 'hoofdstuk-4',
      soort: 'hoofdstuk',
      code: '4',
      titel: 'Wat mag het kosten?',
      over: over('programma', PROGRAMMA),
    },
    ...GROEPEN.map(({ id, titel, code }) => ({
      id: `groep-${id}`,
      soort: 'paragraaf',
      code,
      titel,
      over: over('groep', id),
    })),
    ...delen
      .filter(({ code }) => code !== null && !GROEPEN.some((groep) => groep.code === code))
      .map(({ id, titel, code }) => ({
        id: `paragraaf-${id}`,
        soort: 'paragraaf',
        code,
        titel,
        over: over('onderdeel', id),
      })),
    {
      id: 'bijlage-1',
      soort: 'bijlage',
      code: '1',
      titel: 'Meerjarenoverzicht',
      over: over('programma', PROGRAMMA),
    },
  ]
}

function vermeldingenVan(delen: readonly Onderdeeldeel[]) {
  const bedrag = (
    id: string,
    plaats: string,
    over: { soort: string; id: string },
    euro: number,
    periode: object | 'geheel',
  ) => ({ soort: 'bedrag', id, plaats, over, aspect: 'lasten', bedragCent: euro * 100, periode })
  const over = (id: string) => ({ soort: 'onderdeel', id })
  return [
    ...betaald(delen).flatMap((deel) => [
      ...(deel.code === null
        ? []
        : [
            bedrag(`paragraaf-${deel.id}-totaal`, `paragraaf-${deel.id}`, over(deel.id), som(deel), 'geheel'),
          ]),
      ...JAREN.flatMap((jaar, i) =>
        (deel.euro?.[i] ?? 0) === 0
          ? []
          : [
              bedrag(JAARVERMELDING(deel.id, jaar), 'bijlage-1', over(deel.id), deel.euro?.[i] ?? 0, {
                van: String(jaar),
                tot: String(jaar),
              }),
            ],
      ),
    ]),
    ...GROEPEN.map(({ id }) =>
      bedrag(
        `hoofdstuk-4-${id}`,
        'hoofdstuk-4',
        { soort: 'groep', id },
        betaald(delen)
          .filter(({ groep }) => groep === id)
          .reduce((totaal, deel) => totaal + som(deel), 0),
        'geheel',
      ),
    ),
    bedrag(
      'hoofdstuk-4-totaal',
      'hoofdstuk-4',
      { soort: 'programma', id: PROGRAMMA },
      betaald(delen).reduce((totaal, deel) => totaal + som(deel), 0),
      'geheel',
    ),
  ]
}

export function maakPlan(versie: Planversie) {
  const delen = onderdelenVan(versie)
  return {
    formaat: 'programmaplan',
    versie: 1,
    gemeente: { code: 'gm0000', naam: 'Voorbeeld' },
    programma: {
      id: PROGRAMMA,
      titel: 'Programma Sociaal Domein 2022-2026',
      van: '2022',
      tot: '2026',
      hoofddoel:
        'Iedereen in Voorbeeld kan meedoen, krijgt hulp dichtbij als dat nodig is, en wij blijven dat kunnen betalen.',
      herkomst: HERKOMST,
      toelichting: TOELICHTING,
    },
    doelen: doelenIn(versie),
    groepen: GROEPEN,
    onderdelen: delen.map((deel) => alsOnderdeel(deel, versie)),
    bronnen: BRONNEN,
    voorgangers: [{ id: 'sociaal-domein-2019-2021', titel: 'Programma Sociaal Domein 2019-2021' }],
    plaatsen: plaatsenVan(delen),
    vermeldingen: vermeldingenVan(delen),
    raming: delen.flatMap((deel) => ramingVan(deel, versie)),
  }
}

/** Eén regel per ding, zodat een verandering in het plan ook één veranderde regel is. */
export function schrijfPlan(plan: object): string {
  const delen = Object.entries(plan).map(([naam, waarde]) => {
    const kop = ` ${JSON.stringify(naam)}: `
    if (!Array.isArray(waarde) || waarde.length === 0) return kop + JSON.stringify(waarde)
    return `${kop}[\n${waarde.map((ding) => `  ${JSON.stringify(ding)}`).join(',\n')}\n ]`
  })
  return `{\n${delen.join(',\n')}\n}\n`
}

export const PLANBESTANDEN = {
  1: 'programmaplan-2022-2026.json',
  2: 'programmaplan-2022-2026-bijgesteld.json',
} as const

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const versie of [1, 2] as const)
    writeFileSync(new URL(PLANBESTANDEN[versie], import.meta.url), schrijfPlan(maakPlan(versie)))
