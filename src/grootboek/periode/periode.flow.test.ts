import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum, laatsteDag, tijdvak } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { type Boekhouder, findKop, findPeriodestanden, maakBoekhouder, Periode } from '#grootboek/deur.ts'
import { boekMetDeHand } from '#grootboek/handboeking/handboeking.flow.ts'
import type { Realisatieinvoer } from '#grootboek/handboeking/handboeking.ts'
import { sluitPeriode, vraagHeropening } from '#grootboek/periode/periode.flow.ts'
import {
  findJarenMetBoekingen,
  findPeriodegebeurtenissen,
  findSluitpunten,
} from '#grootboek/periode/periode.store.ts'
import { keurSluiten } from '#grootboek/periode/periode.ts'
import { beoordeelVoorstel } from '#grootboek/voorstel/voorstel.flow.ts'
import { testBezoek } from '#test/bezoek.ts'
import { kenBudgetToe, saldiVan, sluit } from '#test/boekproef.ts'
import { opBeideDatabanken, verseGemeente, versePglite } from '#test/databanken.ts'
import type { Bezoek } from '#toegang/deur.ts'

const maart = Periode.parse('2024-03')
const UITGAVE: Realisatieinvoer = {
  soort: 'realisatie',
  programma: 'proef',
  onderdeel: 'inloop',
  jaar: 2024,
  bedragCent: centen(10_00),
  geldigOp: datum('2024-03-15'),
  stuk: 'F1',
  betaling: { soort: 'bron', bron: 'rijk' },
}

for (const [nu, naar, vandaag, verwacht] of [
  ['open', 'voorlopig', '2024-04-01', undefined],
  ['open', 'voorlopig', '2024-03-31', 'nog_niet_voorbij'],
  ['open', 'vast', '2024-04-01', 'eerst_voorlopig'],
  ['voorlopig', 'vast', '2024-04-01', undefined],
  ['voorlopig', 'voorlopig', '2024-04-01', 'al_zo'],
  ['vast', 'voorlopig', '2024-04-01', 'eerst_heropenen'],
] as const)
  test(`keurSluiten: van ${nu} naar ${naar} op ${vandaag}`, () =>
    assert.equal(keurSluiten(maart, nu, naar, datum(vandaag)), verwacht))

type Proef = { db: GemeenteDb; boekhouder: Boekhouder; adviseur: Bezoek; manager: Bezoek }

opBeideDatabanken('perioden', (databank) => {
  const proef = async (): Promise<Proef> => {
    const db = await verseGemeente(databank())
    const boekhouder = maakBoekhouder()
    await kenBudgetToe(boekhouder, db)
    return {
      db,
      boekhouder,
      adviseur: await testBezoek(db, 'financieel-adviseur'),
      manager: await testBezoek(db, 'programmamanager'),
    }
  }
  const boek = ({ boekhouder, adviseur }: Proef, anders: Partial<Realisatieinvoer> = {}) =>
    boekMetDeHand(boekhouder, adviseur, { ...UITGAVE, ...anders })

  test('een gesloten maand weigert met een aanbod, en wie dat aanneemt boekt met de maand erbij', async () => {
    const p = await proef()
    await sluit(p.boekhouder, p.adviseur, '2024-03', 'voorlopig')
    // De adviseur boekt nog in een voorlopige maand; een ander niet meer.
    assert.ok((await boek(p)).ok)
    await sluitPeriode(p.boekhouder, p.adviseur, { periode: maart, naar: 'vast', toch: true })
    const dicht = await boek(p)
    assert.deepEqual(dicht, {
      ok: false,
      reden: { code: 'periode_dicht', periode: '2024-03', stand: 'vast', eersteOpen: '2024-04' },
    })
    const geboekt = await boek(p, { uitwijkNaar: Periode.parse('2024-04') })
    assert.ok(geboekt.ok)
    assert.equal((await saldiVan(p.db, datum('2024-03-31'))).get('proef:rijk:realisatie:inloop:2024'), 10_00)
    assert.equal((await saldiVan(p.db)).get('proef:rijk:realisatie:inloop:2024'), 20_00)
    // Een aanbod dat intussen ook dicht is, wordt een nieuw aanbod.
    await sluit(p.boekhouder, p.adviseur, '2024-04')
    const later = await boek(p, { uitwijkNaar: Periode.parse('2024-04') })
    assert.ok(!later.ok && later.reden.code === 'periode_dicht' && later.reden.eersteOpen === '2024-05')
  })

  test('de controlelijst houdt tegen tot iemand haar bewust voorbijgaat', async () => {
    const p = await proef()
    const leeg = { periode: maart, naar: 'voorlopig', toch: false } as const
    await boek(p, { onderdeel: null, betaling: { soort: 'nog-te-verdelen' } })
    const niet = await sluitPeriode(p.boekhouder, p.adviseur, leeg)
    assert.ok(!niet.ok && niet.reden.code === 'niet_in_orde')
    assert.deepEqual(niet.reden.punten, {
      eerderOpen: ['2024-01'],
      onbekend: { boekingen: 1, bedragCent: 10_00 },
      voorstellen: 0,
      boekingen: 1,
    })
    assert.deepEqual(await p.db.lees((lezer) => findSluitpunten(lezer, maart)), niet.reden.punten)
    assert.ok((await sluitPeriode(p.boekhouder, p.adviseur, { ...leeg, toch: true })).ok)
    assert.equal((await p.db.lees(findPeriodestanden)).get(maart), 'voorlopig')
    assert.deepEqual(await p.db.lees(findJarenMetBoekingen), { van: 2024, tot: 2024 })
  })

  test('heropenen vraagt een reden en een ander', async () => {
    const p = await proef()
    const vraag = (reden: string) => vraagHeropening(p.boekhouder, p.adviseur, maart, reden)
    assert.deepEqual(await vraag('Fout'), { ok: false, reden: { code: 'is_open' } })
    await sluit(p.boekhouder, p.adviseur, '2024-03')
    assert.deepEqual(await vraag(' '), { ok: false, reden: { code: 'reden_ontbreekt' } })
    const gevraagd = await vraag('Factuur vergeten')
    assert.ok(gevraagd.ok)
    const { voorstel } = gevraagd.waarde
    assert.deepEqual(await vraag('Nog eens'), { ok: false, reden: { code: 'al_gevraagd', voorstel } })
    const keur = (wie: Bezoek) => beoordeelVoorstel(p.boekhouder, wie, { voorstel, oordeel: 'goedgekeurd' })
    assert.deepEqual(await keur(p.adviseur), { ok: false, reden: { code: 'eigen_voorstel' } })
    assert.deepEqual(await keur(await testBezoek(p.db, 'college')), {
      ok: false,
      reden: { code: 'mag_niet' },
    })
    assert.ok((await keur(p.manager)).ok)
    assert.ok((await boek(p)).ok)
    const [laatste] = await p.db.lees((lezer) => findPeriodegebeurtenissen(lezer, maart))
    assert.deepEqual(
      [laatste?.stand, laatste?.door, laatste?.tweede, laatste?.reden],
      ['open', 'Proef financieel-adviseur', 'Proef programmamanager', 'Factuur vergeten'],
    )
    const inwoner = await testBezoek(p.db)
    assert.deepEqual(await vraagHeropening(p.boekhouder, inwoner, maart, 'x'), {
      ok: false,
      reden: { code: 'mag_niet' },
    })
    assert.deepEqual(
      await sluitPeriode(p.boekhouder, inwoner, { periode: maart, naar: 'voorlopig', toch: true }),
      { ok: false, reden: { code: 'mag_niet' } },
    )
  })

  test('sluiten en boeken tegelijk: wat na het sluiten is vastgelegd, valt niet in die maand', async () => {
    const p = await proef()
    await sluit(p.boekhouder, p.adviseur, '2024-03', 'voorlopig')
    const ander = { ...p, boekhouder: maakBoekhouder() }
    const [een, dicht, ...rest] = await Promise.all([
      boek(p),
      sluitPeriode(p.boekhouder, p.adviseur, { periode: maart, naar: 'vast', toch: true }),
      boek(p),
      ...Array.from({ length: 6 }, (_, i) => boek(i % 2 === 0 ? ander : p)),
    ])
    assert.ok(een.ok && dicht.ok)
    const gelukt = rest.filter(({ ok }) => ok).length
    const [sluiting] = await p.db.lees((lezer) => findPeriodegebeurtenissen(lezer, maart))
    assert.equal(
      (await saldiVan(p.db, datum('2024-03-31'))).get('proef:rijk:realisatie:inloop:2024'),
      (gelukt + 1) * 10_00,
    )
    const kop = await p.db.lees(findKop)
    assert.equal(kop.nr, sluiting?.naBoeking, 'elke boeking in maart is er vóór het sluiten')
    assert.equal(kop.nr, 2 + gelukt)
  })
})

test('invariant 10: na het sluiten verandert geen saldo van die maand meer', async () => {
  const databank = await versePglite()
  const maanden = ['2024-01', '2024-02', '2024-03', '2024-04'] as const
  const stap = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        doe: fc.constant('boek' as const),
        maand: fc.constantFrom(...maanden),
        uitwijk: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ doe: fc.constant('sluit' as const), maand: fc.constantFrom(...maanden) }),
    },
  )
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 3, maxLength: 14 }), async (stappen) => {
        const db = await verseGemeente(databank)
        const boekhouder = maakBoekhouder()
        await kenBudgetToe(boekhouder, db)
        const adviseur = await testBezoek(db, 'financieel-adviseur')
        const vast = new Map<string, Map<string, number>>()
        for (const zet of stappen) {
          const eind = laatsteDag(tijdvak(zet.maand))
          if (zet.doe === 'sluit') {
            if (vast.has(zet.maand)) continue
            // Wie een maand sluit, sluit ook wat ervoor ligt: een stand tot en met die maand telt dat mee.
            for (const maand of maanden.filter((eerder) => eerder <= zet.maand && !vast.has(eerder)))
              await sluit(boekhouder, adviseur, maand)
            for (const maand of maanden.filter((eerder) => eerder <= zet.maand))
              vast.set(maand, vast.get(maand) ?? (await saldiVan(db, laatsteDag(tijdvak(maand)))))
          } else {
            const invoer = { ...UITGAVE, geldigOp: eind }
            const eerst = await boekMetDeHand(boekhouder, adviseur, invoer)
            assert.equal(eerst.ok, !vast.has(zet.maand))
            if (!eerst.ok && eerst.reden.code === 'periode_dicht' && zet.uitwijk)
              assert.ok(
                (
                  await boekMetDeHand(boekhouder, adviseur, {
                    ...invoer,
                    uitwijkNaar: eerst.reden.eersteOpen,
                  })
                ).ok,
              )
          }
          for (const [maand, toen] of vast)
            assert.deepEqual(await saldiVan(db, laatsteDag(tijdvak(maand))), toen)
        }
      }),
      { numRuns: 12 },
    )
  } finally {
    await databank.sluit()
  }
})
