import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { TAAKVELDSCHEMAS } from '#grootboek/deur.ts'
import { type Deelkeuze, isDeelkeuze } from '#programma/begroting/delers.ts'
import type { Geldvraag } from '#programma/begroting/geldbeeld.ts'
import { alsVelden as filterAlsVelden, leesGeldfilter } from '#programma/begroting/geldfilter.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** De vraag aan de begrotingstabel, zoals zij in het adres staat. */

export const DEELNAAM: Readonly<Record<Deelkeuze, string>> = {
  programma: 'Programma',
  groep: 'Groep',
  onderdeel: 'Onderdeel',
  bron: 'Bron',
  taakveld: 'Taakveld',
  jaar: 'Jaar',
}

export type Begrotingsvraag = Geldvraag & {
  /** Zonder keuze past de tabel zich aan de grootte van het plan aan. */
  gekozen: { per: Deelkeuze | undefined; dan: Deelkeuze | undefined }
  /** Op de cent; anders hele euro's, met een zin die dat zegt. */
  opDeCent: boolean
}

type Velden = Readonly<Record<string, string | undefined>>

/** Een tabel met meer onderdelen dan dit begint met de groepen. */
const TE_VEEL = 80

export function leesBegrotingsvraag(velden: Velden, beeld: Planbeeld): Uitkomst<Begrotingsvraag, string> {
  const filter = leesGeldfilter(velden)
  if (!filter.ok) return filter
  const [per, dan] = [velden['per'] ?? '', velden['dan'] ?? '']
  for (const keuze of [per, dan])
    if (keuze !== '' && !isDeelkeuze(keuze))
      return geweigerd(
        `‘${keuze.slice(0, 40)}’ is geen verdeling. Kies programma, groep, onderdeel, bron, taakveld of jaar.`,
      )
  const indeling = velden['indeling'] ?? ''
  if (indeling !== '' && !(TAAKVELDSCHEMAS as readonly string[]).includes(indeling))
    return geweigerd(
      `Er is geen indeling van taakvelden uit ${indeling.slice(0, 10)}. Kies ${TAAKVELDSCHEMAS.join(', ')}.`,
    )
  const gekozen = { per: isDeelkeuze(per) ? per : undefined, dan: isDeelkeuze(dan) ? dan : undefined }
  return gelukt({
    filter: filter.waarde,
    per: verdelingVan(gekozen, beeld),
    indeling: indeling === '' ? undefined : indeling,
    gekozen,
    opDeCent: velden['centen'] === 'ja',
  })
}

function verdelingVan({ per, dan }: Begrotingsvraag['gekozen'], beeld: Planbeeld): Deelkeuze[] {
  if (per === undefined) {
    if (dan !== undefined) return [dan]
    if (beeld.plan.groepen.length === 0) return ['onderdeel']
    return beeld.plan.onderdelen.length > TE_VEEL ? ['groep'] : ['groep', 'onderdeel']
  }
  return dan === undefined || dan === per ? [per] : [per, dan]
}

/** Het omgekeerde: de velden voor een adres. */
export const alsVelden = (
  { filter, gekozen, indeling, opDeCent }: Begrotingsvraag,
  anders: Readonly<Record<string, string | number | undefined>> = {},
): Record<string, string | number | undefined> => ({
  per: gekozen.per,
  dan: gekozen.dan,
  ...filterAlsVelden(filter),
  indeling,
  centen: opDeCent ? 'ja' : undefined,
  ...anders,
})
