import type { Handinvoer } from '#grootboek/deur.ts'
import {
  Bedragveld,
  Betalingvelden,
  Dagveld,
  Jaarveld,
  Onderdeelveld,
  Regelveld,
  Tekstveld,
  type Veldprops,
} from '#programma/verplichtingen/velden.tsx'
import { foutVan } from '#ui/formulier.tsx'
import { KeuzeVeld, Vinkje } from '#ui/veld.tsx'

/** De velden van een besteding of ontvangst; ook om na een correctie opnieuw te boeken. */
export function Handvelden(props: Veldprops & { soort: Handinvoer['soort']; zonderDag?: boolean }) {
  const isOntvangst = props.soort === 'ontvangst'
  return (
    <>
      {isOntvangst ? (
        <KeuzeVeld
          naam="bron"
          label="Bron"
          leeg="Kies een bron"
          verplicht
          keuzes={props.van.beeld.plan.bronnen.map(({ id, naam }) => ({ waarde: id, tekst: naam }))}
          waarde={props.waarden['bron']}
          fout={foutVan(props.fouten, 'bron')}
        />
      ) : (
        <>
          <Onderdeelveld {...props} verplicht="stil" />
          <Vinkje
            naam="onbekend"
            label="Nog niet bekend bij welk onderdeel dit hoort"
            uitleg="Het bedrag blijft dan zichtbaar staan als nog onbekend."
            aan={Boolean(props.waarden['onbekend'])}
          />
        </>
      )}
      {props.zonderDag !== true && (
        <Dagveld {...props} label={isOntvangst ? 'Dag van ontvangst' : 'Dag van de uitgave'} />
      )}
      <Bedragveld
        {...props}
        label="Bedrag (€)"
        uitleg={
          isOntvangst
            ? 'Moet er geld terug, zet dan een min voor het bedrag.'
            : 'Komt er geld terug, zet dan een min voor het bedrag.'
        }
      />
      <Jaarveld {...props} label={isOntvangst ? 'Voor begrotingsjaar' : 'Ten laste van begrotingsjaar'} />
      {!isOntvangst && <Betalingvelden {...props} />}
      <Regelveld
        {...props}
        naam="stuk"
        label={
          isOntvangst ? 'Nummer van het afschrift of de beschikking' : 'Nummer van de factuur of het stuk'
        }
        uitleg="Zonder naam van een persoon."
      />
      {props.zonderDag !== true && (
        <Tekstveld {...props} naam="tekst" label="Toelichting" verplicht={false} />
      )}
    </>
  )
}
