import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { toonGetal } from '#basis/tekst.ts'
import {
  findBesluit,
  findBesluiten,
  leesBesluitkeuze,
  Planpagina,
  toonBesluit,
  type VeldFout,
  type Waarden,
} from '#programma/deur.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import type { Download } from '#ui/downloads.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { leesInhoud } from '#verantwoording/rapport/inhoud.flow.ts'
import { RAPPORTSTANDEN } from '#verantwoording/rapport/leven.ts'
import { findStappen } from '#verantwoording/rapport/rapport.store.ts'
import { zetStap } from '#verantwoording/rapport/stap.flow.ts'
import { findUitgaven, findVaststelling } from '#verantwoording/rapport/uitgave.store.ts'
import type { BlokVan, Rapportinhoud } from '#verantwoording/rapport.ts'
import { Inhoudsopgave, Rapportdelen } from '#verantwoording/schermen/blokken.tsx'
import {
  leesRapportbezoek,
  naarVan,
  type Rapportagekamer,
  type Rapportbezoek,
} from '#verantwoording/schermen/rapportbezoek.tsx'
import { Meenemen, type Stapinvoer, Stappen } from '#verantwoording/schermen/stappen.tsx'
import { STANDWOORD, weigerstatus, weigerzin } from '#verantwoording/schermen/teksten.ts'

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
    const besluit = leesBesluitkeuze(zonderVoorgevuld(waarden), van.vandaag)
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

/** Wie besluit, staat al ingevuld; alleen dat is nog geen nieuw besluit. */
const zonderVoorgevuld = (waarden: Waarden): Waarden =>
  ['datum', 'nummer', 'onderwerp'].every((naam) => (waarden[naam] ?? '').trim() === '')
    ? { ...waarden, orgaan: '' }
    : waarden

async function toon(
  c: Context<Omgeving>,
  kamer: Rapportagekamer,
  invoer: Stapinvoer,
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
        downloads={(blok) => downloadsVan(bezoek, kamer, blok)}
      />
    </Planpagina>,
    status,
  )
}

/** De cijfers van een tabel of grafiek als bestand, en de grafiek zelf als tekening. */
function downloadsVan(
  { van, kop }: Rapportbezoek,
  kamer: Rapportagekamer,
  blok: BlokVan<'tabel' | 'grafiek'>,
): Download[] {
  const adres = (rest: string): string => van.pad(`/rapporten/${kop.kenmerk}/${rest}`)
  const tabel = blok.soort === 'tabel' ? blok.id : blok.tabel.id
  const cijfers = [
    { soort: 'CSV', href: adres(`tabellen/${tabel}.csv`) },
    { soort: 'JSON', href: adres(`tabellen/${tabel}.json`) },
  ] as const
  return blok.soort === 'tabel' || kamer.rapporten === undefined
    ? [...cijfers]
    : [{ soort: 'SVG', href: adres(`grafieken/${blok.id}.svg`) }, ...cijfers]
}

export type Bij = Awaited<ReturnType<typeof leesBij>>

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
