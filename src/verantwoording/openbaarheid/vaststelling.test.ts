import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { datum } from '#basis/datum.ts'
import { findRows, sql } from '#basis/db.ts'
import { maakPlanboek } from '#programma/deur.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import { Adres } from '#toegang/deur.ts'
import { bevestigAbonnement, vraagAbonnementAan } from '#verantwoording/abonnement/abonnement.flow.ts'
import {
  findRapport,
  findRapportstand,
  findVastgesteldeRapporten,
  maakRapport,
  zetStap,
} from '#verantwoording/deur.ts'

/** De weg van een rapport naar buiten: wie het wil weten, hoort het, en het staat in de lijst voor feed en catalogus. */

const besluit = (orgaan: 'raad' | 'college') => ({
  nieuw: { orgaan, datum: datum('2026-06-14'), nummer: null, onderwerp: 'Rapport', teBevestigen: false },
})

opBeideDatabanken('een rapport naar buiten', (databank) => {
  test('pas bij vaststellen: één bericht per abonnee, en de lijst noemt elk bestand', async () => {
    const db = await verseGemeente(databank())
    await laadVastgesteld(db, kleinPlan(db.schema))
    const [bezoek, gast] = [await testBezoek(db, 'programmamanager'), await testBezoek(db)]
    const teksten = () =>
      db.lees((lezer) =>
        findRows(
          lezer,
          z.object({ tekst: z.string() }),
          sql`select tekst from toegang_bericht order by op, id`,
        ),
      )
    await vraagAbonnementAan(gast, {
      adres: Adres.parse('lezer@voorbeeld.nl'),
      site: 'https://omzien.voorbeeld',
    })
    const sleutel = /bevestigen\/([\w-]{43})/u.exec((await teksten())[0]?.tekst ?? '')?.[1] ?? ''
    assert.ok((await bevestigAbonnement(gast, sleutel)).ok)

    const kamer = { planboek: maakPlanboek() }
    assert.ok(
      (await maakRapport(bezoek, kamer.planboek, 'proef', { vraag: { soort: 'jaar', jaar: 2025 } })).ok,
    )
    const standVooraf = await db.lees(findRapportstand)
    for (const [naar, meer] of [
      ['stuurgroep', {}],
      ['college', {}],
      ['raad', { besluit: besluit('college') }],
      ['vastgesteld', { besluit: besluit('raad') }],
    ] as const) {
      assert.deepEqual(await db.lees((lezer) => findVastgesteldeRapporten(lezer)), [])
      const gezien = (await db.lees((lezer) => findRapport(lezer, 'proef', 'jaar-2025')))?.stap ?? 0
      assert.ok((await zetStap(bezoek, kamer, 'proef', 'jaar-2025', { naar, gezien, ...meer })).ok, naar)
    }
    assert.notEqual(await db.lees(findRapportstand), standVooraf)
    const berichten = (await teksten()).filter(({ tekst }) => tekst.includes('Er is een nieuw rapport'))
    assert.equal(berichten.length, 1)
    assert.match(berichten[0]?.tekst ?? '', /https:\/\/omzien\.voorbeeld\/rapporten\/jaar-2025\n/u)
    const [rapport, ...meer] = await db.lees((lezer) => findVastgesteldeRapporten(lezer, 'proef'))
    assert.ok(rapport)
    assert.deepEqual(meer, [])
    assert.deepEqual(
      [rapport.kenmerk, rapport.soort, rapport.jaar, rapport.voor],
      ['jaar-2025', 'jaar', 2025, ''],
    )
    assert.match(rapport.titel, /2025/u)
    assert.deepEqual(
      rapport.vormen.map(({ vorm }) => vorm),
      ['html', 'json'],
    )
    assert.ok(rapport.vormen.every(({ bytes, hash }) => bytes > 0 && /^[0-9a-f]{64}$/u.test(hash)))
    assert.deepEqual(await db.lees((lezer) => findVastgesteldeRapporten(lezer, 'ander')), [])
  })
})
