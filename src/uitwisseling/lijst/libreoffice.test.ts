import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { vergelijkPrognoseblad } from '#programma/deur.ts'
import { goed, inBlad, KADER, plaatsen } from '#test/lijsten.ts'
import { rijen } from '#test/werkboeken.ts'
import { leesLijst, stelProfielVoor } from '#uitwisseling/lijst/deur.ts'
import { prognosebladen } from '#uitwisseling/lijst/prognoseblad.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { dag, formule } from '#uitwisseling/rekenblad/rekenblad.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

/** Deze toets draait alleen waar LibreOffice staat; zij zegt wat er nodig is waar het ontbreekt. */
const aanwezig = spawnSync('soffice', ['--version'], { timeout: 30_000 }).status === 0
const skip = aanwezig
  ? false
  : 'LibreOffice ontbreekt: installeer het pakket libreoffice-calc om dit te toetsen.'

const map = mkdtempSync(join(tmpdir(), 'omzien-lijst-'))
after(() => rmSync(map, { recursive: true, force: true }))

/** Laat LibreOffice een bestand openen, herberekenen en in een andere vorm bewaren. */
function bewaarAls(bytes: Uint8Array, van: string, naar: string): Uint8Array {
  const uit = mkdtempSync(join(map, 'uit-'))
  writeFileSync(join(uit, `in.${van}`), bytes)
  const profiel = `-env:UserInstallation=${pathToFileURL(join(map, 'profiel')).href}`
  const opdracht = [
    profiel,
    '--headless',
    '--convert-to',
    naar,
    '--outdir',
    join(uit, 'klaar'),
    join(uit, `in.${van}`),
  ]
  const klaar = spawnSync('soffice', opdracht, { timeout: 120_000, encoding: 'utf8' })
  assert.equal(klaar.status, 0, klaar.stderr)
  return new Uint8Array(readFileSync(join(uit, 'klaar', `in.${naar.split(':')[0]}`)))
}

const LIJST = inBlad({
  rijen: rijen(
    ['Mutaties', '', '', '', '', ''],
    ['Boekstuk', 'Datum', 'Rekening', 'Kostenplaats', 'Debet', 'Credit'],
    ['B-1', dag(datum('2024-02-29')), '0443', 'KP1', formule('5+7.5'), ''],
    ['', dag(datum('2024-03-01')), '0444', '', '', 12],
    ['', '', '', 'Totaal', formule('SUM(E3:E4)'), formule('SUM(F3:F4)')],
  ),
  samengevoegd: [
    { vanRij: 0, vanKolom: 0, totRij: 0, totKolom: 5 },
    { vanRij: 2, vanKolom: 0, totRij: 3, totKolom: 0 },
    { vanRij: 2, vanKolom: 3, totRij: 3, totKolom: 3 },
  ],
})

for (const [van, naar, schrijf] of [
  ['ods', 'xlsx', schrijfOds],
  ['xlsx', 'ods', schrijfXlsx],
  ['xlsx', 'csv:Text - txt - csv (StarCalc):59,34,ANSI,1', schrijfXlsx],
] as const)
  test(`een lijst die LibreOffice van ${van} naar ${naar.slice(0, 4)} bewaart, leest hetzelfde`, {
    skip,
  }, () => {
    const bytes = bewaarAls(schrijf(LIJST), van, naar)
    const voorstel = stelProfielVoor(bytes)
    assert.ok(voorstel.ok && voorstel.waarde.ontbreekt.length === 0, JSON.stringify(voorstel))
    const { datumstijl } = voorstel.waarde.profiel
    assert.equal(datumstijl, 'dag-maand-jaar')
    const profiel = {
      ...voorstel.waarde.profiel,
      kolommen: voorstel.waarde.profiel.kolommen.map((kolom) =>
        ['boekstuk', 'kostenplaats'].includes(kolom.veld) ? { ...kolom, aanvullen: true } : kolom,
      ),
    }
    const { regels, verslag } = goed(bytes, profiel)
    assert.deepEqual(
      regels.map(({ datum: dag, rekening, kostenplaats, stuk, bedragCent }) => [
        dag,
        rekening,
        kostenplaats,
        stuk,
        bedragCent,
      ]),
      [
        ['2024-02-29', '0443', 'KP1', 'B-1', 12_50],
        ['2024-03-01', '0444', 'KP1', 'B-1', -12_00],
      ],
    )
    assert.deepEqual(
      plaatsen(verslag, 'waarschuwing'),
      naar.startsWith('csv') ? [] : ['samengevoegde_cellen Lijst A4'],
    )
    assert.equal(leesLijst(bytes, profiel, KADER).ok, true)
  })

for (const [van, naar] of [
  ['ods', 'xlsx'],
  ['xlsx', 'ods'],
] as const)
  test(`een prognoseblad dat LibreOffice van ${van} naar ${naar} bewaart, komt heel terug`, { skip }, () => {
    const stand = {
      onderdeel: 'inloop',
      titel: 'Inloop',
      jaar: 2024,
      cijfers: {
        naWijziging: centen(10_05),
        verplicht: centen(0),
        gerealiseerd: centen(-1),
        vrij: centen(10_06),
      },
      laatste: null,
    }
    const vel = {
      titel: 'Proef',
      stand: { geldigTm: null, bekendNr: 3, bekendOp: null, hoofd: null },
      rijen: [stand],
    }
    const gelezen = prognosebladen.leesPrognoseblad(
      bewaarAls(prognosebladen.schrijfPrognoseblad(vel, van).inhoud, van, naar),
    )
    assert.ok(gelezen.ok)
    const [rij] = gelezen.waarde.rijen
    assert.ok(rij !== undefined)
    const ingevuld = {
      ...rij,
      prognose: { cel: 'K2', soort: 'waarde', waarde: centen(5) },
      zekerheid: { cel: 'L2', soort: 'waarde', waarde: 'hoog' },
      toelichting: { cel: 'M2', soort: 'waarde', waarde: 'ja' },
    } as const
    const { overgenomen, geweigerd, waarschuwingen } = vergelijkPrognoseblad([ingevuld], [stand])
    assert.deepEqual([overgenomen.length, geweigerd, waarschuwingen], [1, [], []])
  })
