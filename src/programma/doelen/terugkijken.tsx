import type { Context } from 'hono'
import { Datum, toonDatum } from '#basis/datum.ts'
import { eindVanDag, type Moment } from '#basis/moment.ts'
import { formulierNaar, type Planbezoek } from '#programma/planbezoek.tsx'
import { foutAntwoord, type Omgeving } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Alinea } from '#ui/kop.tsx'
import { TekstVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Cijfers zoals zij op een dag bekend waren; zonder dag zoals nu. */
export type Terugblik = { dag: Datum | undefined; bekendTot: Moment | undefined }

export function leesTerugblik(c: Context<Omgeving>): Terugblik | Promise<Response> | Response {
  const getypt = (c.req.query('bekend-op') ?? '').trim()
  if (getypt === '') return { dag: undefined, bekendTot: undefined }
  const dag = Datum.safeParse(getypt)
  return dag.success
    ? { dag: dag.data, bekendTot: eindVanDag(dag.data) }
    : foutAntwoord(c, 'verzoek_onleesbaar', {
        titel: 'Deze dag kunnen wij niet lezen',
        zin: 'Vul bij ‘zoals bekend op’ een dag in als JJJJ-MM-DD, bijvoorbeeld 2024-12-31.',
      })
}

/** Adressen die dezelfde dag houden: wie terugkijkt, blijft terugkijken. */
export const padToen =
  ({ pad }: Pick<Planbezoek, 'pad'>, { dag }: Terugblik): Planbezoek['pad'] =>
  (rest, vraag) =>
    pad(rest, { 'bekend-op': dag, ...vraag })

export const isTerugblik = (gelezen: Awaited<ReturnType<typeof leesTerugblik>>): gelezen is Terugblik =>
  !(gelezen instanceof Response)

export function Terugkijken(props: { van: Planbezoek; blik: Terugblik; pagina: string }) {
  const { van, blik, pagina } = props
  const naar = formulierNaar(van, pagina)
  return (
    <>
      <Alinea klein>
        {blik.dag === undefined
          ? 'Cijfers zoals nu bekend.'
          : `Cijfers zoals bekend op ${toonDatum(blik.dag)}. De doelen en streefwaarden zijn die van versie ${van.versie.versie} van het plan.`}
      </Alinea>
      <div class="oz-niet-drukken">
        <Meer kop="Terugkijken: welke cijfers waren er toen?" open={blik.dag !== undefined}>
          <Formulier actie={naar.actie} methode="get" rij naam="Moment kiezen" verborgen={naar.verborgen}>
            <TekstVeld naam="bekend-op" label="Zoals bekend op" soort="date" smal waarde={blik.dag} />
            <Knop soort="tweede">Toon deze dag</Knop>
            {blik.dag !== undefined && <KnopLink href={van.pad(pagina)}>Naar nu</KnopLink>}
          </Formulier>
        </Meer>
      </div>
    </>
  )
}
