import { KIT_CURVE } from '#ui/kit-curve.tsx'
import type { KitDeel } from '#ui/kit-deel.ts'
import { KIT_DELEN } from '#ui/kit-delen.tsx'
import { KIT_GELD } from '#ui/kit-geld.tsx'
import { KIT_GRAFIEKEN } from '#ui/kit-grafieken.tsx'
import { KIT_INVOER } from '#ui/kit-invoer.tsx'
import { KIT_METEN } from '#ui/kit-meten.tsx'
import { KIT_VOORTGANG } from '#ui/kit-voortgang.tsx'
import { Paginakop } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

const DELEN: readonly KitDeel[] = [
  ...KIT_DELEN,
  ...KIT_INVOER,
  ...KIT_GRAFIEKEN,
  ...KIT_CURVE,
  ...KIT_GELD,
  ...KIT_METEN,
  ...KIT_VOORTGANG,
]

export const KIT_PAD = '/_kit'

function Overzicht(props: { schil: Schil }) {
  return (
    <Pagina
      titel="De kit"
      beschrijving="Alle delen waaruit de schermen van Omzien bestaan, met al hun standen."
      schil={props.schil}
      nietIndexeren
    >
      <Paginakop
        titel="De kit"
        lead="Alle delen waaruit de schermen van Omzien bestaan, met al hun standen."
      />
      <Zijbalklijst
        items={DELEN.map((deel) => ({
          tekst: <Link href={`${KIT_PAD}/${deel.naam}`}>{deel.titel}</Link>,
          bij: deel.lead,
        }))}
      />
    </Pagina>
  )
}

function Deelpagina(props: { deel: KitDeel; schil: Schil }) {
  const { titel, lead, Inhoud } = props.deel
  return (
    <Pagina
      titel={titel}
      beschrijving={lead}
      schil={props.schil}
      kruimels={[{ tekst: 'De kit', href: KIT_PAD }]}
      nietIndexeren
    >
      <Paginakop titel={titel} lead={lead} />
      <Inhoud />
    </Pagina>
  )
}

/** Alle pagina's van de kit op hun pad; `start` hangt ze op. */
export function kitPaginas(
  schil: Schil,
): ReadonlyMap<string, { titel: string; pagina: () => ReturnType<typeof Pagina> }> {
  return new Map([
    [KIT_PAD, { titel: 'De kit', pagina: () => <Overzicht schil={schil} /> }],
    ...DELEN.map(
      (deel) =>
        [
          `${KIT_PAD}/${deel.naam}`,
          { titel: deel.titel, pagina: () => <Deelpagina deel={deel} schil={schil} /> },
        ] as const,
    ),
  ])
}
