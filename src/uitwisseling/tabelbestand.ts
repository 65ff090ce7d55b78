import type { Datum } from '#basis/datum.ts'
import { type Centen, centen, telOp } from '#basis/geld.ts'
import type { Bestand, Bestandsvorm, Uitvoercel, Uitvoertabel } from '#programma/deur.ts'
import {
  type Blad,
  bedrag,
  bereiknaam,
  type Cel,
  dag,
  formule,
  getal,
  LEEG,
  rij,
  schrijfCsv,
  schrijfOds,
  schrijfXlsx,
  tekst,
} from '#uitwisseling/rekenblad/deur.ts'

/** Schrijft een schermtabel als bestand: dezelfde rijen, met levende sommen waar het rekenblad dat kan. */
export function schrijfTabel(tabel: Uitvoertabel, vorm: Bestandsvorm): Bestand {
  const naam = `${bestandsnaam(tabel.titel)}.${vorm}`
  switch (vorm) {
    case 'json':
      return { naam, type: 'application/json; charset=utf-8', inhoud: alsJson(tabel) }
    case 'csv':
      return {
        naam,
        type: 'text/csv; charset=utf-8',
        inhoud: new TextEncoder().encode(schrijfCsv(gegevensblad(tabel, false))),
      }
    case 'ods':
      return {
        naam,
        type: 'application/vnd.oasis.opendocument.spreadsheet',
        inhoud: new Uint8Array(schrijfOds({ titel: tabel.titel, bladen: bladenVan(tabel) })),
      }
    case 'xlsx':
      return {
        naam,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        inhoud: new Uint8Array(schrijfXlsx({ titel: tabel.titel, bladen: bladenVan(tabel) })),
      }
  }
}

const bestandsnaam = (titel: string): string =>
  titel
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')

function alsJson(tabel: Uitvoertabel): Uint8Array<ArrayBuffer> {
  const rijen = tabel.rijen.map((cellen) =>
    Object.fromEntries(
      tabel.kolommen.map(({ naam, soort }, i) => [
        soort === 'bedrag' ? `${naam}Cent` : naam,
        cellen[i] ?? null,
      ]),
    ),
  )
  const inhoud = { titel: tabel.titel, leeswijzer: Object.fromEntries(tabel.leeswijzer), rijen }
  return new TextEncoder().encode(`${JSON.stringify(inhoud, null, 2)}\n`)
}

const bladenVan = (tabel: Uitvoertabel): Blad[] => [gegevensblad(tabel, true), leeswijzer(tabel)]

const KOLOMBREEDTE_MM = { tekst: 60, bedrag: 30, getal: 22, datum: 28 } as const

function celVan(soort: Uitvoertabel['kolommen'][number]['soort'], waarde: Uitvoercel): Cel {
  if (waarde === null || waarde === '') return LEEG
  if (typeof waarde === 'string') return soort === 'datum' ? dag(waarde as Datum) : tekst(waarde)
  return soort === 'bedrag' ? bedrag(centen(waarde)) : getal(waarde)
}

function gegevensblad(tabel: Uitvoertabel, metSommen: boolean): Blad {
  const kop = rij('kop', ...tabel.kolommen.map(({ kop: woorden }) => tekst(woorden)))
  const rijen = tabel.rijen.map((cellen) =>
    rij('gewoon', ...tabel.kolommen.map(({ soort }, i) => celVan(soort, cellen[i] ?? null))),
  )
  const heeftBedrag = tabel.kolommen.some(({ soort }) => soort === 'bedrag')
  const eronder = metSommen && heeftBedrag && rijen.length > 0 ? [somrij(tabel), controlerij(tabel)] : []
  return {
    naam: 'Gegevens',
    kolommen: tabel.kolommen.map(({ soort }) => ({ breedteMm: KOLOMBREEDTE_MM[soort], soort })),
    rijen: [kop, ...rijen, ...eronder],
    kopRij: 0,
    bevroren: { rijen: 1, kolommen: 1 },
  }
}

const kolomsom = (tabel: Uitvoertabel, kolom: number): Centen =>
  telOp(...tabel.rijen.map((cellen) => centen(Number(cellen[kolom] ?? 0))))

/** Bovenaan staat de kop, dus de gegevens beginnen op rij 1 (vanaf nul geteld). */
const somformule = (tabel: Uitvoertabel, kolom: number): string =>
  `SUM(${bereiknaam({ vanRij: 1, vanKolom: kolom, totRij: tabel.rijen.length, totKolom: kolom })})`

function somrij(tabel: Uitvoertabel) {
  return rij(
    'totaal',
    ...tabel.kolommen.map(({ soort }, i): Cel => {
      if (soort === 'bedrag')
        return formule(somformule(tabel, i), { soort: 'bedrag', bedrag: kolomsom(tabel, i) })
      return i === 0 ? tekst('Totaal') : LEEG
    }),
  )
}

/** Zegt per bedragkolom of de som in het bestand nog de som in Omzien is. */
function controlerij(tabel: Uitvoertabel) {
  return rij(
    'uitleg',
    ...tabel.kolommen.map(({ soort }, i): Cel => {
      if (soort !== 'bedrag') return i === 0 ? tekst('Sluit aan op Omzien') : LEEG
      const euro = (kolomsom(tabel, i) / 100).toFixed(2)
      return formule(`IF(ABS(${somformule(tabel, i)}-${euro})<0.005,"ja","nee")`, {
        soort: 'tekst',
        tekst: 'ja',
      })
    }),
  )
}

function leeswijzer(tabel: Uitvoertabel): Blad {
  return {
    naam: 'Leeswijzer',
    kolommen: [
      { breedteMm: 45, soort: 'tekst' },
      { breedteMm: 120, soort: 'tekst' },
    ],
    rijen: [
      rij('titel', tekst(tabel.titel)),
      ...tabel.leeswijzer.map(([wat, inhoud]) => rij('gewoon', tekst(wat), tekst(inhoud))),
      rij('gewoon', tekst('Bedragen'), tekst('In euro. Een lege cel betekent: het plan noemt geen bedrag.')),
    ],
  }
}
