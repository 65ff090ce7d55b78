import { centen, toonBedrag } from '#basis/geld.ts'
import { hoofdletter, telwoord } from '#basis/tekst.ts'
import { leesPlanbezoek, Planpagina } from '#programma/deur.ts'
import { foutAntwoord, type Routes } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Melding } from '#ui/melding.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'
import { titelVan } from '#verantwoording/feiten/vraag.ts'
import { leesInhoud, vraagVan } from '#verantwoording/rapport/inhoud.flow.ts'
import { findRapporten, type Rapportkop } from '#verantwoording/rapport/rapport.store.ts'
import type { Cel } from '#verantwoording/rapport.ts'
import { STANDNAAM } from '#verantwoording/rapport.ts'
import { bronVan, magZien, type Rapportagekamer } from '#verantwoording/schermen/rapportbezoek.tsx'
import {
  type Celverschil,
  type Tekstverschil,
  vergelijkRapporten,
} from '#verantwoording/vergelijk/vergelijk.ts'

/** Twee rapporten naast elkaar: cijfers en teksten die anders zijn. */

const PAD = '/rapporten/vergelijk'
/** Meer verschillen leest niemand; de tabellen zelf zijn als bestand mee te nemen. */
const MEESTE = 200

export function vergelijkPagina(routes: Routes, kamer: Rapportagekamer): void {
  routes.get('rapport.lezen', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const koppen = (await van.bezoek.db.lees((lezer) => findRapporten(lezer, van.kop.id))).filter((kop) =>
      magZien(van, kop),
    )
    const zoek = (veld: 'a' | 'b'): Rapportkop | undefined =>
      koppen.find(({ kenmerk }) => kenmerk === c.req.query(veld))
    const [a, b] = [zoek('a'), zoek('b')]
    if ((c.req.query('a') ?? '') !== '' && (c.req.query('b') ?? '') !== '' && (!a || !b))
      return foutAntwoord(c, 'niet_gevonden')
    const bron = bronVan(van, kamer)
    const [inA, inB] = await Promise.all(
      [a, b].map(async (kop) => (kop === undefined ? undefined : leesInhoud(bron, kop, van.bezoek.klok))),
    )
    const vergelijking = inA?.ok && inB?.ok ? vergelijkRapporten(inA.waarde, inB.waarde) : undefined
    const naam = (kop: Rapportkop): string =>
      `${titelVan(vraagVan(kop), kop.onderdeel ?? '')} (${kop.kenmerk})`
    const kort = (kop: Rapportkop): string => hoofdletter(kop.kenmerk.replaceAll('-', ' '))
    const keuzes = koppen.map((kop) => ({ waarde: kop.kenmerk, tekst: naam(kop) }))
    return c.html(
      <Planpagina
        van={van}
        titel="Rapporten vergelijken"
        kruimels={[{ tekst: 'Rapporten', href: van.pad('/rapporten') }]}
      >
        <Paginakop titel="Rapporten vergelijken" lead="Welke cijfers en welke teksten zijn anders?" />
        {koppen.length < 2 ? (
          <LegeStaat titel="Er zijn nog geen twee rapporten">
            Zodra er twee zijn, zijn zij hier naast elkaar te leggen.
          </LegeStaat>
        ) : (
          <Formulier naam="Rapporten kiezen" methode="get" actie={van.pad(PAD).split('?')[0]} rij>
            <KeuzeVeld naam="a" label="Eerste" leeg="Kies" keuzes={keuzes} waarde={a?.kenmerk} />
            <KeuzeVeld naam="b" label="Tweede" leeg="Kies" keuzes={keuzes} waarde={b?.kenmerk} />
            <Knoppen>
              <Knop>Vergelijken</Knop>
            </Knoppen>
          </Formulier>
        )}
        {vergelijking !== undefined && a !== undefined && b !== undefined && (
          <>
            <Melding soort="info" titel="Samen">
              <p>
                {telwoord(vergelijking.cellen.length, 'cijfer is', 'cijfers zijn')} anders en{' '}
                {telwoord(vergelijking.teksten.length, 'tekst is', 'teksten zijn')} anders.
                {vergelijking.cellen.length > MEESTE && ` De eerste ${MEESTE} cijfers staan hieronder.`}
              </p>
            </Melding>
            <Cijfers cellen={vergelijking.cellen.slice(0, MEESTE)} a={kort(a)} b={kort(b)} />
            <Teksten teksten={vergelijking.teksten.slice(0, MEESTE)} a={kort(a)} b={kort(b)} />
            {[...vergelijking.alleenA, ...vergelijking.alleenB].length > 0 && (
              <Alinea>
                Maar in één van de twee: {[...vergelijking.alleenA, ...vergelijking.alleenB].join(', ')}.
              </Alinea>
            )}
          </>
        )}
      </Planpagina>,
    )
  })
}

function toon(cel: Cel | undefined, soort: Celverschil['soort']): string {
  if (cel === undefined) return 'staat er niet'
  if (cel === null) return 'niet bekend'
  if (typeof cel === 'number')
    return soort === 'bedrag' ? toonBedrag(centen(cel)) : String(cel).replace('.', ',')
  return soort === 'status' && cel in STANDNAAM ? STANDNAAM[cel as keyof typeof STANDNAAM] : cel
}

/** Ook een tekst in een cel kan anders zijn; die loopt door op een volgende regel, een bedrag niet. */
const cijfer = (cel: Cel | undefined, soort: Celverschil['soort']) =>
  soort === 'bedrag' ? toon(cel, soort) : lang(toon(cel, soort))

/** Alleen bedragen zijn van elkaar af te trekken. */
const verschil = ({ a, b, soort }: Celverschil): string =>
  soort === 'bedrag' && typeof a === 'number' && typeof b === 'number' ? toonBedrag(centen(b - a)) : ''

function Cijfers(props: { cellen: readonly Celverschil[]; a: string; b: string }) {
  const kolommen: Kolom<Celverschil>[] = [
    {
      sleutel: 'rij',
      kop: 'Regel',
      cel: ({ rij, tabel }) => (
        <>
          {rij} <small class="oz-stil">{tabel}</small>
        </>
      ),
    },
    { sleutel: 'kolom', kop: 'Kolom', cel: ({ kolom }) => kolom },
    { sleutel: 'a', kop: props.a, soort: 'bedrag', cel: ({ a, soort }) => cijfer(a, soort) },
    { sleutel: 'b', kop: props.b, soort: 'bedrag', cel: ({ b, soort }) => cijfer(b, soort) },
    { sleutel: 'verschil', kop: 'Verschil', soort: 'bedrag', cel: verschil },
  ]
  return (
    <Sectie kop="Cijfers">
      <Tabel
        bijschrift="Cijfers die anders zijn"
        bijschriftVerborgen
        rijen={props.cellen}
        kolommen={kolommen}
        leeg="Alle cijfers zijn gelijk."
      />
    </Sectie>
  )
}

/** In een tekst kan een lang woord staan, zoals een hash: dat breekt af. */
const lang = (tekst: string | undefined) => <span class="oz-lang">{tekst ?? 'staat er niet'}</span>

function Teksten(props: { teksten: readonly Tekstverschil[]; a: string; b: string }) {
  const kolommen: Kolom<Tekstverschil>[] = [
    { sleutel: 'deel', kop: 'Deel', cel: ({ deel }) => deel },
    { sleutel: 'a', kop: props.a, cel: ({ a }) => lang(a) },
    { sleutel: 'b', kop: props.b, cel: ({ b }) => lang(b) },
  ]
  return (
    <Sectie kop="Teksten">
      <Tabel
        bijschrift="Teksten die anders zijn"
        bijschriftVerborgen
        rijen={props.teksten}
        kolommen={kolommen}
        leeg="Alle teksten zijn gelijk."
      />
    </Sectie>
  )
}
