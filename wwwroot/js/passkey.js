// Passkeys: the one part of signing in that needs a script. A form that deals in them is hidden until a browser shows that it can.
const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential.parseCreationOptionsFromJSON;

// The form asks the site for the question, the browser asks the person, and the form takes the answer back.
async function credentialFor(form) {
  const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  if (!answer.headers.get('content-type')?.startsWith('application/json')) return null;
  const question = await answer.json();
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
  return JSON.stringify(credential);
}

if (able) {
  for (const note of document.querySelectorAll('[data-without-passkeys]')) note.hidden = true;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const [field, fault, button] = ['[name=credential]', '[data-passkey-fault]', 'button'].map((what) => form.querySelector(what));
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      [fault.hidden, button.disabled, field.value] = [true, true, ''];
      try {
        const credential = await credentialFor(form);
        // Signed out meanwhile, say: the page itself knows what to show.
        if (credential === null) return location.reload();
        field.value = credential;
        form.submit();
      } catch {
        // Declined, timed out, or nothing to choose from: the browser does not say which.
        [fault.hidden, button.disabled] = [false, false];
      }
    });
  }
}
