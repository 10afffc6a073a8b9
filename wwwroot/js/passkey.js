// Passkeys are the only part of the sign-in that needs script. Their forms are hidden until the browser is known to support them.
const isSupported = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential.parseCreationOptionsFromJSON;

// Requests the challenge from the site, asks the browser for a credential, and returns it as JSON.
async function credentialFor(form) {
  const response = await fetch(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  if (!response.headers.get('content-type')?.startsWith('application/json')) return null;
  const options = await response.json();
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

if (isSupported) {
  for (const note of document.querySelectorAll('[data-without-passkeys]')) note.hidden = true;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const [field, fault, button] = ['[name=credential]', '[data-passkey-fault]', 'button'].map((what) => form.querySelector(what));
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      [fault.hidden, button.disabled, field.value] = [true, true, ''];
      try {
        const credential = await credentialFor(form);
        // The site returned a page instead of a challenge, for example after a sign-out: reload to show it.
        if (credential === null) return location.reload();
        field.value = credential;
        form.submit();
      } catch {
        // Cancelled, timed out or no passkey: the browser does not say which.
        [fault.hidden, button.disabled] = [false, false];
      }
    });
  }
}
