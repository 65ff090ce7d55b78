import { z } from 'zod'
import { vergelijkbaar } from '#basis/tekst.ts'
import {
  type Financiering,
  findFinancieringen,
  findGeldPerRegel,
  findKoppelregel,
  findKoppelregels,
  type Koppelregel,
} from '#grootboek/deur.ts'
import { Nieuweregel, Verdelingformulier } from '#programma/koppeling/koppelvelden.tsx'
import { doelzin, geldigzin, verdeelzin, voorwaardezin } from '#programma/koppeling/teksten.ts'
import {
  formulierNaar,
  leesPlanbezoek,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { foutAntwoord, type Routes } from '#toegang/deur.ts'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Keuzerondjes, TekstVeld } from '#ui/veld.tsx'

/** Alle regels van de koppeling: zoeken, hoeveel geld erdoor gaat, en beëindigen. */

const WEG = { titel: 'Deze regel is er niet meer', zin: 'Kijk bij Alle regels.' }
const MEESTE = 300

type Geld = { aantal: number; bedragCent: number }
type Rij = { regel: Koppelregel; geld: Geld | undefined }

export function koppelregelsPagina(routes: Routes, kamer: Programmakamer): void {
  routes
    .get('invoer.lezen', '/koppeling/regels', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const zoek = c.req.query('zoek') ?? ''
      const rijen = await leesRijen(van)
      const gevonden = rijen.filter(({ regel }) => past(van, regel, zoek))
      return c.html(<Regelspagina van={van} rijen={gevonden} totaal={rijen.length} zoek={zoek} />)
    })
    .get('invoer.lezen', '/koppeling/regels/:regel', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const sleutel = c.req.param('regel')
      const regel = z.uuid().safeParse(sleutel).success
        ? await van.bezoek.db.lees((lezer) => findKoppelregel(lezer, sleutel))
        : undefined
      if (regel === undefined) return foutAntwoord(c, 'niet_gevonden', WEG)
      const geld = (await leesRijen(van)).find((een) => een.regel.regel === sleutel)?.geld
      return c.html(<Regelpagina van={van} rij={{ regel, geld }} />)
    })
    .get('koppeling.beheren', '/koppeling/nieuw', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      return van instanceof Response ? van : c.html(<Nieuweregel van={van} velden={c.req.query()} />)
    })
    .get('koppeling.beheren', '/koppeling/verdeling', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const alle = await van.bezoek.db.lees(findFinancieringen)
      const hier = alle.filter(({ programma }) => programma === van.kop.id)
      return c.html(<Verdelingpagina van={van} financieringen={hier} onderdeel={c.req.query('onderdeel')} />)
    })
}

const leesRijen = (van: Planbezoek): Promise<Rij[]> =>
  van.bezoek.db.lees(async (lezer) => {
    const geld = new Map((await findGeldPerRegel(lezer)).map((een) => [een.koppelregel, een]))
    return (await findKoppelregels(lezer))
      .map((regel) => ({ regel, geld: geld.get(regel.regel) }))
      .toSorted((a, b) => Math.abs(b.geld?.bedragCent ?? 0) - Math.abs(a.geld?.bedragCent ?? 0))
  })

function past(van: Planbezoek, regel: Koppelregel, zoek: string): boolean {
  const gezocht = vergelijkbaar(zoek)
  if (gezocht === '') return true
  return vergelijkbaar(`${voorwaardezin(regel)} ${doelzin(van.beeld, regel.doel)}`).includes(gezocht)
}

const kruimelsVan = (van: Planbezoek) => [
  { tekst: 'Werk', href: van.pad('/werk') },
  { tekst: 'Koppeling', href: van.pad('/koppeling') },
]

function Regelspagina(props: { van: Planbezoek; rijen: readonly Rij[]; totaal: number; zoek: string }) {
  const { van, rijen, totaal, zoek } = props
  const naar = formulierNaar(van, '/koppeling/regels')
  return (
    <Planpagina van={van} titel="Alle regels" kruimels={kruimelsVan(van)}>
      <Paginakop
        titel="Alle regels"
        lead={`${totaal} regels. Past er meer dan één, dan wint de bepaaldste: meer voorwaarden voor minder, een hele code voor een begin, project voor kostenplaats voor rekening.`}
      />
      <Formulier
        actie={naar.actie}
        methode="get"
        rij
        rol="zoeken"
        naam="Regels zoeken"
        verborgen={naar.verborgen}
      >
        <TekstVeld naam="zoek" label="Zoek op code of onderdeel" soort="search" waarde={zoek} />
        <Knop soort="tweede">Zoek</Knop>
      </Formulier>
      <Tabel
        bijschrift="Regels van de koppeling"
        bijschriftVerborgen
        bij={rijen.length > MEESTE ? `De eerste ${MEESTE}; zoek om de rest te zien.` : undefined}
        rijen={rijen.slice(0, MEESTE)}
        kolommen={[
          {
            sleutel: 'wat',
            kop: 'Wat staat op',
            cel: ({ regel }) => voorwaardezin(regel),
            href: ({ regel }) => van.pad(`/koppeling/regels/${regel.regel}`),
          },
          { sleutel: 'doel', kop: 'Hoort bij', cel: ({ regel }) => doelzin(van.beeld, regel.doel) },
          { sleutel: 'geldt', kop: 'Geldt', cel: ({ regel }) => geldigzin(regel) },
          { sleutel: 'aantal', kop: 'Regels', soort: 'getal', cel: ({ geld }) => geld?.aantal },
          { sleutel: 'geld', kop: 'Gaat erdoor, €', soort: 'bedrag', cel: ({ geld }) => geld?.bedragCent },
        ]}
        leeg={
          zoek === ''
            ? 'Er zijn nog geen regels. U maakt ze bij Koppeling, zodra er iets is ingelezen.'
            : 'Er is geen regel met deze woorden.'
        }
      />
    </Planpagina>
  )
}

function Regelpagina(props: { van: Planbezoek; rij: Rij }) {
  const { van } = props
  const { regel, geld } = props.rij
  const titel = `Regel voor ${voorwaardezin(regel)}`
  const { doel } = regel
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={[...kruimelsVan(van), { tekst: 'Alle regels', href: van.pad('/koppeling/regels') }]}
    >
      <Paginakop titel={titel} />
      <Feiten
        feiten={[
          { label: 'Hoort bij', waarde: doelzin(van.beeld, doel) },
          ...(doel.soort === 'onderdeel'
            ? [{ label: 'Betaald uit', waarde: verdeelzin(van.beeld, doel.bron) }]
            : []),
          { label: 'Geldt', waarde: geldigzin(regel) },
          { label: 'Geboekte regels', waarde: String(geld?.aantal ?? 0) },
        ]}
      />
      {van.mag('koppeling.beheren') && (
        <Sectie kop="Regel beëindigen" onder="U ziet eerst wat dat verandert.">
          <Formulier
            actie={van.pad('/koppeling/effect')}
            naam="Regel beëindigen"
            verborgen={{ regel: regel.regel }}
          >
            <Keuzerondjes
              naam="wanneer"
              label="Wanneer houdt de regel op?"
              waarde="dag"
              keuzes={[
                {
                  waarde: 'dag',
                  tekst: 'Na een dag',
                  uitleg: 'Wat tot en met die dag is geboekt, blijft staan.',
                },
                {
                  waarde: 'nooit',
                  tekst: 'Hij had er nooit moeten zijn',
                  uitleg: 'Ook wat al geboekt is, komt ergens anders te staan.',
                },
              ]}
            />
            <TekstVeld naam="einddag" label="Laatste dag" soort="date" smal />
            <Knoppen>
              <Knop>Bekijk het effect</Knop>
            </Knoppen>
          </Formulier>
        </Sectie>
      )}
    </Planpagina>
  )
}

function Verdelingpagina(props: {
  van: Planbezoek
  financieringen: readonly Financiering[]
  onderdeel: string | undefined
}) {
  const { van, financieringen, onderdeel } = props
  const titel = 'Volgorde van bronnen'
  return (
    <Planpagina van={van} titel={titel} kruimels={kruimelsVan(van)}>
      <Paginakop
        titel={titel}
        lead="Uit welke bron wordt een onderdeel betaald? Kies één bron, vaste aandelen, of eerst de ene bron en dan de andere."
      />
      <Verdelingformulier
        van={van}
        onderdeel={onderdeel}
        nu={financieringen.find((een) => een.onderdeel === onderdeel)?.volgorde}
      />
      <Sectie kop="Wat is afgesproken">
        <Tabel
          bijschrift="Verdeling per onderdeel"
          bijschriftVerborgen
          rijen={financieringen}
          kolommen={[
            {
              sleutel: 'onderdeel',
              kop: 'Onderdeel',
              cel: (een) => van.beeld.onderdeel.get(een.onderdeel)?.titel ?? een.onderdeel,
              href: (een) => van.pad('/koppeling/verdeling', { onderdeel: een.onderdeel }),
            },
            {
              sleutel: 'volgorde',
              kop: 'Betaald uit',
              cel: ({ volgorde }) => verdeelzin(van.beeld, volgorde),
            },
          ]}
          leeg="Er is nog niets afgesproken. Het geld staat dan bij ‘nog te verdelen over de bronnen’."
        />
      </Sectie>
      <Knoppen>
        <KnopLink href={van.pad('/koppeling')}>Terug naar de koppeling</KnopLink>
      </Knoppen>
    </Planpagina>
  )
}
