/** Words that sample rows are put together from. Addresses are of the kinds reserved for examples. */

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

export const FIRST_NAMES = list(
  `Ada, Amara, Anders, Aylin, Bela, Camille, Chen, Clara, Diego, Elif, Emeka, Farah, Finn, Grace,
  Hana, Hugo, Ines, Ivan, Jonas, Kaia, Kofi, Lena, Leo, Mai, Marco, Mira, Nadia, Noor, Olga, Omar,
  Pablo, Priya, Ravi, Rosa, Samir, Sofia, Tariq, Theo, Uma, Vera, Yuki, Zoe`,
)

export const LAST_NAMES = list(
  `Abebe, Andersen, Bauer, Bianchi, Costa, Dubois, Eriksen, Fischer, Garcia, Haddad, Hoffmann, Ito,
  Jansen, Kaya, Kim, Kowalski, Larsen, Lopez, Mensah, Moreau, Nakamura, Novak, Okafor, Patel, Petrov,
  Quinn, Rossi, Santos, Schmidt, Singh, Tanaka, Torres, Usman, Varga, Weber, Yilmaz, Zhang`,
)

export const COMPANIES = list(
  `Alder & Sons, Blue Harbour, Brightwater, Cedar Works, Cobalt Labs, Copper Lane, Fernhill Foods,
  Granite Press, Greenfield, Halcyon, Ironbridge, Juniper Health, Kestrel Air, Larkspur, Lighthouse,
  Maple Street, Meridian, Northwind Mills, Oak & Ash, Paper Crane, Quarry Books, Riverside, Saltmarsh,
  Silver Birch, Summit Supply, Tidewater, Westgate`,
)

export const PRODUCTS = list(
  `Canvas Bag, Ceramic Mug, Cotton Shirt, Desk Lamp, Fountain Pen, Garden Shears, Glass Jar,
  Hiking Boots, Kettle, Leather Wallet, Linen Towel, Notebook, Oak Chair, Paring Knife, Picture Frame,
  Rain Jacket, Reading Light, Saucepan, Steel Bottle, Table Clock, Travel Pillow, Wall Shelf,
  Wool Blanket, Wooden Tray`,
)

export const TOPICS = list(
  `Architecture, Art, Astronomy, Cooking, Cycling, Design, Economics, Education, Engineering, Film,
  Finance, Fitness, Gardening, Geography, Health, History, Languages, Literature, Music, Nature,
  Photography, Politics, Science, Sports, Technology, Theatre, Travel, Writing`,
)

export const ADJECTIVES = list(
  `Brief, Bright, Careful, Common, Early, First, Gentle, Hidden, Honest, Late, Little, Long, New,
  Northern, Open, Plain, Quiet, Second, Short, Simple, Slow, Small, Southern, Steady, Useful, Warm`,
)

export const NOUNS = list(
  `Answer, Bridge, Chapter, Corner, Draft, Field, Guide, Harbour, History, Journey, Letter, Lesson,
  Map, Meeting, Morning, Notebook, Outline, Path, Plan, Question, Report, Review, River, Season,
  Sketch, Story, Summary, Survey, Table, Visit, Window, Winter`,
)

export const SENTENCES = [
  'It arrived on time and works as described.',
  'The second part still needs an example.',
  'We agreed to look at it again next week.',
  'A short introduction for people who are new to it.',
  'Most of the questions were about the price.',
  'Please send the signed copy by Friday.',
  'The figures for the last quarter are attached.',
  'Nothing has changed since the first version.',
  'It was easier than anybody had expected.',
  'The old address is still in use for returns.',
  'Two of the three samples were broken.',
  'Everyone who took part has been told.',
  'A longer answer is in the notes below.',
  'The colour in the picture is not quite right.',
  'This one replaces the draft from the spring.',
  'Thank you for the quick reply.',
] as const

/** City, region, postal code, country, and the country's code: together they make an address. */
export const PLACES = [
  ['Amsterdam', 'North Holland', '1012 AB', 'Netherlands', 'NL', 'Europe/Amsterdam'],
  ['Berlin', 'Berlin', '10115', 'Germany', 'DE', 'Europe/Berlin'],
  ['Bogotá', 'Cundinamarca', '110111', 'Colombia', 'CO', 'America/Bogota'],
  ['Cape Town', 'Western Cape', '8001', 'South Africa', 'ZA', 'Africa/Johannesburg'],
  ['Dublin', 'Leinster', 'D02 X285', 'Ireland', 'IE', 'Europe/Dublin'],
  ['Istanbul', 'Marmara', '34110', 'Turkey', 'TR', 'Europe/Istanbul'],
  ['Kyoto', 'Kansai', '600-8001', 'Japan', 'JP', 'Asia/Tokyo'],
  ['Lagos', 'Lagos', '101241', 'Nigeria', 'NG', 'Africa/Lagos'],
  ['Lisbon', 'Lisbon', '1100-148', 'Portugal', 'PT', 'Europe/Lisbon'],
  ['Lyon', 'Rhône', '69001', 'France', 'FR', 'Europe/Paris'],
  ['Mumbai', 'Maharashtra', '400001', 'India', 'IN', 'Asia/Kolkata'],
  ['Oslo', 'Oslo', '0150', 'Norway', 'NO', 'Europe/Oslo'],
  ['Portland', 'Oregon', '97201', 'United States', 'US', 'America/Los_Angeles'],
  ['Seoul', 'Seoul', '04524', 'South Korea', 'KR', 'Asia/Seoul'],
  ['Toronto', 'Ontario', 'M5H 2N2', 'Canada', 'CA', 'America/Toronto'],
  ['Valencia', 'Valencia', '46001', 'Spain', 'ES', 'Europe/Madrid'],
] as const

export const STREETS = list(
  'Cedar Street, Church Lane, Elm Road, Harbour View, High Street, Mill Lane, Park Avenue, Station Road, Victoria Square, West Street',
)

export const CURRENCIES = list('EUR, USD, GBP, JPY, CHF, SEK, CAD, INR')
export const LANGUAGES = list('en, de, fr, es, pt, ja, ko, tr, nl, it')
export const STATUSES = list('active, pending, done, draft, paused')
export const KINDS = list('standard, basic, extra, internal, other')
export const ROLES = list('member, editor, admin, guest')
export const MEDIA_TYPES = list('image/png, image/jpeg, application/pdf, text/plain')
export const FILE_EXTENSIONS = list('png, jpg, pdf, txt')
export const COLORS = list('#1f6f8b, #99a8b2, #e6b89c, #7a9e7e, #b5544d, #5b5f97, #d9a441, #3d405b')
