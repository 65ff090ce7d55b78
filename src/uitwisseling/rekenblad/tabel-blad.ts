import { strToU8 } from 'fflate'
import { type Datum, datum } from '#basis/datum.ts'
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
  type Rij,
  rij,
  tekst,
  veiligeBladnaam,
  type Werkboek,
} from '#uitwisseling/rekenblad/rekenblad.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

/** `bedrag` in centen, `datum` als JJJJ-MM-DD; `null` is een lege cel. */
export type Tabelwaarde = string | number | null
export type Tabelkolom = { kop: string; soort: Celsoort; breedteMm?: number | undefined }

/** Een tabel zoals zij op een scherm staat. `totaal` heeft per kolom het totaal volgens Omzien, of `null`. */
export type Schermtabel = {
  titel: string
  kolommen: readonly Tabelkolom[]
  rijen: readonly (readonly Tabelwaarde[])[]
  totaal?: readonly Tabelwaarde[] | undefined
}

/** Wat een lezer moet weten om het bestand later nog te begrijpen. */
export type Herkomst = {
  gemeente: string
  peildatum: Datum
  planversie: string
  bron: string
  opmerking?: string | undefined
}

export const TABELVORMEN = ['ods', 'xlsx', 'csv', 'json'] as const
export type Tabelvorm = (typeof TABELVORMEN)[number]

export const MEDIATYPE: Record<Tabelvorm, string> = {
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
}

export type Download = { bytes: Uint8Array; mediatype: string; bestandsnaam: string }

/** Een tabel als bestand, klaar om te versturen. */
export function exporteerTabel(tabel: Schermtabel, vorm: Tabelvorm, herkomst: Herkomst): Download {
  const bestandsnaam = `${(sleutelVan(tabel.titel).replace(/[^a-z0-9-]/gu, '') || 'tabel').slice(0, 80)}.${vorm}`
  return { bytes: alsBytes(tabel, vorm, herkomst), mediatype: MEDIATYPE[vorm], bestandsnaam }
}

function alsBytes(tabel: Schermtabel, vorm: Tabelvorm, herkomst: Herkomst): Uint8Array {
  switch (vorm) {
    case 'ods':
      return schrijfOds(tabelNaarWerkboek(tabel, herkomst))
    case 'xlsx':
      return schrijfXlsx(tabelNaarWerkboek(tabel, herkomst))
    case 'csv':
      // Een CSV is om verder te verwerken: alleen koppen en rijen, geen totaal ertussen.
      return strToU8(schrijfCsv({ naam: tabel.titel, rijen: [koprij(tabel), ...gegevensrijen(tabel)] }))
    case 'json':
      return strToU8(`${JSON.stringify(tabelNaarJson(tabel, herkomst), null, 2)}\n`)
  }
}

export function tabelNaarWerkboek(tabel: Schermtabel, herkomst: Herkomst): Werkboek {
  return { titel: tabel.titel, bladen: [gegevensblad(tabel), leeswijzer(tabel, herkomst)] }
}

const BREEDTE: Record<Celsoort, number> = { tekst: 60, bedrag: 36, getal: 24, datum: 28 }

const koprij = ({ kolommen }: Schermtabel): Rij => rij('kop', ...kolommen.map(({ kop }) => tekst(kop)))

const gegevensrijen = ({ kolommen, rijen }: Schermtabel): Rij[] =>
  rijen.map((waarden) => ({ cellen: kolommen.map(({ soort }, k) => celVan(soort, waarden[k] ?? null)) }))

function celVan(soort: Celsoort, waarde: Tabelwaarde): Cel {
  if (waarde === null) return LEEG
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
    kolommen: tabel.kolommen.map(({ soort, breedteMm }) => ({
      soort,
      breedteMm: breedteMm ?? BREEDTE[soort],
    })),
    rijen: [...rijen, ...controlerijen(tabel, eerste, rijen.length)],
    kopRij: 0,
    bevroren: { rijen: 1, kolommen: eerste + 1 },
  }
}

/** Een levende som, wat Omzien zelf als totaal heeft, en of die twee aansluiten, ook nadat iemand iets wijzigt. */
function controlerijen(tabel: Schermtabel, labelkolom: number, eind: number): Rij[] {
  const { totaal, kolommen, rijen } = tabel
  if (totaal === undefined || rijen.length === 0) return []
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
      return formule(sluitAan, { soort: 'tekst', tekst: somKlopt(tabel, k) ? 'ja' : 'nee' })
    }, 'Sluit aan op Omzien'),
  ]
}

const waardenIn = (tabel: Schermtabel, k: number): number[] =>
  tabel.rijen.flatMap((waarden) => (typeof waarden[k] === 'number' ? [waarden[k]] : []))

function som(tabel: Schermtabel, k: number, eind: number): Cel {
  const tekstvanSom = `SUM(${celnaam(1, k)}:${celnaam(eind - 1, k)})`
  const waarden = waardenIn(tabel, k)
  if (tabel.kolommen[k]?.soort === 'getal')
    return formule(tekstvanSom, {
      soort: 'getal',
      getal: String(waarden.reduce((tot, deel) => tot + deel, 0)),
    })
  const totaal = somVan(waarden.map(centen))
  return formule(tekstvanSom, totaal === undefined ? undefined : { soort: 'bedrag', bedrag: totaal })
}

/** Hetzelfde oordeel als de formule: gelijk op twee cijfers achter de komma. */
function somKlopt(tabel: Schermtabel, k: number): boolean {
  const verschil = waardenIn(tabel, k).reduce((tot, deel) => tot + deel, 0) - Number(tabel.totaal?.[k] ?? 0)
  return Math.abs(verschil) < (tabel.kolommen[k]?.soort === 'getal' ? 0.005 : 1)
}

function leeswijzer(tabel: Schermtabel, herkomst: Herkomst): Blad {
  const regels: [string, Cel][] = [
    ['Tabel', tekst(tabel.titel)],
    ['Gemeente', tekst(herkomst.gemeente)],
    ['Peildatum', dag(herkomst.peildatum)],
    ['Versie van het plan', tekst(herkomst.planversie)],
    ['Bron', tekst(herkomst.bron)],
    ...(herkomst.opmerking === undefined ? [] : [['Opmerking', tekst(herkomst.opmerking)] as [string, Cel]]),
    ['Bedragen', tekst('In euro, met twee cijfers achter de komma.')],
    [
      'Controle',
      tekst(
        'Onder de tabel staat of de som aansluit op het totaal in Omzien. Bij "nee" is er in dit bestand iets gewijzigd of weggelaten.',
      ),
    ],
  ]
  return {
    naam: 'Leeswijzer',
    kolommen: [
      { breedteMm: 45, soort: 'tekst' },
      { breedteMm: 130, soort: 'tekst' },
    ],
    rijen: [rij('titel', tekst('Leeswijzer')), ...regels.map(([kop, cel]) => rij('gewoon', tekst(kop), cel))],
  }
}

export type TabelJson = {
  formaat: 1
  titel: string
  herkomst: Herkomst
  kolommen: { sleutel: string; kop: string; soort: Celsoort; eenheid?: 'cent' }[]
  rijen: Record<string, Tabelwaarde>[]
}

/** Dezelfde tabel voor programma's: bedragen als hele centen, elke rij met de sleutels van de kolommen. */
export function tabelNaarJson(tabel: Schermtabel, herkomst: Herkomst): TabelJson {
  const bezet = new Set<string>()
  const kolommen = tabel.kolommen.map(({ kop, soort }, k) => {
    const kaal = sleutelVan(kop) || 'kolom'
    const sleutel = bezet.has(kaal) ? `${kaal}-${k + 1}` : kaal
    bezet.add(sleutel)
    return { sleutel, kop, soort, ...(soort === 'bedrag' ? { eenheid: 'cent' as const } : {}) }
  })
  const rijen = tabel.rijen.map((waarden) =>
    Object.fromEntries(kolommen.map(({ sleutel }, k) => [sleutel, waarden[k] ?? null])),
  )
  return { formaat: 1, titel: tabel.titel, herkomst, kolommen, rijen }
}
