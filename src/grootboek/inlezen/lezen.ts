import { createHash } from 'node:crypto'
import { type Centen, centen } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type {
  Invoerbevinding,
  Invoerlezer,
  Invoerregel,
  Invoersoort,
  Invoerverslag,
  Voortgang,
} from '#grootboek/invoer.ts'
import type { Koppeling } from '#grootboek/koppeling/koppeling.ts'

/**
 * Leest een bestand in één keer door en houdt alleen wat ertoe doet: de regels die bij een programma horen of nog
 * onbekend zijn. Wat er zeker niet bij hoort, wordt alleen geteld, zodat het totaal met het systeem te vergelijken is.
 */

/** Totaal van één rekening of kostenplaats in het bestand. */
export type Codetotaal = {
  code: string
  naam: string | null
  aantal: number
  debetCent: Centen
  creditCent: Centen
  /** Hoeveel regels, en welk saldo, er niet bij een programma hoort. */
  nietAantal: number
  nietCent: Centen
}

export type Gelezen = {
  afdruk: string
  /** Laatste deel van de bestandsnaam; de naam zelf kan van een persoon zijn en gaat niet mee. */
  uitbreiding: string
  verslag: Invoerverslag
  regels: readonly Invoerregel[]
  rekeningen: readonly Codetotaal[]
  soorten: readonly Invoersoort[]
  koppelstand: string
}

export type Leesweigering =
  | { code: 'bestand_onjuist'; verslag: Invoerverslag }
  | { code: 'geen_regels'; verslag: Invoerverslag }
  | {
      code: 'te_veel_regels'
      verslag: Invoerverslag
      grens: number
      aantal: number
      rekeningen: readonly Codetotaal[]
      kostenplaatsen: readonly Codetotaal[]
    }

export type Leesopties = {
  uitbreiding: string
  /** Overschrijft wat het bestand zelf zegt. */
  administratie?: string | undefined
  /** Hoeveel regels er hoogstens bij een programma horen of nog onbekend zijn. */
  meesteRegels: number
  grootte?: number | undefined
  voortgang?: Voortgang | undefined
  stop?: AbortSignal | undefined
}

export async function leesInvoer(
  lezer: Invoerlezer,
  bron: AsyncIterable<Uint8Array>,
  koppeling: Koppeling,
  koppelstand: string,
  opties: Leesopties,
): Promise<Uitkomst<Gelezen, Leesweigering>> {
  const hash = createHash('sha256')
  const regels: Invoerregel[] = []
  const soorten = new Set<Invoersoort>()
  const rekeningen = new Map<string, Codetotaal>()
  const kostenplaatsen = new Map<string, Codetotaal>()
  let aantal = 0
  const ontvang = (regel: Invoerregel): void => {
    const niet = koppeling.zekerNiet(regel, regel.datum)
    soorten.add(regel.soort)
    tel(rekeningen, regel.rekening, regel.rekeningnaam, regel, niet)
    if (regel.kostenplaats !== null) tel(kostenplaatsen, regel.kostenplaats, null, regel, niet)
    if (niet) return
    aantal++
    if (aantal <= opties.meesteRegels) regels.push(regel)
    else regels.length = 0
  }
  const { grootte, voortgang, stop } = opties
  const gelezen = await lezer(metAfdruk(bron, hash), ontvang, { grootte, voortgang, stop })
  if (!gelezen.ok) return geweigerd({ code: 'bestand_onjuist', verslag: gelezen.reden })
  const verslag = metAdministratie(gelezen.waarde, opties.administratie)
  if (rekeningen.size === 0) return geweigerd({ code: 'geen_regels', verslag })
  if (aantal > opties.meesteRegels)
    return geweigerd({
      code: 'te_veel_regels',
      verslag,
      grens: opties.meesteRegels,
      aantal,
      rekeningen: opGrootte(rekeningen),
      kostenplaatsen: opGrootte(kostenplaatsen),
    })
  const dubbel = dubbelen(regels)
  if (dubbel.length > 0)
    return geweigerd({
      code: 'bestand_onjuist',
      verslag: { ...verslag, bevindingen: [...verslag.bevindingen, ...dubbel] },
    })
  return gelukt({
    afdruk: hash.digest('hex'),
    uitbreiding: /^[a-z0-9]{1,8}$/u.test(opties.uitbreiding) ? opties.uitbreiding : 'bestand',
    verslag,
    regels,
    rekeningen: opGrootte(rekeningen),
    soorten: [...soorten],
    koppelstand,
  })
}

async function* metAfdruk(
  bron: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const deel of bron) {
    hash.update(deel)
    yield deel
  }
}

const metAdministratie = (verslag: Invoerverslag, administratie: string | undefined): Invoerverslag =>
  administratie === undefined ? verslag : { ...verslag, bereik: { ...verslag.bereik, administratie } }

function tel(
  totalen: Map<string, Codetotaal>,
  code: string,
  naam: string | null,
  { bedragCent }: Invoerregel,
  niet: boolean,
): void {
  let totaal = totalen.get(code)
  if (totaal === undefined) {
    const nul = centen(0)
    totaal = { code, naam, aantal: 0, debetCent: nul, creditCent: nul, nietAantal: 0, nietCent: nul }
    totalen.set(code, totaal)
  }
  totaal.aantal++
  if (bedragCent > 0) totaal.debetCent = centen(totaal.debetCent + bedragCent)
  else totaal.creditCent = centen(totaal.creditCent - bedragCent)
  if (!niet) return
  totaal.nietAantal++
  totaal.nietCent = centen(totaal.nietCent + bedragCent)
}

const omvang = ({ debetCent, creditCent }: Codetotaal): number => debetCent + creditCent

const opGrootte = (totalen: ReadonlyMap<string, Codetotaal>): Codetotaal[] =>
  [...totalen.values()].toSorted((a, b) => omvang(b) - omvang(a) || (a.code < b.code ? -1 : 1))

const MEESTE_DUBBELEN = 20

/** De sleutel is waaraan een regel bij het volgende bestand wordt herkend: twee keer dezelfde kan niet. */
function dubbelen(regels: readonly Invoerregel[]): Invoerbevinding[] {
  const gezien = new Set<string>()
  const gevonden: Invoerbevinding[] = []
  for (const { sleutel, plaats } of regels) {
    if (gezien.has(sleutel) && gevonden.length < MEESTE_DUBBELEN)
      gevonden.push({
        ernst: 'fout',
        code: 'regel_dubbel',
        zin: 'Deze regel staat twee keer in het bestand, met hetzelfde boekstuk en regelnummer.',
        plaats,
        keren: 1,
      })
    gezien.add(sleutel)
  }
  return gevonden
}
