import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Id, nieuwId } from '#basis/id.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Verzoek } from '#grootboek/deur.ts'
import { toonPeriode } from '#programma/periodenaam.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Veldprops } from '#programma/verplichtingen/velden.tsx'
import {
  type Boekreden,
  boekstatus,
  leesGemeld,
  MELDING,
  weigerzin,
} from '#programma/verplichtingen/zinnen.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, type Handeling, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Lijst, Paginakop } from '#ui/kop.tsx'
import type { Kruimel } from '#ui/kruimels.tsx'
import { Melding } from '#ui/melding.tsx'

/**
 * Een scherm waarop iemand met de hand boekt, als gegevens. Tonen, weigeren, een gesloten periode en twee keer op de
 * knop gaan zo overal gelijk: wat getypt is blijft staan, en hetzelfde formulier nog eens sturen boekt niets dubbel.
 */
export type Boekvorm<Ding> = {
  /** Waar het scherm over gaat; `undefined` is een pagina die er niet is. */
  laad: (c: Context<Omgeving>, van: Planbezoek) => Promise<Ding | undefined>
  titel: (ding: Ding) => string
  lead: (ding: Ding, van: Planbezoek) => Child
  kruimels: (van: Planbezoek, ding: Ding) => readonly Kruimel[]
  knop: (ding: Ding) => string
  /** Wat er staat als iemand het scherm opent. */
  begin: (van: Planbezoek, ding: Ding, vraag: Waarden) => Waarden
  Velden: (props: Veldprops & { ding: Ding }) => Child
  /** Boven het formulier, bijvoorbeeld wat er nu openstaat. */
  Vooraf?: (props: { van: Planbezoek; ding: Ding; vraag: Waarden }) => Child
  /** Valt er niets te boeken, dan alleen deze tekst. */
  dicht?: (ding: Ding) => string | undefined
  /** Boekt; de waarde is het adres om daarna naartoe te gaan. */
  bewaar: (
    kamer: Programmakamer,
    van: Planbezoek,
    ding: Ding,
    waarden: Waarden,
    verzoek: Verzoek,
  ) => Promise<Uitkomst<string, readonly VeldFout[] | Boekreden>>
}

export function meldBoekschermAan<Ding>(
  routes: Routes,
  kamer: Programmakamer,
  handeling: Handeling,
  pad: `/${string}`,
  vorm: Boekvorm<Ding>,
): void {
  routes.get(handeling, pad, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const ding = await vorm.laad(c, van)
    if (ding === undefined) return foutAntwoord(c, 'niet_gevonden')
    const vraag = c.req.query()
    const waarden = { ...vorm.begin(van, ding, vraag), sleutel: nieuwId(van.bezoek.klok.nu()) }
    return c.html(
      <Boekscherm van={van} vorm={vorm} ding={ding} vraag={vraag} waarden={waarden} fouten={[]} />,
    )
  })
  routes.post(handeling, pad, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const ding = await vorm.laad(c, van)
    if (ding === undefined) return foutAntwoord(c, 'niet_gevonden')
    const waarden = await leesFormulier(c)
    const { sleutel = '', ...inhoud } = waarden
    const wie = van.bezoek.wie?.account ?? ''
    const verzoek = {
      sleutel: `scherm ${wie} ${Id.safeParse(sleutel).success ? sleutel : nieuwId(van.bezoek.klok.nu())}`,
      inhoud: { pad: new URL(c.req.url).pathname, ...inhoud },
    }
    const uitkomst = await vorm.bewaar(kamer, van, ding, waarden, verzoek)
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok) return c.redirect(uitkomst.waarde, 303)
    const scherm = { van, vorm, ding, waarden, vraag: {} }
    if (!('code' in uitkomst.reden)) return c.html(<Boekscherm {...scherm} fouten={uitkomst.reden} />, 400)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    return c.html(
      <Boekscherm {...scherm} fouten={[]} reden={uitkomst.reden} />,
      boekstatus(uitkomst.reden.code),
    )
  })
}

type Schermprops<Ding> = {
  van: Planbezoek
  vorm: Boekvorm<Ding>
  ding: Ding
  waarden: Waarden
  vraag: Waarden
  fouten: readonly VeldFout[]
  reden?: Boekreden
}

function Boekscherm<Ding>(props: Schermprops<Ding>) {
  const { van, vorm, ding, waarden, fouten, reden } = props
  const titel = vorm.titel(ding)
  const dicht = vorm.dicht?.(ding)
  const { Velden, Vooraf } = vorm
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={vorm.kruimels(van, ding)}
      fout={fouten.length > 0 || reden !== undefined}
    >
      <Paginakop titel={titel} lead={vorm.lead(ding, van)} />
      {Vooraf !== undefined && (
        <div class="oz-sectie">
          <Vooraf van={van} ding={ding} vraag={props.vraag} />
        </div>
      )}
      {reden !== undefined && <Weigering reden={reden} van={van} />}
      {dicht !== undefined ? (
        <Alinea>{dicht}</Alinea>
      ) : (
        <Formulier naam={titel} fouten={fouten} verborgen={{ sleutel: waarden['sleutel'] ?? '' }}>
          <Velden van={van} ding={ding} waarden={waarden} fouten={fouten} />
          <Knoppen>
            {reden?.code === 'periode_dicht' ? (
              <>
                <Knop naam="uitwijkNaar" waarde={reden.eersteOpen}>
                  Boek in {toonPeriode(reden.eersteOpen)}, over {toonPeriode(reden.periode)}
                </Knop>
                <Knop soort="tweede">{vorm.knop(ding)}</Knop>
              </>
            ) : (
              <Knop>{vorm.knop(ding)}</Knop>
            )}
          </Knoppen>
        </Formulier>
      )}
    </Planpagina>
  )
}

/** Waarom het niet doorging; wat ingevuld was, staat er nog. */
export function Weigering(props: { reden: Boekreden; van: Planbezoek }) {
  const { reden, van } = props
  const dicht = reden.code === 'periode_dicht'
  return (
    <Melding
      soort={dicht ? 'let-op' : 'fout'}
      titel={dicht ? 'Deze periode is gesloten' : 'Dit is niet geboekt'}
      antwoord
    >
      <Alinea>{weigerzin(reden, van.beeld.plan)} Er is niets verloren: wat u invulde, staat er nog.</Alinea>
      {reden.code === 'boven_ruimte' && van.mag('begrotingswijziging.voorstellen') && (
        <Alinea>
          <KnopLink href={van.pad('/begrotingswijzigingen/nieuw')}>Begrotingswijziging voorstellen</KnopLink>
        </Alinea>
      )}
    </Melding>
  )
}

/** Het antwoord na het boeken, op de pagina waar iemand terechtkomt: wat er gedaan is en wat daarbij opviel. */
export function Gedaan(props: { titel: Child; gemeld: string | undefined; children?: Child }) {
  const gemeld = leesGemeld(props.gemeld)
  return (
    <>
      <Melding soort="goed" titel={props.titel} antwoord>
        {props.children}
      </Melding>
      {gemeld.length > 0 && (
        <Melding soort="let-op" titel="Dit viel op">
          <Lijst items={gemeld.map((code) => MELDING[code])} />
        </Melding>
      )}
    </>
  )
}
