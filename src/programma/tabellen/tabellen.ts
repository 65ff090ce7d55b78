import { toonDatum } from '#basis/datum.ts'
import type { Uitvoertabel } from '#programma/poorten.ts'
import { bevindingentabel, vermeldingentabel } from '#programma/tabellen/document.ts'
import { bronnentabel, ontvangstentabel, ramingtabel } from '#programma/tabellen/geld.ts'
import { TABELNAMEN, type Tabelnaam } from '#programma/tabellen/links.ts'
import { indicatorentabel, metingentabel } from '#programma/tabellen/meten.ts'
import type { Tabelinhoud, Tabelvraag } from '#programma/tabellen/vorm.ts'
import { doelentabel, groepentabel, mijlpalentabel, onderdelentabel } from '#programma/tabellen/werk.ts'
import { voortgangtabel } from '#programma/voortgang/voortgangtabel.ts'

/** Elke tabel die als bestand te halen is, als gewone functie van het plan en de filters van het scherm. */

const MAKERS: Readonly<Record<Tabelnaam, (vraag: Tabelvraag) => Tabelinhoud>> = {
  onderdelen: onderdelentabel,
  raming: ramingtabel,
  bronnen: bronnentabel,
  ontvangsten: ontvangstentabel,
  doelen: doelentabel,
  indicatoren: indicatorentabel,
  metingen: metingentabel,
  mijlpalen: mijlpalentabel,
  voortgang: voortgangtabel,
  vermeldingen: vermeldingentabel,
  bevindingen: bevindingentabel,
  groepen: groepentabel,
}

export const isTabelnaam = (naam: string): naam is Tabelnaam =>
  (TABELNAMEN as readonly string[]).includes(naam)

/** De tabel met haar leeswijzer: van welk plan, welke versie, welke dag en met welke filters. */
export function maakTabel(naam: Tabelnaam, vraag: Tabelvraag, versie: number): Uitvoertabel {
  const { filters, ...tabel } = MAKERS[naam](vraag)
  const { gemeente, programma } = vraag.beeld.plan
  return {
    ...tabel,
    leeswijzer: [
      ['Gemeente', gemeente.naam],
      ['Plan', programma.titel],
      ['Versie', String(versie)],
      ['Gemaakt op', toonDatum(vraag.vandaag)],
      ['Bedragen', 'in euro, uit de geldende raming van deze versie'],
      ['Herkomst', programma.herkomst],
      ...filters,
    ],
  }
}
