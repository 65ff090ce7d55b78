import type { Context } from 'hono'
import { jaarVan, toonDatum } from '#basis/datum.ts'
import { telOp, toonEuro } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import { findPostsaldi, findTijdstip } from '#grootboek/deur.ts'
import { Jaarkeuze } from '#programma/jaarkeuze.tsx'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { bronnaam, onderdeelnaam } from '#programma/namen.ts'
import { sluitHetJaar } from '#programma/overheveling/jaareinde.flow.ts'
import { boekVerval } from '#programma/overheveling/overheveling.flow.ts'
import { findOverhevelingen } from '#programma/overheveling/overheveling.store.ts'
import {
  isVerlopen,
  type Overheveling,
  type Rest,
  resten,
  STANDWOORD,
  standVan,
} from '#programma/overheveling/overheveling.ts'
import { jaarzin } from '#programma/overheveling/teksten.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { foutAntwoord, leesFormulier, magBezoeker, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Wat er in een jaar over is, wat daarvan meegaat, en het jaar afsluiten. */

const PAD = '/jaareinde'
type Bericht = { soort: 'goed' | 'fout'; tekst: string }

export function jaareindePagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.toelichting.lezen', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : toon(c, van, jaarUit(van, c.req.query('jaar')))
  })
  routes.post('jaareinde.boeken', `${PAD}/sluiten`, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const jaar = jaarUit(van, (await leesFormulier(c))['jaar'])
    const uitkomst = await sluitHetJaar(kamer.boekhouder, van.bezoek, van.kop.id, jaar)
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(PAD, { jaar }), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    return toon(c, van, jaar, { soort: 'fout', tekst: jaarzin(uitkomst.reden, jaar) }, 409)
  })
  routes.post('jaareinde.boeken', `${PAD}/verval`, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { bezoek } = van
    if (!magBezoeker(bezoek, 'jaareinde.boeken')) return foutAntwoord(c, 'mag_niet')
    const aantal = await boekVerval(kamer.boekhouder, bezoek.db, bezoek.klok, bezoek.wie?.account ?? null)
    kamer.planboek.vergeet(bezoek.db.schema)
    const jaar = jaarUit(van, (await leesFormulier(c))['jaar'])
    const tekst =
      aantal === 0
        ? 'Er was niets dat vervalt.'
        : `${telwoord(aantal, 'overheveling', 'overhevelingen')} vervallen; het geld is terug bij de bron.`
    return toon(c, van, jaar, { soort: 'goed', tekst })
  })
}

/** Zonder keuze het vorige jaar: dat is wat er af te sluiten is. */
export function jaarUit(van: Planbezoek, tekst: string | undefined): number {
  if (tekst !== undefined && /^(?:19|2\d)\d\d$/u.test(tekst)) return Number(tekst)
  const vorig = jaarVan(van.vandaag) - 1
  const { jaren } = van.beeld
  return jaren.includes(vorig) ? vorig : (jaren.findLast((jaar) => jaar <= vorig) ?? jaren.at(-1) ?? vorig)
}

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  jaar: number,
  bericht?: Bericht,
  status: 200 | 409 = 200,
): Promise<Response> {
  const { over, overhevelingen } = await van.bezoek.db.lees(async (lezer) => ({
    over: resten(
      await findPostsaldi(lezer, await findTijdstip(lezer, {}), {
        programma: van.kop.id,
        jaar,
        rekeningsoorten: ['ruimte'],
      }),
      jaar,
    ),
    overhevelingen: await findOverhevelingen(lezer, van.kop.id, jaar),
  }))
  const titel = `Jaareinde ${jaar}`
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Werk', href: van.pad('/werk') },
      ]}
    >
      <Paginakop
        titel={titel}
        lead="Wat over is, gaat met een besluit mee naar een later jaar, of valt terug aan zijn bron."
      />
      {bericht !== undefined && (
        <Melding soort={bericht.soort} titel={bericht.soort === 'fout' ? 'Niet gelukt' : 'Gedaan'} antwoord>
          {bericht.tekst}
        </Melding>
      )}
      <Jaarkeuze van={van} pagina={PAD} jaar={jaar} />
      <Resten van={van} jaar={jaar} over={over} />
      <Overhevelingen van={van} overhevelingen={overhevelingen} />
      {van.mag('jaareinde.boeken') && <Afsluiten van={van} jaar={jaar} overhevelingen={overhevelingen} />}
    </Planpagina>,
    status,
  )
}

function Resten(props: { van: Planbezoek; jaar: number; over: readonly Rest[] }) {
  const { van, jaar, over } = props
  const { plan } = van.beeld
  const mag = van.mag('overheveling.voorstellen')
  return (
    <Sectie kop={`Wat er in ${jaar} over is`} id="over">
      <Tabel
        bijschrift={`Over in ${jaar}, per onderdeel en bron`}
        bijschriftVerborgen
        rijen={eersteRijen(over)}
        leeg="Er is niets over, en niets te kort."
        kolommen={[
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: ({ budget: { onderdeel } }) =>
              onderdeel === null ? (
                'nog niet gekoppeld aan een onderdeel'
              ) : (
                <Link href={van.pad(`/onderdelen/${onderdeel}`)}>{onderdeelnaam(plan)(onderdeel)}</Link>
              ),
          },
          { sleutel: 'bron', kop: 'Bron', cel: ({ budget }) => bronnaam(plan)(budget.bron) },
          {
            sleutel: 'doen',
            kop: 'Meenemen',
            cel: ({ budget, restCent }) =>
              mag && restCent > 0 && budget.onderdeel !== null ? (
                <Link
                  href={van.pad('/jaareinde/overhevelen', {
                    jaar,
                    onderdeel: budget.onderdeel,
                    bron: budget.bron ?? undefined,
                  })}
                >
                  Voorstellen
                </Link>
              ) : restCent < 0 ? (
                'komt te kort'
              ) : (
                ''
              ),
          },
          { sleutel: 'rest', kop: 'Over, €', soort: 'bedrag', nadruk: true, cel: ({ restCent }) => restCent },
        ]}
        totaal={{ kop: 'Totaal', cellen: { rest: telOp(...over.map(({ restCent }) => restCent)) } }}
      />
      <Afgekapt aantal={over.length}>
        Wat hier niet staat, valt bij het afsluiten ook terug aan zijn bron.
      </Afgekapt>
    </Sectie>
  )
}

function Overhevelingen(props: { van: Planbezoek; overhevelingen: readonly Overheveling[] }) {
  const { van } = props
  const { plan } = van.beeld
  return (
    <Sectie kop="Voorstellen om mee te nemen" id="overhevelingen">
      <Tabel
        bijschrift="Overhevelingen"
        bijschriftVerborgen
        rijen={props.overhevelingen}
        leeg="Er is nog niets voorgesteld. Kies hierboven bij een onderdeel ‘Voorstellen’."
        kolommen={[
          {
            sleutel: 'nummer',
            kop: 'Voorstel',
            cel: ({ id, nummer }) => (
              <Link href={van.pad(`/jaareinde/overhevelingen/${id}`)}>Overheveling {nummer}</Link>
            ),
          },
          { sleutel: 'onderdeel', kop: 'Onderdeel', cel: ({ onderdeel }) => onderdeelnaam(plan)(onderdeel) },
          { sleutel: 'bron', kop: 'Bron', cel: ({ bron }) => bronnaam(plan)(bron) },
          { sleutel: 'naar', kop: 'Naar', cel: ({ naarJaar }) => String(naarJaar) },
          {
            sleutel: 'stand',
            kop: 'Stand',
            cel: (een) =>
              isVerlopen(een, van.vandaag)
                ? 'laatste dag voorbij, nog niet geboekt'
                : STANDWOORD[standVan(een)],
          },
          {
            sleutel: 'vervalt',
            kop: 'Besluiten kan tot en met',
            cel: ({ vervaltOp }) => (vervaltOp === null ? 'geen laatste dag' : toonDatum(vervaltOp)),
          },
          { sleutel: 'bedrag', kop: 'Bedrag, €', soort: 'bedrag', cel: ({ bedragCent }) => bedragCent },
        ]}
      />
    </Sectie>
  )
}

function Afsluiten(props: { van: Planbezoek; jaar: number; overhevelingen: readonly Overheveling[] }) {
  const { van, jaar } = props
  const verborgen = { jaar: String(jaar) }
  const verlopen = props.overhevelingen.filter((een) => isVerlopen(een, van.vandaag))
  return (
    <Sectie kop="Afsluiten" id="afsluiten">
      {verlopen.length > 0 && (
        <Formulier naam="Verval boeken" actie={van.pad('/jaareinde/verval')} verborgen={verborgen}>
          <Alinea>
            Van {telwoord(verlopen.length, 'voorstel', 'voorstellen')} is de laatste dag voorbij:{' '}
            {toonEuro(telOp(...verlopen.map(({ bedragCent }) => bedragCent)))} gaat terug naar de bron.
          </Alinea>
          <Knoppen>
            <Knop soort="tweede">Verval boeken</Knop>
          </Knoppen>
        </Formulier>
      )}
      <Formulier naam="Jaar afsluiten" actie={van.pad('/jaareinde/sluiten')} verborgen={verborgen}>
        <Alinea>
          Wat dan nog over is, valt terug aan de bron. Wat te kort is, vult de bron aan. Doe dit na de
          besluiten over wat meegaat.
        </Alinea>
        <Knoppen>
          <Knop>{jaar} afsluiten</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}
