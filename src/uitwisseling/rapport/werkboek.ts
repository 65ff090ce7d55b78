import { Datum, tijdvak } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { aansluitblad } from '#uitwisseling/rapport/aansluiting.ts'
import { standfeiten, WOORDEN } from '#uitwisseling/rapport/teksten.ts'
import {
  type Blad,
  bedrag,
  type Cel,
  type Celsoort,
  celnaam,
  dag,
  formule,
  getal,
  type Kolomvorm,
  LEEG,
  leeswijzerblad,
  type Rij,
  rij,
  tekst,
  veiligeBladnaam,
  type Werkboek,
} from '#uitwisseling/rekenblad/deur.ts'
import { bladnaam } from '#uitwisseling/rekenblad/formule.ts'
import { isSeriedag } from '#uitwisseling/rekenblad/tijd.ts'
import {
  type Cel as Rapportcel,
  type Rapportinhoud,
  type Rapporttabel,
  STANDNAAM,
  STANDWOORDEN,
  tabellenVan,
} from '#verantwoording/deur.ts'

/** Een rapport als rekenblad: per tabel een blad met echte getallen, levende sommen en een oordeel of die aansluiten. */

/** Waar het totaal van een tabel staat, voor wie er vanaf een ander blad naar verwijst. */
export type Tabelblad = {
  tabel: Rapporttabel
  deel: string
  naam: string
  blad: Blad
  /** Rij van de levende som en van het oordeel; `undefined` als de tabel niets optelt. */
  totaalRij: number | undefined
  oordeelRij: number | undefined
}

const CELSOORT: Readonly<Record<Rapporttabel['kolommen'][number]['soort'], Celsoort>> = {
  tekst: 'tekst',
  status: 'tekst',
  bedrag: 'bedrag',
  getal: 'getal',
  procent: 'getal',
  datum: 'datum',
}

const BREEDTE: Readonly<Record<Celsoort, number>> = { tekst: 60, bedrag: 36, getal: 26, datum: 28 }

function celVan(soort: Rapporttabel['kolommen'][number]['soort'], cel: Rapportcel): Cel {
  if (cel === null) return LEEG
  if (typeof cel === 'number') return soort === 'bedrag' ? bedrag(centen(cel)) : getal(cel)
  if (soort === 'status') {
    const stand = STANDWOORDEN.find((woord) => woord === cel)
    return tekst(stand === undefined ? cel : STANDNAAM[stand])
  }
  const datum = soort === 'datum' ? Datum.safeParse(cel) : undefined
  return datum?.success && isSeriedagTekst(datum.data) ? dag(datum.data) : tekst(cel)
}

const isSeriedagTekst = (datum: Datum): boolean => isSeriedag(tijdvak(datum))

/** `SUBTOTAL` slaat andere `SUBTOTAL`s over: zo telt een tussensom niet dubbel, ook niet na een ingevoegde rij. */
const levendeSom = (kolom: number, van: number, tot: number, waarde: Rapportcel, isBedrag: boolean): Cel => {
  const uitkomst = typeof waarde !== 'number' ? undefined : isBedrag ? bedrag(centen(waarde)) : getal(waarde)
  const vast = uitkomst?.soort === 'bedrag' || uitkomst?.soort === 'getal' ? uitkomst : undefined
  return formule(`SUBTOTAL(9,${celnaam(van, kolom)}:${celnaam(tot, kolom)})`, vast)
}

const isSom = (kolom: Rapporttabel['kolommen'][number]): boolean =>
  kolom.som === true && (kolom.soort === 'bedrag' || kolom.soort === 'getal')

/** De rijen van de tabel; een tussensom telt op wat er sinds de vorige tussensom staat. */
function gegevensrijen(tabel: Rapporttabel, metAdres: boolean): Rij[] {
  let blokBegin = 1
  return tabel.rijen.map(({ cellen, rol, naar }, r) => {
    const hier = r + 1
    const waarden = tabel.kolommen.map((kolom, k) => {
      const cel = cellen[k] ?? null
      const telt = rol === 'tussensom' && isSom(kolom) && hier > blokBegin
      return telt
        ? levendeSom(k, blokBegin, hier - 1, cel, kolom.soort === 'bedrag')
        : celVan(kolom.soort, cel)
    })
    if (rol === 'tussensom') blokBegin = hier + 1
    return rij(
      rol === 'tussensom' ? 'totaal' : 'gewoon',
      ...waarden,
      ...(metAdres ? [tekst(naar ?? '')] : []),
    )
  })
}

const somVan = ({ rijen }: Rapporttabel, k: number): number =>
  rijen
    .filter(({ rol }) => rol !== 'tussensom')
    .reduce((som, { cellen }) => som + (typeof cellen[k] === 'number' ? cellen[k] : 0), 0)

/** Hetzelfde oordeel als de formule: gelijk op twee cijfers achter de komma. */
const kolomSluitAan = (tabel: Rapporttabel, k: number): boolean =>
  Math.abs(somVan(tabel, k) - Number(tabel.totaal?.[k] ?? 0)) <
  (tabel.kolommen[k]?.soort === 'bedrag' ? 1 : 0.005)

const sluitAan = (tabel: Rapporttabel): boolean =>
  tabel.kolommen.every((kolom, k) => !isSom(kolom) || kolomSluitAan(tabel, k))

/** De levende som, wat Omzien zelf als totaal heeft, en of die twee aansluiten, ook nadat iemand iets wijzigt. */
function controlerijen(tabel: Rapporttabel): Rij[] {
  const eind = tabel.rijen.length + 1
  const { totaal } = tabel
  if (totaal === undefined || tabel.rijen.length === 0 || !tabel.kolommen.some(isSom)) return []
  const naamkolom = Math.max(
    0,
    tabel.kolommen.findIndex((kolom) => !isSom(kolom)),
  )
  const perKolom = (label: string, maak: (k: number) => Cel): Rij =>
    rij(
      'totaal',
      ...tabel.kolommen.map((kolom, k) => (isSom(kolom) ? maak(k) : k === naamkolom ? tekst(label) : LEEG)),
    )
  const isBedrag = (k: number): boolean => tabel.kolommen[k]?.soort === 'bedrag'
  return [
    perKolom('Totaal', (k) => levendeSom(k, 1, eind - 1, somVan(tabel, k), isBedrag(k))),
    perKolom('Totaal volgens Omzien', (k) => celVan(isBedrag(k) ? 'bedrag' : 'getal', totaal[k] ?? null)),
    perKolom('Sluit aan op systeem', (k) =>
      formule(`IF(ROUND(${celnaam(eind, k)}-${celnaam(eind + 1, k)},2)=0,"ja","nee")`, {
        soort: 'tekst',
        tekst: kolomSluitAan(tabel, k) ? 'ja' : 'nee',
      }),
    ),
  ]
}

/** Een bladnaam heeft 31 tekens; zij breekt liever na een woord dan erin. */
function kort(titel: string): string {
  const begin = titel.slice(0, 29)
  return titel.length <= 29 ? titel : begin.slice(0, Math.max(begin.lastIndexOf(' '), 12))
}

function tabelblad(tabel: Rapporttabel, deel: string, bezet: readonly string[]): Tabelblad {
  const metAdres = tabel.rijen.some(({ naar }) => naar !== undefined)
  const koppen = tabel.kolommen.map(({ kop, soort }) =>
    soort === 'bedrag' ? `${kop}, €` : soort === 'procent' ? `${kop}, %` : kop,
  )
  const controle = controlerijen(tabel)
  const rijen = [
    rij('kop', ...[...koppen, ...(metAdres ? ['Adres in Omzien'] : [])].map(tekst)),
    ...gegevensrijen(tabel, metAdres),
    ...controle,
  ]
  const naam = veiligeBladnaam(kort(tabel.titel), bezet)
  const kolommen: Kolomvorm[] = tabel.kolommen.map(({ soort }) => ({
    soort: CELSOORT[soort],
    breedteMm: soort === 'status' ? 30 : BREEDTE[CELSOORT[soort]],
  }))
  const eind = tabel.rijen.length + 1
  return {
    tabel,
    deel,
    naam,
    totaalRij: controle.length === 0 ? undefined : eind,
    oordeelRij: controle.length === 0 ? undefined : eind + 2,
    blad: {
      naam,
      kolommen: [...kolommen, ...(metAdres ? [{ soort: 'tekst' as const, breedteMm: 60 }] : [])],
      rijen,
      kopRij: 0,
      bevroren: { rijen: 1, kolommen: 1 },
    },
  }
}

function inhoudsblad(inhoud: Rapportinhoud, bladen: readonly Tabelblad[]): Blad {
  const rijen = bladen.map(({ naam, deel, tabel, oordeelRij }) => {
    const oordeel =
      oordeelRij === undefined
        ? tekst('telt niets op')
        : formule(
            `IF(COUNTIF(${bladnaam(naam)}!${celnaam(oordeelRij, 0)}:${celnaam(oordeelRij, tabel.kolommen.length - 1)},"nee")=0,"ja","nee")`,
            { soort: 'tekst', tekst: sluitAan(tabel) ? 'ja' : 'nee' },
          )
    return rij('gewoon', tekst(naam), tekst(tabel.titel), tekst(deel), getal(tabel.rijen.length), oordeel)
  })
  return {
    naam: 'Inhoud',
    kolommen: [
      { soort: 'tekst', breedteMm: 50 },
      { soort: 'tekst', breedteMm: 90 },
      { soort: 'tekst', breedteMm: 60 },
      { soort: 'getal', breedteMm: 20 },
      { soort: 'tekst', breedteMm: 40 },
    ],
    rijen: [
      rij('titel', tekst(inhoud.titel)),
      rij('inleiding', tekst(inhoud.verzonnen ? WOORDEN.verzonnen : inhoud.ondertitel)),
      rij('kop', ...['Blad', 'Tabel', 'Deel van het rapport', 'Rijen', 'Sluit aan op systeem'].map(tekst)),
      ...rijen,
    ],
    kopRij: 2,
    bevroren: { rijen: 3, kolommen: 1 },
  }
}

function leeswijzer(inhoud: Rapportinhoud): Blad {
  const regels: (readonly [string, string])[] = [
    ...(inhoud.verzonnen ? [['Let op', WOORDEN.verzonnen] as const] : []),
    ...standfeiten(inhoud),
    ['Bedragen', 'In euro, op de cent. In het rapport zelf zijn zij afgerond. Een lege cel: niet bekend.'],
    [
      'Sluit aan',
      'Onder elke tabel staat of de som aansluit op het totaal in Omzien. Bij nee is er in dit bestand iets gewijzigd of weggelaten.',
    ],
    ['Aansluiting', 'Op het blad Aansluiting staat waar hetzelfde totaal op twee bladen staat.'],
  ]
  return leeswijzerblad(inhoud.titel, regels)
}

export function rapportNaarWerkboek(inhoud: Rapportinhoud): Werkboek {
  const bezet = ['Inhoud', 'Leeswijzer', 'Aansluiting']
  const bladen = tabellenVan(inhoud).map(({ tabel, deel }) => {
    const klaar = tabelblad(tabel, deel, bezet)
    bezet.push(klaar.naam)
    return klaar
  })
  return {
    titel: inhoud.titel,
    bladen: [
      inhoudsblad(inhoud, bladen),
      leeswijzer(inhoud),
      ...bladen.map(({ blad }) => blad),
      aansluitblad(bladen),
    ],
  }
}
