import { type Centen, rondAfVanNul } from '#basis/geld.ts'
import { type Begrotingsvraag, DEELNAAM } from '#programma/begroting/begrotingsvraag.ts'
import type { Deelkeuze } from '#programma/begroting/delers.ts'
import { alleRijen, type Geldrij, type Geldtabel } from '#programma/begroting/geldbeeld.ts'
import type { Kolomnaam } from '#programma/begroting/geldfilter.ts'
import type { Uitvoercel, Uitvoertabel } from '#programma/poorten.ts'

/** De kolommen van de begrotingstabel, voor het scherm en voor het bestand. */

export type Geldkolom = {
  sleutel: string
  kop: string
  /** De boekingen achter het bedrag; een prognose is geen boeking. */
  kolom?: Kolomnaam | undefined
  bedrag: (rij: Geldrij) => Centen | undefined
}

const PLANKOLOMMEN: readonly Geldkolom[] = [
  {
    sleutel: 'primitief',
    kop: 'Primitief',
    kolom: 'primitief',
    bedrag: ({ bedragen }) => bedragen.primitief,
  },
  {
    sleutel: 'wijzigingen',
    kop: 'Wijzigingen',
    kolom: 'wijzigingen',
    bedrag: ({ bedragen }) => bedragen.wijzigingen,
  },
  {
    sleutel: 'na_wijziging',
    kop: 'Na wijziging',
    kolom: 'na-wijziging',
    bedrag: ({ bedragen }) => bedragen.naWijziging,
  },
]
const BESTEED: readonly Geldkolom[] = [
  {
    sleutel: 'verplicht',
    kop: 'Verplicht',
    kolom: 'verplicht',
    bedrag: ({ bedragen }) => bedragen.verplicht,
  },
  {
    sleutel: 'gerealiseerd',
    kop: 'Gerealiseerd',
    kolom: 'gerealiseerd',
    bedrag: ({ bedragen }) => bedragen.gerealiseerd,
  },
  { sleutel: 'vrij', kop: 'Vrij', kolom: 'vrij', bedrag: ({ bedragen }) => bedragen.vrij },
]
const OVERHEVELING: Geldkolom = {
  sleutel: 'wacht_op_overheveling',
  kop: 'Wacht op overheveling',
  kolom: 'overheveling',
  bedrag: ({ bedragen }) => bedragen.overheveling,
}
const VERWACHT: readonly Geldkolom[] = [
  { sleutel: 'prognose', kop: 'Prognose', bedrag: ({ verwachting }) => verwachting?.bedrag },
  {
    sleutel: 'verwacht_verschil',
    kop: 'Verwacht verschil',
    bedrag: ({ verwachting }) => verwachting?.verschil,
  },
]

/** Zolang er alleen een raming is, is van besteden niets bekend: die kolommen staan er dan niet met nullen. */
export function kolommenVan({ totaal, rijen }: Geldtabel, besteed: boolean): readonly Geldkolom[] {
  const wacht = alleRijen(rijen).some(({ bedragen }) => bedragen.overheveling !== 0)
  return [
    ...PLANKOLOMMEN,
    ...(besteed ? BESTEED : []),
    ...(wacht ? [OVERHEVELING] : []),
    ...(totaal.verwachting === undefined ? [] : VERWACHT),
  ]
}

/** Hoe een bedrag op het scherm komt; in een bestand staat het altijd op de cent. */
export const toonVorm = (bedrag: Centen, opDeCent: boolean): Centen =>
  opDeCent ? bedrag : rondAfVanNul(bedrag)

export const isAfgerond = ({ totaal, rijen }: Geldtabel, kolommen: readonly Geldkolom[]): boolean =>
  [totaal, ...alleRijen(rijen)].some((rij) => kolommen.some(({ bedrag }) => (bedrag(rij) ?? 0) % 100 !== 0))

/** De bladen van de tabel, elk met de rijen waar het onder hangt: zo telt een bestand niets dubbel. */
function bladen(rijen: readonly Geldrij[], boven: readonly Geldrij[] = []): (readonly Geldrij[])[] {
  return rijen.flatMap((rij) => {
    const pad = [...boven, rij]
    return rij.kinderen.length === 0 ? [pad] : bladen(rij.kinderen, pad)
  })
}

type Waarover = { leeswijzer: Uitvoertabel['leeswijzer']; stand: Uitvoertabel['stand'] }

/** Dezelfde tabel als bestand: alleen bladen, met het totaal van het grootboek om de som tegen te houden. */
export function uitvoerVan(
  tabel: Geldtabel,
  vraag: Pick<Begrotingsvraag, 'per'>,
  kolommen: readonly Geldkolom[],
  over: Waarover,
): Uitvoertabel {
  const opSoort = (pad: readonly Geldrij[], soort: Deelkeuze): Geldrij | undefined =>
    pad.findLast((rij) => rij.soort === soort)
  const naamkolommen = vraag.per.flatMap(
    (soort): { naam: string; kop: string; cel: (pad: readonly Geldrij[]) => Uitvoercel }[] => [
      {
        naam: `${soort}_sleutel`,
        kop: `${DEELNAAM[soort]} (sleutel)`,
        cel: (pad) => opSoort(pad, soort)?.sleutel ?? null,
      },
      { naam: soort, kop: DEELNAAM[soort], cel: (pad) => opSoort(pad, soort)?.naam ?? null },
    ],
  )
  return {
    titel: 'Begroting',
    kolommen: [
      ...naamkolommen.map(({ naam, kop }) => ({ naam, kop, soort: 'tekst' as const })),
      ...kolommen.map(({ sleutel, kop }) => ({ naam: sleutel, kop, soort: 'bedrag' as const })),
    ],
    rijen: bladen(tabel.rijen).map((pad) => [
      ...naamkolommen.map(({ cel }) => cel(pad)),
      ...kolommen.map(({ bedrag }): Uitvoercel => {
        const blad = pad.at(-1)
        return (blad && bedrag(blad)) ?? null
      }),
    ]),
    controle: [
      ...naamkolommen.map(() => null),
      ...kolommen.map(({ bedrag }) => bedrag(tabel.totaal) ?? null),
    ],
    ...over,
  }
}
