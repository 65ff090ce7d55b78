import { KRUIMELS, PAD } from '#regels/beleid/kiezen.tsx'
import { ruwVan, type Vergelijkvraag, zoekVan } from '#regels/beleid/vraag.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'

/** Een berekening die langer duurt dan een pagina hoort te laden, begint pas als iemand dat vraagt. */
export function Wachtpagina(props: { schil: Schil; vraag: Vergelijkvraag; teDruk?: boolean }) {
  const zoek = zoekVan(ruwVan(props.vraag))
  return (
    <Pagina
      titel="Deze vergelijking duurt even"
      schil={props.schil}
      kruimels={[...KRUIMELS, { tekst: 'Beleidsvarianten', href: `${PAD}?${zoek}` }]}
      nietIndexeren
    >
      <Paginakop
        titel="Deze vergelijking duurt even"
        lead="Zij is nog niet uitgerekend. Dat gebeurt op de achtergrond: u ziet hoe ver het is, en u kunt het stoppen."
      />
      {props.teDruk === true && (
        <Melding soort="fout" titel="Er staat al veel te wachten" antwoord>
          <p>Er is niets begonnen. Probeer het over een paar minuten opnieuw.</p>
        </Melding>
      )}
      <Alinea>
        Daarna blijft de uitkomst een tijd bewaard op deze server. Het adres blijft altijd gelden: wie het
        later opent, krijgt dezelfde uitkomst.
      </Alinea>
      <Formulier actie={`${PAD}/uitkomst`} verborgen={{ vraag: zoek }} naam="Uitrekenen">
        <Knoppen>
          <Knop>Reken het uit</Knop>
          <KnopLink href={`${PAD}?${zoek}`} soort="tweede">
            Terug
          </KnopLink>
        </Knoppen>
      </Formulier>
    </Pagina>
  )
}
