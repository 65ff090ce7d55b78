import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { leesPlanbezoek, Planpagina } from '#programma/deur.ts'
import type { Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { SOORTNAAM, titelVan } from '#verantwoording/feiten/vraag.ts'
import { vraagVan } from '#verantwoording/rapport/inhoud.flow.ts'
import { findRapporten, type Rapportkop } from '#verantwoording/rapport/rapport.store.ts'
import { magZien, type Rapportagekamer } from '#verantwoording/schermen/rapportbezoek.tsx'
import { STANDWOORD } from '#verantwoording/schermen/teksten.ts'

/** Het archief: wat is vastgesteld voor iedereen, en waaraan gewerkt wordt voor wie eraan werkt. */
export function rapportenlijst(routes: Routes, kamer: Rapportagekamer): void {
  routes.get('rapport.lezen', '/rapporten', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const koppen = (await van.bezoek.db.lees((lezer) => findRapporten(lezer, van.kop.id))).filter((kop) =>
      magZien(van, kop),
    )
    const naam = (kop: Rapportkop): string =>
      titelVan(vraagVan(kop), van.beeld.onderdeel.get(kop.onderdeel ?? '')?.titel ?? kop.onderdeel ?? '') +
      (kop.versie === 1 ? '' : ` (versie ${kop.versie})`)
    const kolommen: Kolom<Rapportkop>[] = [
      {
        sleutel: 'naam',
        kop: 'Rapport',
        cel: naam,
        href: ({ kenmerk }) => van.pad(`/rapporten/${kenmerk}`),
      },
      { sleutel: 'soort', kop: 'Soort', cel: ({ soort }) => SOORTNAAM[soort] },
      { sleutel: 'tm', kop: 'Tot en met', cel: ({ geldigTm }) => toonDatum(geldigTm) },
      {
        sleutel: 'stand',
        kop: 'Stand',
        cel: (kop) => (
          <>
            {STANDWOORD[kop.stand]}, {toonDatum(dagVanMoment(kop.standOp))}{' '}
            {kop.vervangenDoor !== null && <Etiket toon="let-op">vervangen door {kop.vervangenDoor}</Etiket>}
          </>
        ),
      },
    ]
    const bezig = koppen.filter(({ stand }) => stand !== 'vastgesteld')
    const vast = koppen.filter(({ stand }) => stand === 'vastgesteld')
    const maken = van.mag('rapport.maken')
    return c.html(
      <Planpagina van={van} titel="Rapporten" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
        <Paginakop
          titel="Rapporten"
          lead="Wat is er bereikt, wat is er gedaan, en wat kostte het? Elk rapport zegt op welke cijfers het berust."
          acties={
            maken ? (
              <Knoppen>
                <KnopLink soort="hoofd" href={van.pad('/rapporten/nieuw')}>
                  Rapport maken
                </KnopLink>
              </Knoppen>
            ) : undefined
          }
        />
        {bezig.length > 0 && (
          <Sectie kop="Hieraan wordt gewerkt" onder="Nog niet openbaar.">
            <Tabel bijschrift="Rapporten in de maak" bijschriftVerborgen rijen={bezig} kolommen={kolommen} />
          </Sectie>
        )}
        <Sectie kop="Vastgestelde rapporten">
          {vast.length === 0 ? (
            <LegeStaat titel="Er is nog geen rapport vastgesteld">
              {maken
                ? 'Maak een rapport; na de stuurgroep, het college en de raad staat het hier.'
                : 'De programmamanager maakt elk jaar een verantwoording voor de raad. Is die vastgesteld, dan staat zij hier.'}
            </LegeStaat>
          ) : (
            <Tabel bijschrift="Vastgestelde rapporten" bijschriftVerborgen rijen={vast} kolommen={kolommen} />
          )}
        </Sectie>
        <Sectie kop="Meer met rapporten">
          <Lijst
            items={[
              <Link href={van.pad('/rapporten/toets')}>Toets een rapport: is dit het vastgestelde?</Link>,
              ...(koppen.length > 1
                ? [<Link href={van.pad('/rapporten/vergelijk')}>Vergelijk twee rapporten</Link>]
                : []),
            ]}
          />
        </Sectie>
      </Planpagina>,
    )
  })
}
