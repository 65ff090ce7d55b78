/** Klein gemak bovenop een pagina die zonder script al werkt. */

const menu = document.querySelector<HTMLDetailsElement>('details.oz-menu')

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu?.open) return
  menu.open = false
  menu.querySelector('summary')?.focus()
})

document.addEventListener('click', (event) => {
  if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
})

/** Op papier hoort alles open te staan, ook waar de browser dat niet met opmaak kan. */
const gesloten: HTMLDetailsElement[] = []

window.addEventListener('beforeprint', () => {
  for (const deel of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
    deel.open = true
    gesloten.push(deel)
  }
})

window.addEventListener('afterprint', () => {
  for (const deel of gesloten.splice(0)) deel.open = false
})

/** Na een afgekeurd formulier begint de lezer bij het overzicht van wat er mis is. */
document.getElementById('fouten')?.focus()

/** Een pagina over werk dat nog loopt, haalt zichzelf op en zet alleen neer wat veranderde. */
const lopend = document.querySelector<HTMLElement>('[data-ververs]')

async function ververs(deel: HTMLElement): Promise<void> {
  const antwoord = await fetch(location.href).catch(() => undefined)
  if (antwoord?.ok) {
    const pagina = new DOMParser().parseFromString(await antwoord.text(), 'text/html')
    const nieuw = pagina.querySelector('[data-ververs]')
    // Het werk is klaar, of wie keek is uitgelogd: dan hoort de hele pagina anders te zijn.
    if (nieuw === null) return location.reload()
    const verse = nieuw.querySelectorAll('[data-vers]')
    for (const [i, plek] of deel.querySelectorAll('[data-vers]').entries()) {
      const vers = verse[i]
      if (vers && vers.innerHTML !== plek.innerHTML) plek.replaceChildren(...vers.childNodes)
    }
  }
  wacht(deel)
}

function wacht(deel: HTMLElement): void {
  setTimeout(() => ververs(deel), Number(deel.dataset['ververs']) * 1_000)
}

if (lopend) wacht(lopend)

export {}
