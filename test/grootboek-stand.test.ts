import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Datum, datum, type Klok, vasteKlok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { dagVanMoment, type Moment, momentVan } from '#basis/moment.ts'
import {
  type Boeking,
  type Boekingfilter,
  boekSamen,
  controleerJournaal,
  findBoeking,
  findBoekingen,
  findBoekingenVan,
  findKop,
  findPostsaldi,
  findTijdstip,
  kenmerktekst,
  maakBoekhouder,
  naamVan,
  type Postfilter,
  type Regel,
  type Standvraag,
  type Vastgelegd,
} from '#grootboek/deur.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import {
  KLEINE_WERELD,
  leegGeheugen,
  maakToeval,
  onthoud,
  type Toeval,
  vertel,
  vulJournaal,
} from '#test/grootboek-geschiedenis.ts'

const AANTAL = 900
/** Elke ronde een uur later: zo ligt het journaal over veel dagen, met grenzen midden op de dag. */
function lopendeKlok(): Pick<Klok, 'nu'> {
  let uur = 0
  const begin = Date.parse('2020-03-20T06:30:00.000Z')
  return { nu: () => new Date(begin + uur++ * 3_600_000) }
}

const sleutelVan = ({ rekening, kenmerk }: Pick<Regel, 'rekening' | 'kenmerk'>, soort: string): string =>
  `${naamVan(rekening)}|${kenmerktekst(kenmerk)}|${soort}`

/** De stand zoals iemand met alleen het journaal en een rekenmachine hem maakt. */
function naief(boekingen: readonly Boeking[], geldigTm: Datum | undefined, bekendNr: number) {
  const saldi = new Map<string, number>()
  for (const { nr, geldigOp, soort, regels } of boekingen) {
    if (nr > bekendNr || (geldigTm !== undefined && geldigOp > geldigTm)) continue
    for (const regel of regels) {
      const sleutel = sleutelVan(regel, soort)
      saldi.set(sleutel, (saldi.get(sleutel) ?? 0) + regel.bedragCent)
    }
  }
  return Object.fromEntries([...saldi].filter(([, cent]) => cent !== 0).toSorted())
}

const standVan = (db: GemeenteDb, vraag: Standvraag, filter?: Postfilter) =>
  db.lees(async (lezer) => {
    const tijdstip = await findTijdstip(lezer, vraag)
    const saldi = await findPostsaldi(lezer, tijdstip, filter)
    const stand = saldi.map((saldo) => [sleutelVan(saldo, saldo.soort), saldo.bedragCent] as const)
    return { tijdstip, stand: Object.fromEntries(stand.toSorted()) }
  })

function eenVraag(toeval: Toeval, boekingen: readonly Vastgelegd[]): Standvraag {
  const geldigTm = toeval.kies([
    undefined,
    datum('2024-12-31'),
    datum('2024-02-29'),
    datum('2025-06-15'),
    datum('2025-07-01'),
    datum('2023-01-01'),
    toeval.kies(boekingen).geldigOp,
  ])
  const op = toeval.kies(boekingen).vastgelegdOp
  const nr = toeval.kies([0, 1, 99, 100, 101, 200, 777, AANTAL, AANTAL + 5])
  return {
    geldigTm,
    bekendOp: toeval.kies<Standvraag['bekendOp']>([undefined, op, dagVanMoment(op), { nr }]),
  }
}

const laatsteTm = (boekingen: readonly Boeking[], tm: (moment: Moment) => boolean): number =>
  boekingen.findLast(({ vastgelegdOp }) => tm(vastgelegdOp))?.nr ?? 0

function bekendNrBij(boekingen: readonly Boeking[], bekendOp: Standvraag['bekendOp']): number {
  if (bekendOp === undefined) return boekingen.length
  if (typeof bekendOp === 'object') return Math.min(bekendOp.nr, boekingen.length)
  return bekendOp.length === 10
    ? laatsteTm(boekingen, (moment) => dagVanMoment(moment) <= bekendOp)
    : laatsteTm(boekingen, (moment) => moment <= bekendOp)
}

opBeideDatabanken('een stand', (databank) => {
  let db: GemeenteDb
  let boekingen: Vastgelegd[]
  const boekhouder = maakBoekhouder({ fotoElke: 100 })
  before(async () => {
    db = await verseGemeente(databank())
    await vulJournaal(boekhouder, db, lopendeKlok(), { aantal: AANTAL, begin: 7, perRonde: 9 })
    boekingen = await db.lees((lezer) =>
      findBoekingen(
        lezer,
        Array.from({ length: AANTAL }, (_, i) => i + 1),
      ),
    )
  })

  test('op elke dag zoals bekend op elk moment is wat een mens uit het journaal optelt', async () => {
    const toeval = maakToeval(11)
    for (let keer = 0; keer < 150; keer++) {
      const vraag = eenVraag(toeval, boekingen)
      const { tijdstip, stand } = await standVan(db, vraag)
      const bekendNr = bekendNrBij(boekingen, vraag.bekendOp)
      assert.equal(tijdstip.bekendNr, bekendNr, JSON.stringify(vraag))
      assert.deepEqual(stand, naief(boekingen, vraag.geldigTm, bekendNr), JSON.stringify(vraag))
      if (bekendNr > 0) assert.equal(tijdstip.hash, boekingen[bekendNr - 1]?.hash)
    }
  })

  test('met een filter is het een deel van de hele stand', async () => {
    const heel = (await standVan(db, {})).stand
    const deel = async (filter: Postfilter) => (await standVan(db, {}, filter)).stand
    const waar = (patroon: RegExp) =>
      Object.fromEntries(Object.entries(heel).filter(([naam]) => patroon.test(naam)))
    assert.deepEqual(await deel({ programma: 'sociaal' }), heel)
    assert.deepEqual(await deel({ programma: 'ander' }), {})
    assert.deepEqual(await deel({ bron: 'rijk' }), waar(/^sociaal:rijk:/u))
    assert.deepEqual(await deel({ bron: null }), waar(/^sociaal:-:/u))
    assert.deepEqual(
      await deel({ onderdelen: ['inloop', null] }),
      waar(/:(?:ruimte|verplicht|realisatie|overgang):(?:inloop|-):/u),
    )
    assert.deepEqual(await deel({ jaar: 2025, rekeningsoorten: ['ruimte'] }), waar(/:ruimte:[^|]+:2025\|/u))
    assert.deepEqual(await deel({ soorten: ['jaareinde'] }), waar(/\|jaareinde$/u))
  })

  test('boekingen zoeken, smal en breed, geeft de nieuwste die eraan voldoen', async () => {
    const doet = (boeking: Boeking, filter: Boekingfilter): boolean =>
      boeking.nr < (filter.voor ?? Number.POSITIVE_INFINITY) &&
      boeking.nr > (filter.na ?? 0) &&
      (filter.geldigVan === undefined || boeking.geldigOp >= filter.geldigVan) &&
      (filter.geldigTm === undefined || boeking.geldigOp <= filter.geldigTm) &&
      (filter.grondslag === undefined || boeking.grondslag.kenmerk === filter.grondslag.kenmerk) &&
      (filter.soorten === undefined || filter.soorten.includes(boeking.soort)) &&
      boeking.regels.some(
        ({ rekening }) =>
          (filter.programma === undefined || rekening.programma === filter.programma) &&
          (filter.bron === undefined || rekening.bron === filter.bron) &&
          (filter.rekeningsoorten === undefined || filter.rekeningsoorten.includes(rekening.soort)) &&
          (filter.jaar === undefined || ('jaar' in rekening && rekening.jaar === filter.jaar)) &&
          (filter.onderdelen === undefined ||
            ('onderdeel' in rekening && filter.onderdelen.includes(rekening.onderdeel))),
      )
    const ergens = boekingen[400] ?? assert.fail()
    const filters: Boekingfilter[] = [
      {},
      { voor: 300 },
      { programma: 'sociaal' },
      { programma: 'sociaal', voor: 450, na: 440 },
      { bron: 'rijk', voor: 500 },
      { bron: null, rekeningsoorten: ['vrijval'] },
      { onderdelen: ['inloop'], jaar: 2025 },
      { onderdelen: [null], soorten: ['factuur', 'vrijval'] },
      { geldigVan: datum('2025-03-01'), geldigTm: datum('2025-03-31') },
      { programma: 'sociaal', geldigTm: datum('2024-01-10') },
      { grondslag: ergens.grondslag },
      { grondslag: ergens.grondslag, programma: 'sociaal' },
      { programma: 'ander' },
      { soorten: ['jaareinde'], jaar: 2024 },
    ]
    for (const filter of filters)
      for (const [aantal, eerstKijken] of [
        [1, undefined],
        [10, 5],
        [60, 70],
        [2_000, undefined],
      ] as const) {
        const gevonden = await db.lees((lezer) => findBoekingenVan(lezer, filter, aantal, eerstKijken))
        const verwacht = boekingen.filter((boeking) => doet(boeking, filter)).toReversed()
        assert.deepEqual(
          gevonden.map(({ nr }) => nr),
          verwacht.slice(0, aantal).map(({ nr }) => nr),
          `${JSON.stringify(filter)}, ${aantal}, ${eerstKijken}`,
        )
      }
    assert.deepEqual(await db.lees((lezer) => findBoeking(lezer, 401)), ergens)
  })

  test('wat later wordt vastgelegd verandert een eerdere stand niet, ook niet halverwege het lezen', async () => {
    const vragen: Standvraag[] = [
      { bekendOp: { nr: AANTAL } },
      { bekendOp: boekingen.at(-1)?.vastgelegdOp },
      { geldigTm: datum('2025-06-15'), bekendOp: boekingen[450]?.vastgelegdOp },
      {
        geldigTm: datum('2024-12-31'),
        bekendOp: dagVanMoment(boekingen[500]?.vastgelegdOp ?? momentVan(new Date())),
      },
    ]
    const eerder = await Promise.all(vragen.map((vraag) => standVan(db, vraag)))
    const tijdstip = await db.lees((lezer) => findTijdstip(lezer, {}))
    const saldiVoor = await db.lees((lezer) => findPostsaldi(lezer, tijdstip))
    assert.ok(tijdstip.nu)
    await vulErbij(boekhouder, db, 150)
    // Hetzelfde tijdstip van zojuist is niet meer nu, en geeft toch dezelfde saldi.
    assert.deepEqual(await db.lees((lezer) => findPostsaldi(lezer, tijdstip)), saldiVoor)
    const later = await Promise.all(vragen.map((vraag) => standVan(db, vraag)))
    assert.deepEqual(
      later.map(({ stand }) => stand),
      eerder.map(({ stand }) => stand),
    )
    assert.equal((await controleerJournaal(db)).goed, true)
  })

  test('een vraag over zojuist wacht op wat dan nog onderweg is', async (t) => {
    if (databank().soort === 'pglite') return t.skip('de ingebedde database doet één ding tegelijk')
    const nu = new Date()
    const [onderweg, door] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const geheugen = leegGeheugen()
    const geboekt = boekhouder.voerUit(
      db,
      { nu: () => nu },
      {
        werk: async (ronde) => {
          onderweg.resolve()
          await door.promise
          return boekSamen(ronde, [vertel(maakToeval(3), KLEINE_WERELD, geheugen)])
        },
      },
    )
    await onderweg.promise
    const gevraagd = standVan(db, { bekendOp: momentVan(nu) })
    setTimeout(() => door.resolve(), 50)
    const [uitkomst, { tijdstip, stand }] = await Promise.all([geboekt, gevraagd])
    assert.ok(uitkomst.ok)
    assert.equal(tijdstip.bekendNr, uitkomst.waarde[0]?.nr)
    assert.deepEqual((await standVan(db, { bekendOp: momentVan(nu) })).stand, stand)
  })

  test('een leeg journaal heeft overal een lege stand', async () => {
    const leeg = await verseGemeente(databank())
    const zojuist = momentVan(new Date())
    const vragen = [
      {},
      { geldigTm: datum('2026-01-01') },
      { bekendOp: datum('2020-01-01') },
      { bekendOp: zojuist },
    ]
    for (const vraag of vragen) {
      const { tijdstip, stand } = await standVan(leeg, vraag)
      assert.deepEqual([tijdstip.bekendNr, tijdstip.bekendOp, stand], [0, null, {}])
    }
    assert.equal((await leeg.lees(findKop)).hash, '0'.repeat(64))
    assert.deepEqual(await leeg.lees((lezer) => findBoekingenVan(lezer, {}, 10)), [])
  })
})

async function vulErbij(
  boekhouder: ReturnType<typeof maakBoekhouder>,
  db: GemeenteDb,
  aantal: number,
): Promise<void> {
  const [toeval, geheugen] = [maakToeval(99), leegGeheugen()]
  const klok = vasteKlok('2020-06-01T12:00:00.000Z')
  for (let i = 0; i < aantal; i++) {
    const opdracht = vertel(toeval, KLEINE_WERELD, geheugen)
    if (opdracht.corrigeert != null) continue
    const gedaan = await boekhouder.voerUit(db, klok, { werk: (ronde) => ronde.boek(opdracht) })
    if (gedaan.ok) onthoud(geheugen, [gedaan.waarde])
  }
}
