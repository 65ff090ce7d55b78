import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { datum, systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { besteed, boekSamen, maakBoekhouder } from '#grootboek/deur.ts'
import { boekExporteer } from '#start/opdrachten/boek-exporteer.ts'
import { boekStand } from '#start/opdrachten/boek-stand.ts'
import type { Opdracht } from '#start/opdrachten/opdracht.ts'
import { leesOpdracht } from '#start/opdrachten/opdrachten.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/deur.ts'

describe('boek stand en boek exporteer', () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-boek-'))
  let databank: Databank
  let programma: string
  let nr: number
  before(async () => {
    databank = await versePglite()
    const db = await verseGemeente(databank)
    const plan = kleinPlan(db.schema)
    programma = plan.programma.id
    await laadVastgesteld(db, plan)
    const [eerste] = plan.raming
    assert.ok(eerste)
    const { onderdeel, jaar, bron } = eerste
    const opdracht = (dag: string, cent: number) => ({
      soort: 'realisatie' as const,
      geldigOp: datum(dag),
      grondslag: { soort: 'factuur' as const, kenmerk: 'F-1' },
      regels: besteed({ programma, bron, onderdeel, jaar }, centen(cent)),
      door: null,
      tekst: 'geheime toelichting',
    })
    const geboekt = await maakBoekhouder().voerUit(db, systeemklok, {
      werk: (ronde) => boekSamen(ronde, [opdracht(`${jaar}-03-01`, 12_345), opdracht(`${jaar}-09-01`, -45)]),
    })
    assert.ok(geboekt.ok)
    nr = geboekt.waarde.at(-1)?.nr ?? 0
  })
  after(async () => {
    await databank.sluit()
    rmSync(map, { recursive: true, force: true })
  })

  async function doe(opdracht: Opdracht, ...argumenten: string[]) {
    const gelezen = leesOpdracht([...opdracht.naam.split(' '), ...argumenten])
    assert.ok(gelezen.ok, gelezen.ok ? '' : gelezen.reden)
    const uit: string[] = []
    const zeg: string[] = []
    const code = await opdracht.voerUit(
      {
        config: {} as never,
        klok: systeemklok,
        map,
        uit: (tekst) => uit.push(tekst),
        zeg: (tekst) => zeg.push(tekst),
        databank: async () => databank,
      },
      gelezen.waarde.argumenten,
      gelezen.waarde.opties,
    )
    return { code, uit: uit.join('\n'), zeg: zeg.join('\n') }
  }

  type Stand = {
    bekendNr: number
    hash: string
    rijen: { bedragen: { gerealiseerd: number; vrij: number; naWijziging: number; verplicht: number } }[]
    totaal: { bedragen: { gerealiseerd: number } }
    rekeningen: Record<string, number>
  }
  const stand = async (...argumenten: string[]): Promise<Stand> => {
    const { code, uit, zeg } = await doe(boekStand, '--json', ...argumenten)
    assert.deepEqual([code, zeg], [0, ''])
    return JSON.parse(uit) as Stand
  }

  test('de stand op elk tijdstip, en de rijen tellen op', async () => {
    for (const per of ['onderdeel', 'groep', 'bron', 'jaar', 'taakveld']) {
      const { totaal } = await stand('--per', per)
      assert.equal(totaal.bedragen.gerealiseerd, 12_300, per)
    }
    assert.equal((await stand('--bekend-op', String(nr - 1))).totaal.bedragen.gerealiseerd, 12_345)
    assert.equal((await stand('--bekend-op', '2000-01-01')).totaal.bedragen.gerealiseerd, 0)
    const { rekeningen } = await stand('--per', 'rekening')
    assert.equal(
      Object.values(rekeningen).reduce((tot, cent) => tot + cent, 0),
      0,
    )
  })

  test('voor mensen: een tabel met kop en totaal', async () => {
    const { uit } = await doe(boekStand)
    assert.match(uit, /boeking \d+ \([0-9a-f]{8}\)\n +primitief +wijzigingen[\s\S]*\nTotaal .*123,00/u)
  })

  test('elke vorm naar een bestand, met de kop gemeld, zonder toelichting en zonder half bestand', async () => {
    for (const vorm of ['json', 'hledger', 'csv', 'ods', 'xlsx', 'fdp']) {
      const pad = `journaal.${vorm}`
      const { code, zeg } = await doe(boekExporteer, pad, '--formaat', vorm)
      assert.equal(code, 0, vorm)
      assert.match(zeg, new RegExp(`boeking ${nr} staat in journaal\\.${vorm}\\. Kop: [0-9a-f]{64}$`, 'u'))
      const inhoud = readFileSync(join(map, pad))
      assert.ok(inhoud.length > 100)
      assert.ok(!inhoud.includes('geheime'), vorm)
    }
    assert.deepEqual(
      readdirSync(map).filter((naam) => naam.endsWith('.half')),
      [],
    )
  })

  test('het rekenblad heeft elke regel, en is samen nul', async () => {
    await doe(boekExporteer, 'blad.ods', '--formaat', 'ods')
    const gelezen = leesWerkboek(readFileSync(join(map, 'blad.ods')))
    assert.ok(gelezen.ok)
    const rijen = gelezen.waarde.bladen[0]?.rijen ?? []
    const tekst = JSON.stringify(rijen)
    assert.match(tekst, /realisatie/u)
    assert.match(JSON.stringify(gelezen.waarde.bladen), /sluit aan/iu)
  })

  test('een andere dag of een eerder moment: hledger wel, de keten niet', async () => {
    const eerder = await doe(boekExporteer, '--formaat', 'hledger', '--bekend-op', String(nr - 1))
    assert.equal(eerder.code, 0)
    assert.ok(!eerder.uit.includes(`(${nr})`))
    const keten = await doe(boekExporteer, '--formaat', 'json', '--bekend-op', String(nr - 1))
    assert.deepEqual([keten.code, keten.uit], [1, ''])
    assert.match(keten.zeg, /hele keten/u)
  })

  for (const [naam, opdracht, argumenten, zin] of [
    ['geen formaat', boekExporteer, [], /Kies een formaat/u],
    ['onbekend formaat', boekExporteer, ['--formaat', 'pdf'], /Kies een formaat/u],
    ['ods naar het scherm', boekExporteer, ['--formaat', 'ods'], /alleen naar een bestand/u],
    ['een map die er niet is', boekExporteer, ['weg/j.csv', '--formaat', 'csv'], /kan geen bestand komen/u],
    ['geen dag', boekStand, ['--geldig-tm', '31-12-2023'], /JJJJ-MM-DD/u],
    ['onbekende verdeling', boekStand, ['--per', 'kleur'], /Kies met --per/u],
    ['boeking in de toekomst', boekStand, ['--bekend-op', '9999'], /is er niet/u],
    ['onbekend plan', boekStand, ['--plan', 'weg'], /Dit plan is er niet/u],
  ] as const)
    test(`${naam}: uitkomst 2 met een zin, en niets op de uitvoer`, async () => {
      const { code, uit, zeg } = await doe(opdracht, ...argumenten)
      assert.deepEqual([code, uit], [2, ''])
      assert.match(zeg, zin)
    })
})
