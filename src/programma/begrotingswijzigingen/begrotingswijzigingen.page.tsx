import { toonGetal } from '#basis/tekst.ts'
import { findWijzigingen } from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import {
  type Begrotingswijziging,
  besluitVan,
  boekingVan,
  STANDWOORD,
  standVan,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { BESLISSERNAAM, omvang } from '#programma/begrotingswijzigingen/bevoegd.ts'
import { type Besluit, findBesluiten } from '#programma/plan.store.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { toonBesluit } from '#programma/versies/versies.ts'
import type { Routes } from '#toegang/deur.ts'
import { Geen } from '#ui/bedrag.tsx'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** De lijst van begrotingswijzigingen. Wat nog niet geboekt is, is alleen te zien voor wie aan het programma werkt. */

export function begrotingswijzigingenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/begrotingswijzigingen', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { wijzigingen, besluiten } = await van.bezoek.db.lees(async (lezer) => ({
      wijzigingen: await findWijzigingen(lezer, van.kop.id),
      besluiten: await findBesluiten(lezer),
    }))
    return c.html(
      <Lijstpagina
        van={van}
        wijzigingen={wijzigingen.filter((een) => magZien(van, een))}
        besluiten={besluiten}
      />,
    )
  })
}

/** Een voorstel is intern tot het geboekt is. */
export const magZien = (van: Planbezoek, wijziging: Begrotingswijziging): boolean =>
  standVan(wijziging) === 'geboekt' || van.mag('grootboek.toelichting.lezen')

export const wijzigingnaam = ({ nummer }: Pick<Begrotingswijziging, 'nummer'>): string =>
  `Begrotingswijziging ${nummer}`

function Lijstpagina(props: {
  van: Planbezoek
  wijzigingen: readonly Begrotingswijziging[]
  besluiten: readonly Besluit[]
}) {
  const { van, wijzigingen } = props
  const besluiten = new Map(props.besluiten.map((besluit) => [besluit.id, besluit]))
  const titel = 'Begrotingswijzigingen'
  return (
    <Planpagina van={van} titel={titel} kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
      <Paginakop titel={titel} lead="Wat er aan de begroting veranderde, en wie daartoe besloot." />
      {van.mag('begrotingswijziging.voorstellen') && (
        <Knoppen>
          <KnopLink href={van.pad('/begrotingswijzigingen/nieuw')}>Wijziging voorstellen</KnopLink>
          <KnopLink href={van.pad('/begrotingswijzigingen/verdelen')}>Verdelen over bronnen</KnopLink>
        </Knoppen>
      )}
      {wijzigingen.length === 0 ? (
        <LegeStaat titel="Er zijn nog geen begrotingswijzigingen">
          Een budgethouder of financieel adviseur stelt een wijziging voor. Na het besluit staat zij hier, met
          de boeking.
        </LegeStaat>
      ) : (
        <Tabel
          bijschrift="Begrotingswijzigingen, de nieuwste eerst"
          bijschriftVerborgen
          rijen={wijzigingen}
          kolommen={[
            {
              sleutel: 'nummer',
              kop: 'Wijziging',
              cel: (een) => (
                <Link href={van.pad(`/begrotingswijzigingen/${een.id}`)}>{wijzigingnaam(een)}</Link>
              ),
            },
            { sleutel: 'jaren', kop: 'Jaar', cel: ({ regels }) => jarenVan(regels) },
            { sleutel: 'stand', kop: 'Stand', cel: (een) => STANDWOORD[standVan(een)] },
            {
              sleutel: 'besluit',
              kop: 'Besluit',
              cel: (een) => {
                const besluit = besluiten.get(besluitVan(een) ?? '')
                if (besluit !== undefined)
                  return <Link href={van.pad(`/besluiten/${besluit.id}`)}>{toonBesluit(besluit)}</Link>
                return boekingVan(een) === undefined
                  ? `te nemen door: ${BESLISSERNAAM[een.orgaan]}`
                  : `door de ${BESLISSERNAAM[een.orgaan]} zelf`
              },
            },
            {
              sleutel: 'boeking',
              kop: 'Boeking',
              cel: (een) => {
                const nr = boekingVan(een)
                return nr === undefined ? (
                  <Geen wat="nog niet geboekt" />
                ) : (
                  <Link href={van.pad(`/boekingen/${nr}`)}>{toonGetal(nr)}</Link>
                )
              },
            },
            {
              sleutel: 'omvang',
              kop: 'Krijgt erbij, €',
              soort: 'bedrag',
              cel: ({ regels }) => omvang(regels),
            },
          ]}
        />
      )}
      {van.mag('mandaat.beheren') && (
        <p>
          <Link href={van.pad('/begrotingswijzigingen/regels')}>Wie waarover besluit, en andere grenzen</Link>
        </p>
      )}
    </Planpagina>
  )
}

export function jarenVan(regels: readonly { jaar: number }[]): string {
  const jaren = [...new Set(regels.map(({ jaar }) => jaar))].sort((a, b) => a - b)
  return jaren.join(', ')
}
