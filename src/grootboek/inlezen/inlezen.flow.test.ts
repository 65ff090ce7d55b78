import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { type GemeenteDb, sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import { momentVan } from '#basis/moment.ts'
import { maakBoekhouder } from '#grootboek/boekhouder.flow.ts'
import { findRegelsBijBoeking, findRegelsVan } from '#grootboek/inlezen/bronregel.store.ts'
import {
  bekijkInlezing,
  bekijkOngedaan,
  findAlIngelezen,
  leesIn,
  maakOngedaan,
} from '#grootboek/inlezen/inlezen.flow.ts'
import { findBijlagen, findInlezing, findInlezingen } from '#grootboek/inlezen/inlezing.store.ts'
import type { Invoerregel } from '#grootboek/invoer.ts'
import { findBoeking, findKop } from '#grootboek/journaal.store.ts'
import { insertKoppelregels } from '#grootboek/koppeling/koppeling.store.ts'
import type { Doel, Voorwaarden } from '#grootboek/koppeling/koppelregel.ts'
import { TESTKLOK, testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { gelezenProef, leesProef, type Proefbestand, proefregel, standen } from '#test/inlezing.ts'
import type { Bezoek } from '#toegang/deur.ts'

const GEEN: Voorwaarden = { administratie: null, rekening: null, kostenplaats: null, project: null }
const naar = (onderdeel: string, bron: string | null): Doel => ({
  soort: 'onderdeel',
  programma: 'p',
  onderdeel,
  bron: { soort: 'bron', bron },
  kenmerk: {},
})

const koppel = (db: GemeenteDb, voorwaarden: Partial<Voorwaarden>, doel: Doel): Promise<void> =>
  db.schrijf((tx) =>
    insertKoppelregels(
      tx,
      [
        {
          ...GEEN,
          ...voorwaarden,
          regel: nieuwId(TESTKLOK.nu()),
          versie: 1,
          van: null,
          tot: null,
          doel,
          vervallen: false,
        },
      ],
      null,
      momentVan(TESTKLOK.nu()),
    ),
  )

const A = proefregel({ sleutel: '2024/INK/1/1', project: 'P1' })
const B = proefregel({ sleutel: '2024/INK/2/1', project: 'P2', bedragCent: centen(50_00) })

opBeideDatabanken('inlezen', (databank) => {
  const begin = async () => {
    const db = await verseGemeente(databank())
    await koppel(db, { project: 'P1' }, naar('inloop', 'rijk'))
    return { db, boekhouder: maakBoekhouder(), bezoek: await testBezoek(db, 'financieel-adviseur') }
  }
  type Plek = Awaited<ReturnType<typeof begin>>
  const lees = async ({ boekhouder, bezoek }: Plek, bestand: Proefbestand, verwacht?: string) => {
    const gelezen = await gelezenProef(bezoek.db, bestand)
    return leesIn(boekhouder, bezoek, { gelezen, programma: 'p', verwacht })
  }
  const geboekt = async (plek: Plek, regels: readonly Invoerregel[], anders: Partial<Proefbestand> = {}) => {
    const uitkomst = await lees(plek, { regels, ...anders })
    assert.ok(uitkomst.ok && uitkomst.waarde.soort === 'geboekt', JSON.stringify(uitkomst))
    return uitkomst.waarde
  }

  test('boekt wat gekoppeld is, en zet de rest zichtbaar op nog onbekend', async () => {
    const plek = await begin()
    const { beeld, doorgevoerd } = await geboekt(plek, [A, B])
    assert.deepEqual(beeld.telling, { nieuw: 2, veranderd: 0, omgehangen: 0, weg: 0, gelijk: 0 })
    assert.deepEqual([doorgevoerd.nummer, doorgevoerd.boekingen, doorgevoerd.eerste], [1, 2, 1])
    assert.deepEqual(await standen(plek.db), {
      'p:-:realisatie:-:2024': 50_00,
      'p:-:ruimte:-:2024': -50_00,
      'p:rijk:realisatie:inloop:2024': 100_00,
      'p:rijk:ruimte:inloop:2024': -100_00,
    })
    const [regel, los] = await plek.db.lees((lezer) => findRegelsVan(lezer, 1, 0, null))
    assert.deepEqual([regel?.regel, regel?.boeking, los?.koppelregel], [A, 1, null])
    const boeking = await plek.db.lees((lezer) => findBoeking(lezer, 1))
    assert.deepEqual(boeking?.grondslag, { soort: 'inlezing', kenmerk: '1' })
    const terug = await plek.db.lees((lezer) => findRegelsBijBoeking(lezer, 2))
    assert.deepEqual(
      terug.map((een) => een.regel.sleutel),
      [B.sleutel],
    )
    const bijlagen = await plek.db.lees((lezer) => findBijlagen(lezer, 1))
    assert.deepEqual(
      bijlagen?.rekeningen.map(({ code, debetCent }) => [code, debetCent]),
      [['43210', 150_00]],
    )
  })

  test('hetzelfde bestand nog eens verandert niets, en is aan zijn bytes al te herkennen', async () => {
    const plek = await begin()
    await geboekt(plek, [A, B])
    const kop = await plek.db.lees(findKop)
    const { afdruk } = await gelezenProef(plek.db, { regels: [A, B] })
    assert.equal((await plek.db.lees((lezer) => findAlIngelezen(lezer, afdruk)))?.nummer, 1)
    const nog = await lees(plek, { regels: [A, B] })
    assert.ok(nog.ok && nog.waarde.soort === 'gelijk')
    assert.deepEqual(nog.waarde.beeld.telling.gelijk, 2)
    const anderBestand = await lees(plek, { regels: [B, A] })
    assert.ok(anderBestand.ok && anderBestand.waarde.soort === 'gelijk')
    assert.deepEqual(await plek.db.lees(findKop), kop)
    await koppel(plek.db, { project: 'P2' }, naar('steun', null))
    assert.equal(await plek.db.lees((lezer) => findAlIngelezen(lezer, afdruk)), undefined)
  })

  test('een verbeterd bestand boekt alleen het verschil: spiegel en nieuw', async () => {
    const plek = await begin()
    await geboekt(plek, [A, B])
    const beter = { ...A, bedragCent: centen(120_00) }
    const C = proefregel({ sleutel: '2024/INK/3/1', project: 'P1', bedragCent: centen(-5_00) })
    const { beeld, doorgevoerd } = await geboekt(plek, [beter, C])
    assert.deepEqual(beeld.telling, { nieuw: 1, veranderd: 1, omgehangen: 0, weg: 1, gelijk: 0 })
    assert.deepEqual([doorgevoerd.spiegels, doorgevoerd.boekingen], [2, 4])
    const spiegel = await plek.db.lees((lezer) => findBoeking(lezer, 3))
    assert.deepEqual([spiegel?.corrigeert, spiegel?.soort], [1, 'realisatie'])
    assert.deepEqual(await standen(plek.db), {
      'p:rijk:realisatie:inloop:2024': 115_00,
      'p:rijk:ruimte:inloop:2024': -115_00,
    })
    assert.deepEqual(
      (await plek.db.lees((lezer) => findRegelsVan(lezer, 2, 0, null))).map((een) => [
        een.regel.sleutel,
        een.weg,
        een.boeking,
      ]),
      [
        [C.sleutel, false, 5],
        [A.sleutel, false, 6],
        [B.sleutel, true, 4],
      ],
    )
  })

  test('wat verdwijnt telt alleen binnen de dagen en de soort van het bestand', async () => {
    const plek = await begin()
    const maart = proefregel({ sleutel: 'm', project: 'P1' })
    const mei = proefregel({ sleutel: 'n', project: 'P1', datum: datum('2024-05-02') })
    const contract = proefregel({ sleutel: 'v', soort: 'verplichting', stuk: 'V-77', project: 'P1' })
    await geboekt(plek, [maart, mei])
    await geboekt(plek, [contract])
    const { beeld } = await geboekt(plek, [proefregel({ sleutel: 'q' })], {
      van: '2024-03-01',
      tot: '2024-04-30',
    })
    assert.deepEqual([beeld.telling.weg, beeld.telling.nieuw], [1, 1])
    assert.deepEqual(await standen(plek.db), {
      'p:rijk:realisatie:inloop:2024': 200_00,
      'p:rijk:ruimte:inloop:2024': -300_00,
      'p:rijk:verplicht:inloop:2024:inl-v-77': 100_00,
    })
  })

  test('regels van één boekstuk op dezelfde codes zijn één boeking, met een spoor per regel', async () => {
    const plek = await begin()
    const plaats = { boekstuk: 'X' }
    const delen = [1, 2, 3].map((n) => proefregel({ sleutel: `x${n}`, plaats: { ...plaats, regel: n } }))
    const ander = proefregel({ sleutel: 'x4', rekening: '40000', plaats: { ...plaats, regel: 4 } })
    const { doorgevoerd } = await geboekt(plek, [...delen, ander])
    assert.equal(doorgevoerd.boekingen, 2)
    const anders = delen.map((een, i) => (i === 1 ? { ...een, bedragCent: centen(1) } : een))
    const tweede = await geboekt(plek, [...anders, ander])
    assert.deepEqual([tweede.doorgevoerd.spiegels, tweede.doorgevoerd.boekingen], [1, 2])
    assert.deepEqual((await standen(plek.db))['p:rijk:realisatie:inloop:2024'], 300_01)
  })

  test('begroting uit het systeem wordt bewaard en niet geboekt', async () => {
    const plek = await begin()
    const { doorgevoerd } = await geboekt(plek, [proefregel({ sleutel: 'b', soort: 'begroting' })])
    assert.deepEqual([doorgevoerd.boekingen, await standen(plek.db)], [0, {}])
    assert.equal((await plek.db.lees((lezer) => findRegelsVan(lezer, 1, 0, null))).length, 1)
  })

  test('een feit in een gesloten periode staat in de eerste open periode', async () => {
    const plek = await begin()
    await geboekt(plek, [A])
    await plek.db.schrijf((tx) =>
      sql`insert into grootboek_periodestand (id, periode, stand, op)
          values (gen_random_uuid(), '2024-03', 'vast', now()), (gen_random_uuid(), '2024-04', 'voorlopig', now())`.execute(
        tx,
      ),
    )
    const voor = await standen(plek.db, datum('2024-03-31'))
    await geboekt(plek, [{ ...A, bedragCent: centen(7_00) }])
    assert.deepEqual(await standen(plek.db, datum('2024-03-31')), voor)
    const boekingen = await plek.db.lees(async (lezer) => [
      await findBoeking(lezer, 2),
      await findBoeking(lezer, 3),
    ])
    assert.deepEqual(
      boekingen.map((een) => [een?.geldigOp, een?.betreft, een?.corrigeert]),
      [
        ['2024-04-01', '2024-03', 1],
        ['2024-04-01', '2024-03', null],
      ],
    )
  })

  test('wie bevestigt krijgt precies wat hij zag, of hoort dat het veranderd is', async () => {
    const plek = await begin()
    const gelezen = await gelezenProef(plek.db, { regels: [A] })
    const gezien = await plek.db.lees((lezer) => bekijkInlezing(lezer, { gelezen, programma: 'p' }))
    assert.ok(gezien.ok)
    await geboekt(plek, [{ ...A, bedragCent: centen(1) }])
    const kop = await plek.db.lees(findKop)
    const opdracht = { gelezen, programma: 'p', verwacht: gezien.waarde.afdruk }
    const te_laat = await leesIn(plek.boekhouder, plek.bezoek, opdracht)
    assert.ok(!te_laat.ok && te_laat.reden.code === 'intussen_veranderd')
    assert.deepEqual(te_laat.reden.beeld.telling.veranderd, 1)
    assert.deepEqual(await plek.db.lees(findKop), kop)
    const nu = await leesIn(plek.boekhouder, plek.bezoek, {
      ...opdracht,
      verwacht: te_laat.reden.beeld.afdruk,
    })
    assert.ok(nu.ok)
  })

  test('ongedaan maken zet alles terug zoals het stond', async () => {
    const plek = await begin()
    await geboekt(plek, [A, B])
    const voor = await standen(plek.db)
    await geboekt(plek, [{ ...A, bedragCent: centen(1) }])
    const eerst = await maakOngedaan(plek.boekhouder, plek.bezoek, { nummer: 1 })
    assert.deepEqual(eerst, { ok: false, reden: { code: 'later_ingelezen', later: 2 } })
    const gezien = await plek.db.lees((lezer) => bekijkOngedaan(lezer, 2))
    assert.ok(gezien.ok)
    const terug = await maakOngedaan(plek.boekhouder, plek.bezoek, {
      nummer: 2,
      verwacht: gezien.waarde.afdruk,
    })
    assert.ok(terug.ok)
    assert.deepEqual(await standen(plek.db), voor)
    const nog = await maakOngedaan(plek.boekhouder, plek.bezoek, { nummer: 2 })
    assert.deepEqual(nog, { ok: false, reden: { code: 'al_ongedaan', door: 3 } })
    assert.ok((await maakOngedaan(plek.boekhouder, plek.bezoek, { nummer: 1 })).ok)
    assert.deepEqual(await standen(plek.db), {})
    assert.deepEqual(
      (await plek.db.lees((lezer) => findInlezingen(lezer, 9))).map((een) => [
        een.nummer,
        een.soort,
        een.ongedaan,
      ]),
      [
        [4, 'ongedaan', 1],
        [3, 'ongedaan', 2],
        [2, 'bestand', null],
        [1, 'bestand', null],
      ],
    )
    assert.equal((await plek.db.lees((lezer) => findInlezing(lezer, 1)))?.teruggedraaid, 4)
    assert.equal((await geboekt(plek, [A, B])).beeld.telling.nieuw, 2)
    assert.deepEqual(await standen(plek.db), voor)
  })

  test('te veel regels: gezegd met de grens, en met waar ze op staan', async () => {
    const { db } = await begin()
    const regels = [1, 2, 3].map((n) =>
      proefregel({ sleutel: `r${n}`, kostenplaats: `k${n % 2}`, project: null }),
    )
    const gelezen = await leesProef(db, { regels }, 2)
    assert.ok(!gelezen.ok && gelezen.reden.code === 'te_veel_regels')
    const { aantal, grens, kostenplaatsen } = gelezen.reden
    assert.deepEqual([aantal, grens, kostenplaatsen.map(({ code }) => code)], [3, 2, ['k1', 'k0']])
    await koppel(db, { kostenplaats: 'k1' }, { soort: 'hoort_niet' })
    const minder = await leesProef(db, { regels }, 2)
    assert.ok(minder.ok)
    assert.deepEqual([minder.waarde.regels.length, minder.waarde.rekeningen[0]?.nietCent], [1, 200_00])
  })

  test('een bestand met fouten of met twee gelijke regels wordt in zijn geheel geweigerd', async () => {
    const { db } = await begin()
    const fout = { ernst: 'fout', code: 'x', zin: 'Het klopt niet.', plaats: { regel: 3 }, keren: 1 } as const
    const gelezen = await leesProef(db, { regels: [A], bevindingen: [fout] })
    assert.ok(!gelezen.ok && gelezen.reden.code === 'bestand_onjuist')
    const dubbel = await leesProef(db, { regels: [A, A] })
    assert.ok(!dubbel.ok && dubbel.reden.code === 'bestand_onjuist')
    assert.deepEqual(
      dubbel.reden.verslag.bevindingen.map(({ code }) => code),
      ['regel_dubbel'],
    )
    const leeg = await leesProef(db, { regels: [] })
    assert.ok(!leeg.ok && leeg.reden.code === 'geen_regels')
  })

  test('alleen wie mag inlezen', async () => {
    const { db, boekhouder } = await begin()
    const gelezen = await gelezenProef(db, { regels: [A] })
    for (const bezoek of [await testBezoek(db), await testBezoek(db, 'budgethouder')] satisfies Bezoek[]) {
      const mag = await leesIn(boekhouder, bezoek, { gelezen, programma: 'p' })
      assert.deepEqual(mag, { ok: false, reden: { code: 'mag_niet' } })
      const weg = await maakOngedaan(boekhouder, bezoek, { nummer: 1 })
      assert.deepEqual(weg, { ok: false, reden: { code: 'mag_niet' } })
    }
  })

  test('twee bestanden tegelijk: de ene na de andere, en niets dubbel', async () => {
    const plek = await begin()
    const ander = maakBoekhouder()
    const [een, twee] = await Promise.all([
      gelezenProef(plek.db, { regels: [A, B] }),
      gelezenProef(plek.db, { regels: [{ ...A, bedragCent: centen(3_00) }, B] }),
    ])
    const uitkomsten = await Promise.all([
      leesIn(plek.boekhouder, plek.bezoek, { gelezen: een, programma: 'p' }),
      leesIn(ander, plek.bezoek, { gelezen: twee, programma: 'p' }),
      leesIn(ander, plek.bezoek, { gelezen: twee, programma: 'p' }),
    ])
    assert.ok(uitkomsten.every(({ ok }) => ok))
    const { 'p:rijk:realisatie:inloop:2024': inloop, 'p:-:realisatie:-:2024': onbekend } = await standen(
      plek.db,
    )
    assert.ok(inloop === 100_00 || inloop === 3_00, String(inloop))
    assert.equal(onbekend, 50_00)
  })
})
