import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import type { Plan, VermeldingVan } from '#programma/plan.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { CORRECTIES } from './midden-drenthe/correcties.ts'
import { corrigeer, maakGecorrigeerd } from './midden-drenthe/maak-gecorrigeerd.ts'

const BESTANDEN = [
  'programmaplan-2022-2026.json',
  'programmaplan-2022-2026-gecorrigeerd.json',
  'wmo-2017-2018.json',
] as const
const tekstVan = (naam: string): string =>
  readFileSync(new URL(`midden-drenthe/${naam}`, import.meta.url), 'utf8')

function planUit(naam: (typeof BESTANDEN)[number]): Plan {
  const gelezen = leesPlan(JSON.parse(tekstVan(naam)))
  assert.ok(gelezen.ok, `${naam}: ${JSON.stringify(gelezen)}`)
  return gelezen.waarde
}

const DOCUMENT = new URL('../../shared/bronnen/003_08cd48b68102c1f0.txt', import.meta.url)
const WMO_DOCUMENT = new URL('../../shared/bronnen/000_3dc14d7698d05967.txt', import.meta.url)
const TRANSCRIPTIE = new URL('../../shared/gegevens/plan-midden-drenthe.json', import.meta.url)
/** De brontekst en de transcriptie horen niet bij het project; wie ze niet heeft, hoort dat de toets ontbreekt. */
const zonder = (...bestanden: URL[]): { skip: string | false } => {
  const weg = bestanden.filter((bestand) => !existsSync(bestand)).map((bestand) => bestand.pathname)
  return { skip: weg.length > 0 && `niet vergeleken met de bron, want afwezig: ${weg.join(', ')}` }
}

type Bedrag = VermeldingVan<'bedrag'>
const bedragen = (plan: Plan): Bedrag[] =>
  plan.vermeldingen.filter((vermelding): vermelding is Bedrag => vermelding.soort === 'bedrag')

for (const naam of BESTANDEN) test(`${naam} is een geldig plan`, () => void planUit(naam))

const plan = planUit('programmaplan-2022-2026.json')

test('elke vermelding van het plan wijst regels van het document aan', () => {
  const zonderRegels = plan.vermeldingen.filter(({ regels }) => regels === undefined)
  assert.deepEqual(zonderRegels, [])
  for (const { id, regels } of plan.vermeldingen)
    assert.ok(regels !== undefined && regels[0] <= regels[1], `${id}: begin na eind`)
})

test('elke vermelding staat op of na de eerste regel van haar plaats', () => {
  const begin = new Map<string, number>(plan.plaatsen.map(({ id, regel }) => [id, regel ?? 0]))
  for (const { id, plaats, regels } of plan.vermeldingen)
    assert.ok((regels?.[0] ?? 0) >= (begin.get(plaats) ?? Infinity), `${id} staat vóór ${plaats}`)
})

test('elk onderdeel in de ramingen volgt de vermelding waar het naar wijst', () => {
  const opId = new Map<string, Bedrag>(bedragen(plan).map((bedrag) => [bedrag.id, bedrag]))
  for (const { onderdeel, jaar, bedragCent, vermelding } of plan.raming) {
    const bron = opId.get(vermelding ?? '')
    assert.ok(bron, `${onderdeel} ${jaar}: geen bedrag onder "${vermelding}"`)
    assert.deepEqual(
      [bron.over, bron.aspect, bron.bedragCent, bron.periode],
      [{ soort: 'onderdeel', id: onderdeel }, 'lasten', bedragCent, { van: String(jaar), tot: String(jaar) }],
    )
  }
})

for (const [groep, euro] of [
  ['nieuw-2022-2026', 1_403_000],
  ['pok-beschermd-wonen', 1_449_000],
  ['grip-op-de-kosten', 120_000],
  ['pilots-in-de-dorpen', 0],
] as const)
  test(`de geldende raming van ${groep} is ${euro} euro`, () => {
    const leden = new Set<string>(plan.onderdelen.filter((o) => o.groep === groep).map(({ id }) => id))
    const som = plan.raming.reduce((tot, r) => tot + (leden.has(r.onderdeel) ? r.bedragCent : 0), 0)
    assert.equal(som, euro * 100)
  })

test('de verbeterde variant is wat het script van het echte plan maakt', () => {
  assert.equal(maakGecorrigeerd(), tekstVan('programmaplan-2022-2026-gecorrigeerd.json'))
})

test('de verbeterde variant spreekt zichzelf niet tegen', () => {
  const bevindingen = controleer(planUit('programmaplan-2022-2026-gecorrigeerd.json'))
  assert.deepEqual(
    bevindingen.filter(({ ernst }) => ernst !== 'aandacht').map(({ titel }) => titel),
    [],
  )
})

test('een correctie die niet meer bij het plan past, wordt geweigerd', () => {
  const echt = JSON.parse(tekstVan('programmaplan-2022-2026.json'))
  const [eerste] = CORRECTIES
  assert.ok(eerste)
  assert.throws(() => corrigeer(corrigeer(echt, [eerste]), [eerste]))
  assert.throws(() => corrigeer({ ...echt, vermeldingen: [] }, [eerste]))
})

test('elke correctie zegt in één zin waarom, en verandert iets', () => {
  for (const { wat, waarom, wijzigingen } of CORRECTIES) {
    assert.match(waarom, /^[A-ZÉ0-9].*\.$/u, wat)
    assert.ok(wijzigingen.length > 0, wat)
  }
})

/** Een regel als `€ 12.500` of `€ 1,9 miljoen` wordt het getal in centen. */
function getallenIn(tekst: string): number[] {
  const miljoenen = [...tekst.matchAll(/(\d+(?:,\d+)?)\s+miljoen/gu)].map(([, getal]) =>
    Math.round(Number((getal ?? '').replace(',', '.')) * 1_000_000),
  )
  const gewone = [...tekst.matchAll(/\d[\d.]*/gu)].map(([getal]) => Number(getal.replaceAll('.', '')))
  return [...miljoenen, ...gewone].map((euro) => euro * 100)
}

test('elk bedrag staat op de genoemde regels van het document', zonder(DOCUMENT), () => {
  const regels = readFileSync(DOCUMENT, 'utf8').split('\n')
  for (const { id, regels: plek, bedragCent } of bedragen(plan)) {
    const [van, tot] = plek ?? [0, 0]
    const gedrukt = getallenIn(regels.slice(Math.max(0, van - 1), tot).join('\n'))
    assert.ok(gedrukt.includes(bedragCent), `${id}: ${bedragCent / 100} staat niet op regel ${van}-${tot}`)
  }
})

const woorden = (tekst: string): string =>
  tekst
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\.(?=[a-z])/gu, ' ')
    .replace(/[^a-z0-9.]+/gu, ' ')

const woordenVan = (tekst: string): string[] =>
  woorden(tekst)
    .split(' ')
    .map((woord) => woord.replace(/\.+$/u, ''))
    .filter((woord) => woord !== '')

/** Wie twijfelde aan de lezing, schreef een ander woord op dan de ingelezen tekst; dat staat dan in `twijfel`. */
test('namen en letterlijke woorden staan op de genoemde regels', zonder(DOCUMENT, WMO_DOCUMENT), () => {
  const fouten: string[] = []
  for (const [gelezen, document] of [
    [plan, DOCUMENT],
    [planUit('wmo-2017-2018.json'), WMO_DOCUMENT],
  ] as const) {
    const regels = readFileSync(document, 'utf8').split('\n')
    for (const vermelding of gelezen.vermeldingen) {
      const { id, letterlijk = '', regels: plek = [1, 1], twijfel } = vermelding
      const naam = vermelding.soort === 'naam' && twijfel === undefined ? vermelding.naam : ''
      const bron = new Set(woordenVan(regels.slice(Math.max(0, plek[0] - 4), plek[1] + 3).join('\n')))
      const ontbreekt = woordenVan(`${letterlijk} ${naam}`).filter((woord) => !bron.has(woord))
      const erkend = twijfel !== undefined && ontbreekt.length === 1
      if (ontbreekt.length > 0 && !erkend) fouten.push(`${id}: ${ontbreekt.join(' ')}`)
    }
  }
  assert.deepEqual(fouten, [])
})

const Jaarbedragen = z.record(z.string(), z.number().nullable())
const Tabelrij = z.object({ perJaar: Jaarbedragen, totaal: z.number().nullable() }).nullable()
const Transcriptie = z.object({
  onderdelen: z.array(
    z.object({
      id: z.string(),
      bedragParagraaf: z.object({ totaal: z.number().nullable(), perJaar: z.number().nullable() }),
      tabel_5_3_11: Tabelrij,
      bijlage: Tabelrij,
      reading: z.array(z.string()),
    }),
  ),
  baten_5_3_11: z.array(z.object({ post: z.string(), bedrag: z.number() })),
  hoofdstuk4: z.array(z.object({ groep: z.string(), bedrag: z.number() })),
  totalenZoalsGedrukt: z.object({
    hoofdstuk4: z.object({ totaal: z.number() }),
    baten_5_3_11: z.number(),
    lasten_5_3_11: z.number(),
    inloop_5_3_6: z.number(),
    bijlage: z.number(),
  }),
  voorgaand: z.array(z.object({ bedrag: z.number().optional(), saldoEind2021: z.number().optional() })),
})
type Transcriptie = z.infer<typeof Transcriptie>
/** Waar een getal hoort te staan: `plaats aspect ding tijd` → euro. */
type Verwacht = readonly [sleutel: string, euro: number]

const tijdVan = ({ periode, perJaar }: Bedrag): string => {
  const vak = periode === 'geheel' ? 'geheel' : `${periode.van}-${periode.tot}`
  return perJaar ? `${vak} per jaar` : vak
}
const sleutelVan = (bedrag: Bedrag): string =>
  `${bedrag.plaats} ${bedrag.aspect} ${bedrag.over.id} ${tijdVan(bedrag)}`

function* rijen(rij: z.infer<typeof Tabelrij>, plaats: string, id: string): Generator<Verwacht> {
  for (const [jaar, euro] of Object.entries(rij?.perJaar ?? {}))
    if (euro !== null) yield [`${plaats} lasten ${id} ${jaar}-${jaar}`, euro]
  if (rij !== null && rij.totaal !== null) yield [`${plaats} lasten ${id} geheel`, rij.totaal]
}

/** Paragrafen die hun bedrag aan een ander ding of een eigen periode geven dan "de looptijd". */
const EIGEN_PERIODE: Record<string, string> = {
  steunouders: '2023-2024',
  'projectleider-jeugd': '2023-2023',
  'projectleider-wmo': '2023-2023',
  'pilots-dorpen': '2021-2024',
}
const paragraafVan = (id: string): string | undefined =>
  plan.plaatsen.find(({ soort, over }) => soort === 'paragraaf' && over.some((ding) => ding.id === id))?.id

function* verwachteBedragen(bron: Transcriptie): Generator<Verwacht> {
  for (const { id, bedragParagraaf, tabel_5_3_11, bijlage } of bron.onderdelen) {
    const wie = id === 'pilots-dorpen' ? 'pilot-witteveen' : id
    const kop = `${paragraafVan(id)} lasten ${wie} ${EIGEN_PERIODE[id] ?? 'geheel'}`
    if (bedragParagraaf.totaal !== null) yield [kop, bedragParagraaf.totaal]
    if (bedragParagraaf.perJaar !== null) yield [`${kop} per jaar`, bedragParagraaf.perJaar]
    yield* rijen(tabel_5_3_11, 'tabel-5-3-11-lasten', id)
    yield* rijen(bijlage, 'bijlage', id)
  }
  for (const { post, bedrag } of bron.baten_5_3_11) {
    const jaar = /^Bijdrage POK (\d{4})$/u.exec(post)?.[1]
    const naam = post === 'Beschermd Wonen' ? 'saldo-bw-2021' : 'invoering-bw'
    const wie = jaar === undefined ? `${naam} geheel` : `bijdrage-rijk-pok ${jaar}-${jaar}`
    yield [`tabel-5-3-11-baten beschikbaar ${wie}`, bedrag]
  }
  for (const { groep, bedrag } of bron.hoofdstuk4)
    yield [`tabel-hoofdstuk-4 beschikbaar ${groep} geheel`, bedrag]
  const { hoofdstuk4, baten_5_3_11, lasten_5_3_11, inloop_5_3_6, bijlage } = bron.totalenZoalsGedrukt
  yield [`tabel-hoofdstuk-4 beschikbaar ${plan.programma.id} geheel`, hoofdstuk4.totaal]
  yield ['tabel-5-3-11-baten beschikbaar pok-beschermd-wonen geheel', baten_5_3_11]
  yield ['tabel-5-3-11-lasten lasten pok-beschermd-wonen geheel', lasten_5_3_11]
  yield ['p-5-3-6 lasten inloopvoorzieningen geheel', inloop_5_3_6]
  yield [`bijlage lasten ${plan.programma.id} geheel`, bijlage]
  for (const { bedrag, saldoEind2021 } of bron.voorgaand) {
    if (bedrag !== undefined) yield ['hoofdstuk-1 beschikbaar sociaal-domein-2019-2021 geheel', bedrag]
    if (saldoEind2021 !== undefined)
      yield ['hoofdstuk-1 beschikbaar rest-programma-2019-2021 geheel', saldoEind2021]
  }
}

test('elk getal van de transcriptie staat in het plan, bij het juiste ding', zonder(TRANSCRIPTIE), () => {
  const bron = Transcriptie.parse(JSON.parse(readFileSync(TRANSCRIPTIE, 'utf8')))
  const gevonden = new Map(bedragen(plan).map((bedrag) => [sleutelVan(bedrag), bedrag.bedragCent / 100]))
  const verwacht = [...verwachteBedragen(bron)]
  assert.ok(verwacht.length > 240, `de transcriptie geeft maar ${verwacht.length} getallen`)
  assert.deepEqual(
    verwacht.filter(([sleutel, euro]) => gevonden.get(sleutel) !== euro),
    [],
  )
  const extra = new Set(verwacht.map(([sleutel]) => sleutel))
  assert.deepEqual(
    [...gevonden.keys()].filter((sleutel) => !extra.has(sleutel)),
    ['hoofdstuk-1 lasten pok-beschermd-wonen geheel'],
    'het plan heeft een getal dat de transcriptie alleen in woorden noemt: ruim € 2 miljoen',
  )
})

test('waar de transcriptie twijfelt, twijfelt het plan ook', zonder(TRANSCRIPTIE), () => {
  const bron = Transcriptie.parse(JSON.parse(readFileSync(TRANSCRIPTIE, 'utf8')))
  const twijfelt = new Set<string>(
    [
      ...plan.onderdelen.filter(({ twijfel }) => twijfel).map(({ id }) => id),
      ...plan.vermeldingen.filter(({ twijfel }) => twijfel).map(({ over }) => over.id),
    ].map((id) => (id === 'pilot-witteveen' ? 'pilots-dorpen' : id)),
  )
  const gelezen = bron.onderdelen.filter(({ reading }) => reading.some((zin) => !zin.startsWith('VERSCHIL')))
  assert.ok(gelezen.length > 20)
  assert.deepEqual(
    gelezen.filter(({ id }) => !twijfelt.has(id)).map(({ id }) => id),
    [],
  )
})

test('geen naam van een persoon uit het document', zonder(DOCUMENT), () => {
  const bron = readFileSync(DOCUMENT, 'utf8').replace(/\s+/gu, ' ')
  const zinnen = [...bron.matchAll(/(?:wethouders|afdelingshoofd|staatssecretaris)[^.]*/gu)].join(' ')
  const namen = [...zinnen.matchAll(/\p{Lu}\p{Ll}+(?: van)? (\p{Lu}\p{Ll}+)/gu)]
  assert.ok(namen.length >= 4, `maar ${namen.length} namen gevonden om op te toetsen`)
  for (const bestand of [
    ...BESTANDEN,
    'LEESMIJ.md',
    'correcties-geld.ts',
    'correcties-namen-en-doelen.ts',
    'correcties-tekst.ts',
  ])
    for (const [heel, achternaam = heel] of namen)
      assert.ok(
        !tekstVan(bestand).includes(achternaam),
        `${bestand} noemt een persoon (${heel.length} tekens)`,
      )
})
