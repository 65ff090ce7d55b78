import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { maakPrognoses } from '#programma/prognose/prognose.flow.ts'
import { wijsEigenaarAan } from '#programma/uitvraag/eigenaar.flow.ts'
import { beoordeelVoortgang } from '#programma/uitvraag/oordeel.flow.ts'
import { openUitvraag, sluitUitvraag } from '#programma/uitvraag/uitvraag.flow.ts'
import { findOpenbareVoortgang } from '#programma/uitvraag/uitvraag.store.ts'
import { stelDrempelIn } from '#programma/voortgang/drempel.flow.ts'
import { findDrempel, findDrempels } from '#programma/voortgang/drempel.store.ts'
import { STANDAARDDREMPEL } from '#programma/voortgang/drempel.ts'
import { findInvulbeeld } from '#programma/voortgang/invulbeeld.store.ts'
import {
  type Invulopdracht,
  vulVoortgangEenKeerIn,
  vulVoortgangIn,
} from '#programma/voortgang/voortgang.flow.ts'
import { findVersies, findVoortgang } from '#programma/voortgang/voortgang.store.ts'
import { kenBudgetToe } from '#test/boekproef.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { invulling, KWARTAAL, laadVoortgangplan, metRol, op, VERKLARING, zetRollen } from '#test/voortgang.ts'

opBeideDatabanken('voortgang', (databank) => {
  async function begin() {
    const db = await verseGemeente(databank())
    const beeld = await laadVoortgangplan(db)
    const manager = await metRol(db, 'programmamanager')
    const houder = await metRol(db, 'budgethouder')
    assert.ok((await openUitvraag(manager, beeld, KWARTAAL, datum('2026-06-20'))).ok)
    const vul = (wie: typeof houder, ...regels: Partial<Invulopdracht>[]) =>
      vulVoortgangIn(wie, {
        beeld,
        kwartaal: KWARTAAL,
        regels: regels.map((regel) => ({
          onderdeel: 'inloop',
          gezien: 0,
          invulling: invulling(),
          indienen: true,
          ...regel,
        })),
      })
    return { db, beeld, manager, houder, vul }
  }
  const fasen = async (db: GemeenteDb): Promise<string[]> =>
    (await db.lees((lezer) => findVersies(lezer, 'proef', KWARTAAL))).map(
      ({ onderdeel, fase, volgnr }) => `${onderdeel} ${volgnr} ${fase}`,
    )
  const een = async (uitslag: ReturnType<typeof vulVoortgangIn>): Promise<unknown> => {
    const klaar = await uitslag
    assert.ok(klaar.ok, JSON.stringify(klaar))
    const [regel] = klaar.waarde
    return regel?.uitslag === 'geweigerd' ? regel.reden.code : regel?.uitslag
  }

  test('concept, indienen, terugsturen, opnieuw, akkoord: alles blijft staan en alleen wat telt, telt', async () => {
    const { db, beeld, manager, houder, vul } = await begin()
    assert.equal(await een(vul(houder, { indienen: false })), 'bewaard')
    assert.equal(await een(vul(houder, { indienen: false, gezien: 1 })), 'gelijk')
    assert.deepEqual(await db.lees((lezer) => findVoortgang(lezer, 'proef')), [])
    assert.equal(await een(vul(houder, { gezien: 1 })), 'ingediend')
    assert.equal(await een(vul(houder, { gezien: 1 })), 'ingediend', 'nog eens op de knop')
    const oordeel = (fase: 'akkoord' | 'teruggestuurd', gezien: number, opmerking = '') =>
      beoordeelVoortgang(manager, beeld, KWARTAAL, [{ onderdeel: 'inloop', gezien, fase, opmerking }])
    assert.equal((await oordeel('teruggestuurd', 2)).ok, false, 'terugsturen vraagt een opmerking')
    assert.ok((await oordeel('teruggestuurd', 2, 'Noem de datum.')).ok)
    assert.deepEqual(await db.lees((lezer) => findVoortgang(lezer, 'proef')), [], 'teruggestuurd telt niet')
    const anders = invulling({ gedaan: 'De deur ging op 3 mei open.' })
    assert.equal(await een(vul(houder, { gezien: 3, invulling: anders })), 'ingediend')
    assert.ok((await oordeel('akkoord', 4)).ok)
    assert.deepEqual(await oordeel('akkoord', 4).then((uit) => !uit.ok && uit.reden.code), 'veranderd')
    assert.equal(await een(vul(houder, { gezien: 5 })), 'al_akkoord')
    assert.deepEqual(await fasen(db), [
      'inloop 1 concept',
      'inloop 2 ingediend',
      'inloop 3 teruggestuurd',
      'inloop 4 ingediend',
      'inloop 5 akkoord',
    ])
    const [telt] = await db.lees((lezer) => findVoortgang(lezer, 'proef', KWARTAAL))
    assert.deepEqual(
      [telt?.fase, telt?.gedaan, telt?.oordelen.inhoud.stand, telt?.oordelen.inhoud.voorstel],
      ['akkoord', 'De deur ging op 3 mei open.', 'op-koers', 'geen-gegevens'],
    )
  })

  test('twee mensen tegelijk: de tweede hoort het, en zijn tekst gaat niet over die van de eerste heen', async () => {
    const { db, houder, manager, vul } = await begin()
    const uitslagen = await Promise.all([
      een(vul(houder, { invulling: invulling({ gedaan: 'Van de een.' }) })),
      een(vul(manager, { invulling: invulling({ gedaan: 'Van de ander.' }) })),
    ])
    assert.deepEqual(uitslagen.toSorted(), ['ingediend', 'veranderd'])
    assert.deepEqual(await fasen(db), ['inloop 1 ingediend'])
  })

  test('wat te ver afwijkt, vraagt alle vier de antwoorden; een concept niet', async () => {
    const { db, houder, vul } = await begin()
    await kenBudgetToe(maakBoekhouder(), db)
    // Van de 10.000 in 2025 is niets besteed en er is geen prognose: dat wijkt niet af. Een lagere prognose wel.
    await maakPrognoses(houder, 'proef', [
      {
        onderdeel: 'inloop',
        jaar: 2025,
        bedragCent: centen(12_000_00),
        peildatum: datum('2025-06-01'),
        zekerheid: 'hoog',
        grond: 'eigen',
        reden: 'De huur.',
      },
    ])
    assert.equal(await een(vul(houder, { indienen: false })), 'bewaard')
    assert.equal(await een(vul(houder, { gezien: 1 })), 'onvolledig')
    const drie = { ...VERKLARING, risico: '' }
    assert.equal(
      await een(vul(houder, { gezien: 1, invulling: invulling({ verklaring: drie }) })),
      'onvolledig',
    )
    assert.deepEqual(await fasen(db), ['inloop 1 concept', 'inloop 2 concept'], 'de tekst is wel bewaard')
    assert.equal(
      await een(vul(houder, { gezien: 2, invulling: invulling({ verklaring: VERKLARING }) })),
      'ingediend',
    )
    const [telt] = await db.lees((lezer) => findVoortgang(lezer, 'proef'))
    assert.deepEqual(telt?.verklaring, VERKLARING)
    assert.deepEqual([telt?.oordelen.geld.voorstel, telt?.oordelen.geld.afwijkt], ['bijsturen', true])
  })

  test('een ander oordeel dan de regel vraagt een reden', async () => {
    const { houder, vul, db, beeld } = await begin()
    const anders = (reden: string) =>
      invulling({
        keuzes: {
          ...invulling().keuzes,
          geld: { stand: 'op-koers', reden },
          tijd: { stand: 'let-op', reden },
        },
      })
    const { regels } = await db.lees((lezer) => findInvulbeeld(lezer, beeld, KWARTAAL, datum('2026-06-15')))
    const voor = regels.find(({ onderdeel }) => onderdeel.id === 'inloop')
    // De mijlpaal van 1 maart 2024 is nergens bijgehouden: daar weet geen regel iets, en mag de eigenaar het zeggen.
    assert.equal(voor?.voorstellen.tijd.stand, 'geen-gegevens')
    assert.equal(voor?.voorstellen.geld.stand, 'geen-gegevens')
    assert.equal(await een(vul(houder, { invulling: anders('') })), 'ingediend')
  })

  test('na sluiten kan niemand meer invullen; wat was ingediend is dan openbaar, en zoals toen bekend was het dat niet', async () => {
    const { db, beeld, manager, houder, vul } = await begin()
    await vul(houder, {})
    const openbaar = (bekendTot?: string) =>
      db.lees((lezer) =>
        findOpenbareVoortgang(lezer, 'proef', {
          bekendTot: bekendTot === undefined ? undefined : Moment.parse(bekendTot),
        }),
      )
    assert.deepEqual(await openbaar(), [])
    const later = op(manager, '2026-06-18T10:00:00Z')
    const niet = await sluitUitvraag(later, beeld, KWARTAAL, false)
    assert.deepEqual(niet, { ok: false, reden: { code: 'nog_niet_klaar', onderdelen: ['steun'] } })
    assert.ok((await sluitUitvraag(later, beeld, KWARTAAL, true)).ok)
    assert.equal((await openbaar()).length, 1)
    assert.deepEqual(await openbaar('2026-06-17T00:00:00.000000Z'), [])
    const dicht = await vul(houder, { gezien: 1, invulling: invulling({ gedaan: 'Te laat.' }) })
    assert.equal(dicht.ok ? '' : dicht.reden.code, 'uitvraag_gesloten')
  })

  test('wie geen eigenaar is, vult niets in; is de eigenaar weg, dan komt het bij de programmamanager', async () => {
    const { db, beeld, manager, houder, vul } = await begin()
    const ander = await metRol(db, 'budgethouder')
    const wijs = (account: string | null, gezien: number) =>
      wijsEigenaarAan(manager, beeld, { onderdeel: 'inloop', account, gezien })
    assert.ok((await wijs(ander.wie?.account ?? '', 0)).ok)
    assert.equal((await wijs(houder.wie?.account ?? '', 0)).ok, false, 'twee aanwijzingen na dezelfde stand')
    assert.equal(await een(vul(houder, {})), 'niet_van_u')
    assert.equal(await een(vul(ander, { indienen: false })), 'bewaard')
    await zetRollen(db, ander, [])
    assert.equal(await een(vul(ander, { gezien: 1 })), 'niet_van_u')
    const beeldNu = await db.lees((lezer) => findInvulbeeld(lezer, beeld, KWARTAAL, datum('2026-06-15')))
    assert.deepEqual(beeldNu.regels.find(({ onderdeel }) => onderdeel.id === 'inloop')?.eigenaar, {
      soort: 'regie',
      waarom: 'geen_rol',
    })
    assert.equal(await een(vul(manager, { gezien: 1 })), 'ingediend')
    assert.ok((await wijs(null, 1)).ok)
    assert.equal((await wijs('00000000-0000-7000-8000-000000000000', 2)).ok, false)
  })

  test('zonder rol, zonder uitvraag, een ouder of een onbekend onderdeel', async () => {
    const { db, beeld, houder, vul } = await begin()
    for (const rol of ['raadslid', 'college', 'beheerder'] as const)
      assert.deepEqual(await vul(await metRol(db, rol), {}), { ok: false, reden: { code: 'mag_niet' } })
    assert.equal(await een(vul(houder, { onderdeel: 'bestaat-niet' })), 'onderdeel_onbekend')
    const elders = await vulVoortgangIn(houder, { beeld, kwartaal: { jaar: 2024, kwartaal: 1 }, regels: [] })
    assert.equal(elders.ok ? '' : elders.reden.code, 'uitvraag_onbekend')
  })

  test('langs de api: dezelfde sleutel geeft hetzelfde antwoord, en één versie', async () => {
    const { db, beeld, houder } = await begin()
    const boekhouder = maakBoekhouder()
    const stuur = () =>
      vulVoortgangEenKeerIn(
        boekhouder,
        houder,
        {
          beeld,
          kwartaal: KWARTAAL,
          regel: { onderdeel: 'inloop', gezien: 0, invulling: invulling(), indienen: true },
        },
        { sleutel: 'sleutel-1', inhoud: 'zelfde' },
      )
    const [eerste, tweede] = [await stuur(), await stuur()]
    assert.deepEqual(eerste, tweede)
    assert.deepEqual(await fasen(db), ['inloop 1 ingediend'])
  })

  test('de drempel: de laatste keuze geldt, haar geschiedenis blijft, en gelijk is geen wijziging', async () => {
    const { db, manager, houder } = await begin()
    assert.deepEqual(await db.lees(findDrempel), { drempel: STANDAARDDREMPEL, gekozen: false })
    assert.deepEqual(await stelDrempelIn(houder, STANDAARDDREMPEL), {
      ok: false,
      reden: { code: 'mag_niet' },
    })
    assert.deepEqual(await stelDrempelIn(manager, STANDAARDDREMPEL), {
      ok: true,
      waarde: { veranderd: true },
    })
    assert.deepEqual(await stelDrempelIn(manager, STANDAARDDREMPEL), {
      ok: true,
      waarde: { veranderd: false },
    })
    const streng = { ...STANDAARDDREMPEL, promille: 20 }
    assert.ok((await stelDrempelIn(op(manager, '2026-06-16T10:00:00Z'), streng)).ok)
    assert.deepEqual((await db.lees(findDrempel)).drempel, streng)
    const toen = Moment.parse('2026-06-16T00:00:00.000000Z')
    assert.deepEqual(
      (await db.lees((lezer) => findDrempel(lezer, { bekendTot: toen }))).drempel,
      STANDAARDDREMPEL,
    )
    assert.equal((await db.lees(findDrempels)).length, 2)
  })
})
