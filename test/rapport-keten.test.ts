import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum, vasteKlok } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { besteed, boekSamen, maakBoekhouder, schrijfJournaal } from '#grootboek/deur.ts'
import { maakPlanboek } from '#programma/deur.ts'
import { versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { maakProefapp } from '#test/programma-app.ts'
import { maakRapportpoort } from '#uitwisseling/deur.ts'
import {
  canoniek,
  findRapport,
  findRapportvaststelling,
  findUitgave,
  findUitgaven,
  maakBestand,
  maakOpnieuw,
  maakRapport,
  sha256,
  zetStap,
} from '#verantwoording/deur.ts'

/** Een vastgesteld rapport op een echt journaal: duizend boekingen later geven foto en herberekening dezelfde bytes. */

const besluit = (orgaan: 'raad' | 'college') => ({
  nieuw: {
    orgaan,
    datum: datum('2026-06-14'),
    nummer: '1',
    onderwerp: 'Jaarverantwoording',
    teBevestigen: false,
  },
})

test('duizend boekingen later is het rapport nog byte voor byte hetzelfde', {
  timeout: 240_000,
}, async () => {
  const databank = await versePglite()
  const app = await maakProefapp({ databank })
  await boekVerhaal(app)
  const bezoek = await app.bezoek(['programmamanager'])
  const rapporten = maakRapportpoort()
  const kamer = { planboek: maakPlanboek(), rapporten }
  assert.ok((await maakRapport(bezoek, kamer.planboek, 'proef', { vraag: { soort: 'jaar', jaar: 2025 } })).ok)
  for (const [naar, gezien, meer] of [
    ['stuurgroep', 1, {}],
    ['college', 2, {}],
    ['raad', 3, { besluit: besluit('college') }],
    ['vastgesteld', 4, { besluit: besluit('raad') }],
  ] as const) {
    const uitkomst = await zetStap(bezoek, kamer, 'proef', 'jaar-2025', { naar, gezien, ...meer })
    assert.ok(uitkomst.ok, JSON.stringify(uitkomst))
  }
  const kop = await app.db.lees((lezer) => findRapport(lezer, 'proef', 'jaar-2025'))
  assert.ok(kop)
  const rapport: string = kop.id
  const vast = await app.db.lees((lezer) => findRapportvaststelling(lezer, rapport))
  assert.ok(vast)

  const nu = vasteKlok('2026-07-01T10:00:00Z')
  const geboekt = await maakBoekhouder().voerUit(app.db, nu, {
    werk: (ronde) =>
      boekSamen(
        ronde,
        Array.from({ length: 1_000 }, (_, i) => ({
          soort: 'realisatie' as const,
          geldigOp: datum('2025-06-01'),
          grondslag: { soort: 'memo' as const, kenmerk: `later-${i}` },
          regels: besteed(
            { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2025 },
            centen(i + 1),
          ),
          door: null,
        })),
      ),
  })
  assert.ok(geboekt.ok)

  const bron = { db: app.db, planboek: maakPlanboek(), plan: 'proef', gemeente: bezoek.gemeente }
  const opnieuw = await maakOpnieuw(bron, kop, nu)
  assert.ok(opnieuw.ok)
  assert.equal(canoniek(opnieuw.waarde.inhoud), vast.inhoud)
  const uitgaven = await app.db.lees((lezer) => findUitgaven(lezer, kop.id))
  assert.deepEqual(uitgaven.map(({ vorm }) => vorm).toSorted(), ['html', 'json', 'ods', 'odt', 'pdf', 'xlsx'])
  for (const { vorm, hash } of uitgaven) {
    const bewaard = await app.db.lees((lezer: Lezer) => findUitgave(lezer, rapport, vorm))
    assert.ok(bewaard)
    assert.equal(sha256(bewaard.inhoud), hash, vorm)
    const weer = await maakBestand(opnieuw.waarde.inhoud, vorm, rapporten)
    assert.ok(weer)
    assert.equal(sha256(weer.inhoud), hash, `${vorm} opnieuw`)
  }

  // De kop die in het rapport staat, is die van de boeking in het uitgeschreven journaal.
  const regels: string[] = []
  for await (const deel of schrijfJournaal(app.db)) regels.push(String(deel))
  assert.ok(regels.join('').includes(vast.hoofd ?? 'geen'))
  await databank.sluit()
})
