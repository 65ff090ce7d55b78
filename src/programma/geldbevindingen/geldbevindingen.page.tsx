import { type Centen, telOp } from '#basis/geld.ts'
import { hoofdletter, telwoord } from '#basis/tekst.ts'
import { leesPosten } from '#programma/begroting/geldstand.flow.ts'
import { type Geldbezoek, leesGeldbezoek, Tijdkeuzeformulier } from '#programma/begroting/tijdkeuze.tsx'
import { findGeldregels, type GeldendeRegels } from '#programma/begrotingswijzigingen/geldregels.store.ts'
import { kolommenVan, TOON } from '#programma/geldbevindingen/bevindingkolommen.tsx'
import { findGeldbeeld } from '#programma/geldbevindingen/geldbevindingen.store.ts'
import {
  BEGROTINGSCRITERIUM,
  type Geldbevinding,
  geldbevindingen,
  heeftFeiten,
  type Jaaroordeel,
  jaaroordelen,
} from '#programma/geldbevindingen/geldbevindingen.ts'
import {
  ernstzin,
  perJaar,
  type Regelsom,
  regelsommen,
  splits,
} from '#programma/geldbevindingen/samenvatting.ts'
import { GELDERNSTNAAM, REGELTEKST } from '#programma/geldbevindingen/teksten.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { toonPromille } from '#programma/wijzigen/velden.ts'
import type { Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

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
    const sommen = regelsommen(alle)
    const grensVan = new Map(oordelen.map(({ jaar, grensCent }) => [jaar, grensCent]))
    const titel = 'Bevindingen over het geld'
    return c.html(
      <Planpagina van={van} titel={titel} kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
        <Paginakop
          titel={titel}
          lead={
            alle.length === 0
              ? 'Er valt aan het geld niets op.'
              : `Er ${alle.length === 1 ? 'valt' : 'vallen'} ${telwoord(alle.length, 'ding', 'dingen')} op: ${ernstzin(alle)}. Wat gebeurd is, wordt altijd geboekt; hier staat wat daaraan niet klopt.`
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
        {sommen.length > 1 && <InHetKort sommen={sommen} />}
        {oordelen.length > 0 && <Rechtmatigheid oordelen={oordelen} regels={regels} />}
        {sommen.map((som) => (
          <Regelsectie van={van} som={som} grensVan={grensVan} />
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
      kop="Hoeveel is onrechtmatig?"
      id="begrotingscriterium"
      onder={
        <>
          Onrechtmatig is geld dat is uitgegeven zonder dat de raad het zo had vastgesteld. Dat heet het
          begrotingscriterium. Is het in een jaar meer dan {grens}% van wat is uitgegeven (de lasten), dan
          meldt het college dat aan de raad.{' '}
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

/** Alle regels in één tabel: een raadslid ziet zo wat het zwaarst weegt. */
function InHetKort({ sommen }: { sommen: readonly Regelsom[] }) {
  return (
    <Sectie kop="In het kort" onder="Het ergste eerst, daarna het grootste bedrag.">
      <Tabel
        bijschrift="Wat er opvalt, per soort"
        bijschriftVerborgen
        rijen={sommen}
        kolommen={[
          {
            sleutel: 'regel',
            kop: 'Wat',
            cel: ({ regel }) => <Link href={`#${regel}`}>{REGELTEKST[regel].titel}</Link>,
          },
          {
            sleutel: 'ernst',
            kop: 'Ernst',
            cel: ({ ernst }) => <Etiket toon={TOON[ernst]}>{GELDERNSTNAAM[ernst]}</Etiket>,
          },
          { sleutel: 'aantal', kop: 'Aantal', soort: 'getal', cel: ({ bevindingen }) => bevindingen.length },
          {
            sleutel: 'bedrag',
            kop: 'Bedrag, €',
            soort: 'bedrag',
            nadruk: true,
            cel: ({ bedragCent }) => bedragCent,
          },
        ]}
      />
    </Sectie>
  )
}

function Regelsectie(props: { van: Geldbezoek; som: Regelsom; grensVan: ReadonlyMap<number, Centen> }) {
  const { van, som, grensVan } = props
  const { regel, bevindingen } = som
  const { titel, reden } = REGELTEKST[regel]
  const { open, rest, opGrens } = splits(bevindingen, grensVan)
  const lijst = (rijen: readonly Geldbevinding[], naam: string) => (
    <Tabel
      bijschrift={naam}
      bijschriftVerborgen
      rijen={eersteRijen(rijen)}
      kolommen={kolommenVan(van, rijen)}
      totaal={
        rijen.length < 2
          ? undefined
          : {
              kop: telwoord(rijen.length, 'bevinding', 'bevindingen'),
              cellen: { bedrag: telOp(...rijen.map(({ bedragCent }) => bedragCent)) },
            }
      }
    />
  )
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
      {opGrens && <Jaarsommen titel={titel} bevindingen={bevindingen} />}
      {opGrens && (
        <Alinea>
          {open.length === 0
            ? 'Geen enkel bedrag komt boven de grens van zijn jaar.'
            : `${hoofdletter(telwoord(open.length, 'bedrag komt', 'bedragen komen'))} boven de grens van het jaar:`}
        </Alinea>
      )}
      {open.length > 0 && lijst(open, titel)}
      {rest.length > 0 && (
        <Meer
          kop={`${opGrens ? 'Wat onder de grens blijft' : 'De rest'}: ${telwoord(rest.length, 'bevinding', 'bevindingen')}`}
        >
          {lijst(rest, `${titel}, de rest`)}
          <Afgekapt aantal={rest.length}>De grootste staan hier.</Afgekapt>
        </Meer>
      )}
      {regel === 'niet_gekoppeld' && van.mag('invoer.lezen') && (
        <Alinea>
          <Link href={van.pad('/koppeling')}>Naar de koppeling</Link>
        </Alinea>
      )}
    </Sectie>
  )
}

const Jaarsommen = (props: { titel: string; bevindingen: readonly Geldbevinding[] }) => (
  <Tabel
    bijschrift={`${props.titel}, per jaar`}
    bijschriftVerborgen
    rijen={perJaar(props.bevindingen)}
    kolommen={[
      { sleutel: 'jaar', kop: 'Jaar', cel: ({ jaar }) => String(jaar) },
      { sleutel: 'aantal', kop: 'Aantal', soort: 'getal', cel: ({ aantal }) => aantal },
      {
        sleutel: 'bedrag',
        kop: 'Samen, €',
        soort: 'bedrag',
        nadruk: true,
        cel: ({ bedragCent }) => bedragCent,
      },
    ]}
  />
)
