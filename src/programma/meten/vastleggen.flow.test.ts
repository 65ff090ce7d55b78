import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tijdvak, vasteKlok } from '#basis/datum.ts'
import { sql } from '#basis/db.ts'
import { Moment } from '#basis/moment.ts'
import { decimaal, findMetingen, findVintages, geldendeMetingen } from '#metingen/deur.ts'
import { findDoelmetingen } from '#programma/doelen/indicatorbeeld.ts'
import { bekijkMetingen, legMetingenVast, type Planmeting } from '#programma/meten/vastleggen.flow.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { meetplan } from '#test/meetplan.ts'

const METING: Planmeting = {
  doel: 'samen',
  indicator: 'tevreden',
  tijdvak: tijdvak('2024'),
  waarde: decimaal('70.0'),
  ontbreekt: null,
  toelichting: null,
  aantal: 100,
  populatie: null,
  ondergrens: null,
  bovengrens: null,
  soort: 'voorlopig',
  bron: 'Panel',
  reden: null,
}
const REEKS = ['proef/samen/tevreden']

opBeideDatabanken('metingen vastleggen', (databank) => {
  async function begin() {
    const db = await verseGemeente(databank())
    const plan = meetplan(db.schema)
    await laadVastgesteld(db, plan, { vastgesteld: true })
    const bezoek = await testBezoek(db, 'budgethouder')
    const leg = (anders: Partial<Planmeting> = {}, op = '2026-06-15T10:00:00Z') =>
      legMetingenVast({ ...bezoek, klok: vasteKlok(op) }, plan, [{ ...METING, ...anders }])
    const vast = (bekendTot?: string) =>
      db.lees((lezer) =>
        findMetingen(lezer, REEKS, {
          bekendTot: bekendTot === undefined ? undefined : Moment.parse(bekendTot),
        }),
      )
    return { db, plan, bezoek, leg, vast }
  }
  const code = (uitkomst: Awaited<ReturnType<typeof legMetingenVast>>): string =>
    uitkomst.ok
      ? `nieuw ${uitkomst.waarde.nieuw}`
      : uitkomst.reden.code === 'metingen_geweigerd'
        ? uitkomst.reden.weigeringen.map((een) => een.code).join()
        : uitkomst.reden.code

  test('elke jaargang blijft staan; wat toen bekend was, verandert niet', async () => {
    const { db, leg, vast } = await begin()
    assert.equal(code(await leg({}, '2025-02-01T10:00:00Z')), 'nieuw 1')
    assert.equal(
      code(await leg({ waarde: decimaal('71.5'), soort: 'definitief' }, '2025-06-01T10:00:00Z')),
      'nieuw 1',
    )
    // De klok staat terug: het moment loopt toch door.
    const fout = { waarde: decimaal('72'), soort: 'definitief', reden: 'Dubbel geteld' } as const
    assert.equal(code(await leg(fout, '2024-01-01T10:00:00Z')), 'nieuw 1')
    const [nu] = await vast()
    assert.deepEqual([nu?.waarde, nu?.volgnr, nu?.reden, nu?.methode], ['72', 3, 'Dubbel geteld', 'wilson'])
    assert.ok(Number(nu?.ondergrens) < 72 && Number(nu?.bovengrens) > 72)
    assert.deepEqual(
      (await vast('2025-03-01T00:00:00.000000Z')).map(({ waarde, soort }) => [waarde, soort]),
      [['70.0', 'voorlopig']],
    )
    assert.deepEqual(await vast('2025-01-01T00:00:00.000000Z'), [])
    const alle = await db.lees((lezer) => findVintages(lezer, REEKS))
    assert.deepEqual(
      alle.map(({ volgnr }) => volgnr),
      [1, 2, 3],
    )
    const momenten = alle.map(({ op }) => op)
    assert.deepEqual(momenten, [...new Set(momenten)].toSorted())
    for (const moment of momenten)
      assert.deepEqual(
        await vast(moment),
        geldendeMetingen(alle, moment),
        'de regel en de SQL zeggen hetzelfde',
      )
  })

  test('twee keer hetzelfde verandert niets, ook als getal anders geschreven', async () => {
    const { leg, vast } = await begin()
    assert.equal(code(await leg()), 'nieuw 1')
    assert.equal(code(await leg()), 'nieuw 0')
    assert.equal(code(await leg({ waarde: decimaal('70') })), 'nieuw 0')
    assert.equal((await vast()).length, 1)
  })

  test('tegelijk: de eerste legt vast, de tweede hoort dat hij niet meer op het nieuwste cijfer kijkt', async () => {
    const { leg, vast } = await begin()
    await leg()
    const anders = ['71', '72', '73'].map((waarde) =>
      leg({ waarde: decimaal(waarde), reden: 'beter', basis: 1 }),
    )
    assert.deepEqual((await Promise.all(anders)).map(code).toSorted(), [
      'intussen_gewijzigd',
      'intussen_gewijzigd',
      'nieuw 1',
    ])
    assert.equal((await vast())[0]?.volgnr, 2)
  })

  test('alles of niets, en elke weigering heeft haar eigen reden', async () => {
    const { bezoek, plan, leg, vast } = await begin()
    await leg({ tijdvak: tijdvak('2023'), soort: 'definitief' })
    for (const [anders, verwacht] of [
      [{ waarde: null }, 'waarde_of_reden'],
      [{ ontbreekt: 'nog-niet' }, 'waarde_of_reden'],
      [{ waarde: decimaal('100.1') }, 'percentage_buiten'],
      [{ waarde: decimaal('-0.1') }, 'percentage_buiten'],
      [{ aantal: 0 }, 'aantal_onmogelijk'],
      [{ populatie: 99 }, 'aantal_onmogelijk'],
      [{ ondergrens: decimaal('60') }, 'grens_ontbreekt'],
      [{ ondergrens: decimaal('71'), bovengrens: decimaal('80') }, 'grenzen_omgekeerd'],
      [{ bron: '  ' }, 'bron_ontbreekt'],
      [{ tijdvak: tijdvak('2027') }, 'tijdvak_toekomst'],
      [{ tijdvak: tijdvak('2024-Q1') }, 'andere_precisie'],
      [{ tijdvak: tijdvak('2023') }, 'al_definitief'],
      [{ tijdvak: tijdvak('2023'), soort: 'definitief', waarde: decimaal('1') }, 'reden_ontbreekt'],
      [{ indicator: 'weg' }, 'reeks_onbekend'],
    ] as const satisfies readonly (readonly [Partial<Planmeting>, string])[]) {
      const samen = [{ ...METING }, { ...METING, tijdvak: tijdvak('2025'), ...anders }]
      assert.equal(code(await legMetingenVast(bezoek, plan, samen)), verwacht)
    }
    assert.equal(code(await legMetingenVast(bezoek, plan, [METING, METING])), 'dubbel,dubbel')
    for (const rol of ['raadslid', 'college', 'beheerder', 'financieel-adviseur'] as const)
      assert.equal(code(await legMetingenVast(await testBezoek(bezoek.db, rol), plan, [METING])), 'mag_niet')
    assert.deepEqual(
      (await vast()).map(({ tijdvak: vak }) => vak),
      ['2023'],
    )
  })

  test('een cijfer dat ontbreekt heeft een reden, en over te weinig mensen komt niets naar buiten', async () => {
    const { db, plan, leg, vast } = await begin()
    await leg({ waarde: null, ontbreekt: 'niet-geleverd', aantal: null, toelichting: 'Systeem vervangen' })
    await leg({ tijdvak: tijdvak('2025'), waarde: decimaal('44.4'), aantal: 9 })
    const [een, twee] = await vast()
    assert.deepEqual([een?.ontbreekt, een?.toelichting], ['niet-geleverd', 'Systeem vervangen'])
    assert.deepEqual([twee?.ontbreekt, twee?.waarde, twee?.aantal], ['te-weinig-mensen', null, null])
    const [meting] = await db.lees((lezer) => findDoelmetingen(lezer, plan))
    assert.equal(meting?.indicatoren[0]?.oordeel.code, 'geen-meting')
    assert.doesNotMatch(JSON.stringify(meting), /44\.4/u)
  })

  test('bekijken legt niets vast', async () => {
    const { bezoek, plan, vast } = await begin()
    const bekeken = await bekijkMetingen(bezoek, plan, [METING])
    assert.ok(bekeken.ok && bekeken.waarde.length === 1)
    assert.deepEqual(await vast(), [])
  })

  test('de rol van de gemeente kan een meting niet wijzigen en niet wissen', async () => {
    const { db, leg } = await begin()
    await leg()
    for (const opdracht of [sql`delete from metingen_meting`, sql`update metingen_meting set bron = bron`])
      await assert.rejects(
        db.schrijf((tx) => opdracht.execute(tx)),
        /permission denied/u,
      )
  })
})
