import { type Centen, centen } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  KANSEN,
  type Kans,
  RISICOSTANDEN,
  type Risicoinhoud,
  type Risicoregels,
} from '#programma/risicos/risico.ts'
import type { Regelweigering, Risicoweigering } from '#programma/risicos/risicos.flow.ts'
import {
  bedrag,
  Formulierlezer,
  keuze,
  type Ontleder,
  type VeldFout,
  verplichteAlinea,
  verplichteZin,
  type Waarden,
} from '#programma/wijzigen/velden.ts'

/** Een ingevuld risico lezen, en de indeling van kans en gevolg. */

const kans: Ontleder<Kans> = (tekst) => {
  const gekozen = KANSEN.find((een) => String(een) === tekst)
  return gekozen === undefined ? geweigerd('Kies hoe groot de kans is.') : gelukt(gekozen)
}
const nietNegatief: Ontleder<Centen> = (tekst) => {
  const gelezen = bedrag(tekst)
  return gelezen.ok && gelezen.waarde < 0 ? geweigerd('Schrijf een bedrag van nul of meer.') : gelezen
}

export function leesRisico(waarden: Waarden): Uitkomst<Risicoinhoud, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const onderdeel = lezer.tekst('onderdeel')
  const inhoud: Risicoinhoud = {
    onderdeel: onderdeel === '' ? null : onderdeel,
    oorzaak: lezer.leesAltijd('oorzaak', '', verplichteAlinea('de oorzaak')),
    gebeurtenis: lezer.leesAltijd('gebeurtenis', '', verplichteZin('wat er kan gebeuren')),
    gevolg: lezer.leesAltijd('gevolg', '', verplichteAlinea('het gevolg')),
    kans: lezer.leesAltijd('kans', 3, kans),
    laagCent: lezer.leesAltijd('laag', centen(0), nietNegatief),
    hoogCent: lezer.leesAltijd('hoog', centen(0), nietNegatief),
    maatregel: lezer.leesAltijd('maatregel', '', verplichteAlinea('de maatregel')),
    eigenaarrol: lezer.leesAltijd('eigenaarrol', '', verplichteZin('welke rol erop let')),
    stand: lezer.leesAltijd('stand', 'open', keuze(RISICOSTANDEN, 'open of gesloten')),
    reden: lezer.leesAltijd('reden', '', verplichteAlinea('waarom')),
  }
  const bedragenGelezen = !lezer.fouten.some(({ veld }) => veld === 'laag' || veld === 'hoog')
  if (bedragenGelezen && inhoud.hoogCent < inhoud.laagCent)
    lezer.meld('hoog', 'Het hoogste bedrag is kleiner dan het laagste. Draai ze om.')
  return lezer.fouten.length > 0 ? geweigerd(lezer.fouten) : gelukt(inhoud)
}

const TEKSTNAAM = {
  oorzaak: 'de oorzaak',
  gebeurtenis: 'wat er kan gebeuren',
  gevolg: 'het gevolg',
  maatregel: 'de maatregel',
  eigenaarrol: 'welke rol erop let',
  reden: 'waarom',
} as const

export function weigerfout(reden: Exclude<Risicoweigering, { code: 'mag_niet' }>): VeldFout {
  switch (reden.code) {
    case 'risico_onbekend':
      return { veld: 'gebeurtenis', tekst: 'Dit risico is er niet.' }
    case 'onderdeel_onbekend':
      return { veld: 'onderdeel', tekst: 'Kies een onderdeel uit de lijst.' }
    case 'tekst_ontbreekt':
      return { veld: reden.veld, tekst: `Vul ${TEKSTNAAM[reden.veld]} in.` }
    case 'bereik_omgekeerd':
      return { veld: 'hoog', tekst: 'Het hoogste bedrag is kleiner dan het laagste. Draai ze om.' }
    case 'bedrag_te_groot':
      return { veld: 'hoog', tekst: 'Dit bedrag is te groot. Staat de komma goed?' }
    case 'intussen_gewijzigd':
      return {
        veld: 'gebeurtenis',
        tekst:
          'Iemand anders veranderde dit risico net. Hun versie staat hierboven. Klopt uw versie nog, bewaar haar dan opnieuw.',
      }
  }
}

const procent: Ontleder<number> = (tekst) =>
  /^\d{1,3}$/u.test(tekst) && Number(tekst) >= 1 && Number(tekst) <= 100
    ? gelukt(Number(tekst))
    : geweigerd('Schrijf een heel getal van 1 tot en met 100.')

export function leesRisicoregels(waarden: Waarden): Uitkomst<Risicoregels, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const kansVan = (nummer: number) => lezer.leesAltijd(`kans.${nummer}`, 0, procent)
  const grensVan = (nummer: number) => lezer.leesAltijd(`grens.${nummer}`, centen(0), nietNegatief)
  const regels: Risicoregels = {
    kansen: [kansVan(1), kansVan(2), kansVan(3), kansVan(4), kansVan(5)],
    grenzenCent: [grensVan(1), grensVan(2), grensVan(3), grensVan(4)],
  }
  return lezer.fouten.length > 0 ? geweigerd(lezer.fouten) : gelukt(regels)
}

export function regelfout(reden: Exclude<Regelweigering, { code: 'mag_niet' }>): VeldFout {
  switch (reden.code) {
    case 'kansen_niet_oplopend':
      return {
        veld: 'kans.1',
        tekst: 'Elke kansklasse moet groter zijn dan die ervoor, en hoogstens 100 procent.',
      }
    case 'grenzen_niet_oplopend':
      return { veld: 'grens.1', tekst: 'Elke grens moet hoger zijn dan die ervoor.' }
    case 'intussen_gewijzigd':
      return {
        veld: 'kans.1',
        tekst: 'Iemand anders veranderde de indeling net. Kijk of uw keuze nog klopt en bewaar opnieuw.',
      }
  }
}
