import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { findBoekingenVan } from '#grootboek/boekingen.store.ts'
import { corrigeer } from '#grootboek/correctie/correctie.flow.ts'
import { type Boekhouder, findMandaten, maakBoekhouder } from '#grootboek/deur.ts'
import { stelIn } from '#grootboek/instelling/instelling.flow.ts'
import { gaVerplichtingAan, voegMeerwerkToe } from '#grootboek/verplichting/aangaan.flow.ts'
import type { Betaling } from '#grootboek/verplichting/betaling.ts'
import { boekFactuur, laatVerplichtingVrijvallen } from '#grootboek/verplichting/factuur.flow.ts'
import { deelstanden, levensloop } from '#grootboek/verplichting/leven.ts'
import { findLevenVan, findVerplichtingkoppen } from '#grootboek/verplichting/verplichting.store.ts'
import { beoordeelVoorstel } from '#grootboek/voorstel/voorstel.flow.ts'
import { findVoorstellen } from '#grootboek/voorstel/voorstel.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { geefRolMandaat, kenBudgetToe, saldiVan } from '#test/boekproef.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import type { Bezoek } from '#toegang/deur.ts'

/** Willekeurige levens van verplichtingen, door mensen met verschillende mandaten, met van alles door elkaar. */

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const BETALINGEN: readonly Betaling[] = [
  { soort: 'bron', bron: 'rijk' },
  {
    soort: 'aandelen',
    aandelen: [
      { bron: 'rijk', gewicht: 2 },
      { bron: 'reserve', gewicht: 1 },
    ],
  },
  { soort: 'waterval', bronnen: ['reserve', 'rijk'] },
  { soort: 'nog-te-verdelen' },
]
const stap = fc.record({
  doe: fc.constantFrom(
    'aan',
    'aan',
    'meerwerk',
    'factuur',
    'factuur',
    'credit',
    'vrijval',
    'einde',
    'corrigeer',
    'keur',
    'keur',
  ),
  wie: fc.nat(3),
  welke: fc.nat(5),
  bedrag: fc.integer({ min: 1, max: 3_000_00 }),
  jaar: fc.constantFrom(2024, 2025),
  betaling: fc.constantFrom(...BETALINGEN),
})
type Zet = typeof stap extends fc.Arbitrary<infer Soort> ? Soort : never

type Wereld = { boekhouder: Boekhouder; mensen: readonly Bezoek[]; adviseur: Bezoek }

const dag = datum('2024-06-01')

async function doe({ boekhouder, mensen, adviseur }: Wereld, zet: Zet): Promise<void> {
  const wie = mensen[zet.wie % mensen.length] as Bezoek
  const { db } = adviseur
  const koppen = await db.lees((lezer) => findVerplichtingkoppen(lezer, 'proef'))
  const verplichting = koppen[zet.welke % Math.max(1, koppen.length)]?.id ?? 'v2024-0001'
  const jaren = [{ jaar: zet.jaar, bedragCent: centen(zet.bedrag) }]
  const wat = { geldigOp: dag, jaren, betaling: zet.betaling }
  const gedeeld = { programma: 'proef', verplichting, geldigOp: dag }
  switch (zet.doe) {
    case 'aan': {
      const invoer = { ...wat, programma: 'proef', onderdeel: 'inloop', van: null, tot: null }
      await gaVerplichtingAan(boekhouder, wie, invoer, { omschrijving: 'x' })
      return
    }
    case 'meerwerk':
      await voegMeerwerkToe(boekhouder, wie, 'proef', { ...wat, verplichting }, { omschrijving: 'x' })
      return
    case 'factuur':
    case 'credit': {
      const bedragCent = centen(zet.doe === 'credit' ? -zet.bedrag : zet.bedrag)
      await boekFactuur(boekhouder, adviseur, { ...gedeeld, factuur: 'F', jaar: zet.jaar, bedragCent })
      return
    }
    case 'vrijval': {
      const delen = [{ jaar: zet.jaar, bron: 'rijk', bedragCent: centen(zet.bedrag) }]
      await laatVerplichtingVrijvallen(boekhouder, wie, { ...gedeeld, delen, reden: 'x' })
      return
    }
    case 'einde':
      await laatVerplichtingVrijvallen(boekhouder, wie, {
        ...gedeeld,
        reden: 'x',
        afsluiten: zet.bedrag % 2 === 0,
      })
      return
    case 'corrigeer':
      await corrigeer(boekhouder, adviseur, { nr: 1 + (zet.bedrag % 20), geldigOp: dag, reden: 'x' })
      return
    default: {
      const open = await db.lees((lezer) => findVoorstellen(lezer, 'proef', 'open', 50))
      const voorstel = open[zet.welke % Math.max(1, open.length)]?.id ?? ''
      await beoordeelVoorstel(boekhouder, wie, { voorstel, oordeel: 'goedgekeurd' })
    }
  }
}

async function maakWereld(): Promise<Wereld> {
  const db = await verseGemeente(databank)
  const boekhouder = maakBoekhouder()
  await kenBudgetToe(boekhouder, db)
  await geefRolMandaat(db, 'budgethouder', 500_00)
  await geefRolMandaat(db, 'programmamanager', 2_000_00)
  await geefRolMandaat(db, 'college', 9_000_00, 'inloop')
  const adviseur = await testBezoek(db, 'financieel-adviseur')
  await stelIn(adviseur, { verplichting_boven_ruimte: 'waarschuwen' })
  const mensen = [
    await testBezoek(db, 'budgethouder'),
    await testBezoek(db, 'programmamanager'),
    await testBezoek(db, 'budgethouder', 'college'),
    // Zonder mandaat: kan alleen voorstellen.
    await testBezoek(db, 'financieel-adviseur'),
  ]
  return { boekhouder, mensen, adviseur }
}

/** Invariant 6: aangegaan met meerwerk = gefactureerd + vrijgevallen + open, en open is nooit minder dan niets. */
async function keurLevens({ adviseur: { db } }: Wereld): Promise<void> {
  const saldi = await saldiVan(db)
  for (const { id } of await db.lees((lezer) => findVerplichtingkoppen(lezer, 'proef'))) {
    const leven = await db.lees((lezer) => findLevenVan(lezer, 'proef', id))
    for (const deel of deelstanden(leven, id)) {
      const { programma, bron, onderdeel, jaar } = deel.budget
      assert.equal(deel.aangegaanCent, deel.gefactureerdCent + deel.vrijgevallenCent + deel.openCent)
      assert.ok(deel.openCent >= 0, `${id} staat ${deel.openCent} open`)
      const naam = `${programma}:${bron ?? '-'}:verplicht:${onderdeel}:${jaar}:${id}`
      assert.equal(saldi.get(naam) ?? 0, deel.openCent)
    }
    const stappen = levensloop(leven, id)
    const open = deelstanden(leven, id).reduce((som, { openCent }) => som + openCent, 0)
    assert.equal(stappen.at(-1)?.openCent, open)
  }
}

/** Invariant 15: geen verplichting boven iemands mandaat zonder een tweede persoon met genoeg mandaat. */
async function keurMandaten({ adviseur: { db } }: Wereld): Promise<number> {
  const mandaten = new Map(
    (await db.lees((lezer) => findMandaten(lezer, 'proef'))).map((mandaat) => [
      mandaat.id as string,
      mandaat,
    ]),
  )
  const boekingen = await db.lees((lezer) => findBoekingenVan(lezer, { programma: 'proef' }, 1_000))
  const totaal = new Map<string, number>()
  let tweede = 0
  for (const boeking of boekingen.toReversed()) {
    if (boeking.soort !== 'verplichting') continue
    const { kenmerk } = boeking.grondslag
    const erbij = boeking.regels.reduce(
      (som, { rekening, bedragCent }) => (rekening.soort === 'verplicht' ? som + bedragCent : som),
      0,
    )
    totaal.set(kenmerk, (totaal.get(kenmerk) ?? 0) + erbij)
    if (boeking.corrigeert !== null) continue
    const mandaat = mandaten.get(boeking.mandaat ?? '')
    assert.ok(mandaat !== undefined, 'elke verplichting noemt het mandaat waarop zij is aangegaan')
    assert.ok((totaal.get(kenmerk) ?? 0) <= mandaat.bedragCent, 'het mandaat dekt het geheel')
    assert.notEqual(boeking.tweede, boeking.door)
    if (boeking.tweede !== null) tweede += 1
  }
  return tweede
}

test('invarianten 6 en 15 over willekeurige geschiedenissen', async () => {
  let tweeden = 0
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { minLength: 10, maxLength: 40 }), async (zetten) => {
      const wereld = await maakWereld()
      for (const zet of zetten) await doe(wereld, zet)
      await keurLevens(wereld)
      tweeden += await keurMandaten(wereld)
    }),
    { numRuns: 25 },
  )
  assert.ok(tweeden > 0, 'er is minstens één keer door een tweede goedgekeurd')
})

test('ook als alles door elkaar en tegelijk gebeurt', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { minLength: 12, maxLength: 24 }), async (zetten) => {
      const wereld = await maakWereld()
      for (let i = 0; i < zetten.length; i += 6)
        await Promise.all(zetten.slice(i, i + 6).map((zet) => doe(wereld, zet)))
      await keurLevens(wereld)
      await keurMandaten(wereld)
    }),
    { numRuns: 15 },
  )
})
