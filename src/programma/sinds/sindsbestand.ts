import { toonDatum } from '#basis/datum.ts'
import { filternamen } from '#programma/begroting/filternamen.ts'
import { type Bedragen, geldtabelVan } from '#programma/begroting/geldbeeld.ts'
import { kopnaam } from '#programma/begroting/tijdkeuze.ts'
import { SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import type { Uitvoercel, Uitvoertabel } from '#programma/poorten.ts'
import type { Verandering } from '#programma/sinds/sinds.flow.ts'
import { gevolgVan, isMetTerugwerkendeKracht, type Sindsvraag, verschilVan } from '#programma/sinds/sinds.ts'

const BEDRAGKOLOMMEN = [
  ['primitief', 'Primitief'],
  ['wijzigingen', 'Wijzigingen'],
  ['verplicht', 'Verplicht'],
  ['gerealiseerd', 'Gerealiseerd'],
  ['vrij', 'Vrij'],
  ['overheveling', 'Wacht op overheveling'],
] as const satisfies readonly (readonly [keyof Bedragen, string])[]

/** De boekingen tussen twee momenten als bestand; de som per kolom moet het verschil van de twee standen zijn. */
export function sindsbestand(props: {
  van: Pick<Planbezoek, 'beeld' | 'vandaag' | 'versie'>
  vraag: Sindsvraag
  wat: Verandering
}): Uitvoertabel {
  const { van, vraag, wat } = props
  const { gemeente, programma } = van.beeld.plan
  const verschil = geldtabelVan(van.beeld, verschilVan(wat.toen, wat.nu), { filter: vraag.filter, per: [] })
    .totaal.bedragen
  return {
    titel: 'Wat veranderde',
    kolommen: [
      { naam: 'nr', kop: 'Boeking', soort: 'getal' },
      { naam: 'geldig_op', kop: 'Gebeurd op', soort: 'datum' },
      { naam: 'vastgelegd_op', kop: 'Vastgelegd op', soort: 'tekst' },
      { naam: 'terugwerkend', kop: 'Met terugwerkende kracht', soort: 'tekst' },
      { naam: 'soort', kop: 'Soort', soort: 'tekst' },
      { naam: 'corrigeert', kop: 'Corrigeert boeking', soort: 'getal' },
      ...BEDRAGKOLOMMEN.map(([naam, kop]) => ({ naam, kop, soort: 'bedrag' as const })),
    ],
    rijen: wat.boekingen.map((boeking): Uitvoercel[] => {
      const gevolg = gevolgVan(van.beeld, boeking, vraag.filter)
      return [
        boeking.nr,
        boeking.geldigOp,
        boeking.vastgelegdOp,
        isMetTerugwerkendeKracht(boeking, wat.dagVan) ? 'ja' : 'nee',
        SOORTNAAM[boeking.soort],
        boeking.corrigeert,
        ...BEDRAGKOLOMMEN.map(([sleutel]) => gevolg[sleutel]),
      ]
    }),
    controle:
      wat.meer || vraag.voor !== undefined
        ? undefined
        : [null, null, null, null, null, null, ...BEDRAGKOLOMMEN.map(([sleutel]) => verschil[sleutel])],
    stand: {
      geldigTm: null,
      bekendNr: wat.tot.bekendNr,
      bekendOp: wat.tot.bekendOp,
      hoofd: wat.tot.bekendNr === 0 ? null : wat.tot.hash,
    },
    leeswijzer: [
      ['Gemeente', gemeente.naam],
      ['Programma', programma.titel],
      ['Gemaakt op', toonDatum(van.vandaag)],
      ['Na', kopnaam(wat.van)],
      ['Tot en met', kopnaam(wat.tot)],
      ...(wat.meer
        ? ([
            ['Niet alles', `Dit zijn de nieuwste ${wat.boekingen.length} boekingen; er zijn er meer.`],
          ] as const)
        : []),
      ...filternamen(van.beeld, vraag.filter),
    ],
  }
}
