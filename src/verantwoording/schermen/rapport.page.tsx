import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { toonGetal } from '#basis/tekst.ts'
import {
  Besluitkeuze,
  findBesluit,
  findBesluiten,
  leesBesluitkeuze,
  Planpagina,
  toonBesluit,
  type VeldFout,
  type Waarden,
} from '#programma/deur.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { TekstVlak } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'
import { leesInhoud } from '#verantwoording/rapport/inhoud.flow.ts'
import {
  besluitVan,
  RAPPORTSTANDEN,
  type Rapportstand,
  ROUTE,
  volgende,
} from '#verantwoording/rapport/leven.ts'
import { findStappen, type Rapportstap } from '#verantwoording/rapport/rapport.store.ts'
import { type Zetweigering, zetStap } from '#verantwoording/rapport/stap.flow.ts'
import { findUitgaven, findVaststelling, type Uitgavekop } from '#verantwoording/rapport/uitgave.store.ts'
import type { Rapportinhoud } from '#verantwoording/rapport.ts'
import { Inhoudsopgave, Rapportdelen } from '#verantwoording/schermen/blokken.tsx'
import {
  leesRapportbezoek,
  naarVan,
  type Rapportagekamer,
  type Rapportbezoek,
} from '#verantwoording/schermen/rapportbezoek.tsx'
import {
  STANDWOORD,
  STAPWOORD,
  VOLGENDE_STAP,
  weigerstatus,
  weigerzin,
} from '#verantwoording/schermen/teksten.ts'

/** Eén rapport om te lezen, te drukken en mee te nemen; en voor wie dat mag: verder te brengen. */

const PAD = '/rapporten/:kenmerk'

export function rapportPagina(routes: Routes, kamer: Rapportagekamer): void {
  routes.get('rapport.lezen', PAD, (c) => toon(c, kamer, { waarden: {}, fouten: [] }))
  routes.post('rapport.stap', `${PAD}/stap`, async (c) => {
    const bezoek = await leesRapportbezoek(c, kamer)
    if (bezoek instanceof Response) return bezoek
    const { van, kop } = bezoek
    const waarden = await leesFormulier(c)
    const naar = RAPPORTSTANDEN.find((stand) => stand === waarden['naar'])
    const besluit = leesBesluitkeuze(waarden, van.vandaag)
    if (!besluit.ok && naar !== 'concept') return toon(c, kamer, { waarden, fouten: besluit.reden }, 400)
    const uitkomst = await zetStap(van.bezoek, kamer, van.kop.id, kop.kenmerk, {
      naar: naar ?? kop.stand,
      gezien: Number(waarden['stap'] ?? '0'),
      besluit: besluit.ok ? besluit.waarde : undefined,
      reden: waarden['reden'],
    })
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok) return c.redirect(van.pad(`/rapporten/${kop.kenmerk}`), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    const fouten: VeldFout[] =
      uitkomst.reden.code === 'reden_nodig' ? [{ veld: 'reden', tekst: weigerzin(uitkomst.reden) }] : []
    const weigering = fouten.length > 0 ? {} : { weigering: uitkomst.reden }
    return toon(c, kamer, { waarden, fouten, ...weigering }, weigerstatus(uitkomst.reden.code))
  })
}

type Invoer = { waarden: Waarden; fouten: readonly VeldFout[]; weigering?: Zetweigering }

async function toon(
  c: Context<Omgeving>,
  kamer: Rapportagekamer,
  invoer: Invoer,
  status: 200 | 400 | 404 | 409 = 200,
): Promise<Response> {
  const bezoek = await leesRapportbezoek(c, kamer)
  if (bezoek instanceof Response) return bezoek
  const { van, kop, bron } = bezoek
  const gelezen = await leesInhoud(bron, kop, van.bezoek.klok)
  if (!gelezen.ok)
    return foutAntwoord(c, 'niet_gevonden', {
      titel: 'Dit rapport is niet te maken',
      zin: weigerzin(gelezen.reden),
    })
  const inhoud = gelezen.waarde
  const bij = await leesBij(bezoek)
  const binnen = van.mag('rapport.concept.lezen')
  return c.html(
    <Planpagina
      van={van}
      titel={inhoud.titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Rapporten', href: van.pad('/rapporten') },
      ]}
    >
      <Paginakop
        titel={inhoud.titel}
        lead={`${inhoud.ondertitel}, gemeente ${inhoud.gemeente.naam}`}
        acties={
          van.mag('rapport.maken') && kop.stand === 'concept' ? (
            <Knoppen>
              <KnopLink soort="hoofd" href={van.pad(`/rapporten/${kop.kenmerk}/bewerken`)}>
                Schrijven en opmerken
              </KnopLink>
            </Knoppen>
          ) : binnen && kop.stand !== 'vastgesteld' ? (
            <KnopLink href={van.pad(`/rapporten/${kop.kenmerk}/bewerken`)}>Opmerkingen</KnopLink>
          ) : undefined
        }
      />
      <Stand bezoek={bezoek} inhoud={inhoud} bij={bij} />
      {binnen && <Stappen bezoek={bezoek} bij={bij} invoer={invoer} />}
      <Meenemen bezoek={bezoek} kamer={kamer} uitgaven={bij.uitgaven} />
      <Sectie kop="Inhoud">
        <Inhoudsopgave inhoud={inhoud} />
      </Sectie>
      <Rapportdelen
        inhoud={inhoud}
        naar={naarVan(van)}
        downloads={(tabel) =>
          (['csv', 'json'] as const).map((vorm) => ({
            soort: vorm === 'csv' ? ('CSV' as const) : ('JSON' as const),
            href: van.pad(`/rapporten/${kop.kenmerk}/tabellen/${tabel}.${vorm}`),
          }))
        }
      />
    </Planpagina>,
    status,
  )
}

type Bij = Awaited<ReturnType<typeof leesBij>>

const leesBij = ({ van, kop }: Rapportbezoek) =>
  van.bezoek.db.lees(async (lezer) => {
    const vaststelling = kop.stand === 'vastgesteld' ? await findVaststelling(lezer, kop.id) : undefined
    return {
      stappen: await findStappen(lezer, kop.id),
      besluiten: van.mag('rapport.stap') ? await findBesluiten(lezer) : [],
      uitgaven: vaststelling === undefined ? [] : await findUitgaven(lezer, kop.id),
      hash: vaststelling?.hash,
      besluit: vaststelling && (await findBesluit(lezer, vaststelling.besluit)),
    }
  })

/** Bovenaan: is dit het vastgestelde rapport, en op welke cijfers berust het? */
function Stand(props: { bezoek: Rapportbezoek; inhoud: Rapportinhoud; bij: Bij }) {
  const { bezoek, inhoud, bij } = props
  const { kop, van } = bezoek
  const { moment } = inhoud
  return (
    <>
      {kop.stand !== 'vastgesteld' && (
        <Melding soort="let-op" titel={`Nog niet vastgesteld: ${STANDWOORD[kop.stand].toLowerCase()}`}>
          <p>
            {kop.stand === 'concept' && kop.bekendNr === null
              ? 'De cijfers lopen nog mee met wat er geboekt wordt.'
              : 'De cijfers staan stil sinds dit rapport is aangeboden of gemaakt.'}
          </p>
        </Melding>
      )}
      {kop.vervangenDoor !== null && (
        <Melding soort="let-op" titel="Er is een nieuwere versie">
          <p>
            Dit rapport is vervangen door{' '}
            <Link href={van.pad(`/rapporten/${kop.vervangenDoor}`)}>{kop.vervangenDoor}</Link>.
          </p>
        </Melding>
      )}
      <Feiten
        feiten={[
          {
            label: 'Stand',
            waarde: STANDWOORD[kop.stand],
            bij: bij.besluit === undefined ? undefined : toonBesluit(bij.besluit),
          },
          { label: 'Cijfers tot en met', waarde: toonDatum(moment.geldigTm) },
          {
            label: 'Zoals bekend op',
            waarde: toonDatum(dagVanMoment(moment.bekendOp)),
            bij: moment.bekendNr === 0 ? 'niets geboekt' : `boeking ${toonGetal(moment.bekendNr)}`,
          },
          { label: 'Plan', waarde: `Versie ${inhoud.programma.planversie}` },
        ]}
      />
    </>
  )
}

/** Waar het rapport is in zijn leven, en de knop voor de volgende stap. */
function Stappen(props: { bezoek: Rapportbezoek; bij: Bij; invoer: Invoer }) {
  const { bezoek, bij, invoer } = props
  const { kop, van } = bezoek
  const naar = volgende(kop.soort, kop.stand)
  const eis = besluitVan(kop.soort, kop.stand)
  const actie = van.pad(`/rapporten/${kop.kenmerk}/stap`)
  const verborgen = { stap: String(kop.stap) }
  return (
    <Sectie kop="Hoe verder" id="stappen" onder={VOLGENDE_STAP[kop.stand]}>
      <Lijst items={ROUTE[kop.soort].map((stand) => stapregel(stand, kop.stand, bij.stappen))} />
      {invoer.weigering !== undefined && (
        <Melding soort="fout" titel="De stap ging niet door" antwoord>
          <p>{weigerzin(invoer.weigering)}</p>
        </Melding>
      )}
      {van.mag('rapport.stap') && naar !== undefined && (
        <Formulier
          naam={STAPWOORD[naar]}
          actie={actie}
          fouten={invoer.waarden['naar'] === 'concept' ? [] : invoer.fouten}
          verborgen={{ ...verborgen, naar }}
        >
          {eis !== undefined && (
            <Besluitkeuze
              besluiten={bij.besluiten.filter(({ orgaan }) => orgaan === eis.orgaan)}
              magNieuw={van.mag('besluit.vastleggen')}
              leeg={eis.nodig ? 'Kies een besluit' : 'Zonder besluit'}
              waarden={{ orgaan: eis.orgaan, ...invoer.waarden }}
              fouten={invoer.waarden['naar'] === 'concept' ? [] : invoer.fouten}
            />
          )}
          {naar === 'vastgesteld' && (
            <Alinea>
              Vaststellen kan niet ongedaan worden gemaakt. Het rapport en zijn bestanden veranderen daarna
              nooit meer.
            </Alinea>
          )}
          <Knoppen>
            <Knop>{STAPWOORD[naar]}</Knop>
          </Knoppen>
        </Formulier>
      )}
      {van.mag('rapport.stap') && kop.stand !== 'concept' && kop.stand !== 'vastgesteld' && (
        <Meer kop="Teruggeven aan de maker" open={invoer.waarden['naar'] === 'concept'}>
          <Formulier
            naam="Teruggeven"
            actie={actie}
            fouten={invoer.waarden['naar'] === 'concept' ? invoer.fouten : []}
            verborgen={{ ...verborgen, naar: 'concept' }}
          >
            <TekstVlak
              naam="reden"
              label="Wat moet er anders?"
              uitleg="Alleen te zien voor wie aan het programma werkt. Noem geen namen van inwoners."
              waarde={invoer.waarden['reden']}
              fout={foutVan(invoer.fouten, 'reden')}
              verplicht
            />
            <Knoppen>
              <Knop soort="tweede">Teruggeven</Knop>
            </Knoppen>
          </Formulier>
        </Meer>
      )}
    </Sectie>
  )
}

function stapregel(stand: Rapportstand, nu: Rapportstand, stappen: readonly Rapportstap[]): string {
  const laatste = stappen.findLast((stap) => stap.stand === stand)
  const wanneer = laatste === undefined ? '' : `, ${toonDatum(dagVanMoment(laatste.op))}`
  const terug =
    stand === 'concept' && laatste?.reden !== undefined && laatste.reden !== null
      ? `. Teruggegeven: ${laatste.reden}`
      : ''
  if (stand === nu) return `Nu: ${STANDWOORD[stand].toLowerCase()}${wanneer}${terug}`
  return RAPPORTSTANDEN.indexOf(stand) < RAPPORTSTANDEN.indexOf(nu)
    ? `Geweest: ${STANDWOORD[stand].toLowerCase()}${wanneer}`
    : `Straks: ${STANDWOORD[stand].toLowerCase()}`
}

const VORMNAAM = {
  pdf: 'PDF, om te lezen en te drukken',
  html: 'HTML, één bestand voor de browser',
  odt: 'ODT, tekst om in verder te werken',
  ods: 'ODS, rekenblad met formules',
  xlsx: 'XLSX, rekenblad met formules',
  json: 'JSON, voor andere programma’s en om te toetsen',
} as const

function Meenemen(props: { bezoek: Rapportbezoek; kamer: Rapportagekamer; uitgaven: readonly Uitgavekop[] }) {
  const { kop, van } = props.bezoek
  const vormen =
    kop.stand === 'vastgesteld'
      ? props.uitgaven.map(({ vorm }) => vorm)
      : props.kamer.rapporten === undefined
        ? (['html', 'json'] as const)
        : (['pdf', 'html', 'odt', 'ods', 'xlsx', 'json'] as const)
  return (
    <div class="oz-niet-drukken">
      <Meer kop="Meenemen als bestand">
        <Lijst
          items={(Object.keys(VORMNAAM) as (keyof typeof VORMNAAM)[])
            .filter((vorm) => vormen.some((een) => een === vorm))
            .map((vorm) => (
              <Link href={van.pad(`/rapporten/${kop.kenmerk}/bestanden/${vorm}`)}>{VORMNAAM[vorm]}</Link>
            ))}
        />
      </Meer>
    </div>
  )
}
