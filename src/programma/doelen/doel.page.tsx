import { findVintages, type Meting } from '#metingen/deur.ts'
import { ankerVan, raakt } from '#programma/bevindingen/bevindingen.ts'
import { regelnaam } from '#programma/document/vermelding.ts'
import { Onderdelentabel } from '#programma/doelen/delen.tsx'
import { type Doelbeeld, doelbeeldVan, GEMISZINNEN } from '#programma/doelen/doelen.ts'
import { Indicatorfiguur } from '#programma/doelen/indicator.tsx'
import { findDoelmetingen, GEEN_INDICATOR, type Indicatorbeeld } from '#programma/doelen/indicatorbeeld.ts'
import { isTerugblik, leesTerugblik, type Terugblik, Terugkijken } from '#programma/doelen/terugkijken.tsx'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Routes } from '#toegang/deur.ts'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Eén doel: waaraan te zien is of het dichterbij komt, wat eraan werkt en wat er ontbreekt. */

export function doelPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/doelen/:id', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const doel = van.beeld.doel.get(c.req.param('id'))
    if (doel === undefined) return c.notFound()
    const blik = await leesTerugblik(c)
    if (!isTerugblik(blik)) return blik
    const { indicatoren, jaargangen } = await van.bezoek.db.lees(async (lezer) => {
      const plan = { ...van.beeld.plan, doelen: [doel] }
      const [meting] = await findDoelmetingen(lezer, plan, blik)
      const beelden = meting?.indicatoren ?? []
      const reeksen = beelden.map(({ reeks }) => reeks)
      return { indicatoren: beelden, jaargangen: await findVintages(lezer, reeksen, blik) }
    })
    return c.html(
      <Doelpagina
        van={van}
        beeld={doelbeeldVan(van.beeld, doel)}
        blik={blik}
        indicatoren={indicatoren}
        jaargangen={jaargangen}
      />,
    )
  })
}

type Doelprops = {
  van: Planbezoek
  beeld: Doelbeeld
  blik: Terugblik
  indicatoren: readonly Indicatorbeeld[]
  jaargangen: readonly Meting[]
}

function Doelpagina(props: Doelprops) {
  const { van, beeld } = props
  const { doel, onderdelen, mist } = beeld
  const bevindingen = van.versie.bevindingen().filter((een) => raakt(een, `doel:${doel.id}`))
  return (
    <Planpagina
      van={van}
      titel={doel.titel}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Doelen', href: van.pad('/doelen') },
      ]}
    >
      <Paginakop titel={doel.titel} lead={doel.toelichting} />
      {doel.regels !== undefined && <Alinea klein>In het document: {regelnaam(doel.regels)}.</Alinea>}
      {doel.twijfel !== undefined && (
        <Melding soort="let-op" titel="Deze lezing is niet zeker">
          <Alinea>{doel.twijfel}</Alinea>
        </Melding>
      )}
      {mist.length > 0 && (
        <Sectie kop="Wat ontbreekt">
          <Zijbalklijst items={mist.map((een) => ({ tekst: GEMISZINNEN[een] }))} />
        </Sectie>
      )}
      <Meten {...props} />
      <Sectie kop="Wat we ervoor doen">
        {onderdelen.length === 0 ? (
          <LegeStaat titel="Nog niets">
            Geen enkel onderdeel noemt dit doel. De programmamanager kan het doel bij een onderdeel zetten.
          </LegeStaat>
        ) : (
          <Onderdelentabel
            van={van}
            onderdelen={onderdelen}
            bijschrift="Onderdelen die aan dit doel werken"
            totaal={beeld.kost}
          />
        )}
      </Sectie>
      {bevindingen.length > 0 && (
        <Sectie kop="Wat de plancontrole vond">
          <Zijbalklijst
            items={bevindingen.map(({ sleutel, titel }) => ({
              tekst: <Link href={`${van.pad('/plancontrole')}#${ankerVan(sleutel)}`}>{titel}</Link>,
            }))}
          />
        </Sectie>
      )}
    </Planpagina>
  )
}

/** Waaraan te zien is of het doel dichterbij komt; zonder indicator staat dat er gewoon. */
function Meten({ van, beeld: { doel }, blik, indicatoren, jaargangen }: Doelprops) {
  return (
    <Sectie kop="Hoe we het meten">
      {indicatoren.length === 0 ? (
        <LegeStaat titel={GEEN_INDICATOR}>
          Een indicator is een getal dat laat zien of het beter gaat. De programmamanager kiest welk getal dat
          is, hoe het er nu voor staat en wat het moet worden; daarna stelt de raad het vast.
        </LegeStaat>
      ) : (
        <>
          <Terugkijken van={van} blik={blik} pagina={`/doelen/${doel.id}`} />
          {indicatoren.map((een) => (
            <Indicatorfiguur
              van={van}
              beeld={een}
              jaargangen={jaargangen.filter(({ reeks }) => reeks === een.reeks)}
            />
          ))}
        </>
      )}
      {van.mag('plan.wijzigen') && (
        <Knoppen>
          <KnopLink href={van.pad(`/doelen/${doel.id}/voorstellen`)}>Indicator kiezen</KnopLink>
        </Knoppen>
      )}
    </Sectie>
  )
}
