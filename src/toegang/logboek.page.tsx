import { findLogregels, type Logregel } from '#toegang/logboek.store.ts'
import { maakRoutes, type Routes } from '#toegang/routes.ts'
import { handelingNaam, toonMoment } from '#toegang/teksten.ts'
import { KnopLink } from '#ui/knop.tsx'
import { Paginakop } from '#ui/kop.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'

const PER_BLADZIJDE = 50

/** Het logboek, voor de beheerder: de nieuwste regels eerst, en verder terug per bladzijde. */
export const logboekRoutes = (): Routes =>
  maakRoutes().get('logboek.lezen', '/beheer/logboek', async (c) => {
    const gevraagd = Number(c.req.query('voor'))
    const voor = Number.isSafeInteger(gevraagd) && gevraagd > 0 ? gevraagd : undefined
    const regels = await c.get('bezoek').db.lees((lezer) => findLogregels(lezer, voor, PER_BLADZIJDE + 1))
    return c.html(<LogboekPagina schil={c.get('schil')()} regels={regels} verder={voor !== undefined} />)
  })

const KOLOMMEN: Kolom<Logregel>[] = [
  { sleutel: 'nummer', kop: 'Nummer', soort: 'getal', cel: (regel) => regel.nummer, rijkop: true },
  { sleutel: 'op', kop: 'Wanneer', cel: (regel) => toonMoment(regel.op) },
  { sleutel: 'wie', kop: 'Wie', cel: (regel) => regel.naam ?? 'opdrachtregel of onbekend' },
  { sleutel: 'wat', kop: 'Wat', cel: (regel) => handelingNaam(regel.handeling) },
  { sleutel: 'over', kop: 'Waarover', cel: (regel) => regel.over },
  { sleutel: 'verzoek', kop: 'Kenmerk', cel: (regel) => regel.verzoek ?? '' },
]

function LogboekPagina(props: { schil: Schil; regels: readonly Logregel[]; verder: boolean }) {
  const getoond = props.regels.slice(0, PER_BLADZIJDE)
  const laatste = props.regels.length > PER_BLADZIJDE ? getoond.at(-1) : undefined
  return (
    <Pagina titel="Logboek" schil={props.schil} nietIndexeren>
      <Paginakop
        titel="Logboek"
        lead="Wie deed wat, en wanneer. Regels komen erbij en worden nooit gewijzigd of gewist."
      />
      <Tabel
        bijschrift={props.verder ? 'Oudere regels' : 'Nieuwste regels'}
        kolommen={KOLOMMEN}
        rijen={getoond}
        leeg="Er staat nog niets in het logboek. De eerste regel komt als iemand inlogt."
      />
      <div class="oz-knoppen">
        {props.verder && <KnopLink href="/beheer/logboek">Naar de nieuwste</KnopLink>}
        {laatste !== undefined && <KnopLink href={`/beheer/logboek?voor=${laatste.nummer}`}>Ouder</KnopLink>}
      </div>
    </Pagina>
  )
}
