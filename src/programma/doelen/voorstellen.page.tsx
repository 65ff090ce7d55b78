import { MAATNAAM, RICHTINGNAAM } from '#metingen/deur.ts'
import { THEMAS, VOORSTELLEN, type Voorstel } from '#programma/doelen/voorstellen.ts'
import type { Doel } from '#programma/plan.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import type { Routes } from '#toegang/deur.ts'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Een indicator kiezen bij een doel: uit de lijsten van het veld, of een eigen. Kiezen vult alleen het wijzigscherm in. */
export function voorstellenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.wijzigen', '/doelen/:id/voorstellen', async (c) => {
    const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
    if (van instanceof Response) return van
    const doel = van.beeld.doel.get(c.req.param('id'))
    return doel === undefined ? c.notFound() : c.html(<Voorstellen van={van} doel={doel} />)
  })
}

function Voorstellen(props: { van: Planbezoek; doel: Doel }) {
  const { van, doel } = props
  const naar = maakPad(van.kop, undefined)
  const titel = `Indicator kiezen: ${doel.titel}`
  const gekozen = new Set(doel.indicatoren.map(({ naam }) => naam))
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Doelen', href: van.pad('/doelen') },
        { tekst: doel.titel, href: van.pad(`/doelen/${doel.id}`) },
      ]}
    >
      <Paginakop titel={titel} lead="Aan welk getal is te zien of dit doel dichterbij komt?" />
      <Melding soort="info" titel="U kiest; Omzien stelt alleen voor">
        <p>
          Een voorstel vult het wijzigscherm in. U maakt het af, en het komt in een concept. Het telt pas mee
          als die versie met een besluit is vastgesteld. Kijk of de tabel cijfers van uw gemeente heeft, en of
          het getal wel zegt wat dit doel wil.
        </p>
      </Melding>
      {(Object.keys(THEMAS) as (keyof typeof THEMAS)[]).map((thema) => (
        <Sectie kop={THEMAS[thema]} id={thema}>
          <Tabel
            bijschrift={THEMAS[thema]}
            bijschriftVerborgen
            rijen={VOORSTELLEN.filter((een) => een.thema === thema)}
            kolommen={[
              { sleutel: 'naam', kop: 'Indicator', cel: ({ naam }) => naam },
              { sleutel: 'definitie', kop: 'Wat er geteld wordt', cel: ({ definitie }) => definitie },
              { sleutel: 'maat', kop: 'Soort getal', cel: ({ maat }) => MAATNAAM[maat] },
              {
                sleutel: 'richting',
                kop: 'Richting',
                cel: ({ richting }) => (richting === undefined ? 'kies zelf' : RICHTINGNAAM[richting]),
              },
              { sleutel: 'bron', kop: 'Bron', cel: ({ bron }) => bron },
              {
                sleutel: 'kies',
                kop: 'Kiezen',
                cel: (een: Voorstel) =>
                  gekozen.has(een.naam) ? (
                    'staat er al'
                  ) : (
                    <Link href={naar(`/wijzigen/doelen/${doel.id}`, { voorstel: een.id })}>
                      Kies ‘{een.naam}’
                    </Link>
                  ),
              },
            ]}
          />
        </Sectie>
      ))}
      <Sectie kop="Past er niets?">
        <Knoppen>
          <KnopLink href={naar(`/wijzigen/doelen/${doel.id}`)}>Een eigen indicator maken</KnopLink>
        </Knoppen>
      </Sectie>
      <Alinea klein>
        Definities in eigen woorden. De cijfers zijn van het CBS (CC BY 4.0); noem het CBS als u ze overneemt.
      </Alinea>
    </Planpagina>
  )
}
