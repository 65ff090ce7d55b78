import type { Context } from 'hono'
import { z } from 'zod'
import { toonDatum } from '#basis/datum.ts'
import { toonEuro } from '#basis/geld.ts'
import { telwoord, toonGetal } from '#basis/tekst.ts'
import {
  bekijkInlezing,
  type Gelezen,
  type Leesweigering,
  leesIn,
  leesKlaar,
  ruimKlaarliggendeOp,
  type Verschilbeeld,
  type Voorbereid,
} from '#grootboek/deur.ts'
import { INLEESWEIGERING, leeszin } from '#programma/inlezen/teksten.ts'
import {
  Bevindingtabel,
  Effecttabel,
  Onbekendtabel,
  Rekeningtabel,
  Telfeiten,
  Veranderingtabel,
} from '#programma/inlezen/verschil.tsx'
import { Weglijst } from '#programma/inlezen/weglijst.tsx'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import {
  foutAntwoord,
  leesFormulier,
  type Omgeving,
  type Routes,
  type Werkuitslag,
  werkPad,
} from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Een gelezen bestand: wat het verandert, en dan pas vastleggen. */

const WEG = {
  titel: 'Dit bestand ligt niet meer klaar',
  zin: 'Het is al vastgelegd, weggegooid, of ouder dan een week. Kijk in de geschiedenis, of lees het opnieuw in.',
}

/** Zoveel regels gaan binnen een verzoek; meer gaat op de achtergrond, met voortgang. */
const METEEN_TM = 1_000

export function klaarPagina(routes: Routes, kamer: Programmakamer): void {
  routes
    .get('invoer.lezen', '/inlezen/klaar/:id', async (c) => {
      const gevonden = await vind(c, kamer)
      if (gevonden instanceof Response) return gevonden
      return toon(c, gevonden.van, gevonden.klaar)
    })
    .post('invoer.inlezen', '/inlezen/klaar/:id', async (c) => {
      const gevonden = await vind(c, kamer)
      if (gevonden instanceof Response) return gevonden
      const { van, klaar } = gevonden
      if (klaar.soort !== 'gelezen') return toon(c, van, klaar)
      const verwacht = (await leesFormulier(c))['verwacht']
      return legVast(c, kamer, van, klaar, verwacht)
    })
    .post('invoer.inlezen', '/inlezen/klaar/:id/weg', async (c) => {
      const gevonden = await vind(c, kamer)
      if (gevonden instanceof Response) return gevonden
      const { bezoek, pad } = gevonden.van
      await bezoek.db.schrijf((tx) => ruimKlaarliggendeOp(tx, gevonden.klaar.id, bezoek.klok.nu()))
      return c.redirect(pad('/inlezen'), 303)
    })
}

async function vind(
  c: Context<Omgeving>,
  kamer: Programmakamer,
): Promise<{ van: Planbezoek; klaar: Voorbereid } | Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const id = z.uuid().safeParse(c.req.param('id'))
  const klaar = id.success ? await van.bezoek.db.lees((lezer) => leesKlaar(lezer, id.data)) : undefined
  return klaar?.programma === van.kop.id ? { van, klaar } : foutAntwoord(c, 'niet_gevonden', WEG)
}

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  klaar: Voorbereid,
  ingehaald = false,
): Promise<Response> {
  if (klaar.soort === 'geweigerd') return c.html(<Geweigerd van={van} klaar={klaar} />)
  const { gelezen, programma } = klaar
  const beeld = await van.bezoek.db.lees((lezer) => bekijkInlezing(lezer, { gelezen, programma }))
  if (!beeld.ok) {
    const { code } = beeld.reden
    const zin = code === 'intussen_veranderd' ? '' : INLEESWEIGERING[code]
    return foutAntwoord(c, 'kan_nu_niet', { titel: 'Lees het bestand opnieuw in', zin })
  }
  const scherm = { van, id: klaar.id, gelezen, beeld: beeld.waarde, ingehaald }
  return c.html(<Klaarpagina {...scherm} />, ingehaald ? 409 : 200)
}

async function legVast(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  van: Planbezoek,
  klaar: Extract<Voorbereid, { soort: 'gelezen' }>,
  verwacht: string | undefined,
): Promise<Response> {
  const { bezoek, pad } = van
  const { gelezen, programma, id } = klaar
  const doe = async () => {
    const uitkomst = await leesIn(kamer.boekhouder, bezoek, { gelezen, programma, verwacht: verwacht ?? '' })
    if (uitkomst.ok) await bezoek.db.schrijf((tx) => ruimKlaarliggendeOp(tx, id, bezoek.klok.nu()))
    return uitkomst
  }
  if (gelezen.regels.length > METEEN_TM) {
    const gestart = kamer.werk.start(
      bezoek.gemeente.code,
      bezoek.wie?.account ?? '',
      'Inlezing vastleggen',
      async (meld): Promise<Werkuitslag> => {
        meld({ gedaan: 0, stap: 'Boeken' })
        const uitkomst = await doe()
        if (!uitkomst.ok)
          return {
            goed: false,
            zin: 'Er is niets vastgelegd: er is intussen iets veranderd.',
            naar: { tekst: 'Bekijk wat het bestand nu verandert', href: pad(`/inlezen/klaar/${id}`) },
          }
        if (uitkomst.waarde.soort === 'gelijk')
          return { goed: true, zin: 'Alles stond er al precies zo. Er is niets veranderd.' }
        const { inlezing, doorgevoerd } = uitkomst.waarde
        return {
          goed: true,
          zin: `Vastgelegd met ${telwoord(doorgevoerd.boekingen, 'boeking', 'boekingen')}.`,
          naar: { tekst: `Naar inlezing ${inlezing}`, href: pad(`/inlezen/${inlezing}`) },
        }
      },
    )
    if (gestart.ok) return c.redirect(werkPad(gestart.waarde), 303)
  }
  const uitkomst = await doe()
  if (uitkomst.ok)
    return c.redirect(
      pad(uitkomst.waarde.soort === 'geboekt' ? `/inlezen/${uitkomst.waarde.inlezing}` : '/inlezen'),
      303,
    )
  if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  return toon(c, van, klaar, true)
}

const kruimelsVan = (van: Planbezoek) => [
  { tekst: 'Werk', href: van.pad('/werk') },
  { tekst: 'Inlezen', href: van.pad('/inlezen') },
]

function Geweigerd(props: { van: Planbezoek; klaar: Extract<Voorbereid, { soort: 'geweigerd' }> }) {
  const { van, klaar } = props
  const { reden } = klaar
  const { titel, zin } = leeszin(reden)
  return (
    <Planpagina van={van} titel={titel} kruimels={kruimelsVan(van)} fout>
      <Paginakop titel={titel} lead={zin} />
      <Fouten reden={reden} />
      {reden.code === 'te_veel_regels' && van.mag('koppeling.beheren') && (
        <Weglijst van={van} reden={reden} />
      )}
      <Knoppen>
        <KnopLink href={van.pad('/inlezen')}>Bestand opnieuw inlezen</KnopLink>
      </Knoppen>
      <Wegknop van={van} id={klaar.id} />
    </Planpagina>
  )
}

function Fouten(props: { reden: Leesweigering }) {
  const { bevindingen } = props.reden.verslag
  if (bevindingen.length === 0) return null
  return <Bevindingtabel bevindingen={bevindingen} />
}

const Wegknop = (props: { van: Planbezoek; id: string }) =>
  props.van.mag('invoer.inlezen') ? (
    <Formulier actie={props.van.pad(`/inlezen/klaar/${props.id}/weg`)} naam="Weggooien">
      <Knop soort="tweede">Gooi dit weg</Knop>
    </Formulier>
  ) : null

type Klaarprops = {
  van: Planbezoek
  id: string
  gelezen: Gelezen
  beeld: Verschilbeeld
  ingehaald: boolean
}

function Klaarpagina(props: Klaarprops) {
  const { van, id, gelezen, beeld, ingehaald } = props
  const { vorm, bereik, bevindingen, regels } = gelezen.verslag
  const { nieuw, veranderd, omgehangen, weg } = beeld.telling
  const totaal = nieuw + veranderd + omgehangen + weg
  const titel = 'Wat dit bestand verandert'
  return (
    <Planpagina van={van} titel={titel} kruimels={kruimelsVan(van)} fout={ingehaald}>
      <Paginakop
        titel={titel}
        lead={`${vorm}, administratie ${bereik.administratie}, van ${toonDatum(bereik.van)} tot en met ${toonDatum(bereik.tot)}. Er is nog niets geboekt.`}
      />
      {ingehaald && (
        <Melding soort="let-op" titel="Er is intussen iets veranderd" antwoord>
          Iemand las een ander bestand in of veranderde de koppeling. Er is niets vastgelegd en niets
          verloren. Hieronder staat wat uw bestand nu verandert.
        </Melding>
      )}
      <Telfeiten beeld={beeld} />
      <Alinea>
        Het bestand heeft {telwoord(regels, 'regel', 'regels')} met kosten of baten; daarvan doen er{' '}
        {toonGetal(gelezen.regels.length)} mee.
      </Alinea>
      {totaal === 0 ? (
        <Melding soort="goed" titel="Alles staat er al precies zo">
          Er valt niets vast te leggen.
        </Melding>
      ) : (
        van.mag('invoer.inlezen') && (
          <Alinea>
            <Link href="#vastleggen">Naar het vastleggen</Link>
          </Alinea>
        )
      )}
      <Onbekenddeel van={van} id={id} beeld={beeld} />
      <Sectie kop="Per onderdeel">
        <Effecttabel van={van} beeld={beeld} />
      </Sectie>
      {beeld.grootste.length > 0 && (
        <Sectie kop="Regel voor regel">
          <Veranderingtabel grootste={beeld.grootste} totaal={totaal} />
        </Sectie>
      )}
      <Sectie kop="Sluit het aan?">
        <Rekeningtabel rekeningen={gelezen.rekeningen} />
        {bevindingen.length > 0 && (
          <Meer kop={`Opgevallen bij het lezen: ${telwoord(bevindingen.length, 'ding', 'dingen')}`}>
            <Bevindingtabel bevindingen={bevindingen} />
          </Meer>
        )}
      </Sectie>
      {totaal > 0 ? <Vastlegknop {...props} /> : <Wegknop van={van} id={id} />}
    </Planpagina>
  )
}

function Vastlegknop({ van, id, beeld }: Klaarprops) {
  if (!van.mag('invoer.inlezen')) return null
  return (
    <Sectie
      kop="Vastleggen"
      id="vastleggen"
      onder="Wij boeken precies wat hierboven staat, of niets. U kunt het later ongedaan maken."
    >
      <Formulier
        actie={van.pad(`/inlezen/klaar/${id}`)}
        naam="Vastleggen"
        verborgen={{ verwacht: beeld.afdruk }}
      >
        <Knoppen>
          <Knop>Leg dit vast</Knop>
          <Knop soort="tweede" actie={van.pad(`/inlezen/klaar/${id}/weg`)}>
            Gooi dit weg
          </Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

const MEESTE_ONBEKEND = 10

function Onbekenddeel(props: { van: Planbezoek; id: string; beeld: Verschilbeeld }) {
  const { van, beeld, id } = props
  const { onbekend } = beeld
  if (onbekend.length === 0) return null
  const bedrag = onbekend.reduce((op, { bedragCent }) => op + bedragCent, 0)
  return (
    <Sectie
      kop={`${toonEuro(bedrag as (typeof onbekend)[number]['bedragCent'])} hoort nog nergens bij`}
      onder="U kunt dit nu koppelen, of eerst vastleggen: dan staat het zichtbaar bij ‘nog onbekend’ en boekt u het later om."
    >
      <Onbekendtabel onbekend={onbekend} hoogstens={MEESTE_ONBEKEND} />
      {van.mag('koppeling.beheren') && (
        <Knoppen>
          <KnopLink href={van.pad('/koppeling', { bij: id })}>Koppel dit eerst</KnopLink>
        </Knoppen>
      )}
    </Sectie>
  )
}
