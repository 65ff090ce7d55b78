import { opsomming } from '#basis/tekst.ts'
import type { Cijfertabel } from '#programma/plancontrole/bevinding.ts'
import type { Knoop } from '#programma/plancontrole/feiten.ts'
import { type Aspect, alsCent, besteLezing, type Lezing } from '#programma/plancontrole/geld.ts'
import { euro, naam } from '#programma/plancontrole/tonen.ts'

/** Waar een verschil tussen twee totalen ontstaat: het diepste ding dat het nog verklaart. */
export type Deel = { knoop: Knoop; verschilCent: number }
/** Zo diep zit geen plan in elkaar; een vijandig bestand mag de controle niet omver duwen. */
export const DIEP_GENOEG = 50

type Waarde = (knoop: Knoop) => number | undefined

export const exact = ({ termen }: Lezing): boolean =>
  termen.every(({ benadering }) => benadering === undefined)

/** De lezingen van het hele bedrag die op één plaats gedrukt staan of daar uit jaren volgen. */
export const gedrukteTotalen = (knoop: Knoop, aspect: Aspect): Lezing[] =>
  [...knoop.geld[aspect].values()].flatMap(({ lezingen }) => {
    const geheel = lezingen.get('geheel')
    return geheel !== undefined && exact(geheel) ? [geheel] : []
  })

/** Het hele bedrag zoals één plaats het leest, anders zoals een andere plaats het zegt. */
export const waardeOp =
  (aspect: Aspect, plaatsId: string, behalve?: string): Waarde =>
  (knoop) => {
    const hier = besteLezing(knoop.geld[aspect].get(plaatsId), 'geheel')
    return (hier ?? gedrukteTotalen(knoop, aspect).find(({ plaats }) => plaats.id !== behalve))?.cent
  }

/**
 * Verdeelt `ander − een` over de leden; leeg als de leden niets verklaren. Een lid dat `een` niet kent, telt daar als
 * nul, of als gelijk wanneer die plaats haar leden helemaal niet noemt.
 */
export function ontleed(
  knoop: Knoop,
  een: Waarde,
  ander: Waarde,
  onbekend: 'nul' | 'gelijk' = 'nul',
  diepte = 0,
): Deel[] {
  if (diepte > DIEP_GENOEG) return []
  const kinderen = knoop.kinderen.map((kind) => ({ kind, een: een(kind), ander: ander(kind) }))
  if (kinderen.every((kind) => kind.een === undefined)) return []
  return kinderen.flatMap((deel) => {
    const verschilCent = (deel.ander ?? 0) - (deel.een ?? 0)
    if (verschilCent === 0 || (deel.een === undefined && onbekend === 'gelijk')) return []
    const dieper = deel.een === undefined ? [] : ontleed(deel.kind, een, ander, onbekend, diepte + 1)
    return som(dieper) === verschilCent ? dieper : [{ knoop: deel.kind, verschilCent }]
  })
}

export const som = (delen: readonly Deel[]): number =>
  delen.reduce((totaal, { verschilCent }) => totaal + verschilCent, 0)

/** `Het verschil ontstaat bij ‘a’ (€ 500).`, alleen als de delen samen het hele verschil zijn. */
export function ontstaatBij(delen: readonly Deel[], verschilCent: number): string | undefined {
  if (delen.length === 0 || som(delen) !== verschilCent) return undefined
  const groot = [...delen].sort((a, b) => Math.abs(b.verschilCent) - Math.abs(a.verschilCent))
  const genoemd = groot
    .slice(0, 5)
    .map(
      (deel) =>
        `${naam(deel.knoop)} (${deel.verschilCent < 0 ? 'min ' : ''}${euro(Math.abs(deel.verschilCent))})`,
    )
  const rest = groot.length - genoemd.length
  return `Het verschil ontstaat bij ${opsomming(rest === 0 ? genoemd : [...genoemd, `nog ${rest}`])}.`
}

const HOOGSTENS_RIJEN = 12

/** De leden naast elkaar, zoals de ene en de andere kant ze noemt; bij veel leden alleen de verschillen. */
export function ledentabel(
  knoop: Knoop,
  een: Waarde,
  ander: Waarde,
  kop: readonly [string, string],
): { tabel?: Cijfertabel } {
  const rijen = knoop.kinderen.flatMap((kind) => {
    const [links, rechts] = [een(kind), ander(kind)]
    if (links === undefined && rechts === undefined) return []
    return [{ kind, links, rechts, verschil: (rechts ?? 0) - (links ?? 0) }]
  })
  const getoond = rijen.length <= HOOGSTENS_RIJEN ? rijen : rijen.filter(({ verschil }) => verschil !== 0)
  if (getoond.length === 0) return {}
  const cel = (cent: number | undefined): Cijfertabel['rijen'][number]['centen'][number] =>
    cent === undefined ? null : alsCent(cent)
  return {
    tabel: {
      kop: ['Waar', ...kop, 'Verschil'],
      rijen: getoond.map(({ kind, links, rechts, verschil }) => ({
        naam: kind.titel,
        centen: [cel(links), cel(rechts), alsCent(verschil)],
      })),
    },
  }
}
