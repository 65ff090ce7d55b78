import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Invoerbevinding } from '#grootboek/deur.ts'
import { bladplaats, openLijst } from '#uitwisseling/lijst/bestand.ts'
import { beoordeel, type Inhoud } from '#uitwisseling/lijst/inhoud.ts'
import { type Kop, zoekKop } from '#uitwisseling/lijst/koprij.ts'
import {
  type Invoerprofiel,
  type Kolomprofiel,
  OVERSLAANWOORDEN,
  profielfouten,
  TOTAALWOORDEN,
} from '#uitwisseling/lijst/profiel.ts'
import { maakWoordzoeker } from '#uitwisseling/lijst/rijen.ts'
import {
  BEDRAGVELDEN,
  type Doelveld,
  type Lijstsoort,
  VELDSOORT,
  veldenBijKop,
} from '#uitwisseling/lijst/velden.ts'
import { fout } from '#uitwisseling/lijst/verzamelaar.ts'
import { restantformule, tekenVan } from '#uitwisseling/lijst/voorstel-getallen.ts'
import { type Kolomvoorstel, kiesKolommen } from '#uitwisseling/lijst/voorstel-kolommen.ts'
import { raadSoort } from '#uitwisseling/lijst/voorstel-soort.ts'
import { type Vraag, vragenBij } from '#uitwisseling/lijst/voorstel-vragen.ts'
import { type Blad, type Cel, type Waarde, waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'
import { isLeeg } from '#uitwisseling/rekenblad/tabel-zoeken.ts'

export type Bladvoorstel = {
  naam: string
  /** Rijnummer van de kop zoals het rekenblad het toont. */
  kopRij: number
  rijen: number
  kolommen: readonly Kolomvoorstel[]
}

/** Wat Omzien van een bestand denkt. Een mens bevestigt het; pas daarna is het een profiel. */
export type Profielvoorstel = {
  soort: Lijstsoort
  soortZeker: boolean
  bladen: readonly Bladvoorstel[]
  profiel: Invoerprofiel
  /** Wat er nog gekozen moet worden voordat het profiel bruikbaar is. */
  ontbreekt: readonly string[]
  vragen: readonly Vraag[]
}

const PROEFRIJEN = 1000

/** Leest een bestand en stelt voor hoe het gelezen wordt. Van vrije tekst staat er nooit een waarde in het antwoord. */
export function stelProfielVoor(bytes: Uint8Array): Uitkomst<Profielvoorstel, Invoerbevinding[]> {
  const geopend = openLijst(bytes)
  if (!geopend.ok) return geopend
  const zichtbaar = geopend.waarde.bladen.filter(({ verborgen }) => verborgen !== true)
  const koppen = zichtbaar.flatMap((blad) => {
    const kop = vindKop(blad)
    return kop === undefined ? [] : [{ blad, kop }]
  })
  const [eerste] = koppen
  if (eerste === undefined) {
    const plaats = zichtbaar[0] === undefined ? {} : bladplaats(zichtbaar[0])
    const zin =
      'Geen rij gevonden die op een kop lijkt. Verwacht bijvoorbeeld rekening, kostenplaats en bedrag.'
    return geweigerd([fout('geen_koprij', zin, plaats)])
  }
  const soort = raadSoort(koppen.flatMap(({ kop }) => kop.titels.flatMap((namen) => namen.slice(0, 2))))
  const bladen = koppen.map(({ blad, kop }) => bladvoorstel(blad, kop, soort.soort))
  const hoofd = bladen.reduce((een, ander) => (bekend(ander) > bekend(een) ? ander : een))
  const bron = koppen[bladen.indexOf(hoofd)] ?? eerste
  const profiel = maakProfiel(soort.soort, bron.kop, hoofd.kolommen)
  const metGetallen = {
    ...profiel,
    ...restantformule(bron.blad, profiel),
    teken: tekenVan(bron.blad, profiel),
  }
  return gelukt({
    soort: soort.soort,
    soortZeker: soort.zeker,
    bladen,
    profiel: metGetallen,
    ontbreekt: profielfouten(metGetallen),
    vragen: vragenBij(soort.zeker, hoofd.kolommen, metGetallen, bron.blad),
  })
}

const bekend = ({ kolommen }: Bladvoorstel): number =>
  kolommen.filter(({ veld }) => veld !== null && veld !== 'genegeerd').length

/** Een kop noemt minstens twee dingen die wij kennen, waarvan één een bedrag of een code. */
function vindKop(blad: Blad): Kop | undefined {
  const waardering = (kop: Kop): number => {
    const velden = new Set<Doelveld>()
    for (const namen of kop.titels) {
      const veld = namen.map((naam) => veldenBijKop(naam)[0]?.veld).find((gevonden) => gevonden !== undefined)
      if (veld !== undefined) velden.add(veld)
    }
    const gelezen = [...velden].filter((veld) => veld !== 'genegeerd')
    const bruikbaar = gelezen.some((veld) => VELDSOORT[veld] === 'bedrag' || veld === 'rekening')
    return gelezen.length < 2 || !bruikbaar ? 0 : gelezen.length * 2 + (velden.size - gelezen.length)
  }
  return zoekKop(blad, waardering, [1, 2])?.kop
}

const zoekWoord = maakWoordzoeker({ totaalwoorden: TOTAALWOORDEN, overslaanwoorden: OVERSLAANWOORDEN })

/** Een rij met een totaal zegt niets over wat er in de kolommen hoort te staan. */
function isTotaalwoord(cel: Cel): boolean {
  const waarde = waardeVan(cel)
  return waarde.soort === 'tekst' && zoekWoord(waarde.tekst) !== undefined
}

function bladvoorstel(blad: Blad, kop: Kop, soort: Lijstsoort): Bladvoorstel {
  const onder = blad.rijen.slice(kop.rij + 1).filter(({ cellen }) => !cellen.every(isLeeg))
  const proef = onder.slice(0, PROEFRIJEN).filter(({ cellen }) => !cellen.some(isTotaalwoord))
  const inhoud = kop.titels.map((_, k): { inhoud: Inhoud; waarden: Waarde[] } => {
    const waarden = proef.map(({ cellen }) => waardeVan(cellen[k]))
    return { inhoud: beoordeel(waarden), waarden }
  })
  return {
    naam: blad.naam,
    kopRij: kop.rij + 1,
    rijen: onder.length,
    kolommen: kiesKolommen(kop, inhoud, soort),
  }
}

function maakProfiel(soort: Lijstsoort, kop: Kop, voorstellen: readonly Kolomvoorstel[]): Invoerprofiel {
  const gekozen = voorstellen.filter(({ veld, titel }) => veld !== null && titel !== '')
  const bedragen = gekozen.filter(({ veld }) => veld !== null && BEDRAGVELDEN[soort].includes(veld))
  const engels = bedragen.filter(({ getalstijl }) => getalstijl === 'en').length
  const nederlands = bedragen.filter(({ getalstijl }) => getalstijl === 'nl').length
  const getalstijl = engels > nederlands ? 'en' : 'nl'
  const datumstijl = gekozen.find(({ veld }) => veld === 'datum')?.datumstijl
  return {
    formaat: 'omzien-invoerprofiel/1',
    naam: 'Nieuw profiel',
    soort,
    aanname: false,
    uitleg: '',
    kopHoogte: kop.hoogte,
    kolommen: gekozen.flatMap((kolom) => alsKolom(kolom, getalstijl)),
    teken: 'last_positief',
    getalstijl,
    datumstijl: datumstijl === undefined || datumstijl === 'onbeslist' ? 'dag-maand-jaar' : datumstijl,
    restant: 'met_verplichtingen',
    totaalwoorden: TOTAALWOORDEN,
    overslaanwoorden: OVERSLAANWOORDEN,
  }
}

function alsKolom(kolom: Kolomvoorstel, gewoon: 'nl' | 'en'): Kolomprofiel[] {
  const { veld, titel, getalstijl, eersteWoord } = kolom
  if (veld === null) return []
  const eigen = getalstijl === 'nl' || getalstijl === 'en' ? getalstijl : gewoon
  return [
    {
      veld,
      titels: [titel],
      ...(VELDSOORT[veld] === 'bedrag' && eigen !== gewoon ? { getalstijl: eigen } : {}),
      ...(eersteWoord ? { eerste_woord: true } : {}),
      ...(veld === 'genegeerd' ? { mag_ontbreken: true } : {}),
    },
  ]
}
