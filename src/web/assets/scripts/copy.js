/** Gives a field with `data-copy` a button that copies what stands in it, and says so. */
for (const field of document.querySelectorAll('[data-copy]')) {
  if (navigator.clipboard === undefined) break;
  const button = document.createElement('button');
  const said = document.createElement('span');
  button.type = 'button';
  button.className = 'button button-secondary';
  button.textContent = 'Kopiér';
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = 'Kopieret';
    } catch {
      said.textContent = 'Markeret. Kopiér med Ctrl+C.';
    }
  });
  field.closest('.form-group').after(button, said);
}
