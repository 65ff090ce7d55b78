import fc from 'fast-check'
import { datum, type Tijdvak, tijdvak } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { MATEN, RICHTINGEN } from '#metingen/deur.ts'
import {
  AARDEN,
  ASPECTEN,
  BENADERINGEN,
  BRONSOORTEN,
  type Ding,
  leesPlan,
  PLAATSSOORTEN,
  type Plan,
  VERANTWOORDINGEN,
} from '#programma/deur.ts'
import { RARE_TEKST } from '#test/rare-tekst.ts'

/** Een plan bewaart geen nulteken en geen half teken; een rekenblad moet ze wel aankunnen. */
const isLeesbaar = (waarde: string): boolean => waarde.isWellFormed() && !waarde.includes('\0')

const tekstTot = (meest: number) =>
  fc
    .oneof(
      { weight: 9, arbitrary: RARE_TEKST },
      { weight: 1, arbitrary: fc.constant('lang; '.repeat(meest)) },
    )
    .map((waarde) => waarde.slice(0, meest))
    .filter((waarde) => waarde !== '' && isLeesbaar(waarde))

const ZIN = tekstTot(500)
const ALINEA = tekstTot(10_000)
const CODE = tekstTot(40)
const DAG = fc
  .date({ min: new Date('1890-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((moment) => datum(moment.toISOString().slice(0, 10)))
const TIJDVAK: fc.Arbitrary<Tijdvak> = fc.oneof(
  DAG.map((dag) => tijdvak(dag)),
  DAG.map((dag) => tijdvak(dag.slice(0, 7))),
  DAG.map((dag) => tijdvak(dag.slice(0, 4))),
  fc
    .tuple(DAG, fc.constantFrom('Q1', 'Q4', 'H1', 'H2'))
    .map(([dag, deel]) => tijdvak(`${dag.slice(0, 4)}-${deel}`)),
  fc.constantFrom(tijdvak('0001'), tijdvak('0000-01-01'), tijdvak('9999-12-31')),
)
const JAAR = fc.oneof(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1900, max: 2999 }))
const CENTEN = fc.oneof(fc.integer().map(centen), fc.maxSafeInteger().map(centen))
const REGEL = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
const SLEUTEL = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/u),
  fc.constantFrom('totaal', 'onbekend', '2023', 'programma', 'a'.repeat(100)),
)
const JA = fc.constant<true>(true)
const MISSCHIEN = { requiredKeys: [] as [] }

const sleutels = (meest: number) => fc.uniqueArray(SLEUTEL, { maxLength: meest })
const uit = (lijst: readonly string[]) =>
  lijst.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...lijst), { maxLength: 3 })
const eenUit = (lijst: readonly string[]) =>
  fc.option(lijst.length === 0 ? fc.constant(null) : fc.constantFrom(...lijst))
const paar = fc.tuple(REGEL, REGEL)

type Sleutels = Record<
  'programma' | 'doel' | 'groep' | 'onderdeel' | 'bron' | 'voorganger' | 'plaats' | 'vermelding',
  string[]
>

const SLEUTELS: fc.Arbitrary<Sleutels> = fc.record({
  programma: SLEUTEL.map((sleutel) => [sleutel]),
  doel: sleutels(3),
  groep: sleutels(3),
  onderdeel: sleutels(5),
  bron: sleutels(3),
  voorganger: sleutels(2),
  plaats: sleutels(3),
  vermelding: sleutels(12),
})

/** Verplichte en mogelijke velden samen; wat mogelijk is, ontbreekt soms. */
function ding(
  verplicht: Record<string, fc.Arbitrary<unknown>>,
  mogelijk: Record<string, fc.Arbitrary<unknown>> = {},
) {
  return fc
    .tuple(fc.record(verplicht), fc.record(mogelijk, MISSCHIEN))
    .map(([vast, soms]): Record<string, unknown> => ({ ...vast, ...soms }))
}

const perSleutel = <Waarde>(lijst: readonly string[], maak: (id: string) => fc.Arbitrary<Waarde>) =>
  fc.tuple(...lijst.map(maak))

function eenDing(van: Sleutels): fc.Arbitrary<Ding> {
  const alle = (['programma', 'doel', 'groep', 'onderdeel', 'bron', 'voorganger'] as const).flatMap((soort) =>
    van[soort].map((id) => ({ soort, id }) as Ding),
  )
  return fc.constantFrom(...alle)
}

function vermelding(id: string, van: Sleutels): fc.Arbitrary<unknown> {
  const ene = eenDing(van)
  const vast = (soort: string) => ({
    soort: fc.constant(soort),
    id: fc.constant(id),
    plaats: fc.constantFrom(...van.plaats),
    over: ene,
  })
  const soms = { regels: paar, letterlijk: ZIN, twijfel: ALINEA }
  const periode = fc.record({ van: TIJDVAK, tot: TIJDVAK }, MISSCHIEN)
  const aantal = fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  return fc.oneof(
    ding(
      {
        ...vast('bedrag'),
        aspect: fc.constantFrom(...ASPECTEN),
        bedragCent: CENTEN,
        periode: fc.oneof(fc.constant('geheel'), periode),
      },
      { ...soms, perJaar: JA, benadering: fc.constantFrom(...BENADERINGEN) },
    ),
    ding(vast('looptijd'), {
      ...soms,
      van: TIJDVAK,
      tot: TIJDVAK,
      maanden: fc.integer({ min: 1, max: 1200 }),
      verwacht: JA,
    }),
    ding({ ...vast('naam'), naam: ZIN }, soms),
    ding(
      {
        ...vast('verwijzing'),
        codes: fc.array(CODE, { minLength: 1, maxLength: 3 }),
        bedoelt: fc.array(ene, { minLength: 1, maxLength: 3 }),
      },
      soms,
    ),
    ding(
      {
        ...vast('leden'),
        leden: fc.array(ding({ naam: ZIN }, { ding: ene }), { minLength: 1, maxLength: 3 }),
      },
      soms,
    ),
    ding({ ...vast('dekking'), bronnen: uit(van.bron) }, soms),
    aantal.chain(([van, tot]) =>
      ding({ ...vast('aantal'), van: fc.constant(van), tot: fc.constant(tot) }, soms),
    ),
  )
}

function onderdeel(id: string, nummer: number, van: Sleutels): fc.Arbitrary<unknown> {
  const mijlpaal = (eigen: string) =>
    ding(
      { id: fc.constant(eigen), wat: ZIN, wanneer: fc.option(TIJDVAK) },
      { letterlijk: ZIN, verwacht: JA, regel: REGEL, twijfel: ALINEA },
    )
  return ding(
    {
      id: fc.constant(id),
      code: fc.option(CODE),
      titel: ZIN,
      aliassen: fc.array(ZIN, { maxLength: 3 }),
      groep: eenUit(van.groep),
      // Alleen een eerder onderdeel als ouder: dan kan er geen kring ontstaan.
      ouder: eenUit(van.onderdeel.slice(0, nummer)),
      doel: fc.option(ALINEA),
      doelen: uit(van.doel),
      planning: fc.record({ van: TIJDVAK, tot: TIJDVAK, tekst: ALINEA, verwacht: JA }, MISSCHIEN),
      mijlpalen: sleutels(3).chain((eigen) => perSleutel(eigen, mijlpaal)),
      partners: fc.oneof(
        { weight: 12, arbitrary: fc.array(ZIN, { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.array(fc.constant('😀x'.repeat(160)), { minLength: 70, maxLength: 80 }) },
      ),
      relaties: fc.array(ding({ naar: fc.constantFrom(...van.onderdeel) }, { toelichting: ZIN }), {
        maxLength: 3,
      }),
      eigenaarrol: fc.option(ZIN),
      bronnen: uit(van.bron),
      aard: fc.constantFrom(...AARDEN),
    },
    { beeindigd: fc.record({ op: TIJDVAK, reden: ALINEA }), regels: paar, twijfel: ALINEA },
  )
}

const raming = (van: Sleutels) =>
  van.onderdeel.length === 0
    ? fc.constant([])
    : fc.uniqueArray(
        ding(
          {
            onderdeel: fc.constantFrom(...van.onderdeel),
            jaar: JAAR,
            bron: eenUit(van.bron),
            bedragCent: CENTEN,
          },
          van.vermelding.length === 0 ? {} : { vermelding: fc.constantFrom(...van.vermelding) },
        ),
        { maxLength: 12, selector: (regel) => `${regel['onderdeel']} ${regel['jaar']} ${regel['bron']}` },
      )

const metVermeldingen = (van: Sleutels): Sleutels =>
  van.plaats.length === 0 ? { ...van, vermelding: [] } : van

/** Elk geldig plan dat het formaat toelaat, met de lastige gevallen vaker dan in het echt. */
export const WILLEKEURIG_PLAN: fc.Arbitrary<Plan> = SLEUTELS.map(metVermeldingen)
  .chain((van) => {
    const indicator = (id: string) =>
      ding(
        { id: fc.constant(id), naam: ZIN, eenheid: ZIN },
        {
          bron: ZIN,
          nulwaarde: fc.oneof(
            fc.constantFrom('', '""', '"""'),
            RARE_TEKST.map((waarde) => waarde.slice(0, 100)).filter(isLeesbaar),
          ),
          streefwaarde: fc.constantFrom('', '10 %'),
          definitie: ALINEA,
          maat: fc.constantFrom(...MATEN),
          richting: fc.constantFrom(...RICHTINGEN),
          nuljaar: JAAR,
          streefjaar: JAAR,
          streefTot: fc.constantFrom('', '12,5'),
          meetrol: ZIN,
        },
      )
    const ontvangst = ding(
      { naam: ZIN, jaar: fc.option(JAAR), bedragCent: CENTEN },
      { regel: REGEL, twijfel: ALINEA },
    )
    return ding(
      {
        formaat: fc.constant('programmaplan'),
        versie: fc.constant(1),
        gemeente: fc.record({ code: fc.stringMatching(/^gm\d{4}$/u), naam: ZIN }),
        programma: ding(
          {
            id: fc.constantFrom(...van.programma),
            titel: ZIN,
            van: TIJDVAK,
            tot: TIJDVAK,
            hoofddoel: fc.option(ALINEA),
            herkomst: ALINEA,
          },
          { toelichting: ALINEA },
        ),
        doelen: perSleutel(van.doel, (id) =>
          ding(
            {
              id: fc.constant(id),
              titel: ZIN,
              indicatoren: sleutels(2).chain((eigen) => perSleutel(eigen, indicator)),
            },
            { toelichting: ALINEA, regels: paar, twijfel: ALINEA },
          ),
        ),
        groepen: perSleutel(van.groep, (id) =>
          ding({ id: fc.constant(id), titel: ZIN, code: fc.option(CODE) }, { toelichting: ALINEA }),
        ),
        onderdelen: fc.tuple(...van.onderdeel.map((id, i) => onderdeel(id, i, van))),
        bronnen: perSleutel(van.bron, (id) =>
          ding(
            {
              id: fc.constant(id),
              naam: ZIN,
              soort: fc.constantFrom(...BRONSOORTEN),
              ontvangsten: fc.array(ontvangst, { maxLength: 3 }),
              aard: fc.constantFrom(...AARDEN),
              verantwoording: fc.constantFrom(...VERANTWOORDINGEN),
            },
            { voorwaarden: ALINEA, twijfel: ALINEA },
          ),
        ),
        voorgangers: perSleutel(van.voorganger, (id) => fc.record({ id: fc.constant(id), titel: ZIN })),
        plaatsen: perSleutel(van.plaats, (id) =>
          ding(
            {
              id: fc.constant(id),
              soort: fc.constantFrom(...PLAATSSOORTEN),
              code: fc.option(CODE),
              titel: ZIN,
              over: fc.array(eenDing(van), { maxLength: 3 }),
            },
            { regel: REGEL, twijfel: ALINEA },
          ),
        ),
        vermeldingen: perSleutel(van.vermelding, (id) => vermelding(id, van)),
        raming: raming(van),
      },
      { $schema: fc.constantFrom('', '""', 'https://voorbeeld.nl/plan.json') },
    )
  })
  .map((gegevens) => {
    const gelezen = leesPlan(gegevens)
    if (!gelezen.ok) throw new Error(`het willekeurige plan klopt niet: ${JSON.stringify(gelezen.reden)}`)
    return gelezen.waarde
  })
