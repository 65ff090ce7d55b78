import { magZien, WERKPAGINAS } from '#programma/navigatie.ts'
import { leesPlanbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Routes } from '#toegang/deur.ts'
import { Paginakop } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Wat iemand die aan het programma werkt hier te doen heeft, naar wat die mag. */
export function werkPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('invoer.lezen', '/werk', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    return c.html(
      <Planpagina van={van} titel="Werk" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
        <Paginakop titel="Werk" lead="Wat u hier kunt doen met uw rol." />
        <Zijbalklijst
          items={WERKPAGINAS.filter((pagina) => magZien(pagina, van.mag)).map((pagina) => ({
            tekst: <Link href={van.pad(pagina.pad)}>{pagina.tekst}</Link>,
            bij: pagina.bij,
          }))}
        />
      </Planpagina>,
    )
  })
}
