import type { Centen } from '#basis/geld.ts'
import { toonEuro } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import { isBesteed } from '#programma/begroting/geldbeeld.ts'
import { leesPosten } from '#programma/begroting/geldstand.flow.ts'
import { type Geldbezoek, leesGeldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { BRONSOORTNAMEN } from '#programma/bronsoorten.ts'
import { bronkolommen } from '#programma/geld/bronkolommen.tsx'
import {
  AARDWOORDEN,
  betaaldUit,
  type Groepgeld,
  geldrijen,
  geldzin,
  groepenMetGeld,
  inbreng,
  jaarzin,
  onverdeeld,
  VERANTWOORDINGSWOORDEN,
} from '#programma/geld/geld.ts'
import { Verlopen } from '#programma/geld/verlopen.tsx'
import type { Bron } from '#programma/plan.ts'
import { formulierNaar, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import type { Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { GrafiekWarmte } from '#ui/grafiek-warmte.tsx'
import { Knop } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Twijfel } from '#ui/twijfel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** Wat er binnenkomt tegen wat het kost: per groep, per jaar en per bron. */

/** Een plan met meer rijen dan dit toont eerst zijn groepen; een groep kiezen geeft de onderdelen. */
const TE_VEEL_RIJEN = 150

export function geldPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/geld', async (c) => {
    const van = await leesGeldbezoek(c, kamer)
    if (van instanceof Response) return van
    const posten = await leesPosten(van, kamer, van.tijd)
    const groep = van.beeld.groep.get(c.req.query('groep') ?? '')?.id
    return c.html(<Geldpagina van={van} groep={groep} posten={posten} />)
  })
}

function Geldpagina(props: { van: Geldbezoek; groep: string | undefined; posten: readonly Postsaldo[] }) {
  const { van, groep } = props
  const { beeld } = van
  return (
    <Planpagina
      van={van}
      titel="Geld"
      beschrijving="Wat er binnenkomt, wat het kost en waar het vandaan komt."
      kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}
    >
      <Paginakop titel="Geld" lead={geldzin(beeld)} />
      {beeld.plan.raming.length === 0 && beeld.plan.bronnen.length === 0 ? (
        <LegeStaat titel="In dit plan staan geen bedragen">
          Noemt het plan later wel bedragen? Dan zet de programmamanager ze erbij, en staan ze hier per jaar
          en per bron.
        </LegeStaat>
      ) : (
        <>
          <Tegenover van={van} />
          <Warmte van={van} groep={groep} />
          <Bronnen van={van} posten={props.posten} />
          <Verlopen van={van} posten={props.posten} />
        </>
      )}
    </Planpagina>
  )
}

const bedragOfNiet = (cent: Centen | undefined) => (cent === undefined ? 'niet genoemd' : cent)

function Tegenover(props: { van: Planbezoek }) {
  const { van } = props
  const groepen = groepenMetGeld(van.beeld)
  const onbekend = onverdeeld(van.beeld)
  const adres = ({ groep }: Groepgeld) => (groep === undefined ? undefined : van.pad(`/groepen/${groep.id}`))
  return (
    <Sectie
      kop="Wat er binnenkomt tegen wat het kost"
      onder="Per groep. Alleen als het plan van elke bron een bedrag noemt, is het verschil te berekenen."
    >
      <Tabel
        bijschrift="Binnenkomst en kosten per groep"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'groep',
            kop: 'Groep',
            cel: (rij: Groepgeld) => {
              const href = adres(rij)
              return href === undefined ? rij.titel : <Link href={href}>{rij.titel}</Link>
            },
          },
          {
            sleutel: 'bronnen',
            kop: 'Betaald uit',
            cel: ({ bronnen }: Groepgeld) => <Bronlinks van={van} bronnen={bronnen} />,
          },
          {
            sleutel: 'binnen',
            kop: 'Komt binnen, €',
            soort: 'bedrag',
            cel: ({ komtBinnen }: Groepgeld) => bedragOfNiet(komtBinnen),
          },
          {
            sleutel: 'kost',
            kop: 'Kost, €',
            soort: 'bedrag',
            nadruk: true,
            cel: ({ kost, perJaar }: Groepgeld) => (perJaar.size === 0 ? undefined : kost),
          },
          {
            sleutel: 'over',
            kop: 'Over, €',
            soort: 'bedrag',
            cel: ({ blijftOver }: Groepgeld) => bedragOfNiet(blijftOver),
          },
        ]}
        rijen={groepen}
        toonRij={({ blijftOver }) => (blijftOver !== undefined && blijftOver < 0 ? 'anders' : undefined)}
        totaal={{ kop: 'Totaal', cellen: { kost: van.beeld.totaal.totaal } }}
      />
      {onbekend > 0 && (
        <Melding soort="info" titel={`Van ${toonEuro(onbekend)} is niet bekend uit welke bron het komt`}>
          <Alinea>
            Het plan noemt wel de bronnen, maar niet hoeveel elke bron betaalt. Wij verdelen dat niet zelf.
          </Alinea>
        </Melding>
      )}
    </Sectie>
  )
}

function Bronlinks(props: { van: Planbezoek; bronnen: readonly Bron[] }) {
  if (props.bronnen.length === 0) return <>geen bron genoemd</>
  return (
    <span>
      {props.bronnen.map((bron, i) => (
        <>
          {i > 0 && ', '}
          <Link href={props.van.pad(`/bronnen/${bron.id}`)}>{bron.naam}</Link>
        </>
      ))}
    </span>
  )
}

function Warmte(props: { van: Planbezoek; groep: string | undefined }) {
  const { van, groep } = props
  const { beeld } = van
  if (beeld.plan.raming.length === 0) return null
  const groepen = geldrijen(beeld, groep)
  const compact =
    groep === undefined && groepen.reduce((som, { rijen }) => som + rijen.length, 0) > TE_VEEL_RIJEN
  const naar = formulierNaar(van, '/geld')
  const waarden = (perJaar: ReadonlyMap<number, Centen>) => beeld.jaren.map((jaar) => perJaar.get(jaar))
  return (
    <Sectie kop="Per jaar" id="jaren">
      <Formulier
        actie={`${naar.actie}#jaren`}
        methode="get"
        rij
        naam="Groep kiezen"
        verborgen={naar.verborgen}
      >
        <KeuzeVeld
          naam="groep"
          label="Groep"
          leeg="Alle groepen"
          waarde={groep}
          keuzes={beeld.plan.groepen.map(({ id, titel }) => ({ waarde: id, tekst: titel }))}
        />
        <Knop soort="tweede">Toon</Knop>
      </Formulier>
      <GrafiekWarmte
        id="per-jaar"
        niveau={3}
        wat={compact ? 'Groep' : 'Onderdeel'}
        boodschap={jaarzin(beeld)}
        toelichting="Bedragen in euro. Hoe donkerder, hoe meer geld. Een streepje: het plan noemt voor dat jaar geen bedrag."
        kolommen={beeld.jaren.map(String)}
        groepen={
          compact
            ? [
                {
                  rijen: groepenMetGeld(beeld).map((een) => ({
                    naam: een.titel,
                    href: een.groep && van.pad('/geld', { groep: een.groep.id }),
                    waarden: waarden(een.perJaar),
                  })),
                },
              ]
            : groepen.map(({ titel, rijen }) => ({
                naam: titel,
                rijen: rijen.map(({ onderdeel, perJaar }) => ({
                  naam: onderdeel.titel,
                  href: van.pad(`/onderdelen/${onderdeel.id}`),
                  waarden: waarden(perJaar),
                })),
              }))
        }
        downloads={downloadsVan(van.pad, 'raming', { groep })}
      />
    </Sectie>
  )
}

function Bronnen(props: { van: Geldbezoek; posten: readonly Postsaldo[] }) {
  const { van } = props
  const { beeld } = van
  return (
    <Sectie
      kop="Bronnen"
      id="bronnen"
      onder={
        isBesteed(props.posten)
          ? "Waar het geld vandaan komt. Wat ontvangen, besteed en over is, is afgerond op hele euro's."
          : 'Waar het geld vandaan komt.'
      }
    >
      <Tabel
        bijschrift="Bronnen"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'naam',
            kop: 'Bron',
            cel: (bron: Bron) => <Link href={van.pad(`/bronnen/${bron.id}`)}>{bron.naam}</Link>,
          },
          { sleutel: 'soort', kop: 'Van', cel: (bron: Bron) => BRONSOORTNAMEN[bron.soort] },
          { sleutel: 'aard', kop: 'Hoe vaak', cel: (bron: Bron) => AARDWOORDEN[bron.aard] },
          {
            sleutel: 'verantwoording',
            kop: 'Verantwoording',
            cel: (bron: Bron) => {
              const woord = VERANTWOORDINGSWOORDEN[bron.verantwoording]
              return bron.twijfel === undefined ? woord : <Twijfel uitleg={bron.twijfel}>{woord}</Twijfel>
            },
          },
          {
            sleutel: 'betaalt',
            kop: 'Onderdelen',
            soort: 'getal',
            cel: (bron: Bron) => betaaldUit(beeld, bron.id).length,
          },
          {
            sleutel: 'bedrag',
            kop: 'Komt binnen, €',
            soort: 'bedrag',
            cel: (bron: Bron) => bedragOfNiet(inbreng(bron)),
          },
          ...bronkolommen(van, props.posten),
        ]}
        rijen={beeld.plan.bronnen}
        leeg="Het plan noemt geen bronnen."
      />
      <Downloads waarvan="bronnen" downloads={downloadsVan(van.pad, 'bronnen')} />
    </Sectie>
  )
}
