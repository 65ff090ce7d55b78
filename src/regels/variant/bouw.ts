import type { Datum } from '#basis/datum.ts'
import { jaarVan } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Breuk, breuk, isGeld, procent } from '#regels/motor/eenheid.ts'
import { type Laag, maakTabel, type Parameter } from '#regels/motor/parameter.ts'
import type { Machine } from '#regels/motor/rekenen.ts'
import { keurLaag } from '#regels/ruimte.ts'
import { toonKort } from '#regels/uitleg/getal.ts'
import { alsVoorstel, bedragenVan, regelsVan } from '#regels/variant/formules.ts'
import { keurVariant, type Variantfout } from '#regels/variant/keur.ts'
import {
  besluiter,
  FORMULES,
  NIHILLIJST,
  type Nihilgrens,
  type Nihilsoort,
  type Variant,
} from '#regels/variant/variant.ts'
import { ABONNEMENT, NIHILGRENS } from '#regels/wet/bedragen-bijdrage.ts'
import { NORM } from '#regels/wet/bedragen-norm.ts'
import { GRENS, GRENS_DEEL, PGB_TARIEF, REGELING_MAAND, RIJK } from '#regels/wet/bedragen-plaatselijk.ts'
import { maakRekenkamer, type Rekenkamer } from '#regels/wet/wet.ts'

/** Een bedrag dat in de variant anders is dan nu. */
export type Wijziging = {
  parameter: string
  naam: string
  /** Zoals een lezer het ziet; `undefined` als er nu geen bedrag bekend is. */
  nu: string | undefined
  straks: string
}

/** Een variant die klopt, binnen de wet past en kan rekenen. */
export type GebouwdeVariant = {
  variant: Variant
  dag: Datum
  gemeente: string
  kamer: Rekenkamer
  machine: Machine
  /** Kan de raad dit zelf besluiten? */
  besluiter: 'gemeente' | 'rijk'
  wijzigingen: readonly Wijziging[]
}

const EERSTE_JAAR = 2020

/** Bouwt een variant, of zegt alles wat er niet klopt. */
export function bouwVariant(
  gemeente: string,
  variant: Variant,
  dag: Datum,
  doorgetrokken: readonly Laag[] = [],
): Uitkomst<GebouwdeVariant, readonly Variantfout[]> {
  if (jaarVan(dag) < EERSTE_JAAR)
    return geweigerd([
      {
        veld: 'datum',
        zin: 'Varianten rekenen per maand. Dat kan vanaf 1 januari 2020; daarvoor gold een bijdrage per 4 weken.',
      },
    ])
  const nu = maakRekenkamer(gemeente, doorgetrokken)
  const fouten = keurVariant(variant, nu.tabel)
  if (fouten.length > 0) return geweigerd(fouten)
  const parameters = maakLaag(variant, nu, dag)
  if (!parameters.ok) return parameters
  const laag: Laag = { soort: 'variant', naam: variant.naam, parameters: parameters.waarde }
  if (besluiter(variant) === 'gemeente') {
    const ruimte = keurLaag(maakTabel([RIJK]), laag, dag)
    if (!ruimte.ok) {
      const { parameter, artikel, zin } = ruimte.reden
      return geweigerd([{ veld: veldVan(parameter), artikel, zin: `${zin} (${artikel})` }])
    }
  }
  const kamer = maakRekenkamer(gemeente, [...doorgetrokken, laag], regelsVan(variant.formule))
  return gelukt({
    variant,
    dag,
    gemeente,
    kamer,
    machine: kamer.op(dag),
    besluiter: besluiter(variant),
    wijzigingen: [...keuzes(variant), ...wijzigingenVan(laag, nu, dag)],
  })
}

function veldVan(parameter: string): string {
  if (parameter === ABONNEMENT.id) return 'abonnementCent'
  const soort = NIHILLIJST.find((een) => NIHILGRENS[een].id === parameter)
  return soort === undefined ? `parameters.${parameter}` : `nihil.${soort}`
}

const met = (een: Parameter, waarde: Breuk, variant: Variant, dag: Datum): Parameter => ({
  ...een,
  waarden: [alsVoorstel({ waarde, bron: { naam: `variant “${variant.naam}”` } }, dag)],
})

const NORM_BIJ = { alleen: NORM.alleen, alleen_aow: NORM.alleen_aow, paar_aow: NORM.gehuwd_aow } as const
const MAANDEN = 12

/** Een percentage van de norm wordt een bedrag per jaar, op hele centen naar boven bij een halve. */
function nihilcenten(
  soort: Nihilsoort,
  grens: Nihilgrens,
  nu: Rekenkamer,
  dag: Datum,
): Uitkomst<number, Variantfout> {
  if (grens.centPerJaar !== undefined) return gelukt(grens.centPerJaar)
  const norm = nu.tabel.zoek(NORM_BIJ[soort].incl.id, dag)
  const zonder = norm === undefined ? nu.tabel.zoek(NORM_BIJ[soort].excl.id, dag) : undefined
  const gevonden = norm ?? zonder
  if (gevonden === undefined)
    return geweigerd({
      veld: `nihil.${soort}`,
      zin: 'De bijstandsnorm is op deze dag niet bekend. Noem de grens als bedrag per jaar.',
    })
  const deel = procent(grens.procent ?? 0)
  const { waarde } = gevonden.waarde
  // Zonder vakantietoeslag is 95% van de norm; hier wordt naar de hele norm teruggerekend.
  const hele = zonder === undefined ? { teller: 1, noemer: 1 } : { teller: 100, noemer: 95 }
  const teller = waarde.teller * hele.teller * deel.teller * MAANDEN
  const noemer = waarde.noemer * hele.noemer * deel.noemer
  return gelukt(Math.floor((2 * teller + noemer) / (2 * noemer)))
}

function maakLaag(
  variant: Variant,
  nu: Rekenkamer,
  dag: Datum,
): Uitkomst<Parameter[], readonly Variantfout[]> {
  const zet = (een: Parameter, waarde: Breuk): Parameter => met(een, waarde, variant, dag)
  const uit: Parameter[] = bedragenVan(variant.formule, dag)
  if (variant.abonnementCent !== undefined) uit.push(zet(ABONNEMENT, breuk(variant.abonnementCent)))
  for (const soort of NIHILLIJST) {
    const grens = variant.nihil[soort]
    if (grens === undefined) continue
    const cent = nihilcenten(soort, grens, nu, dag)
    if (!cent.ok) return geweigerd([cent.reden])
    uit.push(zet(NIHILGRENS[soort], breuk(cent.waarde)))
  }
  if (variant.regelingCent !== undefined)
    uit.push(
      zet(REGELING_MAAND.een, breuk(variant.regelingCent.een)),
      zet(REGELING_MAAND.paar, breuk(variant.regelingCent.paar)),
    )
  if (variant.minimagrensProcent !== undefined) {
    const grenzen = minimagrenzen(variant.minimagrensProcent, nu, dag)
    if (!grenzen.ok) return geweigerd([grenzen.reden])
    uit.push(zet(GRENS_DEEL, procent(variant.minimagrensProcent)))
    uit.push(...grenzen.waarde.map(({ parameter, cent }) => zet(parameter, breuk(cent))))
  }
  if (variant.pgbTariefCent !== undefined) uit.push(zet(PGB_TARIEF, breuk(variant.pgbTariefCent)))
  for (const { id, cent, procent: deel, aantal } of variant.parameters) {
    const een = nu.tabel.parameters.get(id)
    if (een !== undefined) uit.push(zet(een, deel === undefined ? breuk(cent ?? aantal ?? 0) : procent(deel)))
  }
  return gelukt(uit)
}

/**
 * Een gepubliceerde tabel met grenzen gaat vóór het percentage. Kiest een variant een ander percentage, dan moet de
 * tabel mee, anders zou de variant niets veranderen.
 */
function minimagrenzen(
  percentage: number,
  nu: Rekenkamer,
  dag: Datum,
): Uitkomst<{ parameter: Parameter; cent: number }[], Variantfout> {
  const deel = procent(percentage)
  const uit: { parameter: Parameter; cent: number }[] = []
  for (const soort of ['alleen', 'gehuwd', 'alleen_aow', 'gehuwd_aow'] as const) {
    if (nu.tabel.zoek(GRENS[soort].id, dag) === undefined) continue
    const excl = nu.tabel.zoek(NORM[soort].excl.id, dag)?.waarde.waarde
    const incl = nu.tabel.zoek(NORM[soort].incl.id, dag)?.waarde.waarde
    const norm =
      excl ?? (incl === undefined ? undefined : { teller: incl.teller * 95, noemer: incl.noemer * 100 })
    if (norm === undefined)
      return geweigerd({
        veld: 'minimagrensProcent',
        zin: 'De bijstandsnorm is op deze dag niet bekend, dus een andere grens is niet te berekenen.',
      })
    const [teller, noemer] = [norm.teller * deel.teller, norm.noemer * deel.noemer]
    uit.push({ parameter: GRENS[soort], cent: Math.floor((2 * teller + noemer) / (2 * noemer)) })
  }
  return gelukt(uit)
}

const toon = (waarde: Breuk, { eenheid }: Parameter): string =>
  isGeld(eenheid) || eenheid === 'deel'
    ? `${toonKort(waarde, eenheid)}${isGeld(eenheid) && eenheid !== 'euro' ? ` ${eenheid}` : ''}`
    : String(waarde.teller / waarde.noemer)

/** Wat geen bedrag is: een andere formule, en het einde van de CZM. */
const keuzes = ({ formule, czm }: Variant): Wijziging[] => [
  ...(formule === 'abonnement'
    ? []
    : [{ parameter: 'formule', naam: 'Formule', nu: FORMULES.abonnement, straks: FORMULES[formule] }]),
  ...(czm === 'blijft'
    ? []
    : [{ parameter: 'czm', naam: 'Collectieve zorgverzekering (CZM)', nu: 'blijft', straks: 'stopt' }]),
]

function wijzigingenVan(laag: Laag, nu: Rekenkamer, dag: Datum): Wijziging[] {
  return laag.parameters.flatMap((een) => {
    const oud = nu.tabel.zoek(een.id, dag)?.waarde.waarde
    const [nieuw] = een.waarden
    if (nieuw === undefined) return []
    if (oud !== undefined && oud.teller * nieuw.waarde.noemer === nieuw.waarde.teller * oud.noemer) return []
    return [
      {
        parameter: een.id,
        naam: een.naam,
        nu: oud === undefined ? undefined : toon(oud, een),
        straks: toon(nieuw.waarde, een),
      },
    ]
  })
}
