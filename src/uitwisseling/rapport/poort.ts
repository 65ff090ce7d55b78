import {
  type Document,
  type Kortstuk,
  kortdocument,
  rapportdocument,
} from '#uitwisseling/rapport/document.ts'
import { figuurbestand, metLetter, tekenBlok } from '#uitwisseling/rapport/figuur.ts'
import { schrijfOdt } from '#uitwisseling/rapport/odt.ts'
import { pdfGegevens } from '#uitwisseling/rapport/pdf-gegevens.ts'
import { bestandsnaam } from '#uitwisseling/rapport/teksten.ts'
import { rapportNaarWerkboek } from '#uitwisseling/rapport/werkboek.ts'
import { maakZetterij, type Zetterij } from '#uitwisseling/rapport/zetterij.ts'
import { MEDIATYPE, schrijfOds, schrijfXlsx } from '#uitwisseling/rekenblad/deur.ts'
import type { Rapportinhoud, Rapportpoort, Rapportvorm } from '#verantwoording/deur.ts'

const TYPE: Readonly<Record<Rapportvorm, string>> = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: MEDIATYPE.ods,
  xlsx: MEDIATYPE.xlsx,
}

const zetPdf = (document: Document, zetterij: Zetterij): Promise<Uint8Array> =>
  zetterij.zet(JSON.stringify(pdfGegevens(document)))

async function schrijf(inhoud: Rapportinhoud, vorm: Rapportvorm, zetterij: Zetterij): Promise<Uint8Array> {
  switch (vorm) {
    case 'pdf':
      return zetPdf(rapportdocument(inhoud), zetterij)
    case 'odt':
      return schrijfOdt(rapportdocument(inhoud))
    case 'ods':
      return schrijfOds(rapportNaarWerkboek(inhoud))
    case 'xlsx':
      return schrijfXlsx(rapportNaarWerkboek(inhoud))
  }
}

/** Elke vorm van een rapport die een ander programma opent. De draad die PDF's zet, begint pas als iemand er een vraagt. */
export function maakRapportpoort(zetterij: Zetterij = maakZetterij()): Rapportpoort {
  return {
    async schrijfRapport(inhoud, vorm) {
      const bytes = await schrijf(inhoud, vorm, zetterij)
      return { naam: bestandsnaam(inhoud, vorm), type: TYPE[vorm], inhoud: new Uint8Array(bytes) }
    },
    tekenGrafiek(inhoud, blok) {
      const gevonden = inhoud.delen
        .flatMap(({ blokken }) => blokken)
        .find((een) => een.soort === 'grafiek' && een.id === blok)
      const svg = gevonden?.soort === 'grafiek' ? tekenBlok(gevonden) : undefined
      if (svg === undefined) return undefined
      return {
        naam: bestandsnaam(inhoud, `${figuurbestand(blok)}.svg`),
        type: 'image/svg+xml; charset=utf-8',
        inhoud: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${metLetter(svg)}\n`),
      }
    },
  }
}

export type Documentpoort = {
  schrijfDocument(
    stuk: Kortstuk,
    vorm: 'pdf' | 'odt',
  ): Promise<{ type: string; inhoud: Uint8Array<ArrayBuffer> }>
}

/** Een kort stuk van een kamer als document; `verzonnen` zegt van welke gemeente de cijfers niet echt zijn. */
export const maakDocumentpoort = (
  verzonnen: (gemeente: string) => boolean,
  zetterij: Zetterij = maakZetterij(),
): Documentpoort => ({
  async schrijfDocument(stuk, vorm) {
    const document = kortdocument(stuk, verzonnen(stuk.gemeente.code))
    const bytes = vorm === 'pdf' ? await zetPdf(document, zetterij) : schrijfOdt(document)
    return { type: TYPE[vorm], inhoud: new Uint8Array(bytes) }
  },
})
