import type { VNode } from 'preact';

/** What the law asks for (lov nr. 692 af 8. juni 2018), what has been tried and what has not. */
export function AccessibilityStatement({ municipality }: { municipality: string }): VNode {
  return (
    <>
      <h1>Tilgængelighed</h1>
      <p class="font-lead">{`Overgang skal kunne bruges af alle medarbejdere i ${municipality}.`}</p>
      <h2>Hvad vi retter os efter</h2>
      <p>Lov om tilgængelighed af offentlige organers websteder og mobilapplikationer, som peger på den europæiske standard EN 301 549. Vi går efter WCAG 2.2 på niveau AA.</p>
      <h2>Sådan er det prøvet</h2>
      <ul>
        <li>Hver side er gået igennem med et automatisk værktøj i en rigtig browser, også på en smal skærm, ved 400 % og i tvungne farver.</li>
        <li>Fra log ind til et afsluttet punkt kan alt gøres med tastaturet alene.</li>
        <li>Alt undtagen at trække punkter med musen virker uden JavaScript. Punkter kan også flyttes med en menu.</li>
        <li>Tidslinje, netværkskort og skala har den samme viden som tekst.</li>
      </ul>
      <h2>Hvad der ikke er prøvet endnu</h2>
      <ul>
        <li>Siderne er ikke gået igennem med skærmlæser af mennesker, der bruger en.</li>
        <li>PDF-filerne er mærket op med overskrifter og tabeller, men ikke kontrolleret med et værktøj til PDF/UA.</li>
      </ul>
      <h2>Virker noget ikke for dig?</h2>
      <p>Sig det til din kommunes administrator af Overgang. Får du ikke hjælp, kan du klage til Digitaliseringsstyrelsen.</p>
    </>
  );
}
