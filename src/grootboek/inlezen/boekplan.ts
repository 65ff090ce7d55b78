import { type Centen, centen } from '#basis/geld.ts'
import { sleutelVan } from '#basis/tekst.ts'
import type { Regel } from '#grootboek/boeking.ts'
import { besteed, gaAan, ontvang } from '#grootboek/gebeurtenissen.ts'
import type { Gewenst, Huidig, Verschil } from '#grootboek/inlezen/verschil.ts'
import type { Invoerregel, Invoersoort } from '#grootboek/invoer.ts'
import type { Boekdoel } from '#grootboek/koppeling/koppelregel.ts'
import { verdeelVolgens } from '#grootboek/koppeling/verdelen.ts'

/**
 * Van verschil naar boekingen. Regels van hetzelfde boekstuk op dezelfde rekening, kostenplaats en project zijn samen
 * één boeking: zo heeft elke boeking precies één doel, en raakt een andere koppeling alleen haar eigen boekingen.
 */

/** Regels die samen één boeking zijn. */
export type Groep = { regels: Gewenst[]; bedragCent: Centen }

export type Boekplan = {
  /** Nummers van boekingen die gespiegeld worden. */
  spiegel: readonly number[]
  groepen: readonly Groep[]
  weg: readonly Huidig[]
}

/** `begroting` en `wijziging` uit het financiële systeem worden vergeleken, niet geboekt: onze besluiten tellen. */
const WORDT_GEBOEKT: ReadonlySet<Invoersoort> = new Set(['realisatie', 'verplichting'])
export const wordtGeboekt = (soort: Invoersoort): boolean => WORDT_GEBOEKT.has(soort)

const groepsleutel = ({ regel, duiding }: Gewenst): string =>
  JSON.stringify([
    regel.soort,
    regel.datum,
    regel.jaar,
    regel.plaats.boekstuk ?? regel.sleutel,
    regel.rekening,
    regel.kostenplaats,
    regel.project,
    regel.soort === 'verplichting' ? regel.stuk : null,
    duiding.tekst,
  ])

/** `duid` zegt hoe een regel die niet in het verschil zit maar wel in een gespiegelde boeking, weer geboekt wordt. */
export function maakBoekplan(
  verschil: Verschil,
  huidig: ReadonlyMap<string, Huidig>,
  duid: (huidig: Huidig) => Gewenst | undefined,
): Boekplan {
  const paren = [...verschil.veranderd, ...verschil.omgehangen]
  const geraakt = [...paren.map(({ was }) => was), ...verschil.weg]
  const spiegel = new Set(geraakt.flatMap(({ boeking }) => (boeking === null ? [] : [boeking])))
  const sleutels = new Set(geraakt.map(({ regel }) => regel.sleutel))
  const wensen = [...verschil.nieuw, ...paren.map(({ wordt }) => wordt)]
  const weg = [...verschil.weg]
  if (spiegel.size > 0)
    for (const genoot of huidig.values()) {
      if (genoot.boeking === null || !spiegel.has(genoot.boeking) || sleutels.has(genoot.regel.sleutel))
        continue
      const wens = duid(genoot)
      if (wens === undefined) weg.push(genoot)
      else wensen.push(wens)
    }
  const groepen = new Map<string, Groep>()
  for (const wens of wensen) {
    const sleutel = groepsleutel(wens)
    const groep = groepen.get(sleutel)
    if (groep === undefined) groepen.set(sleutel, { regels: [wens], bedragCent: wens.regel.bedragCent })
    else {
      groep.regels.push(wens)
      groep.bedragCent = centen(groep.bedragCent + wens.regel.bedragCent)
    }
  }
  return { spiegel: [...spiegel].toSorted((a, b) => a - b), groepen: [...groepen.values()], weg }
}

const LANGSTE_NAAM = 90

/** De naam van de verplichting waar deze regel bij hoort: haar nummer, of anders waar zij op staat. */
export function verplichtingVan({ stuk, rekening, kostenplaats, project }: Invoerregel): string {
  const delen = stuk === null ? [rekening, kostenplaats ?? '', project ?? ''] : [stuk]
  const naam = sleutelVan(delen.join(' '))
    .replace(/[^a-z0-9-]+/gu, '')
    .slice(0, LANGSTE_NAAM)
  return `inl-${naam.replace(/-{2,}/gu, '-').replace(/^-|-$/gu, '') || 'zonder-nummer'}`
}

/** De regels van de boeking van deze groep; geen als er niets te boeken is. */
export function boekregels(
  groep: Groep,
  vrij: (doel: Boekdoel, jaar: number, bron: string) => Centen,
): Regel[] {
  const eerste = groep.regels[0]
  if (eerste === undefined || !wordtGeboekt(eerste.regel.soort) || groep.bedragCent === 0) return []
  const { regel, duiding } = eerste
  const { doel } = duiding
  if (doel.ontvangst !== null) {
    const bron = { programma: doel.programma, bron: doel.ontvangst }
    // Een bate staat in het bestand als negatieve last.
    return regel.soort === 'realisatie' ? ontvang(bron, regel.jaar, centen(-groep.bedragCent)) : []
  }
  const delen = verdeelVolgens(groep.bedragCent, doel.verdeling, (bron) => vrij(doel, regel.jaar, bron))
  return delen.flatMap(([bron, bedrag]) => {
    const budget = { programma: doel.programma, bron, onderdeel: doel.onderdeel, jaar: regel.jaar }
    return regel.soort === 'verplichting'
      ? gaAan(budget, verplichtingVan(regel), bedrag, doel.kenmerk)
      : besteed(budget, bedrag, doel.kenmerk)
  })
}
