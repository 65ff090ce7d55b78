import type { Context } from 'hono'
import { tijdvak, toonDatum, toonTijdvak } from '#basis/datum.ts'
import { alsDate, dagVanMoment } from '#basis/moment.ts'
import {
  BEGIN,
  findBoeking,
  findCorrectieOp,
  findToelichting,
  nietLos,
  type Vastgelegd,
  wisToelichting,
} from '#grootboek/deur.ts'
import { findBesluit } from '#programma/besluiten/besluiten.store.ts'
import { findAccountnamen } from '#programma/boekingen/boekingen.store.ts'
import { Gevolg, Regels } from '#programma/boekingen/gevolg.tsx'
import { Grondslaglink } from '#programma/boekingen/grondslaglink.tsx'
import { type Bestandsplek, leesBestandsplek, UitBestand } from '#programma/boekingen/uit-bestand.tsx'
import { SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import { Verplaatst } from '#programma/boekingen/verplaatst.tsx'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { foutAntwoord, type Omgeving, type Routes, toonMoment } from '#toegang/deur.ts'
import { type Feit, Feiten } from '#ui/feiten.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Eén boeking: wat er verplaatst is, waarop dat berust, en wat het met de begroting deed. */

export function boekingPagina(routes: Routes, kamer: Programmakamer): void {
  routes
    .get('grootboek.lezen', '/boekingen/:nr', (c) => toonBoeking(c, kamer))
    .post('grootboek.toelichting.wissen', '/boekingen/:nr{[1-9][0-9]{0,8}}/toelichting/wissen', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const nr = Number(c.req.param('nr'))
      const gewist = await wisToelichting(van.bezoek, nr)
      if (gewist.ok) return c.redirect(van.pad(`/boekingen/${nr}`), 303)
      return foutAntwoord(c, gewist.reden.code === 'mag_niet' ? 'mag_niet' : 'niet_gevonden', {
        titel: 'Hier is geen toelichting',
        zin: 'Deze boeking heeft geen toelichting, of zij is al gewist. Er is niets veranderd.',
      })
    })
}

type Gelezen = {
  boeking: Vastgelegd
  vorigeHash: string
  /** Hoe het besluit heet waarop de boeking berust. */
  onderwerp: string | undefined
  gecorrigeerdDoor: number | undefined
  /** Alleen voor wie aan het programma werkt. */
  plek: Bestandsplek | undefined
  binnen: { toelichting: string | undefined; namen: ReadonlyMap<string, string> } | undefined
}

async function toonBoeking(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const tekst = c.req.param('nr') ?? ''
  const gelezen = /^[1-9]\d{0,8}$/u.test(tekst) ? await leesBoeking(van, Number(tekst)) : undefined
  return gelezen === undefined ? c.notFound() : c.html(<Boekingpagina van={van} {...gelezen} />)
}

async function leesBoeking(van: Planbezoek, nr: number): Promise<Gelezen | undefined> {
  return van.bezoek.db.lees(async (lezer) => {
    const boeking = await findBoeking(lezer, nr)
    if (boeking === undefined) return undefined
    const vorige = nr === 1 ? undefined : await findBoeking(lezer, nr - 1)
    const { door, tweede } = boeking
    return {
      boeking,
      vorigeHash: vorige?.hash ?? BEGIN,
      onderwerp:
        boeking.grondslag.soort === 'besluit'
          ? (await findBesluit(lezer, boeking.grondslag.kenmerk))?.onderwerp
          : undefined,
      gecorrigeerdDoor: await findCorrectieOp(lezer, nr),
      plek: van.mag('invoer.lezen') ? await leesBestandsplek(lezer, nr, boeking.grondslag) : undefined,
      binnen: van.mag('grootboek.toelichting.lezen')
        ? {
            toelichting: await findToelichting(lezer, nr),
            namen: await findAccountnamen(
              lezer,
              [door, tweede].filter((account) => account !== null),
            ),
          }
        : undefined,
    }
  })
}

function Boekingpagina(props: Gelezen & { van: Planbezoek }) {
  const { van, boeking, gecorrigeerdDoor } = props
  const naar = (nr: number) => <Link href={van.pad(`/boekingen/${nr}`)}>boeking {nr}</Link>
  return (
    <Planpagina
      van={van}
      titel={`Boeking ${boeking.nr}`}
      beschrijving={`${SOORTNAAM[boeking.soort]} van ${toonDatum(boeking.geldigOp)}: wat er verplaatst is en waarop dat berust.`}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Boekingen', href: van.pad('/boekingen') },
      ]}
    >
      <Paginakop
        titel={`Boeking ${boeking.nr}`}
        lead={`${SOORTNAAM[boeking.soort]}, gebeurd op ${toonDatum(boeking.geldigOp)}.`}
        acties={
          van.mag('boeking.boeken') &&
          gecorrigeerdDoor === undefined &&
          nietLos(boeking.soort) === undefined &&
          boeking.corrigeert === null && (
            <KnopLink href={van.pad(`/boekingen/${boeking.nr}/corrigeren`)}>Corrigeren</KnopLink>
          )
        }
      />
      {boeking.corrigeert !== null && (
        <Melding soort="info" titel="Dit is een correctie">
          <Alinea>Deze boeking maakt {naar(boeking.corrigeert)} precies ongedaan.</Alinea>
        </Melding>
      )}
      {gecorrigeerdDoor !== undefined && (
        <Melding soort="let-op" titel="Deze boeking is later gecorrigeerd">
          <Alinea>
            Zij is ongedaan gemaakt door {naar(gecorrigeerdDoor)}. Allebei blijven staan, zodat te zien is wat
            er gebeurde.
          </Alinea>
        </Melding>
      )}
      <Verplaatst van={van} regels={boeking.regels} />
      <Bewijs {...props} />
      {props.plek !== undefined && <UitBestand van={van} plek={props.plek} />}
      <Gevolg van={van} boeking={boeking} />
      <Regels van={van} regels={boeking.regels} />
    </Planpagina>
  )
}

const Wissen = (props: { van: Planbezoek; nr: number }) => (
  <Meer kop="Deze toelichting wissen">
    <Formulier
      naam="Toelichting wissen"
      actie={maakPad(props.van.kop, undefined)(`/boekingen/${props.nr}/toelichting/wissen`)}
    >
      <Alinea>
        Doe dit als er een naam in staat, of iets anders over een persoon. De boeking zelf blijft zoals zij
        is. Wat gewist is, komt niet terug.
      </Alinea>
      <Knoppen>
        <Knop soort="gevaar">Wis de toelichting</Knop>
      </Knoppen>
    </Formulier>
  </Meer>
)

function Bewijs(props: Gelezen & { van: Planbezoek }) {
  const { van, boeking, binnen } = props
  const wie = (account: string | null): string =>
    account === null
      ? 'het programma zelf'
      : (binnen?.namen.get(account) ?? 'een account dat er niet meer is')
  const feiten: Feit[] = [
    {
      label: 'Berust op',
      waarde: <Grondslaglink van={van} grondslag={boeking.grondslag} onderwerp={props.onderwerp} />,
    },
    { label: 'Gebeurd op', waarde: toonDatum(boeking.geldigOp) },
    {
      label: 'Vastgelegd op',
      waarde: toonMoment(alsDate(boeking.vastgelegdOp)),
      bij: dagVanMoment(boeking.vastgelegdOp) === boeking.geldigOp ? undefined : 'later dan het gebeurde',
    },
    ...(boeking.betreft === null
      ? []
      : [{ label: 'Gaat over', waarde: toonTijdvak(tijdvak(boeking.betreft)) }]),
    ...(binnen === undefined
      ? []
      : [
          { label: 'Geboekt door', waarde: wie(boeking.door) },
          ...(boeking.tweede === null ? [] : [{ label: 'Als tweede', waarde: wie(boeking.tweede) }]),
        ]),
  ]
  return (
    <Sectie kop="Waarop dit berust">
      <Feiten feiten={feiten} />
      {binnen?.toelichting !== undefined && (
        <Alinea>
          <strong>Toelichting:</strong> {binnen.toelichting}
        </Alinea>
      )}
      {binnen?.toelichting !== undefined && van.mag('grootboek.toelichting.wissen') && (
        <Wissen van={van} nr={boeking.nr} />
      )}
      {binnen !== undefined && binnen.toelichting === undefined && boeking.tekstafdruk !== null && (
        <Alinea>De toelichting bij deze boeking is gewist. De boeking zelf is niet veranderd.</Alinea>
      )}
      <Alinea klein>
        Hash van deze boeking: <code>{boeking.hash}</code>
        <br />
        Hash van de vorige: <code>{props.vorigeHash}</code>
        <br />
        <Link href={van.pad('/journaal')}>Wat deze hashes bewijzen, en hoe u ze nagaat</Link>
      </Alinea>
    </Sectie>
  )
}
