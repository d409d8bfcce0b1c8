import { catalogue } from '../catalogue.ts'

/** Second factors, passkeys, and proving once more who one is. */
export const signInTexts = catalogue({
  fi: {
    'confirm-title': 'Vahvista, että se olet sinä',
    'confirm-text':
      'Tämä toiminto on niin tärkeä, että pyydämme vahvistuksen uudelleen. Vahvistus on voimassa kymmenen minuuttia, ja pääset sen jälkeen takaisin siihen, mitä olit tekemässä.',
    'confirm-kept':
      'Lomake, jonka olit lähettämässä, on tallessa. Saat sen takaisin heti vahvistuksen jälkeen.',
    'confirm-button': 'Vahvista',
    'confirm-demo': 'Esittelyssä salasanaa ei tarvita. Vahvista painikkeella.',
    'confirm-wrong': 'Vahvistus ei onnistunut. Tarkista tiedot ja yritä uudelleen.',
    'confirm-leave': 'Palaa vahvistamatta',
  },
  sv: {
    'confirm-title': 'Bekräfta att det är du',
    'confirm-text':
      'Åtgärden är så viktig att vi ber dig bekräfta på nytt. Bekräftelsen gäller i tio minuter, och efter den kommer du tillbaka till det du höll på med.',
    'confirm-kept':
      'Formuläret som du höll på att skicka finns kvar. Du får det tillbaka genast efter bekräftelsen.',
    'confirm-button': 'Bekräfta',
    'confirm-demo': 'I demonstrationen behövs inget lösenord. Bekräfta med knappen.',
    'confirm-wrong': 'Bekräftelsen lyckades inte. Kontrollera uppgifterna och försök igen.',
    'confirm-leave': 'Gå tillbaka utan att bekräfta',
  },
  en: {
    'confirm-title': 'Confirm that it is you',
    'confirm-text':
      'This matters so much that we ask you to confirm once more. It holds for ten minutes, and you will come back to what you were doing.',
    'confirm-kept':
      'The form you were sending has been kept. You will get it back as soon as you have confirmed.',
    'confirm-button': 'Confirm',
    'confirm-demo': 'No password is needed in the demonstration. Confirm with the button.',
    'confirm-wrong': 'That did not confirm it. Check what you gave and try again.',
    'confirm-leave': 'Go back without confirming',
  },
})
