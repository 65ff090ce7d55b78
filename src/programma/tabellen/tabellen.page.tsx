import { findMetingen } from '#metingen/deur.ts'
import { bestandsantwoord } from '#programma/bestandsantwoord.ts'
import { leesBeoordeeld } from '#programma/bevindingen/beoordeeld.flow.ts'
import { reeksenVan } from '#programma/doelen/maatstaf.ts'
import { isTerugblik, leesTerugblik } from '#programma/doelen/terugkijken.tsx'
import { leesPlanbezoek, type Programmakamer } from '#programma/planbezoek.tsx'
import { isBestandsvorm } from '#programma/poorten.ts'
import { isTabelnaam, maakTabel } from '#programma/tabellen/tabellen.ts'
import { leesOpenbareVoortgang } from '#programma/voortgang/openbaar.flow.ts'
import type { Routes } from '#toegang/deur.ts'

/** Elke tabel als bestand: `/tabellen/onderdelen.ods`, met dezelfde filters als het scherm. */
export function tabellenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get(
    'plan.lezen',
    '/tabellen/:bestand',
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const [, naam = '', vorm = ''] = /^([a-z]+)\.([a-z]+)$/u.exec(c.req.param('bestand')) ?? []
      if (!isTabelnaam(naam) || !isBestandsvorm(vorm)) return c.notFound()
      const beoordeeld = naam === 'bevindingen' ? await leesBeoordeeld(van, kamer) : []
      const blik = await leesTerugblik(c)
      if (!isTerugblik(blik)) return blik
      const metingen =
        naam === 'indicatoren' || naam === 'metingen'
          ? await van.bezoek.db.lees((lezer) => findMetingen(lezer, reeksenVan(van.beeld.plan), blik))
          : undefined
      const voortgang = naam === 'voortgang' ? await leesOpenbareVoortgang(van, kamer) : []
      const velden = c.req.query()
      const vraag = { beeld: van.beeld, vandaag: van.vandaag, velden, beoordeeld, metingen, voortgang }
      const tabel = maakTabel(naam, vraag, van.versie.versie)
      const bestand = kamer.bestanden.schrijfTabel(tabel, vorm)
      return bestandsantwoord(bestand, `${naam}-${van.kop.id}-${van.vandaag}.${vorm}`)
    },
    { tempo: 'duur' },
  )
}
