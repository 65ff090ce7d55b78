import { strToU8 } from 'fflate'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { sleutelVan } from '#basis/tekst.ts'
import { schrijfCsv } from '#uitwisseling/rekenblad/csv.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { somVan } from '#uitwisseling/rekenblad/plan-bedragen.ts'
import {
  type Blad,
  bedrag,
  type Cel,
  type Celsoort,
  celnaam,
  dag,
  formule,
  getal,
  LEEG,
  leeswijzerblad,
  type Rij,
  rij,
  tekst,
  veiligeBladnaam,
  type Werkboek,
} from '#uitwisseling/rekenblad/rekenblad.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

/** `bedrag` in centen, `datum` als JJJJ-MM-DD; `null` is een lege cel. */
export type Tabelwaarde = string | number | null
/** `naam` is de sleutel in JSON, `kop` wat een mens leest. */
export type Tabelkolom = { naam: string; kop: string; soort: Celsoort }

/** Een tabel zoals zij op een scherm staat. */
export type Schermtabel = {
  titel: string
  kolommen: readonly Tabelkolom[]
  rijen: readonly (readonly Tabelwaarde[])[]
  /** Waarop de tabel berust: plan, versie, peildatum, opmerking. */
  leeswijzer: readonly (readonly [string, string])[]
  /** Het totaal volgens Omzien per kolom, of `null`. Zonder dit veld: de som van elke kolom met bedragen. */
  totaal?: readonly Tabelwaarde[] | undefined
}

export const TABELVORMEN = ['ods', 'xlsx', 'csv', 'json'] as const
export type Tabelvorm = (typeof TABELVORMEN)[number]

export const MEDIATYPE: Record<Tabelvorm, string> = {
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
}

export type Download = { bytes: Uint8Array<ArrayBuffer>; mediatype: string; bestandsnaam: string }

/** Een tabel als bestand, klaar om te versturen. */
export function exporteerTabel(tabel: Schermtabel, vorm: Tabelvorm): Download {
  const naam = (sleutelVan(tabel.titel).replace(/[^a-z0-9-]/gu, '') || 'tabel').slice(0, 80)
  const bytes = new Uint8Array(alsBytes(tabel, vorm))
  return { bytes, mediatype: MEDIATYPE[vorm], bestandsnaam: `${naam}.${vorm}` }
}

function alsBytes(tabel: Schermtabel, vorm: Tabelvorm): Uint8Array {
  switch (vorm) {
    case 'ods':
      return schrijfOds(tabelNaarWerkboek(tabel))
    case 'xlsx':
      return schrijfXlsx(tabelNaarWerkboek(tabel))
    case 'csv':
      // Een CSV is om verder te verwerken: alleen koppen en rijen, geen totaal ertussen.
      return strToU8(schrijfCsv({ naam: tabel.titel, rijen: [koprij(tabel), ...gegevensrijen(tabel)] }))
    case 'json':
      return strToU8(`${JSON.stringify(tabelNaarJson(tabel), null, 2)}\n`)
  }
}

export function tabelNaarWerkboek(tabel: Schermtabel): Werkboek {
  return { titel: tabel.titel, bladen: [gegevensblad(tabel), leeswijzer(tabel)] }
}

const BREEDTE: Record<Celsoort, number> = { tekst: 60, bedrag: 36, getal: 24, datum: 28 }

const koprij = ({ kolommen }: Schermtabel): Rij => rij('kop', ...kolommen.map(({ kop }) => tekst(kop)))

const gegevensrijen = ({ kolommen, rijen }: Schermtabel): Rij[] =>
  rijen.map((waarden) => ({ cellen: kolommen.map(({ soort }, k) => celVan(soort, waarden[k] ?? null)) }))

function celVan(soort: Celsoort, waarde: Tabelwaarde): Cel {
  if (waarde === null || waarde === '') return LEEG
  if (soort === 'bedrag') return bedrag(centen(Number(waarde)))
  if (soort === 'datum') return dag(datum(String(waarde)))
  if (soort === 'getal' && typeof waarde === 'number') return getal(waarde)
  return tekst(String(waarde))
}

function gegevensblad(tabel: Schermtabel): Blad {
  const rijen = [koprij(tabel), ...gegevensrijen(tabel)]
  const eerste = Math.max(
    0,
    tabel.kolommen.findIndex(({ soort }) => soort === 'tekst'),
  )
  return {
    naam: veiligeBladnaam(tabel.titel, ['Leeswijzer']),
    kolommen: tabel.kolommen.map(({ soort }) => ({ soort, breedteMm: BREEDTE[soort] })),
    rijen: [...rijen, ...controlerijen(tabel, eerste, rijen.length)],
    kopRij: 0,
    bevroren: { rijen: 1, kolommen: eerste + 1 },
  }
}

/** Een levende som, wat Omzien zelf als totaal heeft, en of die twee aansluiten, ook nadat iemand iets wijzigt. */
function controlerijen(tabel: Schermtabel, labelkolom: number, eind: number): Rij[] {
  const { kolommen, rijen } = tabel
  const totaal =
    tabel.totaal ?? kolommen.map(({ soort }, k) => (soort === 'bedrag' ? somVan(centenIn(tabel, k)) : null))
  if (rijen.length === 0 || totaal.every((genoemd) => (genoemd ?? null) === null)) return []
  const perKolom = (maak: (k: number, genoemd: Cel) => Cel, label: string): Rij =>
    rij(
      'totaal',
      ...kolommen.map(({ soort }, k) => {
        const genoemd = totaal[k] ?? null
        if (genoemd !== null && (soort === 'bedrag' || soort === 'getal'))
          return maak(k, celVan(soort, genoemd))
        return k === labelkolom ? tekst(label) : LEEG
      }),
    )
  return [
    perKolom((k) => som(tabel, k, eind), 'Totaal'),
    perKolom((_, genoemd) => genoemd, 'Totaal volgens Omzien'),
    perKolom((k) => {
      const sluitAan = `IF(ROUND(${celnaam(eind, k)}-${celnaam(eind + 1, k)},2)=0,"ja","nee")`
      return formule(sluitAan, {
        soort: 'tekst',
        tekst: somKlopt(tabel, k, totaal[k] ?? null) ? 'ja' : 'nee',
      })
    }, 'Sluit aan op Omzien'),
  ]
}

const waardenIn = (tabel: Schermtabel, k: number): number[] =>
  tabel.rijen.flatMap((waarden) => (typeof waarden[k] === 'number' ? [waarden[k]] : []))

const centenIn = (tabel: Schermtabel, k: number) => waardenIn(tabel, k).map(centen)

function som(tabel: Schermtabel, k: number, eind: number): Cel {
  const tekstvanSom = `SUM(${celnaam(1, k)}:${celnaam(eind - 1, k)})`
  const waarden = waardenIn(tabel, k)
  if (tabel.kolommen[k]?.soort === 'getal')
    return formule(tekstvanSom, {
      soort: 'getal',
      getal: String(waarden.reduce((tot, deel) => tot + deel, 0)),
    })
  const totaal = somVan(centenIn(tabel, k))
  return formule(tekstvanSom, totaal === undefined ? undefined : { soort: 'bedrag', bedrag: totaal })
}

/** Hetzelfde oordeel als de formule: gelijk op twee cijfers achter de komma. */
function somKlopt(tabel: Schermtabel, k: number, genoemd: Tabelwaarde): boolean {
  const verschil = waardenIn(tabel, k).reduce((tot, deel) => tot + deel, 0) - Number(genoemd ?? 0)
  return Math.abs(verschil) < (tabel.kolommen[k]?.soort === 'getal' ? 0.005 : 1)
}

function leeswijzer(tabel: Schermtabel): Blad {
  const regels: (readonly [string, string])[] = [
    ...tabel.leeswijzer,
    ['Bedragen', 'In euro. Een lege cel betekent: er is geen bedrag bekend.'],
    [
      'Sluit aan',
      'Onder de tabel staat of de som aansluit op het totaal in Omzien. Bij nee is er in dit bestand iets gewijzigd of weggelaten.',
    ],
  ]
  return leeswijzerblad(tabel.titel, regels)
}

export type TabelJson = {
  titel: string
  leeswijzer: Record<string, string>
  rijen: Record<string, Tabelwaarde>[]
}

/** Dezelfde tabel voor programma's: bedragen als hele centen onder een naam die op `Cent` eindigt. */
export function tabelNaarJson(tabel: Schermtabel): TabelJson {
  const namen = tabel.kolommen.map(({ naam, soort }) => (soort === 'bedrag' ? `${naam}Cent` : naam))
  const rijen = tabel.rijen.map((waarden) =>
    Object.fromEntries(namen.map((naam, k) => [naam, waarden[k] ?? null])),
  )
  return { titel: tabel.titel, leeswijzer: Object.fromEntries(tabel.leeswijzer), rijen }
}
