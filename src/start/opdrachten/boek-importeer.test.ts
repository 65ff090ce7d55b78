import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import { type Databank, type GemeenteDb, sql } from '#basis/db.ts'
import { boekImporteer } from '#start/opdrachten/boek-importeer.ts'
import { leesOpdracht } from '#start/opdrachten/opdrachten.ts'
import { GOED as AUDITFILE, anders } from '#test/auditfiles.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { standen } from '#test/inlezing.ts'
import { kleinPlan } from '#test/plannen.ts'

const KANARIES = ['Wilhelmina Kanarie', 'kanarie@voorbeeld.invalid', 'NL91ABNA0417164300', '111222333']

describe('boek importeer', () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-importeer-'))
  let databank: Databank
  before(async () => {
    databank = await versePglite()
  })
  after(async () => {
    await databank.sluit()
    rmSync(map, { recursive: true, force: true })
  })

  const begin = async (): Promise<GemeenteDb> => {
    const db = await verseGemeente(databank)
    await laadVastgesteld(db, kleinPlan(db.schema))
    return db
  }
  const schrijf = (naam: string, inhoud: string): string => {
    writeFileSync(join(map, naam), inhoud)
    return naam
  }

  /** Voert de opdracht uit zoals iemand haar typt; paden gelden vanuit de map. */
  async function doe(db: GemeenteDb, ...argumenten: string[]) {
    const gelezen = leesOpdracht(['boek', 'importeer', ...argumenten, '--gemeente', db.schema])
    assert.ok(gelezen.ok, gelezen.ok ? '' : gelezen.reden)
    assert.equal(gelezen.waarde.opdracht, boekImporteer)
    const uit: string[] = []
    const zeg: string[] = []
    const code = await boekImporteer.voerUit(
      {
        config: { OMZIEN_INLEZEN_REGELS: 100 } as never,
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

  test('eerst op proef, dan echt, en daarna is er niets meer te doen', async () => {
    const db = await begin()
    schrijf('2024.xaf', AUDITFILE)
    const voor = await standen(db)
    const proef = await doe(db, '2024.xaf', '--proef', '--json')
    assert.equal(proef.code, 0)
    const beeld = JSON.parse(proef.uit)
    assert.deepEqual([beeld.soort, beeld.inlezing, beeld.telling.nieuw], ['proef', null, 2])
    assert.deepEqual([beeld.bestand.vorm, beeld.bestand.debetCent], ['XAF 3.2', 300_00])
    assert.deepEqual(await standen(db), voor)
    const echt = await doe(db, '2024.xaf')
    assert.deepEqual([echt.code, echt.uit], [0, 'nog onbekend  2024  realisatie  erbij 300,00  eraf 0,00'])
    assert.match(echt.zeg, /2 nieuw.*Vastgelegd\. Nummer 1\..*horen nog nergens bij/su)
    assert.equal((await standen(db))['proef:-:realisatie:-:2024'], 300_00)
    const nog = await doe(db, '2024.xaf', '--json')
    assert.deepEqual([nog.code, JSON.parse(nog.uit)], [0, { soort: 'gelijk', inlezing: 1 }])
    schrijf('beter.xaf', AUDITFILE.replaceAll('200.00', '210.00').replaceAll('300.00', '310.00'))
    const beter = JSON.parse((await doe(db, 'beter.xaf', '--json')).uit)
    assert.deepEqual(beter.telling, { nieuw: 0, veranderd: 1, omgehangen: 0, weg: 0, gelijk: 1 })
    assert.equal((await standen(db))['proef:-:realisatie:-:2024'], 310_00)
  })

  test('een bestand met fouten noemt elke plaats en boekt niets', async () => {
    const db = await begin()
    schrijf('fout.xaf', anders(['<amnt>200.00</amnt><amntTp>C', '<amnt>199.00</amnt><amntTp>C']))
    const { code, zeg, uit } = await doe(db, 'fout.xaf', '--json')
    assert.equal(code, 2)
    assert.match(zeg, /FOUT {2}.*boekstuk INK\/A2/u)
    assert.equal(JSON.parse(uit).code, 'bestand_onjuist')
    assert.equal((await standen(db))['proef:-:realisatie:-:2024'], undefined)
  })

  test('een lijst vraagt een administratie en een profiel', async () => {
    const db = await begin()
    schrijf('lijst.csv', 'Rekening;Datum;Project;Debet;Credit\r\n4000;1-2-2024;P1;12,50;\r\n')
    assert.match((await doe(db, 'lijst.csv')).zeg, /Noem bij een lijst de administratie/u)
    const zonder = await doe(db, 'lijst.csv', '--administratie', 'Key2')
    assert.deepEqual([zonder.code, /met --profiel/u.test(zonder.zeg)], [2, true])
    const onbekend = await doe(db, 'lijst.csv', '--administratie', 'Key2', '--profiel', 'Weg')
    assert.match(onbekend.zeg, /geen profiel met de naam Weg.*Bekende profielen/u)
    const kolom = (veld: string, titel: string) => ({ veld, titels: [titel] })
    schrijf(
      'profiel.json',
      JSON.stringify({
        formaat: 'omzien-invoerprofiel/1',
        naam: 'Proef',
        soort: 'mutaties',
        aanname: false,
        uitleg: '',
        kopHoogte: 1,
        kolommen: [
          kolom('rekening', 'Rekening'),
          kolom('datum', 'Datum'),
          kolom('project', 'Project'),
          kolom('debet', 'Debet'),
          kolom('credit', 'Credit'),
        ],
        teken: 'last_positief',
        getalstijl: 'nl',
        datumstijl: 'dag-maand-jaar',
        restant: 'met_verplichtingen',
        totaalwoorden: [],
        overslaanwoorden: [],
      }),
    )
    const goed = await doe(db, 'lijst.csv', '--administratie', 'Key2', '--profiel', 'profiel.json')
    assert.deepEqual([goed.code, (await standen(db))['proef:-:realisatie:-:2024']], [0, 12_50])
  })

  test('wat er niet is of niet kan, krijgt een zin', async () => {
    const db = await begin()
    assert.deepEqual(await doe(db, 'weg.xaf'), { code: 2, uit: '', zeg: 'Dit bestand bestaat niet.' })
    assert.match((await doe(db, '.')).zeg, /Dit is geen bestand/u)
    assert.match((await doe(db, 'weg.xaf', '--plan', 'anders')).zeg, /Er is geen plan anders/u)
    schrijf('bank.xml', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>')
    assert.match((await doe(db, 'bank.xml')).zeg, /bankafschrift.*op de website/u)
  })

  test('namen, rekeningnummers en omschrijvingen komen nergens terecht', async () => {
    const db = await begin()
    const [naam = '', mail = '', iban = '', bsn = ''] = KANARIES
    const inhoud = anders(
      ['<companyName>Gemeente Voorbeeld', `<companyName>${naam}`],
      ['<desc>Inkoop</desc>', `<desc>${naam}</desc>`],
      ['<nr>A1</nr>', `<nr>A1</nr><desc>pgb ${naam} ${iban}</desc>`],
      ['<docRef>F1</docRef>', `<docRef>${iban}</docRef><desc>${mail}</desc>`],
      ['<costID>KP1</costID>', `<costID>${bsn}</costID>`],
      ['<projID>P1</projID>', `<projID>${naam}</projID>`],
    )
    schrijf('Wilhelmina Kanarie.xaf', inhoud)
    const { zeg, uit } = await doe(db, 'Wilhelmina Kanarie.xaf', '--json')
    const bewaard = await db.lees(async (lezer) => {
      const tabellen = await sql<{ naam: string }>`
        select table_name as naam from information_schema.tables where table_schema = current_schema()`.execute(
        lezer,
      )
      const delen: string[] = []
      for (const { naam: tabel } of tabellen.rows) {
        const magLezen = await sql<{ mag: boolean }>`
          select has_table_privilege(current_user, ${tabel}, 'select') as mag`.execute(lezer)
        if (magLezen.rows[0]?.mag !== true) continue
        const { rows } = await sql<{ rij: string }>`select t::text as rij from ${sql.id(tabel)} t`.execute(
          lezer,
        )
        delen.push(...rows.map(({ rij }) => rij))
      }
      return delen
    })
    assert.ok(bewaard.length > 20, 'er hoort iets bewaard te zijn')
    const alles = [zeg, uit, ...bewaard].join('\n').toLowerCase()
    assert.ok(alles.includes('2024/ink/a2/1'), 'deze toets kijkt naar wat er is ingelezen')
    for (const kanarie of [...KANARIES, 'Kanarie'])
      assert.ok(!alles.includes(kanarie.toLowerCase()), `${kanarie} is bewaard of gezegd`)
  })
})
