/** The county of the demonstration: Southwest Finland, bilingual, 27 municipalities. */
export const DEMO_COUNTY = '05'

/** Where the delays in home care grow. */
export const DELAYED_MUNICIPALITY = '734'

interface Place {
  /** Sample figure, rounded by hand: for rates in the demonstration, never to be quoted. */
  residents: number
  /** Share of contacts in Swedish, in hundredths. */
  swedish: number
  /** Share of contacts in another language, in hundredths. */
  other: number
}

const place = (residents: number, swedish = 1, other = 1): Place => ({ residents, swedish, other })

/** Municipalities of the county by code. */
export const PLACES: Readonly<Record<string, Place>> = {
  '019': place(4000),
  '202': place(36000, 5, 3),
  '284': place(2200),
  '304': place(1000, 3),
  '322': place(6500, 66, 2),
  '400': place(8300, 1, 2),
  '423': place(20500, 2, 1),
  '430': place(15000, 1, 2),
  '445': place(15000, 54, 2),
  '480': place(2000),
  '481': place(9500),
  '503': place(7500),
  '529': place(20000, 2, 2),
  '538': place(4700),
  '561': place(1300),
  '577': place(11000, 1, 2),
  '631': place(2000),
  '636': place(8000),
  '680': place(25500, 1, 5),
  '704': place(6500),
  '734': place(51000, 2, 3),
  '738': place(3000, 2),
  '761': place(8500),
  '833': place(1700),
  '853': place(202000, 6, 9),
  '895': place(15000, 1, 4),
  '918': place(2200),
}
