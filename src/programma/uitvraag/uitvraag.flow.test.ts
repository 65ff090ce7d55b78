import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { datum } from '#basis/datum.ts'
import { findRows, type GemeenteDb, sql } from '#basis/db.ts'
import { wijsEigenaarAan } from '#programma/uitvraag/eigenaar.flow.ts'
import { herinner } from '#programma/uitvraag/herinner.flow.ts'
import { beoordeelVoortgang } from '#programma/uitvraag/oordeel.flow.ts'
import {
  heropenUitvraag,
  openUitvraag,
  sluitUitvraag,
  verlengUitvraag,
} from '#programma/uitvraag/uitvraag.flow.ts'
import { findUitvragen } from '#programma/uitvraag/uitvraag.store.ts'
import { vulVoortgangIn } from '#programma/voortgang/voortgang.flow.ts'
import { findVersies } from '#programma/voortgang/voortgang.store.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { invulling, KWARTAAL, laadVoortgangplan, metRol, op, zetRollen } from '#test/voortgang.ts'

const DEADLINE = datum('2026-06-20')
/** Wat er klaarligt om te versturen, in volgorde. */
const Berichtrij = z.object({ aan: z.string(), tekst: z.string() })
const BERICHTEN = sql`select account::text as aan, tekst from toegang_bericht order by id`

type Uit = { ok: true } | { ok: false; reden: { code: string } }
const codes = (...uitkomsten: Uit[]): string[] =>
  uitkomsten.map((uit) => (uit.ok ? 'gelukt' : uit.reden.code)).toSorted()

opBeideDatabanken('uitvraag', (databank) => {
  async function begin() {
    const db = await verseGemeente(databank())
    const beeld = await laadVoortgangplan(db)
    const manager = await metRol(db, 'programmamanager')
    const tweede = await metRol(db, 'programmamanager')
    const houder = await metRol(db, 'budgethouder')
    return { db, beeld, manager, tweede, houder }
  }
  const stappen = async (db: GemeenteDb): Promise<string[]> =>
    (await db.lees((lezer) => findUitvragen(lezer, 'proef'))).flatMap((uitvraag) =>
      uitvraag.stappen.map(({ stap, soort }) => `${stap} ${soort}`),
    )

  test('twee mensen tegelijk: één opent, één sluit, één heropent; de ander hoort het', async () => {
    const { db, beeld, manager, tweede } = await begin()
    const tegelijk = (doe: (wie: typeof manager) => Promise<Uit>): Promise<Uit[]> =>
      Promise.all([doe(manager), doe(tweede)])
    assert.deepEqual(codes(...(await tegelijk((wie) => openUitvraag(wie, beeld, KWARTAAL, DEADLINE)))), [
      'al_open',
      'gelukt',
    ])
    for (let keer = 0; keer < 5; keer++) {
      assert.deepEqual(codes(...(await tegelijk((wie) => sluitUitvraag(wie, beeld, KWARTAAL, true)))), [
        'al_gesloten',
        'gelukt',
      ])
      const heropen = { deadline: DEADLINE, reden: 'Nog iets.' }
      assert.deepEqual(codes(...(await tegelijk((wie) => heropenUitvraag(wie, beeld, KWARTAAL, heropen)))), [
        'al_open',
        'gelukt',
      ])
    }
    assert.equal((await stappen(db)).length, 11)
  })

  test('sluiten terwijl een ander indient: of het telt mee, of de ander hoort dat het te laat was', async () => {
    const { db, beeld, manager, houder } = await begin()
    await openUitvraag(manager, beeld, KWARTAAL, DEADLINE)
    for (let keer = 0; keer < 8; keer++) {
      const voor = (await db.lees((lezer) => findVersies(lezer, 'proef', KWARTAAL))).length
      const regel = {
        onderdeel: 'inloop',
        gezien: voor,
        invulling: invulling({ gedaan: `Versie ${keer}.` }),
        indienen: true,
      }
      const [ingediend, gesloten] = await Promise.all([
        vulVoortgangIn(houder, { beeld, kwartaal: KWARTAAL, regels: [regel] }),
        sluitUitvraag(manager, beeld, KWARTAAL, true),
      ])
      assert.ok(gesloten.ok)
      const na = await db.lees((lezer) => findVersies(lezer, 'proef', KWARTAAL))
      assert.equal(na.length, voor + (ingediend.ok ? 1 : 0))
      if (!ingediend.ok) assert.equal(ingediend.reden.code, 'uitvraag_gesloten')
      const [uitvraag] = await db.lees((lezer) => findUitvragen(lezer, 'proef'))
      const laatste = na.at(-1)
      if (ingediend.ok)
        assert.ok((laatste?.op ?? '') < (uitvraag?.laatste.op ?? ''), 'eerst ingediend, dan gesloten')
      await heropenUitvraag(manager, beeld, KWARTAAL, { deadline: DEADLINE, reden: 'Nog een keer.' })
    }
  })

  test('twee beoordelen tegelijk: één oordeel geldt, en de eigenaar verliest niets', async () => {
    const { db, beeld, manager, tweede, houder } = await begin()
    await openUitvraag(manager, beeld, KWARTAAL, DEADLINE)
    const regel = { onderdeel: 'inloop', gezien: 0, invulling: invulling(), indienen: true }
    await vulVoortgangIn(houder, { beeld, kwartaal: KWARTAAL, regels: [regel] })
    const oordeel = (fase: 'akkoord' | 'teruggestuurd') => [
      { onderdeel: 'inloop', gezien: 1, fase, opmerking: 'Noem de dag.' },
    ]
    const uit = await Promise.all([
      beoordeelVoortgang(manager, beeld, KWARTAAL, oordeel('akkoord')),
      beoordeelVoortgang(tweede, beeld, KWARTAAL, oordeel('teruggestuurd')),
    ])
    assert.deepEqual(codes(...uit), ['gelukt', 'veranderd'])
    assert.equal((await db.lees((lezer) => findVersies(lezer, 'proef', KWARTAAL))).length, 2)
  })

  test('elke weigering heeft een reden, en wie het niet mag doet niets', async () => {
    const { db, beeld, manager, houder } = await begin()
    const code = async (uit: Promise<Uit>): Promise<string> => codes(await uit)[0] ?? ''
    assert.equal(await code(openUitvraag(houder, beeld, KWARTAAL, DEADLINE)), 'mag_niet')
    assert.equal(await code(sluitUitvraag(manager, beeld, KWARTAAL, true)), 'uitvraag_onbekend')
    assert.equal(await code(verlengUitvraag(manager, beeld, KWARTAAL, DEADLINE)), 'uitvraag_onbekend')
    const later = { jaar: 2026, kwartaal: 3 }
    assert.equal(await code(openUitvraag(manager, beeld, later, datum('2026-10-01'))), 'kwartaal_toekomst')
    assert.equal(await code(openUitvraag(manager, beeld, KWARTAAL, datum('2026-06-14'))), 'deadline_voorbij')
    assert.equal(await code(openUitvraag(manager, beeld, KWARTAAL, datum('2026-06-15'))), 'gelukt')
    assert.equal(
      await code(verlengUitvraag(manager, beeld, KWARTAAL, datum('2026-06-14'))),
      'deadline_voorbij',
    )
    assert.equal(await code(verlengUitvraag(manager, beeld, KWARTAAL, DEADLINE)), 'gelukt')
    assert.equal(await code(sluitUitvraag(manager, beeld, KWARTAAL, false)), 'nog_niet_klaar')
    const leeg = { deadline: DEADLINE, reden: ' ' }
    assert.equal(await code(heropenUitvraag(manager, beeld, KWARTAAL, leeg)), 'al_open')
    assert.equal(await code(sluitUitvraag(manager, beeld, KWARTAAL, true)), 'gelukt')
    assert.equal(await code(heropenUitvraag(manager, beeld, KWARTAAL, leeg)), 'reden_ontbreekt')
    assert.deepEqual(await stappen(db), ['1 geopend', '2 verlengd', '3 gesloten'])
  })

  test('herinneren: ieder één bericht per dag, met alleen wat nog moet', async () => {
    const { db, beeld, manager, tweede, houder } = await begin()
    await openUitvraag(manager, beeld, KWARTAAL, DEADLINE)
    const site = 'https://omzien.test'
    const bus = () => db.lees((lezer) => findRows(lezer, Berichtrij, BERICHTEN))
    await wijsEigenaarAan(manager, beeld, {
      onderdeel: 'steun',
      account: tweede.wie?.account ?? '',
      gezien: 0,
    })
    assert.deepEqual(await herinner(manager, beeld, KWARTAAL, site), {
      ok: true,
      waarde: { klaargelegd: 2, alHerinnerd: 0 },
    })
    assert.deepEqual(await herinner(tweede, beeld, KWARTAAL, site), {
      ok: true,
      waarde: { klaargelegd: 0, alHerinnerd: 2 },
    })
    const aanHouder = (await bus()).find(({ aan }) => aan === houder.wie?.account)
    assert.match(aanHouder?.tekst ?? '', /Inloop in het dorp\./u)
    assert.match(aanHouder?.tekst ?? '', /dat is nog 5 dagen/u)
    assert.match(aanHouder?.tekst ?? '', /https:\/\/omzien\.test\/mijn-voortgang\?kwartaal=2025-Q2/u)
    // Wie klaar is, hoort niets meer; wie weg is ook niet, dan hoort de programmamanager het.
    const regel = { onderdeel: 'inloop', gezien: 0, invulling: invulling(), indienen: true }
    await vulVoortgangIn(houder, { beeld, kwartaal: KWARTAAL, regels: [regel] })
    await zetRollen(db, tweede, ['raadslid'])
    const eerder = (await bus()).length
    assert.ok((await herinner(op(manager, '2026-06-17T08:00:00Z'), beeld, KWARTAAL, site)).ok)
    assert.deepEqual(
      (await bus()).slice(eerder).map(({ aan }) => aan),
      [manager.wie?.account],
    )
    assert.equal((await herinner(houder, beeld, KWARTAAL, site)).ok, false)
    await sluitUitvraag(manager, beeld, KWARTAAL, true)
    assert.equal((await herinner(manager, beeld, KWARTAAL, site)).ok, false)
  })
})
