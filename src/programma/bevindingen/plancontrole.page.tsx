import type { Context } from 'hono'
import { z } from 'zod'
import { schoon, telwoord } from '#basis/tekst.ts'
import { OORDELEN } from '#programma/besluit.ts'
import { leesBeoordeeld } from '#programma/bevindingen/beoordeeld.flow.ts'
import {
  ankerVan,
  type Beoordeeld,
  type Bevindingfilter,
  ERNSTWOORDEN,
  filterBevindingen,
  isOpen,
  leesBevindingfilter,
  samenvattingszin,
} from '#programma/bevindingen/bevindingen.ts'
import { Bevindingblok, Bevindingenlijst, type Wegwijzer } from '#programma/bevindingen/bevindingen.tsx'
import { Bevindingkeuze, GeenBevindingen } from '#programma/bevindingen/keuze.tsx'
import { Oordeelformulier, type Oordeelpoging, Oordelen } from '#programma/bevindingen/oordeel.tsx'
import { genoemd, twijfelgevallen } from '#programma/document/vermelding.ts'
import { doeBevindingAf, type Planweigering } from '#programma/plan.flow.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { ERNSTEN } from '#programma/plancontrole/plancontrole.ts'
import { downloadsVan } from '#programma/tabellen/links.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { KnopLink } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Paginering } from '#ui/paginering.tsx'

/** Wat er in het plan niet klopt: openbaar, met voor de programmamanager een formulier per bevinding. */

const PER_PAGINA = 100

export function plancontrolePagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/plancontrole', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    return c.html(
      <Plancontrole van={van} alle={await leesBeoordeeld(van, kamer)} adres={new URL(c.req.url)} />,
    )
  })
  routes.post('bevinding.afdoen', '/plancontrole', (c) => verwerkOordeel(c, kamer))
}

const Oordeelvelden = z.object({
  bevinding: z.string().min(1).max(2_000),
  versie: z.coerce.number().int().min(1),
  oordeel: z.enum(OORDELEN),
  toelichting: z.string().transform(schoon).pipe(z.string().max(2_000)),
})

const WEIGERZINNEN: Partial<Record<Planweigering['code'], string>> = {
  reden_ontbreekt: 'Vul in waardoor dit is opgelost, of waarom het bewust zo is.',
}

async function verwerkOordeel(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const velden = await leesFormulier(c)
  const gelezen = Oordeelvelden.safeParse(velden)
  const bekend = van.versie.bevindingen().some(({ sleutel }) => sleutel === velden['bevinding'])
  if (!bekend || (!gelezen.success && gelezen.error.issues.some(({ path }) => path[0] !== 'toelichting')))
    return foutAntwoord(c, 'verzoek_onleesbaar')
  const bevinding = velden['bevinding'] ?? ''
  const terug = async (fout: string, status: 400 | 409): Promise<Response> => {
    const poging = { bevinding, toelichting: velden['toelichting'] ?? '', fout }
    const alle = await leesBeoordeeld(van, kamer)
    return c.html(<Plancontrole van={van} alle={alle} adres={new URL(c.req.url)} poging={poging} />, status)
  }
  if (!gelezen.success) return terug('Maak de toelichting korter: hoogstens 2.000 tekens.', 400)
  const uitkomst = await doeBevindingAf(van.bezoek, van.kop.id, gelezen.data)
  if (uitkomst.ok) return c.redirect(`${van.pad('/plancontrole')}#${ankerVan(bevinding)}`, 303)
  if (uitkomst.reden.code === 'reden_ontbreekt') return terug(WEIGERZINNEN.reden_ontbreekt ?? '', 400)
  return terug('Dit lukte niet: deze versie van het plan is er niet. Open de pagina opnieuw.', 409)
}

type PlancontroleProps = {
  van: Planbezoek
  alle: readonly Beoordeeld[]
  adres: URL
  poging?: Oordeelpoging | undefined
}

function Plancontrole(props: PlancontroleProps) {
  const { van, alle } = props
  const vraag = Object.fromEntries(props.adres.searchParams)
  const filter = leesBevindingfilter(vraag)
  const gekozen = filterBevindingen(alle, filter)
  const open = gekozen.filter(isOpen)
  const afgedaan = gekozen.filter((een) => !isOpen(een))
  const pagina = Math.max(1, Number.parseInt(vraag['pagina'] ?? '1', 10) || 1)
  const hier = open.slice((pagina - 1) * PER_PAGINA, pagina * PER_PAGINA)
  const onder = (een: Beoordeeld) => <Onder van={van} een={een} poging={props.poging} />
  return (
    <Planpagina
      van={van}
      titel="Plancontrole"
      beschrijving="Waar het programmaplan zichzelf tegenspreekt, met de plaatsen naast elkaar."
      kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}
      fout={props.poging !== undefined}
    >
      <Kop van={van} alle={alle} filter={filter} />
      <Bevindingkeuze van={van} alle={alle} filter={filter} />
      {gekozen.length === 0 && <GeenBevindingen alle={alle} van={van} />}
      <Bevindingenlijst bevindingen={hier} naar={wegwijzer(van)} onder={onder} />
      {open.length > PER_PAGINA && (
        <Paginering
          huidig={pagina}
          aantal={Math.ceil(open.length / PER_PAGINA)}
          href={(nummer) => van.pad('/plancontrole', { ...filter, pagina: nummer })}
        />
      )}
      {afgedaan.length > 0 && (
        <Sectie
          id="afgedaan"
          kop="Afgedaan"
          onder={`${telwoord(afgedaan.length, 'bevinding telt', 'bevindingen tellen')} niet meer mee: opgelost, of bewust zo.`}
        >
          {afgedaan.map((een) => (
            <Bevindingblok een={een} naar={wegwijzer(van)}>
              {onder(een)}
            </Bevindingblok>
          ))}
        </Sectie>
      )}
    </Planpagina>
  )
}

const wegwijzer = (van: Planbezoek): Wegwijzer => ({
  vermelding: (id) => van.pad(`/vermeldingen/${id}`),
  ding: (ding) => {
    const { naam, adres } = genoemd(van.beeld, ding)
    return { naam, href: adres === undefined ? undefined : van.pad(adres) }
  },
})

function Kop(props: { van: Planbezoek; alle: readonly Beoordeeld[]; filter: Bevindingfilter }) {
  const { van, alle } = props
  const open = alle.filter(isOpen)
  const twijfels = twijfelgevallen(van.beeld).length
  return (
    <>
      <Paginakop
        titel="Plancontrole"
        lead={samenvattingszin(alle)}
        acties={
          van.mag('plan.bestand.controleren') && (
            <KnopLink href={van.pad('/plancontrole/bestand')}>Een ander plan nakijken</KnopLink>
          )
        }
      />
      <Alinea>
        De computer legt alles wat het plan zegt naast elkaar: bedragen, jaren, namen en verwijzingen. Hij
        verandert niets aan het plan.
      </Alinea>
      <Feiten
        feiten={[
          ...ERNSTEN.map((ernst) => ({
            label: ERNSTWOORDEN[ernst].kop,
            waarde: (
              <Link href={van.pad('/plancontrole', { ernst, status: 'open' })}>
                {open.filter(({ bevinding }) => bevinding.ernst === ernst).length}
              </Link>
            ),
            bij: ERNSTWOORDEN[ernst].uitleg,
          })),
          {
            label: 'Afgedaan',
            waarde: (
              <Link href={van.pad('/plancontrole', { status: 'afgedaan' })}>{alle.length - open.length}</Link>
            ),
            bij: 'Opgelost, of bewust zo.',
          },
          {
            label: 'Slecht leesbaar',
            waarde: <Link href={van.pad('/document', { twijfel: 'ja' })}>{twijfels}</Link>,
            bij: 'Plekken waar wij niet zeker weten wat het document zegt.',
          },
        ]}
      />
      <Downloads waarvan="bevindingen" downloads={downloadsVan(van.pad, 'bevindingen', props.filter)} />
    </>
  )
}

function Onder(props: { van: Planbezoek; een: Beoordeeld; poging: Oordeelpoging | undefined }) {
  const { van, een } = props
  return (
    <>
      <Oordelen een={een} metNaam={van.bezoek.wie !== undefined} />
      {van.mag('bevinding.afdoen') && (
        <Oordeelformulier
          een={een}
          actie={van.pad('/plancontrole')}
          versie={van.versie.versie}
          poging={props.poging}
        />
      )}
    </>
  )
}
