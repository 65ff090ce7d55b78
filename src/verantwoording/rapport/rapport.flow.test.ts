import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum, vasteKlok } from '#basis/datum.ts'
import type { GemeenteDb, Lezer } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { besteed, maakBoekhouder } from '#grootboek/deur.ts'
import { maakPlanboek } from '#programma/deur.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import type { Bezoek } from '#toegang/deur.ts'
import { canoniek, sha256 } from '#verantwoording/canoniek.ts'
import { maakOpnieuw } from '#verantwoording/rapport/inhoud.flow.ts'
import { handelAf, maakRapport, merkOp, schrijfTekst } from '#verantwoording/rapport/rapport.flow.ts'
import { findOpmerkingen, findRapport, findTeksten } from '#verantwoording/rapport/rapport.store.ts'
import { zetStap } from '#verantwoording/rapport/stap.flow.ts'
import { schrijfplekken } from '#verantwoording/rapport/teksten.ts'
import { findUitgave, findUitgaven, findVaststelling } from '#verantwoording/rapport/uitgave.store.ts'
import { toetsBestand } from '#verantwoording/toets/toets.flow.ts'

const besluit = (orgaan: 'raad' | 'college' | 'stuurgroep') => ({
  nieuw: {
    orgaan,
    datum: datum('2026-06-14'),
    nummer: `${orgaan}-1`,
    onderwerp: 'Rapport',
    teBevestigen: false,
  },
})

export const boek = async (db: GemeenteDb, klok: Bezoek['klok'], cent: number): Promise<void> => {
  const uitkomst = await maakBoekhouder().voerUit(db, klok, {
    werk: (ronde) =>
      ronde.boek({
        soort: 'realisatie',
        geldigOp: datum('2025-05-01'),
        grondslag: { soort: 'memo', kenmerk: 'proef' },
        regels: besteed({ programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2025 }, centen(cent)),
        door: null,
      }),
  })
  assert.ok(uitkomst.ok)
}

async function opstelling(db: GemeenteDb) {
  await laadVastgesteld(db, kleinPlan(db.schema))
  const bezoek = await testBezoek(db, 'programmamanager')
  const kamer = { planboek: maakPlanboek() }
  const bron = { db, planboek: kamer.planboek, plan: 'proef', gemeente: bezoek.gemeente }
  const kop = async (kenmerk = 'jaar-2025') => {
    const gevonden = await db.lees((lezer) => findRapport(lezer, 'proef', kenmerk))
    assert.ok(gevonden)
    return gevonden
  }
  const lees = async <T>(doe: (lezer: Lezer, id: string) => Promise<T>): Promise<T> => {
    const { id } = await kop()
    return db.lees((lezer) => doe(lezer, id))
  }
  const stap = async (naar: Parameters<typeof zetStap>[4]['naar'], meer: object = {}) =>
    zetStap(bezoek, kamer, 'proef', 'jaar-2025', { naar, gezien: (await kop()).stap, ...meer })
  return { bezoek, kamer, bron, kop, stap, lees }
}

const JAAR = { vraag: { soort: 'jaar', jaar: 2025 } } as const
const code = (uitkomst: { ok: true } | { ok: false; reden: { code: string } }): string =>
  uitkomst.ok ? 'gelukt' : uitkomst.reden.code

opBeideDatabanken('rapporten', (databank) => {
  test('van concept naar vastgesteld: daarna verandert niets meer, wat er ook geboekt wordt', async () => {
    const db = await verseGemeente(databank())
    const { bezoek, kamer, bron, kop, stap, lees } = await opstelling(db)
    await boek(db, bezoek.klok, 1_234_56)
    assert.deepEqual(await maakRapport(bezoek, kamer.planboek, 'proef', JAAR), {
      ok: true,
      waarde: { kenmerk: 'jaar-2025' },
    })
    assert.equal(code(await maakRapport(bezoek, kamer.planboek, 'proef', JAAR)), 'bestaat_al')
    assert.equal(code(await stap('college')), 'stap_kan_niet')
    assert.equal(code(await stap('stuurgroep')), 'gelukt')
    await boek(db, bezoek.klok, 99_99)
    assert.equal(code(await stap('college')), 'gelukt')
    assert.equal(code(await stap('raad')), 'besluit_nodig')
    assert.equal(code(await stap('raad', { besluit: besluit('raad') })), 'besluit_ander_orgaan')
    assert.equal(code(await stap('raad', { besluit: besluit('college') })), 'gelukt')
    assert.equal(code(await stap('vastgesteld')), 'besluit_nodig')
    assert.equal(code(await stap('vastgesteld', { besluit: besluit('raad') })), 'gelukt')

    const vast = await lees(findVaststelling)
    assert.ok(vast)
    assert.equal(vast.hash, sha256(vast.inhoud))
    assert.match(vast.inhoud, /123456/u)
    assert.doesNotMatch(vast.inhoud, /133455/u)
    for (let i = 0; i < 20; i++) await boek(db, bezoek.klok, 1_00 + i)
    const opnieuw = await maakOpnieuw(
      { ...bron, planboek: maakPlanboek() },
      await kop(),
      vasteKlok('2027-01-01T10:00:00Z'),
    )
    assert.ok(opnieuw.ok)
    assert.equal(canoniek(opnieuw.waarde.inhoud), vast.inhoud)
    const uitgaven = await db.lees((lezer) => findUitgaven(lezer, vast.rapport))
    assert.deepEqual(
      uitgaven.map(({ vorm }) => vorm),
      ['html', 'json'],
    )
    const json = await db.lees((lezer) => findUitgave(lezer, vast.rapport, 'json'))
    assert.ok(json)
    assert.equal(new TextDecoder().decode(json.inhoud), vast.inhoud)
    for (const naar of ['concept', 'stuurgroep'] as const)
      assert.equal(code(await stap(naar, { reden: 'toch' })), 'stap_kan_niet')
  })

  test('een verbeterd rapport is een nieuwe versie, en zegt wat zij vervangt; de toets kent het verschil', async () => {
    const db = await verseGemeente(databank())
    const { bezoek, kamer, bron, kop, stap, lees } = await opstelling(db)
    await maakRapport(bezoek, kamer.planboek, 'proef', JAAR)
    for (const [naar, meer] of [
      ['stuurgroep', {}],
      ['college', {}],
      ['raad', { besluit: besluit('college') }],
      ['vastgesteld', { besluit: besluit('raad') }],
    ] as const)
      assert.equal(code(await stap(naar, meer)), 'gelukt')
    assert.deepEqual(await maakRapport(bezoek, kamer.planboek, 'proef', JAAR), {
      ok: true,
      waarde: { kenmerk: 'jaar-2025-v2' },
    })
    const tweede = await kop('jaar-2025-v2')
    assert.equal(tweede.vervangt, 'jaar-2025')
    const inhoud = await maakOpnieuw(bron, tweede, bezoek.klok)
    assert.ok(inhoud.ok)
    assert.match(JSON.stringify(inhoud.waarde.inhoud.delen[0]), /vervangt het rapport met kenmerk jaar-2025/u)

    const eerste = await lees((lezer, id) => findUitgave(lezer, id, 'json'))
    const html = await lees((lezer, id) => findUitgave(lezer, id, 'html'))
    assert.ok(eerste && html)
    const tekst = new TextDecoder().decode(eerste.inhoud)
    const toets = (bytes: Uint8Array | string) =>
      toetsBestand(db, 'proef', typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
    assert.deepEqual(await toets(eerste.inhoud), { soort: 'vastgesteld', kenmerk: 'jaar-2025', vorm: 'json' })
    assert.equal((await toets(JSON.stringify(JSON.parse(tekst), undefined, 2))).soort, 'vastgesteld')
    assert.equal((await toets(html.inhoud)).soort, 'vastgesteld')
    const anders = await toets(tekst.replace('600001', '600002'))
    assert.equal(anders.soort, 'veranderd')
    assert.ok(
      'verschillen' in anders &&
        anders.verschillen.some((zin) => /hoort 600001 cent te staan; er staat 600002 cent/u.test(zin)),
    )
    const concept = new TextEncoder().encode(canoniek(inhoud.waarde.inhoud))
    assert.equal((await toetsBestand(db, 'proef', concept, { concepten: true })).soort, 'concept')
    assert.deepEqual(
      await toets(concept),
      { soort: 'onbekend' },
      'een vreemde hoort niet dat er een concept is',
    )
    assert.deepEqual(await toets('<!doctype html> jaar-2025-v2'), await toets('<!doctype html> jaar-2031'))
    assert.equal(
      (await toets(new TextDecoder().decode(html.inhoud).replace('Samenvatting', 'Samen'))).soort,
      'veranderd',
    )
    assert.equal((await toets('niets')).soort, 'onleesbaar')
    assert.equal((await toets('{}')).soort, 'onleesbaar')
    assert.equal((await toets('%PDF-1.7 iets')).soort, 'onbekend')
  })

  test('schrijven: wat een ander schreef gaat niet verloren, en leeg is weer de tekst van Omzien', async () => {
    const db = await verseGemeente(databank())
    const { bezoek, kamer, bron, kop, stap, lees } = await opstelling(db)
    await maakRapport(bezoek, kamer.planboek, 'proef', JAAR)
    const kaal = await maakOpnieuw(bron, await kop(), bezoek.klok)
    assert.ok(kaal.ok)
    const plekken = schrijfplekken(kaal.waarde.kaal)
    const schrijf = (alinea: string, tekst: string, gezien: number) =>
      schrijfTekst(bezoek, 'proef', 'jaar-2025', { alinea, tekst, gezien, plekken })
    const samen = await Promise.all([
      schrijf('samenvatting.inleiding', 'Een goed jaar.', 0),
      schrijf('samenvatting.inleiding', 'Een slecht jaar.', 0),
    ])
    assert.deepEqual(samen.map(code).toSorted(), ['gelukt', 'tekst_veranderd'])
    assert.equal(code(await schrijf('bestaat.niet', 'x', 0)), 'alinea_onbekend')
    assert.equal(code(await schrijf('samenvatting.geld', 'Zelf geschreven.', 0)), 'gelukt')
    const gemaakt = await maakOpnieuw(bron, await kop(), bezoek.klok)
    assert.ok(gemaakt.ok)
    const [eerste, ...rest] = gemaakt.waarde.inhoud.delen[0]?.blokken ?? []
    assert.ok(eerste?.soort === 'alinea' && eerste.toon === 'inleiding' && eerste.herkomst === 'geschreven')
    assert.ok(rest.some((blok) => blok.soort === 'alinea' && blok.tekst === 'Zelf geschreven.'))
    assert.equal(code(await schrijf('samenvatting.geld', '', 1)), 'gelukt')
    assert.equal((await lees(findTeksten)).length, 3)
    await stap('stuurgroep')
    assert.equal(code(await schrijf('samenvatting.geld', 'Nog iets.', 2)), 'niet_meer_concept')
    const college = await testBezoek(db, 'college')
    const opmerking = await merkOp(college, 'proef', 'jaar-2025', {
      alinea: 'samenvatting.geld',
      tekst: 'Klopt dit?',
      plekken,
    })
    assert.ok(opmerking.ok)
    assert.equal(
      code(
        await handelAf(college, 'proef', 'jaar-2025', {
          opmerking: opmerking.waarde.id,
          stand: 'afgehandeld',
        }),
      ),
      'gelukt',
    )
    const [hier] = await lees(findOpmerkingen)
    assert.equal(hier?.open, false)
    assert.equal(code(await stap('concept')), 'reden_nodig')
    assert.equal(code(await stap('concept', { reden: 'Leg de kosten beter uit' })), 'gelukt')
    assert.equal((await kop()).vastNr, null)
  })

  test('twee mensen tegelijk, een verkeerde rol, en een periode die nog niet is begonnen', async () => {
    const db = await verseGemeente(databank())
    const { bezoek, kamer, stap } = await opstelling(db)
    const makers = await Promise.all([1, 2, 3].map(() => maakRapport(bezoek, kamer.planboek, 'proef', JAAR)))
    assert.deepEqual(makers.map(code).toSorted(), ['bestaat_al', 'bestaat_al', 'gelukt'])
    const samen = await Promise.all([stap('stuurgroep', { gezien: 1 }), stap('stuurgroep', { gezien: 1 })])
    assert.deepEqual(samen.map(code).toSorted(), ['gelukt', 'intussen_gewijzigd'])
    const vreemd = await testBezoek(db, 'raadslid', 'budgethouder', 'beheerder')
    assert.equal(code(await maakRapport(vreemd, kamer.planboek, 'proef', JAAR)), 'mag_niet')
    assert.equal(
      code(await zetStap(vreemd, kamer, 'proef', 'jaar-2025', { naar: 'college', gezien: 2 })),
      'mag_niet',
    )
    const later = { vraag: { soort: 'jaar', jaar: 2030 } } as const
    assert.equal(code(await maakRapport(bezoek, kamer.planboek, 'proef', later)), 'periode_toekomst')
    const weg = { vraag: { soort: 'dossier', jaar: 2025, onderdeel: 'weg' } } as const
    assert.equal(code(await maakRapport(bezoek, kamer.planboek, 'proef', weg)), 'onderdeel_onbekend')
    assert.equal(code(await maakRapport(bezoek, kamer.planboek, 'anders', JAAR)), 'geen_plan')
  })
})
