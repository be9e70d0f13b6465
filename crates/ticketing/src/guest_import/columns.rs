//! Which column of a file means what: by the caller's word, or guessed from titles in English, German, French and
//! Spanish. Pure rules.

use serde::{Deserialize, Serialize};

use super::GuestImportRefusal;
use crate::search::fold;

/// Between the titles of columns that make up a name together.
const TOGETHER: &str = " + ";

/// Which column means what: titles as in the file. A name may be put together from several: `Vorname + Nachname`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GuestMapping {
    /// The guest's name.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// The e-mail address.
    #[serde(default)]
    #[ts(optional)]
    pub email: Option<String>,
    /// The phone number.
    #[serde(default)]
    #[ts(optional)]
    pub phone: Option<String>,
    /// The tier: its name, its number or its id.
    #[serde(default)]
    #[ts(optional)]
    pub tier: Option<String>,
    /// How many tickets; one when absent or empty.
    #[serde(default)]
    #[ts(optional)]
    pub quantity: Option<String>,
    /// The company.
    #[serde(default)]
    #[ts(optional)]
    pub company: Option<String>,
    /// A note, kept with the payment.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
    /// What one ticket cost elsewhere; the tier's price when absent or empty.
    #[serde(default)]
    #[ts(optional)]
    pub price: Option<String>,
}

/// The places of the columns in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Those that make up the name, at least one.
    pub name: Vec<usize>,
    /// The e-mail address's.
    pub email: Option<usize>,
    /// The phone number's.
    pub phone: Option<usize>,
    /// The tier's.
    pub tier: Option<usize>,
    /// The quantity's.
    pub quantity: Option<usize>,
    /// The company's.
    pub company: Option<usize>,
    /// The note's.
    pub note: Option<usize>,
    /// The price's.
    pub price: Option<usize>,
}

const NAME: &[&str] = &[
    "name",
    "full name",
    "guest",
    "guest name",
    "attendee",
    "attendee name",
    "participant",
    "holder",
    "gast",
    "gastname",
    "teilnehmer",
    "teilnehmerin",
    "vor und nachname",
    "vollstandiger name",
    "nom",
    "nom complet",
    "invite",
    "participante",
    "nombre",
    "nombre completo",
    "nombre y apellidos",
    "invitado",
    "asistente",
];
const GIVEN: &[&str] =
    &["first name", "firstname", "given name", "first", "vorname", "prenom", "nombre de pila"];
const FAMILY: &[&str] = &[
    "last name",
    "lastname",
    "surname",
    "family name",
    "last",
    "nachname",
    "familienname",
    "zuname",
    "nom de famille",
    "apellido",
    "apellidos",
];
const EMAIL: &[&str] = &[
    "email",
    "e mail",
    "mail",
    "email address",
    "e mail address",
    "e mail adresse",
    "emailadresse",
    "mailadresse",
    "courriel",
    "adresse e mail",
    "adresse email",
    "correo",
    "correo electronico",
];
const PHONE: &[&str] = &[
    "phone",
    "phone number",
    "telephone",
    "mobile",
    "mobile phone",
    "cell",
    "telefon",
    "telefonnummer",
    "handy",
    "handynummer",
    "mobil",
    "tel",
    "portable",
    "numero de telephone",
    "telefono",
    "movil",
];
const TIER: &[&str] = &[
    "tier",
    "ticket",
    "ticket type",
    "ticket tier",
    "ticket name",
    "category",
    "type",
    "kategorie",
    "karte",
    "kartenart",
    "ticketart",
    "tickettyp",
    "categorie",
    "billet",
    "type de billet",
    "tarif",
    "categoria",
    "entrada",
    "tipo de entrada",
];
const QUANTITY: &[&str] = &[
    "quantity",
    "qty",
    "tickets",
    "count",
    "number",
    "places",
    "seats",
    "persons",
    "people",
    "pax",
    "number of tickets",
    "anzahl",
    "menge",
    "platze",
    "karten",
    "personen",
    "quantite",
    "nombre de places",
    "nombre de billets",
    "personnes",
    "cantidad",
    "numero de entradas",
    "entradas",
    "plazas",
    "personas",
];
const COMPANY: &[&str] = &[
    "company",
    "company name",
    "organisation",
    "organization",
    "firma",
    "unternehmen",
    "entreprise",
    "societe",
    "empresa",
    "organizacion",
];
const NOTE: &[&str] = &[
    "note",
    "notes",
    "comment",
    "comments",
    "remark",
    "remarks",
    "bemerkung",
    "bemerkungen",
    "notiz",
    "kommentar",
    "anmerkung",
    "remarque",
    "commentaire",
    "nota",
    "notas",
    "comentario",
    "observaciones",
];
const PRICE: &[&str] = &[
    "price",
    "price paid",
    "amount",
    "paid",
    "ticket price",
    "preis",
    "betrag",
    "bezahlt",
    "prix",
    "montant",
    "precio",
    "importe",
];

/// What the titles say by themselves.
#[must_use]
pub fn guess(columns: &[String]) -> GuestMapping {
    let folded: Vec<String> = columns.iter().map(|title| fold(title)).collect();
    let mut free: Vec<bool> = folded.iter().map(|title| !title.is_empty()).collect();
    let mut take = |words: &[&str], in_part: bool| {
        let at = words.iter().find_map(|word| {
            (0..folded.len()).find(|at| free[*at] && is_called(&folded[*at], word, in_part))
        })?;
        free[at] = false;
        Some(columns[at].clone())
    };
    let (given, family) = (take(GIVEN, false), take(FAMILY, false));
    let mut found = [EMAIL, PHONE, TIER, QUANTITY, COMPANY, NOTE, PRICE].map(|words| take(words, false));
    let whole = take(NAME, false);
    for (field, words) in found.iter_mut().zip([EMAIL, PHONE, TIER, QUANTITY, COMPANY, NOTE, PRICE]) {
        if field.is_none() {
            *field = take(words, true);
        }
    }
    let name = match (given, family, whole) {
        (Some(given), Some(family), _) => Some(format!("{given}{TOGETHER}{family}")),
        // French lists have “Prénom” and “Nom”, Spanish ones “Nombre” and “Apellidos”.
        (Some(given), None, Some(whole)) => Some(format!("{given}{TOGETHER}{whole}")),
        (None, Some(family), Some(whole)) => Some(format!("{whole}{TOGETHER}{family}")),
        (given, family, whole) => whole.or(family).or(given).or_else(|| take(NAME, true)),
    };
    let [email, phone, tier, quantity, company, note, price] = found;
    GuestMapping { name, email, phone, tier, quantity, company, note, price }
}

/// Whether a folded title is `word`, or has it among its own. Only words long enough to mean something count in part.
fn is_called(title: &str, word: &str, in_part: bool) -> bool {
    if in_part { word.len() > 3 && title.split(' ').any(|part| part == word) } else { title == word }
}

/// Finds the columns that a mapping names.
///
/// # Errors
/// When a title is not in the file, or nothing is said about names.
pub fn located(columns: &[String], mapping: &GuestMapping) -> Result<Columns, GuestImportRefusal> {
    let find = |title: &str| {
        let exact = columns.iter().position(|column| column == title.trim());
        exact.or_else(|| {
            columns.iter().position(|column| fold(column) == fold(title) && !fold(title).is_empty())
        })
    };
    let unknown = |field, title: &str| GuestImportRefusal::UnknownColumn {
        field,
        title: title.chars().take(80).collect(),
    };
    let one = |field: &'static str, title: &Option<String>| {
        let title = title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        title.map(|title| find(title).ok_or_else(|| unknown(field, title))).transpose()
    };
    let name = mapping.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name = name.ok_or(GuestImportRefusal::NoNameColumn)?;
    let name = match find(name) {
        Some(at) => vec![at],
        None => name
            .split(TOGETHER)
            .map(|title| find(title).ok_or_else(|| unknown("name", title)))
            .collect::<Result<_, _>>()?,
    };
    Ok(Columns {
        name,
        email: one("email", &mapping.email)?,
        phone: one("phone", &mapping.phone)?,
        tier: one("tier", &mapping.tier)?,
        quantity: one("quantity", &mapping.quantity)?,
        company: one("company", &mapping.company)?,
        note: one("note", &mapping.note)?,
        price: one("price", &mapping.price)?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn titles(line: &str) -> Vec<String> {
        line.split(';').map(str::to_owned).collect()
    }

    fn guessed(line: &str) -> String {
        let found = guess(&titles(line));
        let fields = [
            found.name,
            found.email,
            found.phone,
            found.tier,
            found.quantity,
            found.company,
            found.note,
            found.price,
        ];
        fields.map(|field| field.unwrap_or_else(|| "-".to_owned())).join(";")
    }

    #[test]
    fn titles_are_understood_in_four_languages() {
        for (line, found) in [
            (
                "Guest name;E-mail;Phone number;Ticket type;Qty;Company;Notes;Price paid",
                "Guest name;E-mail;Phone number;Ticket type;Qty;Company;Notes;Price paid",
            ),
            (
                "Vorname;Nachname;E-Mail-Adresse;Handy;Kategorie;Anzahl;Firma;Bemerkung;Preis",
                "Vorname + Nachname;E-Mail-Adresse;Handy;Kategorie;Anzahl;Firma;Bemerkung;Preis",
            ),
            (
                "NOM;Prénom;Courriel;Portable;Tarif;Quantité;Société;Remarque;Montant",
                "Prénom + NOM;Courriel;Portable;Tarif;Quantité;Société;Remarque;Montant",
            ),
            (
                "Nombre;Apellidos;Correo electrónico;Móvil;Entrada;Cantidad;Empresa;Notas;Importe",
                "Nombre + Apellidos;Correo electrónico;Móvil;Entrada;Cantidad;Empresa;Notas;Importe",
            ),
            ("Ticket;Tickets;Your full name;Work email", "-;Work email;-;Ticket;Tickets;-;-;-"),
            ("id;created", "-;-;-;-;-;-;-;-"),
        ] {
            let expected = if line.starts_with("Ticket;") {
                found.replacen('-', "Your full name", 1)
            } else {
                found.to_owned()
            };
            assert_eq!(guessed(line), expected, "{line}");
        }
    }

    #[test]
    fn a_mapping_names_columns_of_the_file() {
        let columns = titles("Guest;Mail;A + B;A;B");
        let named = |name: &str| GuestMapping { name: Some(name.to_owned()), ..GuestMapping::default() };
        assert_eq!(located(&columns, &named("guest")).unwrap().name, [0]);
        assert_eq!(located(&columns, &named("A + B")).unwrap().name, [2], "a title may hold the sign itself");
        assert_eq!(located(&columns, &named("A + Guest")).unwrap().name, [3, 0]);
        assert_eq!(located(&columns, &GuestMapping::default()), Err(GuestImportRefusal::NoNameColumn));
        let mapping = GuestMapping { email: Some("Post".to_owned()), ..named("Guest") };
        let refused = located(&columns, &mapping).unwrap_err();
        assert_eq!(refused, GuestImportRefusal::UnknownColumn { title: "Post".to_owned(), field: "email" });
    }

    proptest! {
        #[test]
        fn what_is_guessed_is_always_there(columns in prop::collection::vec("\\PC{0,20}|name|Vorname|Tickets|e-mail", 0..12)) {
            let found = guess(&columns);
            if found.name.is_some() {
                prop_assert!(located(&columns, &found).is_ok(), "{found:?}");
            }
        }
    }
}
