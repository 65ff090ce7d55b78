import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { type Databank, sql } from '#basis/db.ts'
import { linksUit } from '#test/formulieren.ts'

/** Gereedschap om een kanarie te zoeken: in de databank, op elke pagina, in elk bestand en in wat de server zegt. */

/** Wat in een bestand over mensen gaat: naam, rekening, adres, burgerservicenummer en vrije tekst. */
export const KANARIES = [
  'Wilhelmina Kanarie',
  'NL91ABNA0417164300',
  'kanarie@voorbeeld.invalid',
  '111222333',
  'Kanarieweg 12',
  'pgb voor kanarie, maart',
] as const
export const [NAAM, IBAN, MAIL, BSN] = KANARIES

const SPOOR = /kanarie|abna0417164300|0417164300|111222333/iu

/** Waar een kanarie in staat, met wat eromheen staat; leeg is goed. */
export const sporen = (tekst: string, patroon: RegExp = SPOOR): string[] => {
  const gevonden: string[] = []
  for (const treffer of tekst.matchAll(new RegExp(patroon.source, 'giu')))
    gevonden.push(tekst.slice(Math.max(0, treffer.index - 60), treffer.index + 60).replaceAll('\n', ' '))
  return gevonden
}

const Kolommen = sql<{ schema: string; tabel: string; kolom: string; soort: string }>`
  select table_schema as schema, table_name as tabel, column_name as kolom, data_type as soort
    from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')`

/** Elke kolom van elke rij van elke tabel, ook wat ingepakt is bewaard; per tabel één tekst. */
export async function stortUit(databank: Databank): Promise<Map<string, string>> {
  const uit = new Map<string, string>()
  await databank.beheer(async (tx) => {
    for (const { schema, tabel, kolom, soort } of (await Kolommen.execute(tx)).rows) {
      const waar = sql`${sql.id(schema)}.${sql.id(tabel)}`
      const naam = `${schema}.${tabel}`
      const voeg = (tekst: string): unknown => uit.set(naam, `${uit.get(naam) ?? ''}\n${tekst}`)
      if (soort === 'bytea') {
        const { rows } = await sql<{
          w: Uint8Array | null
        }>`select ${sql.id(kolom)} as w from ${waar}`.execute(tx)
        for (const { w } of rows) if (w !== null) voeg(alsTekst(w))
      } else {
        const { rows } = await sql<{
          w: string | null
        }>`select ${sql.id(kolom)}::text as w from ${waar}`.execute(tx)
        for (const { w } of rows) if (w !== null) voeg(w)
      }
    }
  })
  return uit
}

/** Bytes als tekst; wat ingepakt is, uitgepakt: gzip, en elk deel van een rekenblad. */
export function alsTekst(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes).toString('utf8')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return Object.entries(unzipSync(bytes))
      .map(([naam, deel]) => `${naam}\n${Buffer.from(deel).toString('utf8')}`)
      .join('\n')
  return Buffer.from(bytes).toString('utf8')
}

export type Gezien = { pad: string; status: number; tekst: string }

/** Loopt alles na wat van hieruit te bereiken is; van elk soort adres hoogstens een paar. */
export async function loopRond(
  haal: (pad: string) => Promise<Gezien>,
  begin: readonly string[],
  hoogstens: number,
): Promise<Gezien[]> {
  const gezien = new Map<string, Gezien>()
  const keren = new Map<string, number>()
  const rij = [...begin]
  for (let pad = rij.shift(); pad !== undefined && gezien.size < hoogstens; pad = rij.shift()) {
    const soort = pad
      .replace(/=[^&]*/gu, '=')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/gu, '1')
      .replace(/(onderdelen|doelen|bronnen|groepen)\/[\w-]+/u, '$1/x')
    const keer = keren.get(soort) ?? 0
    if (gezien.has(pad) || keer >= 3 || /uitloggen|\/_ui\/|\/_kit/u.test(pad)) continue
    keren.set(soort, keer + 1)
    const een = await haal(pad)
    gezien.set(pad, een)
    rij.push(...linksUit(een.tekst))
  }
  return [...gezien.values()]
}

/** De tekst van een bestand op schijf, uitgepakt. */
export const leesBestandtekst = (pad: string): string => alsTekst(readFileSync(pad))

type Tak = Map<string, Tak>

/** Zet in een goed bestand op elke plaats die het schema nog meer kent, een kanarie; ook als kenmerk en commentaar. */
export function metKanaries(xml: string, velden: readonly string[]): string {
  const wortel: Tak = new Map()
  for (const pad of velden) {
    let tak = wortel
    for (const naam of pad.split('/')) {
      const volgende: Tak = tak.get(naam) ?? new Map()
      tak.set(naam, volgende)
      tak = volgende
    }
  }
  let geplant = 0
  const plant = (naam: string, tak: Tak): string =>
    tak.size === 0
      ? `<${naam}>${KANARIES[geplant++ % KANARIES.length]}</${naam}>`
      : `<${naam} wie="${NAAM}">${[...tak].map(([kind, deel]) => plant(kind, deel)).join('')}</${naam}>`
  const staatEr = (naam: string): boolean => new RegExp(`<${naam}[ >]`, 'u').test(xml)
  let uit = xml
  const vul = (naam: string, tak: Tak): void => {
    const mist = [...tak].filter(([kind]) => !staatEr(kind))
    uit = uit.replaceAll(
      `</${naam}>`,
      () => `${mist.map(([kind, deel]) => plant(kind, deel)).join('')}</${naam}>`,
    )
    for (const [kind, deel] of tak) if (deel.size > 0 && staatEr(kind)) vul(kind, deel)
  }
  for (const [naam, tak] of wortel) vul(naam, tak)
  assert.ok(geplant > 40, `maar ${geplant} kanaries`)
  return uit.replace(/(\?>)/u, `$1<?kanarie ${IBAN}?><!-- ${KANARIES.join(' ')} -->`)
}

/** Waar een rondgang begint: elke soort pagina, download en verzameling van de api. */
export const BEGIN =
  '/ /onderdelen /geld /begroting /boekingen /verplichtingen /begrotingswijzigingen /geldbevindingen /sinds /journaal /perioden /besluiten /prognoses/inloop/2024 /zoeken?zoek=kanarie /zoeken?zoek=binnenshuis /open-data /werk /inlezen /koppeling /koppeling/regels /voorstellen /mandaten /jaareinde?jaar=2024 /mijn-onderdelen /plancontrole /beheer/logboek'
    .split(' ')
    .concat(
      'standen boekingen verplichtingen begrotingswijzigingen prognoses inlezingen bevindingen besluiten'
        .split(' ')
        .map((naam) => `/api/v1/${naam}`),
    )
    .concat('csv ods xlsx json'.split(' ').map((vorm) => `/boekingen/boekingen.${vorm}`))
    .concat('json hledger csv ods xlsx fdp'.split(' ').map((vorm) => `/journaal/bestand/${vorm}`))

/** Elk spoor, met waar het stond. */
export const zoek = (wat: Iterable<readonly [string, string]>, patroon?: RegExp): string[] =>
  [...wat].flatMap(([waar, tekst]) => sporen(tekst, patroon).map((spoor) => `${waar}: ${spoor}`))
