import { type Datum, dagenLater, datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boeking, Postsaldo, Standvraag } from '#grootboek/deur.ts'
import { type Bedragen, geldtabelVan } from '#programma/begroting/geldbeeld.ts'
import { type Geldfilter, leesGeldfilter } from '#programma/begroting/geldfilter.ts'
import { leesBekend } from '#programma/begroting/tijdkeuze.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Wat er veranderde tussen twee momenten van weten: het verschil van twee standen, en de boekingen die het maakten. */

type Bekend = NonNullable<Standvraag['bekendOp']>

export type Sindsvraag = {
  van: Bekend
  /** `undefined` is nu. */
  tot: Bekend | undefined
  /** Zoals het in het adres staat. */
  velden: { van: string; tot: string }
  filter: Geldfilter
  voor: number | undefined
}

type Velden = Readonly<Record<string, string | undefined>>

/** Zonder keuze is het sinds het eind van de vorige maand. */
export function leesSindsvraag(velden: Velden, vandaag: Datum): Uitkomst<Sindsvraag, string> {
  const filter = leesGeldfilter(velden)
  if (!filter.ok) return filter
  const teksten = {
    van: (velden['van'] ?? '').trim() || eindVorigeMaand(vandaag),
    tot: (velden['tot'] ?? '').trim(),
  }
  const van = leesBekend(teksten.van)
  const tot = teksten.tot === '' ? undefined : leesBekend(teksten.tot)
  if (van === null || tot === null)
    return geweigerd(
      'Vul bij ‘van’ en ‘tot’ een dag in als JJJJ-MM-DD, of het nummer van een boeking, bijvoorbeeld 312.',
    )
  const voor = velden['voor'] ?? ''
  if (voor !== '' && !/^[1-9]\d{0,8}$/u.test(voor)) return geweigerd('Een boekingsnummer is een getal.')
  return gelukt({
    van,
    tot,
    velden: teksten,
    filter: filter.waarde,
    voor: voor === '' ? undefined : Number(voor),
  })
}

export const eindVorigeMaand = (vandaag: Datum): Datum => dagenLater(datum(`${vandaag.slice(0, 7)}-01`), -1)

/** Per post wat er bij kwam of af ging; wat gelijk bleef ontbreekt. */
export function verschilVan(toen: readonly Postsaldo[], nu: readonly Postsaldo[]): Postsaldo[] {
  const eerder = new Map(toen.map((post) => [post.post, post]))
  const veranderd = nu.flatMap((post): Postsaldo[] => {
    const oud = eerder.get(post.post)
    eerder.delete(post.post)
    const bedrag = post.bedragCent - (oud?.bedragCent ?? 0)
    return bedrag === 0 ? [] : [{ ...post, bedragCent: centen(bedrag) }]
  })
  // Een post die op nul uitkwam, staat niet meer tussen de saldi.
  return [
    ...veranderd,
    ...[...eerder.values()].map((post) => ({ ...post, bedragCent: centen(-post.bedragCent) })),
  ]
}

/** Wat één boeking met de begroting deed, binnen het filter. */
export const gevolgVan = (beeld: Planbeeld, boeking: Boeking, filter: Geldfilter): Bedragen =>
  geldtabelVan(
    beeld,
    boeking.regels
      .map((regel, post) => ({ ...regel, post, soort: boeking.soort }))
      .filter(({ rekening }) => rekening.programma === beeld.plan.programma.id),
    { filter, per: [] },
  ).totaal.bedragen

/** Vastgelegd na dit moment, maar gebeurd op of voor die dag: dan verandert een stand die al bekend was. */
export const isMetTerugwerkendeKracht = (
  { geldigOp }: Pick<Boeking, 'geldigOp'>,
  dagVan: Datum | undefined,
): boolean => dagVan !== undefined && geldigOp <= dagVan
