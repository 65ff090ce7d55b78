import { toonGetal } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  findPostsaldi,
  leesJournaal,
  naamVan,
  schrijfJournaal,
  type Tijdstip,
  type Vastgelegd,
} from '#grootboek/deur.ts'
import type {
  Bestandspoort,
  Journaalbron,
  Journaalweigering,
  Stroombestand,
  Uitvoercel,
  Uitvoertabel,
} from '#programma/deur.ts'
import { schrijfJournaalCsv } from '#uitwisseling/journaal/csv.ts'
import { schrijfFdp } from '#uitwisseling/journaal/fdp.ts'
import { schrijfHledger } from '#uitwisseling/journaal/hledger.ts'
import { schrijfTabel } from '#uitwisseling/tabelbestand.ts'

/** Het journaal in elke vorm waarin het naar buiten gaat. */

type Uitslag = Uitkomst<Stroombestand, Journaalweigering>

/** Meer rijen dan dit wil niemand in een rekenblad, en het bestand past dan niet meer in het geheugen. */
const MEESTE_RIJEN = 100_000

export const schrijfJournaalbestand: Bestandspoort['schrijfJournaal'] = async (vorm, bron) => {
  switch (vorm) {
    case 'json':
      return alsKeten(bron)
    case 'hledger':
      return gelukt({
        naam: `journaal-${bron.gemeente.code}.journal`,
        type: 'text/plain; charset=utf-8',
        stroom: schrijfHledger(boekingen(bron), {
          gemeente: bron.gemeente.code,
          kop: { nr: bron.tijdstip.bekendNr, hash: bron.tijdstip.hash },
          geldigTm: bron.tijdstip.geldigTm,
        }),
      })
    case 'csv':
      return gelukt({
        naam: `journaal-${bron.gemeente.code}.csv`,
        type: 'text/csv; charset=utf-8',
        stroom: schrijfJournaalCsv(boekingen(bron)),
      })
    case 'fdp':
      return alsFdp(bron)
    case 'ods':
    case 'xlsx':
      return alsRekenblad(vorm, bron)
  }
}

const boekingen = ({ db, tijdstip }: Pick<Journaalbron, 'db' | 'tijdstip'>): AsyncIterable<Vastgelegd[]> =>
  leesJournaal(db, tijdstip)

/** De keten bewijst alleen iets als zij heel is: van de eerste boeking tot de kop. */
const alsKeten = ({ db, gemeente, tijdstip }: Journaalbron): Uitslag =>
  tijdstip.nu
    ? gelukt({
        naam: `journaal-${gemeente.code}.jsonl`,
        type: 'application/jsonl; charset=utf-8',
        stroom: schrijfJournaal(db),
      })
    : geweigerd('alleen_heel')

async function* eenDeel(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function alsFdp({ db, gemeente, tijdstip, plan }: Journaalbron): Promise<Uitslag> {
  const programma = plan.programma.id
  const saldi = await db.lees((lezer) => findPostsaldi(lezer, tijdstip, { programma }))
  const bytes = schrijfFdp(saldi, {
    gemeente,
    programma: plan.programma,
    onderdelen: new Map(plan.onderdelen.map(({ id, titel }) => [id, titel])),
    bronnen: new Map(plan.bronnen.map(({ id, naam }) => [id, naam])),
    kop: { nr: tijdstip.bekendNr, hash: tijdstip.hash, op: tijdstip.bekendOp },
    geldigTm: tijdstip.geldigTm,
  })
  return gelukt({ naam: `begroting-${programma}.zip`, type: 'application/zip', stroom: eenDeel(bytes) })
}

const KOLOMMEN: Uitvoertabel['kolommen'] = [
  { naam: 'boeking', kop: 'Boeking', soort: 'getal' },
  { naam: 'regel', kop: 'Regel', soort: 'getal' },
  { naam: 'geldigOp', kop: 'Geldig op', soort: 'datum' },
  { naam: 'vastgelegdOp', kop: 'Vastgelegd op (UTC)', soort: 'tekst' },
  { naam: 'soort', kop: 'Soort', soort: 'tekst' },
  { naam: 'grondslag', kop: 'Grondslag', soort: 'tekst' },
  { naam: 'corrigeert', kop: 'Corrigeert', soort: 'getal' },
  { naam: 'rekening', kop: 'Rekening', soort: 'tekst' },
  { naam: 'bron', kop: 'Bron', soort: 'tekst' },
  { naam: 'onderdeel', kop: 'Onderdeel', soort: 'tekst' },
  { naam: 'jaar', kop: 'Jaar', soort: 'getal' },
  { naam: 'taakveld', kop: 'Taakveld', soort: 'tekst' },
  { naam: 'bedrag', kop: 'Bedrag (€)', soort: 'bedrag' },
]

const rijenVan = (boeking: Vastgelegd): Uitvoercel[][] =>
  boeking.regels.map(({ rekening, kenmerk, bedragCent }, i) => [
    boeking.nr,
    i + 1,
    boeking.geldigOp,
    boeking.vastgelegdOp,
    boeking.soort,
    `${boeking.grondslag.soort} ${boeking.grondslag.kenmerk}`,
    boeking.corrigeert,
    naamVan(rekening),
    rekening.bron,
    'onderdeel' in rekening ? rekening.onderdeel : null,
    'jaar' in rekening ? rekening.jaar : null,
    kenmerk.taakveld === undefined ? null : `${kenmerk.taakveld}@${kenmerk.taakveldschema}`,
    bedragCent,
  ])

async function alsRekenblad(vorm: 'ods' | 'xlsx', bron: Journaalbron): Promise<Uitslag> {
  const rijen: Uitvoercel[][] = []
  for await (const deel of boekingen(bron)) {
    rijen.push(...deel.flatMap(rijenVan))
    if (rijen.length > MEESTE_RIJEN) return geweigerd('te_groot')
  }
  const { tijdstip, gemeente } = bron
  const tabel = schrijfTabel(
    {
      titel: `Journaal ${gemeente.naam}`,
      kolommen: KOLOMMEN,
      rijen,
      leeswijzer: [
        ['Wat', 'Elke regel van het journaal. Debet is positief; alle regels samen zijn nul.'],
        ['Gemeente', gemeente.naam],
      ],
      stand: standVan(tijdstip),
    },
    vorm,
  )
  return gelukt({ naam: tabel.naam, type: tabel.type, stroom: eenDeel(tabel.inhoud) })
}

const standVan = ({ geldigTm, bekendNr, bekendOp, hash }: Tijdstip): Uitvoertabel['stand'] => ({
  geldigTm: geldigTm ?? null,
  bekendNr,
  bekendOp,
  hoofd: bekendNr === 0 ? null : hash,
})

/** Waarom een vorm niet kon, als zin voor mensen. */
export const JOURNAALWEIGERINGEN: Record<Journaalweigering, string> = {
  alleen_heel:
    'Dit formaat is de hele keten tot nu. Kies voor een eerder moment of een dag een ander formaat.',
  te_groot: `Dit zijn meer dan ${toonGetal(MEESTE_RIJEN)} regels: te veel voor een rekenblad. Kies csv of hledger.`,
}
