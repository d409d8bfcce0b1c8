/**
 * Words that people here begin a password with and that the international list does not have: Finnish and Swedish
 * everyday words, seasons, months, and the words of this very work. With digits after them they are guessed first.
 */
export const EVERYDAY_PASSWORDS: ReadonlySet<string> = new Set(
  `salasana salasanani omasalasana uusisalasana tunnussana kirjaudu avaasesam sesam
  lösenord losenord lösenordet mittlösenord hemligt hemlighet inloggning
  kevät kesä syksy talvi vår sommar sommaren höst vinter vintern
  tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu
  januari februari mars april maj juni juli augusti september oktober november december
  maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
  måndag tisdag onsdag torsdag fredag lördag söndag
  suomi finland helsinki tampere turku oulu espoo vantaa lahti kuopio jyväskylä helsingfors åbo tammerfors
  perkele saatana vittu helvetti jääkiekko jalkapallo leijonat sauna sisu koira kissa rakas kulta mummo muumi
  asiavastaava sosiaaliasiavastaava sosiaaliasiamies asiamies hyvinvointialue hyvinvointi sosiaalityö toimisto
  socialombud socialombudsman ombud ombudsman välfärdsområde välfärd byrå kontor ylläpito pääkäyttäjä administrator`
    .split(/\s+/)
    .filter((word) => word.length > 2),
)
