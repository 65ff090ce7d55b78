import { schrijfBedrag } from '#basis/geld.ts'
import { naamVan, type Vastgelegd } from '#grootboek/deur.ts'

/** Elke regel van het journaal als CSV: puntkomma, UTF-8 met BOM, komma in bedragen. Een stroom, dus ook als het groot is. */

const KOLOMMEN = [
  'boeking',
  'regel',
  'vastgelegd_op',
  'geldig_op',
  'soort',
  'grondslag_soort',
  'grondslag',
  'corrigeert',
  'betreft',
  'programma',
  'bron',
  'rekeningsoort',
  'onderdeel',
  'jaar',
  'verplichting',
  'rekening',
  'taakveldschema',
  'taakveld',
  'categorie',
  'aard',
  'bedrag_eur',
  'hash',
] as const

function rijen(boeking: Vastgelegd): string {
  return boeking.regels
    .map(({ rekening, kenmerk, bedragCent }, i) =>
      [
        boeking.nr,
        i + 1,
        boeking.vastgelegdOp,
        boeking.geldigOp,
        boeking.soort,
        boeking.grondslag.soort,
        boeking.grondslag.kenmerk,
        boeking.corrigeert ?? '',
        boeking.betreft ?? '',
        rekening.programma,
        rekening.bron ?? '',
        rekening.soort,
        ('onderdeel' in rekening ? rekening.onderdeel : null) ?? '',
        'jaar' in rekening ? rekening.jaar : '',
        'verplichting' in rekening ? rekening.verplichting : '',
        naamVan(rekening),
        kenmerk.taakveldschema ?? '',
        kenmerk.taakveld ?? '',
        kenmerk.categorie ?? '',
        kenmerk.aard ?? '',
        schrijfBedrag(bedragCent),
        boeking.hash,
      ].join(';'),
    )
    .map((rij) => `${rij}\r\n`)
    .join('')
}

/** Geen veld kan een puntkomma, aanhalingsteken of regeleinde bevatten: het zijn sleutels, nummers en dagen. */
export async function* schrijfJournaalCsv(
  boekingen: AsyncIterable<readonly Vastgelegd[]>,
): AsyncGenerator<string> {
  yield `\uFEFF${KOLOMMEN.join(';')}\r\n`
  for await (const deel of boekingen) yield deel.map(rijen).join('')
}
