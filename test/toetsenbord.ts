import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Een pagina bedienen met alleen het toetsenbord. `hoogstens`: zo vaak mag iemand op deze pagina's Tab moeten drukken. */
export function toetsenbord(hoogstens: number) {
  const tabNaar = async (pagina: Page, doel: string): Promise<void> => {
    for (let i = 0; i < hoogstens; i++) {
      await pagina.keyboard.press('Tab')
      if (await pagina.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(doel)})`)) return
    }
    assert.fail(`met Tab is ${doel} niet te bereiken op ${pagina.url()}`)
  }
  return {
    tabNaar,
    typ: async (pagina: Page, doel: string, tekst: string): Promise<void> => {
      await tabNaar(pagina, doel)
      await pagina.keyboard.press('Control+A')
      await pagina.keyboard.type(tekst)
    },
    /** Naar een link of knop, en op Enter. */
    volg: async (pagina: Page, doel: string): Promise<void> => {
      await tabNaar(pagina, doel)
      await Promise.all([pagina.waitForNavigation(), pagina.keyboard.press('Enter')])
    },
  }
}
