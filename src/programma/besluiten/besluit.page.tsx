import { toonDatum } from '#basis/datum.ts'
import { telOp } from '#basis/geld.ts'
import { toonGetal } from '#basis/tekst.ts'
import { type Boekingsoort, findBoekingenVan, type Rekening } from '#grootboek/deur.ts'
import { magZien, wijzigingnaam } from '#programma/begrotingswijzigingen/begrotingswijzigingen.page.tsx'
import { findWijzigingen } from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import { Uitoverleg } from '#programma/besluiten/besluiten.page.tsx'
import { type Bewogen, bewogenDoor, bijBronnen, bijOnderdelen } from '#programma/besluiten/bewogen.ts'
import { SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { bronnaam, onderdeelnaam } from '#programma/namen.ts'
import { findOverleggen } from '#programma/overleg/overleg.store.ts'
import { type Herkomst, herkomsten } from '#programma/overleg/overleg.ts'
import { type Besluit, findBesluit, findVaststellingen } from '#programma/plan.store.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { ORGAANNAAM } from '#programma/versies/versies.ts'
import { foutAntwoord, type Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Eén besluit: wat het vaststelde, en welk geld het verplaatste. */

/** Meer boekingen heeft één besluit niet: een heel plan past in enkele. */
const MEESTE_BOEKINGEN = 500

export function besluitPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/besluiten/:id', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const id = c.req.param('id')
    const gelezen = await van.bezoek.db.lees(async (lezer) => {
      const besluit = await findBesluit(lezer, id)
      if (besluit === undefined) return undefined
      const grondslag = { soort: 'besluit', kenmerk: besluit.id }
      return {
        besluit,
        boekingen: await findBoekingenVan(lezer, { grondslag }, MEESTE_BOEKINGEN),
        vaststellingen: (await findVaststellingen(lezer)).filter((een) => een.besluit === besluit.id),
        wijzigingen: await findWijzigingen(lezer, van.kop.id),
        herkomst: van.mag('overleg.lezen')
          ? herkomsten(await findOverleggen(lezer, van.kop.id)).get(besluit.id)
          : undefined,
      }
    })
    if (gelezen === undefined)
      return foutAntwoord(c, 'niet_gevonden', {
        titel: 'Dit besluit is er niet',
        zin: 'In het register staat geen besluit met dit kenmerk.',
      })
    const wijzigingen = gelezen.wijzigingen.filter(
      (een) => magZien(van, een) && een.stappen.some(({ besluit }) => besluit === id),
    )
    const bewogen = bewogenDoor(gelezen.boekingen, van.kop.id)
    return c.html(
      <Planpagina
        van={van}
        titel={gelezen.besluit.onderwerp}
        kruimels={[
          { tekst: 'Overzicht', href: van.pad('/') },
          { tekst: 'Besluiten', href: van.pad('/besluiten') },
        ]}
      >
        <Paginakop
          titel={gelezen.besluit.onderwerp}
          bij={gelezen.besluit.teBevestigen ? <Etiket toon="let-op">te bevestigen</Etiket> : undefined}
          lead="Wat dit besluit vaststelde, en welk geld het verplaatste."
        />
        <Besluitfeiten van={van} besluit={gelezen.besluit} herkomst={gelezen.herkomst} />
        <Vastgesteld van={van} vaststellingen={gelezen.vaststellingen} />
        {wijzigingen.length > 0 && (
          <Sectie kop="Begrotingswijzigingen">
            <Zijbalklijst
              items={wijzigingen.map((een) => ({
                tekst: <Link href={van.pad(`/begrotingswijzigingen/${een.id}`)}>{wijzigingnaam(een)}</Link>,
              }))}
            />
          </Sectie>
        )}
        {bewogen.length === 0 ? (
          <LegeStaat titel="Dit besluit verplaatste geen geld">
            Zodra er een boeking op dit besluit berust, staat hier wat zij verplaatste.
          </LegeStaat>
        ) : (
          <Verplaatst van={van} bewogen={bewogen} />
        )}
        <Boekingen van={van} boekingen={gelezen.boekingen} />
      </Planpagina>,
    )
  })
}

const Besluitfeiten = (props: { van: Planbezoek; besluit: Besluit; herkomst: Herkomst | undefined }) => (
  <Feiten
    feiten={[
      { label: 'Wie besloot', waarde: ORGAANNAAM[props.besluit.orgaan] },
      { label: 'Dag', waarde: props.besluit.datum === null ? 'niet bekend' : toonDatum(props.besluit.datum) },
      { label: 'Nummer', waarde: props.besluit.nummer ?? 'geen nummer' },
      ...(props.herkomst === undefined
        ? []
        : [{ label: 'Uit overleg', waarde: <Uitoverleg van={props.van} herkomst={props.herkomst} /> }]),
    ]}
  />
)

function Vastgesteld(props: {
  van: Planbezoek
  vaststellingen: readonly { plan: string; versie: number }[]
}) {
  const { van } = props
  const items = props.vaststellingen.flatMap(({ plan, versie }) => {
    const kop = van.koppen.find(({ id }) => id === plan)
    if (kop === undefined) return []
    const href = maakPad(kop, undefined)(`/versies/${versie}`)
    return [{ tekst: <Link href={href}>{`${kop.titel}, versie ${versie}`}</Link> }]
  })
  return items.length === 0 ? null : (
    <Sectie kop="Stelde vast">
      <Zijbalklijst items={items} />
    </Sectie>
  )
}

const KANTNAAM: Partial<Record<Rekening['soort'], string>> = {
  toegezegd: 'Brengt de bron in',
  dekking: 'Nog te verdelen',
  overgang: 'Wacht op overheveling',
  vrijval: 'Teruggevallen aan de bron',
}

function Verplaatst(props: { van: Planbezoek; bewogen: readonly Bewogen[] }) {
  const { van, bewogen } = props
  const { plan } = van.beeld
  const onderdelen = bijOnderdelen(bewogen)
  const anders = bijBronnen(bewogen)
  return (
    <>
      <Sectie kop="Wat onderdelen erbij kregen of afstonden" id="onderdelen">
        <Tabel
          bijschrift="Wat onderdelen erbij kregen of afstonden"
          bijschriftVerborgen
          rijen={eersteRijen(onderdelen)}
          leeg="Er veranderde niets bij onderdelen."
          kolommen={[
            {
              sleutel: 'onderdeel',
              kop: 'Onderdeel',
              cel: ({ onderdeel }) =>
                onderdeel === null ? (
                  'nog niet gekoppeld aan een onderdeel'
                ) : (
                  <Link href={van.pad(`/onderdelen/${onderdeel}`)}>{onderdeelnaam(plan)(onderdeel)}</Link>
                ),
            },
            { sleutel: 'jaar', kop: 'Jaar', cel: ({ jaar }) => String(jaar) },
            { sleutel: 'bron', kop: 'Bron', cel: ({ bron }) => bronnaam(plan)(bron) },
            { sleutel: 'bedrag', kop: 'Bedrag, €', soort: 'bedrag', cel: ({ bedragCent }) => bedragCent },
          ]}
          totaal={{
            kop: 'Totaal',
            cellen: { bedrag: telOp(...onderdelen.map(({ bedragCent }) => bedragCent)) },
          }}
        />
        <Afgekapt aantal={onderdelen.length}>Alle regels staan bij de boekingen hieronder.</Afgekapt>
      </Sectie>
      {anders.length > 0 && (
        <Sectie
          kop="Waar het vandaan kwam of heen ging"
          id="bronnen"
          onder="Een min is wat ergens vandaan kwam. Samen met de onderdelen is het per bron altijd nul."
        >
          <Tabel
            bijschrift="Waar het vandaan kwam of heen ging"
            bijschriftVerborgen
            rijen={anders}
            kolommen={[
              { sleutel: 'bron', kop: 'Bron', cel: ({ bron }) => bronnaam(plan)(bron) },
              { sleutel: 'soort', kop: 'Wat', cel: ({ soort }) => KANTNAAM[soort] ?? soort },
              { sleutel: 'bedrag', kop: 'Bedrag, €', soort: 'bedrag', cel: ({ bedragCent }) => bedragCent },
            ]}
          />
        </Sectie>
      )}
    </>
  )
}

function Boekingen(props: {
  van: Planbezoek
  boekingen: readonly { nr: number; geldigOp: Parameters<typeof toonDatum>[0]; soort: Boekingsoort }[]
}) {
  if (props.boekingen.length === 0) return null
  return (
    <Sectie kop="Boekingen" id="boekingen">
      <Tabel
        bijschrift="Boekingen op dit besluit"
        bijschriftVerborgen
        rijen={eersteRijen(props.boekingen)}
        kolommen={[
          {
            sleutel: 'nr',
            kop: 'Boeking',
            cel: ({ nr }) => <Link href={props.van.pad(`/boekingen/${nr}`)}>{toonGetal(nr)}</Link>,
          },
          { sleutel: 'soort', kop: 'Soort', cel: ({ soort }) => SOORTNAAM[soort] },
          { sleutel: 'dag', kop: 'Dag', cel: ({ geldigOp }) => toonDatum(geldigOp) },
        ]}
      />
    </Sectie>
  )
}
