import type { Lezer } from '#basis/db.ts'
import type { Grondslag } from '#grootboek/deur.ts'
import { type Bronregel, findInlezing, findRegelsBijBoeking, type Inlezing } from '#grootboek/deur.ts'
import { plaatszin } from '#programma/inlezen/teksten.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Alinea, Lijst, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'

/** De regels van het ingelezen bestand waaruit een boeking kwam. */
export type Bestandsplek = { inlezing: Inlezing; regels: readonly Bronregel[] }

export async function leesBestandsplek(
  lezer: Lezer,
  nr: number,
  { soort, kenmerk }: Grondslag,
): Promise<Bestandsplek | undefined> {
  if (soort !== 'inlezing' || !/^[1-9]\d{0,8}$/u.test(kenmerk)) return undefined
  const inlezing = await findInlezing(lezer, Number(kenmerk))
  return inlezing && { inlezing, regels: await findRegelsBijBoeking(lezer, nr) }
}

export function UitBestand(props: { van: Planbezoek; plek: Bestandsplek }) {
  const { van, plek } = props
  const { inlezing, regels } = plek
  return (
    <Sectie kop="Uit welk bestand">
      <Alinea>
        <Link href={van.pad(`/inlezen/${inlezing.nummer}`)}>Inlezing {String(inlezing.nummer)}</Link>
        {inlezing.afdruk !== null && (
          <>
            , uit het bestand met vingerafdruk <code>{inlezing.afdruk.slice(0, 16)}…</code>
          </>
        )}
        .
      </Alinea>
      {regels.length > 0 && <Lijst items={regels.map(({ regel }) => plaatszin(regel.plaats))} />}
    </Sectie>
  )
}
