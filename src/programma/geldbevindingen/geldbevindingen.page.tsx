import { telOp } from '#basis/geld.ts'
import { hoofdletter, telwoord } from '#basis/tekst.ts'
import { leesPosten } from '#programma/begroting/geldstand.flow.ts'
import { type Geldbezoek, leesGeldbezoek, Tijdkeuzeformulier } from '#programma/begroting/tijdkeuze.tsx'
import { toonPromille } from '#programma/begrotingswijzigingen/geldregels.page.tsx'
import { findGeldregels, type GeldendeRegels } from '#programma/begrotingswijzigingen/geldregels.store.ts'
import { bronnaam, onderdeelnaam } from '#programma/begrotingswijzigingen/teksten.ts'
import { findGeldbeeld } from '#programma/geldbevindingen/geldbevindingen.store.ts'
import {
  BEGROTINGSCRITERIUM,
  GELDREGELS,
  type Geldbevinding,
  type Geldregelcode,
  geldbevindingen,
  heeftFeiten,
  type Jaaroordeel,
  jaaroordelen,
} from '#programma/geldbevindingen/geldbevindingen.ts'
import { GELDERNSTNAAM, REGELTEKST } from '#programma/geldbevindingen/teksten.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'

/** Wat er aan het geld opvalt: elke regel met haar reden, en elke bevinding met waar zij vandaan komt. */

export function geldbevindingenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/geldbevindingen', async (c) => {
    const van = await leesGeldbezoek(c, kamer)
    if (van instanceof Response) return van
    const { plan } = van.beeld
    const posten = await leesPosten(van, kamer, van.tijd)
    const { beeld, regels } = await van.bezoek.db.lees(async (lezer) => ({
      beeld: await findGeldbeeld(lezer, plan, posten, { vandaag: van.vandaag, bekendNr: van.tijd.bekendNr }),
      regels: await findGeldregels(lezer),
    }))
    const alle = geldbevindingen(beeld)
    const oordelen = jaaroordelen(beeld, alle, regels.regels['grens-rechtmatigheid'])
    const titel = 'Bevindingen over het geld'
    return c.html(
      <Planpagina van={van} titel={titel} kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
        <Paginakop
          titel={titel}
          lead={
            alle.length === 0
              ? 'Er valt aan het geld niets op.'
              : `Er ${alle.length === 1 ? 'valt' : 'vallen'} ${telwoord(alle.length, 'ding', 'dingen')} op. Feiten worden altijd geboekt; hier staat wat daaraan niet klopt.`
          }
        />
        <Tijdkeuzeformulier van={van} actie="/geldbevindingen" />
        {!heeftFeiten(beeld) && (
          <Melding soort="info" titel="Er zijn nog geen uitgaven of ontvangsten vastgelegd">
            Zolang er niets is ingelezen of geboekt, gaat dit alleen over de begroting zelf.
          </Melding>
        )}
        {alle.length === 0 && (
          <LegeStaat titel="Geen bevindingen">
            Zodra er meer wordt uitgegeven dan begroot, of geld nergens bij hoort, staat het hier.
          </LegeStaat>
        )}
        {oordelen.length > 0 && <Rechtmatigheid oordelen={oordelen} regels={regels} />}
        {GELDREGELS.map((regel) => (
          <Regelsectie van={van} regel={regel} bevindingen={alle.filter((een) => een.regel === regel)} />
        ))}
      </Planpagina>,
    )
  })
}

function Rechtmatigheid(props: { oordelen: readonly Jaaroordeel[]; regels: GeldendeRegels }) {
  const { oordelen, regels } = props
  const grens = toonPromille(regels.regels['grens-rechtmatigheid'])
  return (
    <Sectie
      kop="Begrotingscriterium"
      id="begrotingscriterium"
      onder={
        <>
          Het college meldt onrechtmatigheden boven {grens}% van de lasten.{' '}
          {!regels.gekozen.has('grens-rechtmatigheid') && <Etiket toon="let-op">grens te bevestigen</Etiket>}
        </>
      }
    >
      <Tabel
        bijschrift="Onrechtmatig per jaar"
        bijschriftVerborgen
        rijen={oordelen}
        kolommen={[
          { sleutel: 'jaar', kop: 'Jaar', cel: ({ jaar }) => String(jaar) },
          {
            sleutel: 'oordeel',
            kop: 'Oordeel',
            cel: ({ bovenGrens }) =>
              bovenGrens ? <Etiket toon="fout">boven de grens</Etiket> : 'onder de grens',
          },
          { sleutel: 'lasten', kop: 'Lasten, €', soort: 'bedrag', cel: ({ lastenCent }) => lastenCent },
          { sleutel: 'grens', kop: 'Grens, €', soort: 'bedrag', cel: ({ grensCent }) => grensCent },
          {
            sleutel: 'onrechtmatig',
            kop: 'Onrechtmatig, €',
            soort: 'bedrag',
            nadruk: true,
            cel: ({ onrechtmatigCent }) => onrechtmatigCent,
          },
        ]}
      />
    </Sectie>
  )
}

const TOON = { fout: 'fout', waarschijnlijk: 'let-op', aandacht: 'stil' } as const

function Regelsectie(props: {
  van: Geldbezoek
  regel: Geldregelcode
  bevindingen: readonly Geldbevinding[]
}) {
  const { van, regel, bevindingen } = props
  if (bevindingen.length === 0) return null
  const { titel, reden } = REGELTEKST[regel]
  return (
    <Sectie
      kop={titel}
      id={regel}
      onder={
        <>
          {reden} {BEGROTINGSCRITERIUM.includes(regel) && <Etiket>begrotingscriterium</Etiket>}
        </>
      }
    >
      <Tabel
        bijschrift={titel}
        bijschriftVerborgen
        rijen={eersteRijen(bevindingen)}
        kolommen={kolommenVan(van, bevindingen)}
        totaal={{
          kop: telwoord(bevindingen.length, 'bevinding', 'bevindingen'),
          cellen: { bedrag: telOp(...bevindingen.map(({ bedragCent }) => bedragCent)) },
        }}
      />
      <Afgekapt aantal={bevindingen.length}>De grootste staan hier.</Afgekapt>
      {regel === 'niet_gekoppeld' && van.mag('invoer.lezen') && (
        <Alinea>
          <Link href={van.pad('/koppeling')}>Naar de koppeling</Link>
        </Alinea>
      )}
    </Sectie>
  )
}

/** Alleen de kolommen waarin iets staat. */
function kolommenVan(van: Geldbezoek, bevindingen: readonly Geldbevinding[]): Kolom<Geldbevinding>[] {
  const { plan } = van.beeld
  const heeft = (veld: keyof Geldbevinding): boolean => bevindingen.some((een) => een[veld] !== undefined)
  const kolommen: (Kolom<Geldbevinding> | false)[] = [
    {
      sleutel: 'waar',
      kop: 'Waar',
      rijkop: true,
      cel: (een) => <Waar van={van} bevinding={een} />,
    },
    heeft('onderdeel') &&
      heeft('bron') && {
        sleutel: 'bron',
        kop: 'Bron',
        cel: ({ bron }) =>
          bron == null ? '' : <Link href={van.pad(`/bronnen/${bron}`)}>{bronnaam(plan)(bron)}</Link>,
      },
    heeft('jaar') && {
      sleutel: 'jaar',
      kop: 'Jaar',
      cel: ({ jaar }) => (jaar === undefined ? '' : String(jaar)),
    },
    {
      sleutel: 'ernst',
      kop: 'Ernst',
      cel: ({ ernst }) => <Etiket toon={TOON[ernst]}>{GELDERNSTNAAM[ernst]}</Etiket>,
    },
    heeft('bij') && { sleutel: 'bij', kop: 'Toelichting', cel: ({ bij }) => bij ?? '' },
    {
      sleutel: 'bedrag',
      kop: 'Bedrag, €',
      soort: 'bedrag',
      nadruk: true,
      cel: ({ bedragCent }) => bedragCent,
      href: (een) => bedragadres(van, een),
    },
  ]
  return kolommen.filter((kolom) => kolom !== false)
}

function Waar(props: { van: Geldbezoek; bevinding: Geldbevinding }) {
  const { van, bevinding } = props
  const { plan } = van.beeld
  const { onderdeel, bron, verplichting, boeking } = bevinding
  if (verplichting !== undefined)
    return <Link href={van.pad(`/verplichtingen/${verplichting}`)}>Verplichting {verplichting}</Link>
  if (boeking !== undefined)
    return (
      <Link href={van.pad(`/boekingen/${boeking}`)}>
        Boeking {boeking}, {bronnaam(plan)(bron ?? null)}
      </Link>
    )
  if (onderdeel === null) return <>nog onbekend onderdeel</>
  if (onderdeel !== undefined)
    return van.beeld.onderdeel.has(onderdeel) ? (
      <Link href={van.pad(`/onderdelen/${onderdeel}`)}>{onderdeelnaam(plan)(onderdeel)}</Link>
    ) : (
      <>{onderdeel} (niet in dit plan)</>
    )
  if (bron == null) return <>{hoofdletter(bronnaam(plan)(null))}</>
  return <Link href={van.pad(`/bronnen/${bron}`)}>{bronnaam(plan)(bron)}</Link>
}

const KOLOMVAN: Partial<Record<Geldregelcode, string>> = {
  overschrijding: 'vrij',
  niet_tijdig_bijgesteld: 'vrij',
  buiten_looptijd: 'gerealiseerd',
  niet_gekoppeld: 'gerealiseerd',
  bron_tekort: 'nog-te-verdelen',
  nog_te_verdelen: 'nog-te-verdelen',
  niet_ontvangen: 'toegezegd',
  verplichting_verlopen: 'verplicht',
}

/** De boekingen waaruit het bedrag bestaat. */
function bedragadres(van: Geldbezoek, een: Geldbevinding): string | undefined {
  if (een.boeking !== undefined) return van.pad(`/boekingen/${een.boeking}`)
  return van.geldpad('/boekingen', {
    onderdeel: een.onderdeel === null ? '-' : een.onderdeel,
    bron: een.bron === null ? '-' : een.bron,
    jaar: een.jaar,
    kolom: KOLOMVAN[een.regel],
  })
}
