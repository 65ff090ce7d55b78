import type { Context } from 'hono'
import { periodenaam, tijdvak } from '#basis/datum.ts'
import { type Centen, centen, toonCenten } from '#basis/geld.ts'
import {
  type Deelstand,
  deelstanden,
  findLevenVan,
  findOmschrijvingen,
  findVerplichtingkop,
  isAfgesloten,
  levensloop,
  Naam,
  type Stap,
  type Verplichtingkop,
} from '#grootboek/deur.ts'
import { type Geldbezoek, leesGeldbezoek, Tijdkeuzeformulier } from '#programma/begroting/tijdkeuze.tsx'
import { onderdeelnaam } from '#programma/namen.ts'
import { Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { Gedaan } from '#programma/verplichtingen/boekscherm.tsx'
import { Delen, Leven } from '#programma/verplichtingen/verplichting-leven.tsx'
import { foutAntwoord, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Bedrag } from '#ui/bedrag.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'

/** Eén verplichting met haar hele leven: van aangaan tot afsluiten, elke stap met haar boeking. */
export function verplichtingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/verplichtingen/:id', (c) => toon(c, kamer))
}

type Gelezen = {
  id: string
  stappen: Stap[]
  standen: Deelstand[]
  kop: Verplichtingkop | undefined
  afgesloten: boolean
  omschrijving: string | undefined
}

async function toon(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesGeldbezoek(c, kamer)
  if (van instanceof Response) return van
  const id = Naam.safeParse(c.req.param('id'))
  const gelezen = id.success ? await lees(van, id.data) : undefined
  if (gelezen === undefined) return foutAntwoord(c, 'niet_gevonden')
  const { gedaan, gemeld } = c.req.query()
  return c.html(<Verplichtingpagina van={van} {...gelezen} gedaan={gedaan} gemeld={gemeld} />)
}

const lees = (van: Geldbezoek, id: string): Promise<Gelezen | undefined> =>
  van.bezoek.db.lees(async (lezer) => {
    const { tijd, kop } = van
    const alle = await findLevenVan(lezer, kop.id, id, tijd.bekendNr)
    const leven = alle.filter(({ geldigOp }) => tijd.geldigTm === undefined || geldigOp <= tijd.geldigTm)
    const register = await findVerplichtingkop(lezer, id)
    if (register !== undefined && register.programma !== kop.id) return undefined
    if (register === undefined && alle.length === 0) return undefined
    const omschrijvingen = van.mag('grootboek.toelichting.lezen')
      ? await findOmschrijvingen(lezer, kop.id, id)
      : undefined
    return {
      id,
      stappen: levensloop(leven, id),
      standen: deelstanden(leven, id),
      kop: register,
      afgesloten: await isAfgesloten(lezer, id),
      omschrijving: omschrijvingen?.get(id),
    }
  })

const som = (standen: readonly Deelstand[], wat: (stand: Deelstand) => Centen): Centen =>
  centen(standen.reduce((totaal, stand) => totaal + wat(stand), 0))

type Props = Gelezen & { van: Geldbezoek; gedaan: string | undefined; gemeld: string | undefined }

const GEDAAN: Readonly<Record<string, string>> = {
  aangegaan: 'De verplichting is aangegaan',
  meerwerk: 'Het meerwerk is geboekt',
  factuur: 'De factuur is geboekt',
  vrijval: 'Het bedrag is vrijgevallen',
  einde: 'De verplichting is afgesloten',
}

function Verplichtingpagina(props: Props) {
  const { van, id, kop, standen, stappen, afgesloten, omschrijving } = props
  const gedaan = GEDAAN[props.gedaan ?? '']
  return (
    <Planpagina
      van={van}
      titel={`Verplichting ${id}`}
      beschrijving={`Verplichting ${id}: wat is aangegaan, gefactureerd en nog openstaat.`}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Verplichtingen', href: van.geldpad('/verplichtingen') },
      ]}
    >
      {gedaan !== undefined && van.bezoek.wie !== undefined && (
        <Gedaan titel={gedaan} gemeld={props.gemeld} />
      )}
      <Paginakop
        titel={`Verplichting ${id}`}
        bij={afgesloten && <Etiket>afgesloten</Etiket>}
        lead={omschrijving}
        acties={<Acties van={van} id={id} afgesloten={afgesloten} />}
      />
      <Tijdkeuzeformulier van={van} actie={`/verplichtingen/${id}`} />
      {standen.length === 0 ? (
        <LegeStaat titel="Op dit moment was er nog niets geboekt">
          Kies hierboven een later moment om te zien wat er is vastgelegd.
        </LegeStaat>
      ) : (
        <>
          <Stand van={van} id={id} kop={kop} standen={standen} />
          <Delen van={van} id={id} standen={standen} />
          <Leven van={van} stappen={stappen} />
        </>
      )}
    </Planpagina>
  )
}

function Acties(props: { van: Geldbezoek; id: string; afgesloten: boolean }) {
  const { van, id, afgesloten } = props
  const naar = (wat: string) => van.pad(`/verplichtingen/${id}/${wat}`)
  if (van.bezoek.wie === undefined) return null
  return (
    <Knoppen>
      {van.mag('boeking.boeken') && (
        <KnopLink href={naar('factuur')} soort="hoofd">
          Factuur boeken
        </KnopLink>
      )}
      {van.mag('verplichting.aangaan') && !afgesloten && (
        <>
          <KnopLink href={naar('meerwerk')}>Meerwerk</KnopLink>
          <KnopLink href={naar('vrijval')}>Laten vrijvallen</KnopLink>
          <KnopLink href={naar('einde')}>Afsluiten</KnopLink>
        </>
      )}
    </Knoppen>
  )
}

function Stand(props: {
  van: Geldbezoek
  id: string
  kop: Verplichtingkop | undefined
  standen: readonly Deelstand[]
}) {
  const { van, id, kop, standen } = props
  const { plan } = van.beeld
  const bedrag = (label: string, wat: (stand: Deelstand) => Centen, soort?: string) => ({
    label,
    waarde: (
      <Bedrag
        cent={som(standen, wat)}
        href={van.geldpad('/boekingen', { verplichting: id, soort, kolom: 'verplicht' })}
        centen
      />
    ),
  })
  const boven = som(standen, ({ bovenCent }) => bovenCent)
  const onderdeel = kop === undefined ? (standen[0]?.budget.onderdeel ?? null) : kop.onderdeel
  const looptijd = periodenaam({
    van: kop?.van == null ? undefined : tijdvak(kop.van),
    tot: kop?.tot == null ? undefined : tijdvak(kop.tot),
  })
  return (
    <>
      <Feiten
        feiten={[
          {
            label: 'Onderdeel',
            waarde:
              onderdeel === null ? (
                'nog onbekend'
              ) : (
                <Link href={van.pad(`/onderdelen/${onderdeel}`)}>{onderdeelnaam(plan)(onderdeel)}</Link>
              ),
          },
          { label: 'Looptijd', waarde: looptijd },
          bedrag('Aangegaan, met meerwerk', (stand) => stand.aangegaanCent, 'verplichting'),
          {
            ...bedrag('Gefactureerd', (stand) => stand.gefactureerdCent, 'factuur'),
            bij: boven === 0 ? undefined : `en ${toonCenten(boven)} daarboven`,
          },
          bedrag('Vrijgevallen', (stand) => stand.vrijgevallenCent, 'vrijval'),
          bedrag('Open', (stand) => stand.openCent),
        ]}
      />
      {boven !== 0 && (
        <Alinea>
          Er is {toonCenten(boven)} euro meer gefactureerd dan openstond. Dat komt uit de vrije ruimte van het
          onderdeel en telt niet mee bij wat uit de verplichting is betaald.
        </Alinea>
      )}
    </>
  )
}
