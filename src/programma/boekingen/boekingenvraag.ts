import { Datum } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  BOEKINGSOORTEN,
  type Boekingfilter,
  type Boekingsoort,
  GRONDSLAGSOORTEN,
  Grondslagkenmerk,
  Naam,
  type Tijdstip,
} from '#grootboek/deur.ts'
import {
  alsPostfilter,
  alsVelden as filterAlsVelden,
  type Geldfilter,
  isKolomnaam,
  KOLOMMEN,
  type Kolomdeel,
  type Kolomnaam,
  leesGeldfilter,
} from '#programma/begroting/geldfilter.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** De vraag aan de lijst van boekingen, zoals zij in het adres staat. */
export type Boekingenvraag = {
  filter: Geldfilter
  kolom: Kolomnaam | undefined
  soort: Boekingsoort | undefined
  verplichting: string | undefined
  grondslag: { soort: string; kenmerk: string } | undefined
  geldigVan: Datum | undefined
  /** Alleen boekingen onder dit nummer: zo bladert men terug. */
  voor: number | undefined
}

type Velden = Readonly<Record<string, string | undefined>>

export function leesBoekingenvraag(velden: Velden): Uitkomst<Boekingenvraag, string> {
  const filter = leesGeldfilter(velden)
  if (!filter.ok) return filter
  const veld = (naam: string): string | undefined => (velden[naam] === '' ? undefined : velden[naam])
  const [kolom, soort] = [veld('kolom'), veld('soort')]
  if (kolom !== undefined && !isKolomnaam(kolom))
    return geweigerd(`Er is geen kolom ‘${kolom.slice(0, 40)}’. Kies ${Object.keys(KOLOMMEN).join(', ')}.`)
  const gekozen = BOEKINGSOORTEN.find((een) => een === soort)
  if (soort !== undefined && gekozen === undefined)
    return geweigerd(`Er is geen soort boeking ‘${soort.slice(0, 40)}’. Kies ${BOEKINGSOORTEN.join(', ')}.`)
  const verplichting = veld('verplichting')
  if (verplichting !== undefined && !Naam.safeParse(verplichting).success)
    return geweigerd('Vul de sleutel van een verplichting in, bijvoorbeeld v-2024-3.')
  const grondslag = leesGrondslag(veld('grondslag'), veld('grondslagsoort'))
  if (grondslag === null)
    return geweigerd('Een grondslag is een soort en een kenmerk, bijvoorbeeld besluit en 2024-7.')
  const geldigVan = veld('geldig-van')
  const dag = geldigVan === undefined ? undefined : Datum.safeParse(geldigVan)
  if (dag?.success === false) return geweigerd('Vul bij ‘gebeurd vanaf’ een dag in als JJJJ-MM-DD.')
  const voor = veld('voor')
  if (voor !== undefined && !/^[1-9]\d{0,8}$/u.test(voor))
    return geweigerd('Een boekingsnummer is een getal.')
  return gelukt({
    filter: filter.waarde,
    kolom: kolom !== undefined && isKolomnaam(kolom) ? kolom : undefined,
    soort: gekozen,
    verplichting,
    grondslag,
    geldigVan: dag?.data,
    voor: voor === undefined ? undefined : Number(voor),
  })
}

function leesGrondslag(
  kenmerk: string | undefined,
  soort: string | undefined,
): Boekingenvraag['grondslag'] | null {
  if (kenmerk === undefined && soort === undefined) return undefined
  const bekend = GRONDSLAGSOORTEN.find((een) => een === soort)
  return bekend === undefined || !Grondslagkenmerk.safeParse(kenmerk).success || kenmerk === undefined
    ? null
    : { soort: bekend, kenmerk }
}

/** Het omgekeerde; `anders` verandert er iets in. */
export const alsVelden = (
  vraag: Boekingenvraag,
  anders: Readonly<Record<string, string | number | undefined>> = {},
): Record<string, string | number | undefined> => ({
  ...filterAlsVelden(vraag.filter),
  kolom: vraag.kolom,
  soort: vraag.soort,
  verplichting: vraag.verplichting,
  grondslagsoort: vraag.grondslag?.soort,
  grondslag: vraag.grondslag?.kenmerk,
  'geldig-van': vraag.geldigVan,
  ...anders,
})

/** Dezelfde vraag voor het grootboek, tot en met wat op dit tijdstip bekend was. */
export function boekingfilterVan(
  beeld: Planbeeld,
  vraag: Boekingenvraag,
  buiten: readonly string[],
  tijd: Tijdstip,
): Boekingfilter {
  const post = alsPostfilter(beeld, vraag.filter, buiten, vraag.kolom)
  const { soort } = vraag
  return {
    ...post,
    // De kolom kan soorten uitsluiten; een gekozen soort daarbuiten levert niets op, en dat is waar.
    soorten: soort === undefined ? post.soorten : (post.soorten ?? [soort]).filter((een) => een === soort),
    verplichting: vraag.verplichting,
    grondslag: vraag.grondslag,
    geldigVan: vraag.geldigVan,
    geldigTm: tijd.geldigTm,
    voor: Math.min(vraag.voor ?? Number.MAX_SAFE_INTEGER, tijd.bekendNr + 1),
  }
}

/** Wat er op het scherm met een min hoort: een ontvangst staat credit, en is voor de lezer iets erbij. */
export const tekenVan = (kolom: Kolomnaam | undefined): 1 | -1 => {
  const deel: Kolomdeel | undefined = kolom && KOLOMMEN[kolom]
  return deel?.credit ? -1 : 1
}
