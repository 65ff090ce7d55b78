import { isGeld } from '#regels/motor/eenheid.ts'
import type { Parametertabel } from '#regels/motor/parameter.ts'
import { FORMULES, NIHILLIJST, NIHILSOORTEN, type Variant } from '#regels/variant/variant.ts'
import { ABONNEMENT, NIHILGRENS } from '#regels/wet/bedragen-bijdrage.ts'
import { GRENS_DEEL, PGB_TARIEF, REGELING_MAAND } from '#regels/wet/bedragen-plaatselijk.ts'

/** Wat er aan een variant niet klopt, bij het veld waar het staat. */
export type Variantfout = { veld: string; zin: string; artikel?: string | undefined }

const fout = (veld: string, zin: string): Variantfout => ({ veld, zin })

/** Welk eigen veld van de variant bij een parameter hoort: twee keer hetzelfde noemen is tegenspraak. */
const EIGEN_VELD: ReadonlyMap<string, { veld: string; gezet: (variant: Variant) => boolean }> = new Map([
  [ABONNEMENT.id, { veld: 'abonnementCent', gezet: (een: Variant) => een.abonnementCent !== undefined }],
  [
    GRENS_DEEL.id,
    { veld: 'minimagrensProcent', gezet: (een: Variant) => een.minimagrensProcent !== undefined },
  ],
  [PGB_TARIEF.id, { veld: 'pgbTariefCent', gezet: (een: Variant) => een.pgbTariefCent !== undefined }],
  ...Object.values(REGELING_MAAND).map(
    ({ id }) =>
      [id, { veld: 'regelingCent', gezet: (een: Variant) => een.regelingCent !== undefined }] as const,
  ),
  ...NIHILLIJST.map(
    (soort) =>
      [
        NIHILGRENS[soort].id,
        { veld: `nihil.${soort}`, gezet: (een: Variant) => een.nihil[soort] !== undefined },
      ] as const,
  ),
])

/** Spreekt de variant zichzelf tegen? Een lege lijst is goed. */
export function keurVariant(variant: Variant, tabel: Parametertabel): Variantfout[] {
  return [
    ...keurFormule(variant),
    ...keurNihil(variant),
    ...keurMinima(variant),
    ...keurParameters(variant, tabel),
  ]
}

function keurFormule({ formule, abonnementCent, nihil }: Variant): Variantfout[] {
  if (formule === 'abonnement') return []
  const naam = FORMULES[formule]
  return [
    ...(abonnementCent === undefined
      ? []
      : [
          fout(
            'abonnementCent',
            `De variant kiest ${naam}. Dan is er geen vast bedrag per maand; laat dat leeg.`,
          ),
        ]),
    ...(NIHILLIJST.some((soort) => nihil[soort] !== undefined)
      ? [
          fout(
            'nihil',
            `De variant kiest ${naam}. Daarin stelt de gemeente geen eigen grens; laat de grenzen leeg.`,
          ),
        ]
      : []),
  ]
}

function keurNihil({ abonnementCent, nihil }: Variant): Variantfout[] {
  const gezet = NIHILLIJST.filter((soort) => nihil[soort] !== undefined)
  const fouten = gezet.flatMap((soort) => {
    const grens = nihil[soort]
    const aantal = Number(grens?.procent !== undefined) + Number(grens?.centPerJaar !== undefined)
    return aantal === 1
      ? []
      : [
          fout(
            `nihil.${soort}`,
            aantal === 2
              ? `De grens voor ${NIHILSOORTEN[soort]} staat er als percentage en als bedrag. Kies een van de twee.`
              : `De grens voor ${NIHILSOORTEN[soort]} is leeg. Noem een percentage of een bedrag.`,
          ),
        ]
  })
  if (abonnementCent === 0 && gezet.length > 0)
    fouten.push(
      fout(
        'nihil',
        'De variant vraagt van niemand iets en stelt ook een grens waaronder niemand betaalt. Kies een van de twee.',
      ),
    )
  return fouten
}

function keurMinima({
  czm,
  regelingCent,
  minimagrensProcent,
  formule,
  abonnementCent,
}: Variant): Variantfout[] {
  const fouten: Variantfout[] = []
  if (minimagrensProcent === 0 && regelingCent !== undefined && regelingCent.een + regelingCent.paar > 0)
    fouten.push(
      fout(
        'regelingCent',
        'De grens van het minimabeleid is 0%, dus niemand krijgt de vergoeding uit de Regeling. Kies een van de twee.',
      ),
    )
  if (
    formule === 'abonnement' &&
    abonnementCent === 0 &&
    regelingCent !== undefined &&
    regelingCent.een + regelingCent.paar > 0
  )
    fouten.push(
      fout(
        'regelingCent',
        'De variant vraagt van niemand een bijdrage, dus er is niets te vergoeden. Kies een van de twee.',
      ),
    )
  if (czm === 'stopt' && regelingCent !== undefined && regelingCent.paar < regelingCent.een)
    fouten.push(
      fout(
        'regelingCent.paar',
        'Een paar krijgt in deze variant minder vergoed dan één persoon, terwijl de bijdrage voor beide gelijk is.',
      ),
    )
  return fouten
}

function keurParameters(variant: Variant, tabel: Parametertabel): Variantfout[] {
  const gezien = new Set<string>()
  return variant.parameters.flatMap(({ id, cent, procent, aantal }) => {
    const veld = `parameters.${id}`
    const parameter = tabel.parameters.get(id)
    if (parameter === undefined) return [fout(veld, `De parameter ${id} kennen wij niet.`)]
    if (gezien.has(id)) return [fout(veld, `“${parameter.naam}” staat er twee keer.`)]
    gezien.add(id)
    const eigen = EIGEN_VELD.get(id)
    if (eigen?.gezet(variant))
      return [fout(veld, `“${parameter.naam}” staat ook bij ${eigen.veld}. Noem het één keer.`)]
    const hoort = isGeld(parameter.eenheid) ? 'cent' : parameter.eenheid === 'deel' ? 'procent' : 'aantal'
    const gegeven = Object.entries({ cent, procent, aantal }).filter(([, waarde]) => waarde !== undefined)
    if (gegeven.length !== 1 || gegeven[0]?.[0] !== hoort)
      return [
        fout(
          veld,
          `Noem bij “${parameter.naam}” alleen ${hoort === 'cent' ? 'een bedrag in centen (cent)' : hoort === 'procent' ? 'een percentage (procent)' : 'een aantal (aantal)'}.`,
        ),
      ]
    return []
  })
}
