import { type Datum, datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { Invoerplaats, Invoerregel, Invoersoort } from '#grootboek/deur.ts'
import { alsCenten, binnenJaar, leesKant } from '#uitwisseling/lijst/cellen.ts'
import type { Bronrij, Lezing } from '#uitwisseling/lijst/rijen.ts'
import {
  type Lijstkader,
  leesCodes,
  leesDagVeld,
  leesStuk,
  leesTijd,
  losseCode,
  standjaar,
  veldplaats,
} from '#uitwisseling/lijst/rijwaarden.ts'
import { boekstuksleutel, type Codes, losseSleutels, standsleutel } from '#uitwisseling/lijst/sleutels.ts'
import type { Doelveld } from '#uitwisseling/lijst/velden.ts'

/** Maakt van rijen regels en onthoudt over alle bladen heen wat al een sleutel heeft. */
export class Regelmaker {
  readonly regels: Invoerregel[] = []
  private readonly opSleutel = new Map<string, Invoerregel>()
  private readonly losse = losseSleutels()
  private readonly kader: Lijstkader

  constructor(kader: Lijstkader) {
    this.kader = kader
  }

  neem(lezing: Lezing, rij: Bronrij): void {
    if (lezing.profiel.soort === 'mutaties') this.mutatie(lezing, rij)
    else if (lezing.profiel.soort === 'verplichtingen') this.verplichting(lezing, rij)
    else this.uitputting(lezing, rij)
  }

  private mutatie(lezing: Lezing, rij: Bronrij): void {
    const codes = leesCodes(lezing, rij)
    const tijd = leesTijd(lezing, rij, this.kader)
    const bedrag = mutatiebedrag(lezing, rij)
    if (codes === undefined || tijd === undefined || bedrag === undefined || bedrag.cent === 0) return
    const boekstuk = losseCode(lezing, rij, 'boekstuk')
    const dagboek = losseCode(lezing, rij, 'dagboek')
    const regelnummer = losseCode(lezing, rij, 'regelnummer')
    const stuk = leesStuk(lezing, rij) ?? boekstuk
    const kern = { ...codes, ...tijd, stuk, bedragCent: bedrag.cent }
    const plaats = { ...bedrag.plaats, ...(boekstuk === null ? {} : { boekstuk }) }
    const sleutel =
      boekstuk !== null && regelnummer !== null
        ? boekstuksleutel(tijd.jaar, dagboek, boekstuk, regelnummer)
        : this.losse({ ...kern, dagboek, boekstuk })
    const eerder = this.opSleutel.get(sleutel)
    if (eerder === undefined) {
      this.voegToe({ sleutel, soort: 'realisatie', ...kern, rekeningnaam: null, plaats })
      return
    }
    const zin = `Boekstuk en regelnummer staan er al, op ${waar(eerder.plaats)}.`
    lezing.uit.fout('dubbele_sleutel', zin, plaats)
  }

  private verplichting(lezing: Lezing, rij: Bronrij): void {
    const codes = leesCodes(lezing, rij)
    const jaar = standjaar(lezing, rij, this.kader)
    const veld: Doelveld = lezing.indeling.kolommen.has('stuk') ? 'stuk' : 'boekstuk'
    const stuk = leesStuk(lezing, rij) ?? losseCode(lezing, rij, 'boekstuk')
    if (stuk === null)
      lezing.uit.fout(
        'geen_verplichtingnummer',
        'Het verplichtingnummer ontbreekt of is geen nummer.',
        veldplaats(lezing, rij.r, veld),
      )
    const open = openstaand(lezing, rij)
    if (codes === undefined || jaar === undefined || stuk === null || open === undefined) return
    const dag = leesDagVeld(lezing, rij) ?? this.kader.peildatum ?? datum(`${jaar}-01-01`)
    this.stand(lezing, { soort: 'verplichting', jaar, codes, stuk, dag: binnenJaar(dag, jaar), ...open })
  }

  private uitputting(lezing: Lezing, rij: Bronrij): void {
    const codes = leesCodes(lezing, rij)
    const jaar = standjaar(lezing, rij, this.kader)
    const delen = standen(lezing, rij)
    if (codes === undefined || jaar === undefined || delen === undefined) return
    const peildag = this.kader.peildatum ?? datum(`${jaar}-12-31`)
    for (const { soort, cent, plaats } of delen) {
      const dag = soort === 'begroting' ? datum(`${jaar}-01-01`) : binnenJaar(peildag, jaar)
      this.stand(lezing, { soort, jaar, codes, stuk: undefined, dag, cent, plaats })
    }
  }

  /** Rijen met dezelfde codes zijn samen één stand; dat kan kloppen, maar iemand moet het weten. */
  private stand(
    { uit, profiel }: Lezing,
    deel: {
      soort: Invoersoort
      jaar: number
      codes: Codes
      stuk: string | undefined
      dag: Datum
      cent: Centen
      plaats: Invoerplaats
    },
  ): void {
    if (profiel.neem?.includes(deel.soort) === false) return
    const sleutel = standsleutel(deel.soort, deel.jaar, deel.codes, deel.stuk)
    const eerder = this.opSleutel.get(sleutel)
    if (eerder === undefined) {
      this.voegToe({
        sleutel,
        soort: deel.soort,
        datum: deel.dag,
        jaar: deel.jaar,
        bedragCent: deel.cent,
        ...deel.codes,
        rekeningnaam: null,
        stuk: deel.stuk ?? null,
        plaats: deel.plaats,
      })
      return
    }
    const som = alsCenten(eerder.bedragCent + deel.cent)
    if (som === undefined)
      uit.fout('te_groot', 'Dit bedrag is samen met eerdere rijen te groot.', deel.plaats)
    else eerder.bedragCent = som
    if (deel.cent !== 0)
      uit.waarschuw(
        'zelfde_codes',
        `Deze rij heeft dezelfde codes als ${waar(eerder.plaats)}; de bedragen zijn bij elkaar opgeteld.`,
        deel.plaats,
      )
  }

  private voegToe(regel: Invoerregel): void {
    this.opSleutel.set(regel.sleutel, regel)
    this.regels.push(regel)
  }
}

export const waar = ({ blad, cel, regel }: Invoerplaats): string =>
  [blad === undefined ? undefined : `blad ${blad}`, cel === undefined ? `rij ${regel ?? '?'}` : `cel ${cel}`]
    .filter((deel) => deel !== undefined)
    .join(', ')

type Deel = { cent: Centen; plaats: Invoerplaats }

const teken = ({ profiel }: Lezing): 1 | -1 => (profiel.teken === 'last_negatief' ? -1 : 1)

function bedragIn(rij: Bronrij, ...velden: Doelveld[]): { cent: number; veld: Doelveld } | undefined {
  for (const veld of velden) {
    const cent = rij.bedragen.get(veld)
    if (cent !== undefined) return { cent, veld }
  }
  return undefined
}

const alsDeel = (lezing: Lezing, r: number, cent: number, veld: Doelveld): Deel => ({
  cent: centen(cent * teken(lezing)),
  plaats: veldplaats(lezing, r, veld),
})

function mutatiebedrag(lezing: Lezing, rij: Bronrij): Deel | undefined {
  const los = bedragIn(rij, 'bedrag')
  if (los === undefined) {
    const debet = rij.bedragen.get('debet') ?? 0
    const credit = rij.bedragen.get('credit') ?? 0
    return alsDeel(lezing, rij.r, debet - credit, debet === 0 ? 'credit' : 'debet')
  }
  if (!lezing.indeling.kolommen.has('kant')) return alsDeel(lezing, rij.r, los.cent, 'bedrag')
  const waarde = rij.waarden.get('kant')
  const kant = waarde === undefined ? undefined : leesKant(waarde)
  if (kant === undefined) {
    lezing.uit.fout('geen_kant', 'Hier hoort D (debet) of C (credit).', veldplaats(lezing, rij.r, 'kant'))
    return undefined
  }
  return alsDeel(lezing, rij.r, los.cent * kant, 'bedrag')
}

/** Wat van de verplichting nog openstaat; het bestand moet daar zelf hetzelfde over zeggen. */
function openstaand(lezing: Lezing, rij: Bronrij): Deel | undefined {
  const oorspronkelijk = bedragIn(rij, 'verplicht', 'bedrag')
  const betaald = rij.bedragen.get('gerealiseerd') ?? 0
  const rest = bedragIn(rij, 'restant')
  if (rest === undefined)
    return oorspronkelijk === undefined
      ? undefined
      : alsDeel(lezing, rij.r, oorspronkelijk.cent - betaald, oorspronkelijk.veld)
  const kanNarekenen = oorspronkelijk !== undefined && lezing.indeling.kolommen.has('gerealiseerd')
  if (kanNarekenen && rest.cent !== oorspronkelijk.cent - betaald) {
    lezing.uit.fout(
      'restant_klopt_niet',
      'Dit restant is niet het bedrag min wat al betaald is.',
      veldplaats(lezing, rij.r, 'restant'),
    )
    return undefined
  }
  return alsDeel(lezing, rij.r, rest.cent, 'restant')
}

/** De standen van één rij budgetuitputting, nadat haar eigen optellingen zijn nagerekend. */
function standen(lezing: Lezing, rij: Bronrij): (Deel & { soort: Invoersoort })[] | undefined {
  const { kolommen } = lezing.indeling
  const bedrag = (veld: Doelveld): number => rij.bedragen.get(veld) ?? 0
  const heeft = (...velden: Doelveld[]): boolean => velden.every((veld) => kolommen.has(veld))
  let goed = true
  const eis = (klopt: boolean, code: string, zin: string, veld: Doelveld): void => {
    if (klopt) return
    goed = false
    lezing.uit.fout(code, zin, veldplaats(lezing, rij.r, veld))
  }
  const opgeteld = heeft('primitief', 'wijzigingen', 'na-wijziging')
  eis(
    !opgeteld || bedrag('na-wijziging') === bedrag('primitief') + bedrag('wijzigingen'),
    'na_wijziging_klopt_niet',
    'Begroot na wijziging is niet primitief plus wijzigingen.',
    'na-wijziging',
  )
  const primitief = heeft('primitief') ? bedrag('primitief') : bedrag('na-wijziging') - bedrag('wijzigingen')
  const wijziging = heeft('wijzigingen')
    ? bedrag('wijzigingen')
    : heeft('na-wijziging', 'primitief')
      ? bedrag('na-wijziging') - primitief
      : 0
  const begrotingNa = heeft('na-wijziging') ? bedrag('na-wijziging') : primitief + wijziging
  const verplicht = lezing.profiel.restant === 'met_verplichtingen' ? bedrag('verplicht') : 0
  const kanRest = heeft('restant', 'gerealiseerd') && (heeft('primitief') || heeft('na-wijziging'))
  eis(
    !kanRest || bedrag('restant') === begrotingNa - verplicht - bedrag('gerealiseerd'),
    'restant_klopt_niet',
    'Het restant is niet begroot na wijziging min verplicht en gerealiseerd.',
    'restant',
  )
  if (!goed) return undefined
  const begroot: Doelveld = heeft('primitief') ? 'primitief' : 'na-wijziging'
  const gewijzigd: Doelveld = heeft('wijzigingen') ? 'wijzigingen' : 'na-wijziging'
  const deel = (soort: Invoersoort, staatErin: boolean, cent: number, veld: Doelveld) =>
    staatErin ? [{ soort, ...alsDeel(lezing, rij.r, cent, veld) }] : []
  return [
    ...deel('begroting', heeft(begroot), primitief, begroot),
    ...deel('wijziging', heeft('wijzigingen') || heeft('na-wijziging', 'primitief'), wijziging, gewijzigd),
    ...deel('verplichting', heeft('verplicht'), bedrag('verplicht'), 'verplicht'),
    ...deel('realisatie', heeft('gerealiseerd'), bedrag('gerealiseerd'), 'gerealiseerd'),
  ]
}
