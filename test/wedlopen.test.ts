import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { datum, systeemklok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import {
  type Boekhouder,
  beoordeelVoorstel,
  boekMetDeHand,
  controleerJournaal,
  corrigeer,
  findBoekingenVan,
  gaVerplichtingAan,
  leesIn,
  maakBoekhouder,
  Periode,
  sluitPeriode,
} from '#grootboek/deur.ts'
import {
  beslisWijziging,
  boekWijziging,
  stelWijzigingVoor,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.flow.ts'
import { beslis, stelVoor } from '#programma/overheveling/overheveling.flow.ts'
import { stelVast, wijzigPlan } from '#programma/plan.flow.ts'
import { testBezoek } from '#test/bezoek.ts'
import { geefRolMandaat, saldiVan } from '#test/boekproef.ts'
import { tweeVerbindingen, verseGemeente } from '#test/databanken.ts'
import { BESLUIT, laadVastgesteld, metTitel } from '#test/geladen.ts'
import { gelezenProef, proefregel } from '#test/inlezing.ts'
import { kleinPlan } from '#test/plannen.ts'
import { type Proces, startProces, stuurApi } from '#test/proces.ts'
import { maakApisleutel } from '#toegang/apisleutel.flow.ts'
import type { Bezoek, Rol } from '#toegang/deur.ts'

/** Twee mensen tegelijk, elk via een eigen proces met een eigen verbinding: er wint er één, en het journaal blijft heel. */

const JANUARI = Periode.parse('2024-01')
const DAG = datum('2024-01-15')
const UITGAVE = {
  soort: 'realisatie',
  programma: 'proef',
  onderdeel: 'inloop',
  jaar: 2024,
  geldigOp: DAG,
  bedragCent: centen(7_00),
  stuk: 'F-1',
  betaling: { soort: 'nog-te-verdelen' },
} as const

describe('wedlopen op een databaseserver', () => {
  const { een, ander } = tweeVerbindingen()

  /** Een gemeente zoals twee processen haar zien: elk met een eigen boekhouder en een eigen verbinding. */
  async function begin(hosts: string[] = []) {
    const db = await verseGemeente(een(), hosts)
    await laadVastgesteld(db, kleinPlan(db.schema))
    for (const rol of ['college', 'programmamanager', 'financieel-adviseur'] as const)
      await geefRolMandaat(db, rol, 50_000_00)
    const elders = ander().gemeente(db.schema)
    const [hier, daar]: [Boekhouder, Boekhouder] = [maakBoekhouder(), maakBoekhouder()]
    const als = async (...rollen: Rol[]): Promise<Bezoek> => testBezoek(db, ...rollen)
    const vanaf = async (...rollen: Rol[]): Promise<Bezoek> => ({ ...(await als(...rollen)), db: elders })
    return { db, hier, daar, als, vanaf }
  }
  const heel = async (db: GemeenteDb): Promise<void> => {
    const { goed, eerste } = await controleerJournaal(db)
    assert.ok(goed, JSON.stringify(eerste))
  }
  type Uit = { ok: true } | { ok: false; reden: { code: string } }
  const codes = (...uitkomsten: Uit[]): string[] =>
    uitkomsten.map((uit) => (uit.ok ? 'gelukt' : uit.reden.code)).toSorted()

  test('twee keuren hetzelfde voorstel goed: er is één verplichting', async () => {
    const { db, hier, daar, als, vanaf } = await begin()
    const aan = {
      programma: 'proef',
      onderdeel: 'inloop',
      geldigOp: DAG,
      jaren: [{ jaar: 2024, bedragCent: centen(100_00) }],
      betaling: { soort: 'nog-te-verdelen' },
      van: null,
      tot: null,
    } as const
    for (let keer = 0; keer < 10; keer++) {
      const gesteld = await gaVerplichtingAan(
        hier,
        await als('budgethouder'),
        { ...aan, jaren: [...aan.jaren] },
        { omschrijving: 'Proef' },
      )
      assert.ok(gesteld.ok && gesteld.waarde.voorstel !== null)
      const invoer = { voorstel: gesteld.waarde.voorstel, oordeel: 'goedgekeurd' } as const
      const [college, manager] = [await als('college'), await vanaf('programmamanager')]
      const uit = await Promise.all([
        beoordeelVoorstel(hier, college, invoer),
        beoordeelVoorstel(daar, manager, invoer),
      ])
      assert.deepEqual(codes(...uit), ['al_besloten', 'gelukt'])
    }
    assert.equal((await saldiVan(db)).get('proef:-:ruimte:inloop:2024'), 4_000_00 - 10 * 100_00)
    await heel(db)
  })

  test('hetzelfde bestand, en twee verschillende, tegelijk vastgelegd', async () => {
    const { db, hier, daar, als, vanaf } = await begin()
    const [ik, jij] = [await als('financieel-adviseur'), await vanaf('financieel-adviseur')]
    const A = proefregel({ sleutel: 'a', kostenplaats: 'k' })
    const gelezen = await gelezenProef(db, { regels: [A] })
    const gelijk = await Promise.all([
      leesIn(hier, ik, { gelezen, programma: 'proef' }),
      leesIn(daar, jij, { gelezen, programma: 'proef' }),
    ])
    assert.deepEqual(gelijk.map((uit) => (uit.ok ? uit.waarde.soort : uit.reden.code)).toSorted(), [
      'geboekt',
      'gelijk',
    ])
    const versies = [1_00, 2_00, 3_00, 4_00]
    const bestanden = []
    for (const bedrag of versies)
      bestanden.push(await gelezenProef(db, { regels: [{ ...A, bedragCent: centen(bedrag) }] }))
    const uit = await Promise.all(
      bestanden.map((bestand, i) =>
        leesIn(i % 2 ? hier : daar, i % 2 ? ik : jij, { gelezen: bestand, programma: 'proef' }),
      ),
    )
    assert.ok(
      uit.every(({ ok }) => ok),
      JSON.stringify(uit),
    )
    const stand = (await saldiVan(db)).get('proef:-:realisatie:-:2024') ?? 0
    assert.ok(versies.includes(stand), `${stand}: precies één bestand geldt`)
    await heel(db)
  })

  test('een periode sluiten terwijl er geboekt wordt: wat later is, staat er niet in', async () => {
    const { db, hier, daar, als, vanaf } = await begin()
    const [sluiter, boeker] = [await als('financieel-adviseur'), await vanaf('financieel-adviseur')]
    const uitgave = (n: number) =>
      boekMetDeHand(n % 2 ? hier : daar, n % 2 ? sluiter : boeker, {
        ...UITGAVE,
        bedragCent: centen(n + 1),
        stuk: `F-${n}`,
      })
    const [, , ...geboekt] = await Promise.all([
      uitgave(100),
      (async () => {
        for (const naar of ['voorlopig', 'vast'] as const)
          assert.ok((await sluitPeriode(daar, sluiter, { periode: JANUARI, naar, toch: true })).ok)
      })(),
      ...Array.from({ length: 60 }, async (_, n) => {
        await new Promise((verder) => setTimeout(verder, n % 20))
        return uitgave(n)
      }),
    ])
    assert.ok(geboekt.every((uit) => uit.ok || uit.reden.code === 'periode_dicht'))
    assert.deepEqual(codes(await uitgave(99)), ['periode_dicht'])
    const inJanuari = await db.lees((lezer) => findBoekingenVan(lezer, { soorten: ['realisatie'] }, 100))
    assert.equal(inJanuari.length, geboekt.filter(({ ok }) => ok).length + 1)
    await heel(db)
  })

  test('dezelfde boeking twee keer gecorrigeerd, dezelfde overheveling twee keer beslist', async () => {
    const { db, hier, daar, als, vanaf } = await begin()
    const [ik, jij] = [
      await als('financieel-adviseur', 'programmamanager'),
      await vanaf('financieel-adviseur', 'programmamanager'),
    ]
    const uitgave = await boekMetDeHand(hier, ik, UITGAVE)
    assert.ok(uitgave.ok)
    const fout = { nr: uitgave.waarde.boeking, geldigOp: DAG, reden: 'Fout' }
    const terug = await Promise.all([
      corrigeer(hier, ik, fout),
      corrigeer(daar, jij, fout),
      corrigeer(hier, ik, fout),
    ])
    assert.deepEqual(codes(...terug), ['al_gecorrigeerd', 'al_gecorrigeerd', 'gelukt'])
    const voorstel = await stelVoor(hier, ik, {
      budget: { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2025 },
      naarJaar: 2027,
      bedragCent: centen(1_000_00),
      vervaltOp: null,
      voorwaarde: null,
      reden: 'Loopt door',
    })
    assert.ok(voorstel.ok, JSON.stringify(voorstel))
    const besluit = { nieuw: { ...BESLUIT, datum: DAG } }
    const beslist = await Promise.all([
      beslis(hier, ik, voorstel.waarde.id, { stand: 'vastgesteld', besluit }),
      beslis(daar, jij, voorstel.waarde.id, { stand: 'vervallen', reden: 'Toch niet' }),
      beslis(daar, jij, voorstel.waarde.id, { stand: 'vastgesteld', besluit }),
    ])
    assert.deepEqual(codes(...beslist), ['gelukt', 'stand_anders', 'stand_anders'])
    assert.equal((await saldiVan(db)).get('proef:rijk:overgang:inloop:2025:-'), undefined)
    await heel(db)
  })

  test('een plan vaststellen terwijl een wijziging geboekt wordt', async () => {
    const { db, hier, daar, als, vanaf } = await begin()
    const [ik, jij] = [await als('programmamanager'), await vanaf('programmamanager')]
    const nieuw = await wijzigPlan(ik, {
      plan: 'proef',
      basis: 1,
      waarom: 'Meer inloop',
      verander: (plan) => ({
        ...metTitel('inloop', 'Andere inloop')(plan),
        raming: plan.raming.map((regel) =>
          regel.onderdeel === 'inloop' && regel.jaar === 2025 ? { ...regel, bedragCent: 3_500_00 } : regel,
        ),
      }),
    })
    assert.ok(nieuw.ok, JSON.stringify(nieuw))
    const wijziging = await stelWijzigingVoor(ik, 'proef', {
      toelichting: 'Nodig',
      beleid: false,
      regels: [
        { soort: 'onderdeel', onderdeel: 'inloop', jaar: 2025, bron: 'rijk', bedragCent: centen(-500_00) },
        { soort: 'onderdeel', onderdeel: 'steun', jaar: 2025, bron: 'rijk', bedragCent: centen(500_00) },
      ],
    })
    assert.ok(wijziging.ok)
    const { id } = wijziging.waarde
    const besloten = await Promise.all([
      beslisWijziging(ik, id, { stand: 'besloten', besluit: { nieuw: { ...BESLUIT } } }),
      beslisWijziging(jij, id, { stand: 'afgewezen', reden: 'Toch niet' }),
    ])
    assert.equal(besloten.filter(({ ok }) => ok).length, 1)
    const uit = await Promise.all([
      stelVast(hier, ik, 'proef', 2, { ...BESLUIT, nummer: '2024-8' }),
      boekWijziging(daar, jij, id),
      stelVast(daar, jij, 'proef', 2, { ...BESLUIT, nummer: '2024-9' }),
      boekWijziging(hier, ik, id),
    ])
    const doorgegaan = besloten[0].ok
    assert.deepEqual(
      codes(...uit),
      ['al_vastgesteld', 'gelukt', doorgegaan ? 'gelukt' : 'stand_anders', 'stand_anders'].toSorted(),
    )
    assert.equal((await saldiVan(db)).get('proef:rijk:ruimte:inloop:2025'), doorgegaan ? 3_000_00 : 3_500_00)
    await heel(db)
  })

  test('dezelfde sleutel tegelijk bij twee processen: één boeking, ieder hetzelfde antwoord', {
    timeout: 120_000,
  }, async () => {
    const { db, als } = await begin(['localhost'])
    const map = mkdtempSync(join(tmpdir(), 'omzien-wedloop-'))
    const processen: Proces[] = []
    try {
      const beheerder = { ...(await als('beheerder')), klok: systeemklok }
      const sleutels: string[] = []
      for (const naam of ['Systeem een', 'Systeem twee']) {
        const gemaakt = await maakApisleutel(beheerder, { naam, rol: 'financieel-adviseur', dagen: 9 })
        assert.ok(gemaakt.ok)
        sleutels.push(gemaakt.waarde.sleutel)
      }
      for (const naam of ['a', 'b'])
        processen.push(await startProces(join(map, naam), 'error', { DATABASE_URL: een().url }))
      const boek = (proces: number, wie: number, bedragCent: number): Promise<string> => {
        const koppen = {
          sleutel: sleutels[wie] ?? '',
          eenmalig: 'dezelfde-sleutel',
          afzender: `10.1.1.${bedragCent % 250}`,
        }
        const { programma: _, geldigOp: geldigDatum, ...rest } = UITGAVE
        return stuurApi(processen[proces]?.adres ?? '', '/boekingen', koppen, {
          ...rest,
          geldigDatum,
          bedragCent,
        })
      }
      const antwoorden = await Promise.all(Array.from({ length: 24 }, (_, i) => boek(i % 2, 0, 12_00)))
      assert.equal(new Set(antwoorden).size, 1, [...new Set(antwoorden)].join('\n'))
      assert.match(antwoorden[0] ?? '', /^201 \{"boeking":\d+/u)
      const anders = await Promise.all([boek(0, 0, 13_00), boek(1, 0, 13_00)])
      for (const antwoord of anders) assert.match(antwoord, /^409 .*sleutel_hergebruikt/u)
      assert.match(await boek(1, 1, 14_00), /^201 /u)
      assert.equal((await saldiVan(db)).get('proef:-:realisatie:inloop:2024'), 26_00)
      await heel(db)
    } finally {
      for (const proces of processen) await proces.stop()
      rmSync(map, { recursive: true, force: true })
    }
  })
})
