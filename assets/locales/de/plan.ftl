events-title = Veranstaltungen
events-find = Veranstaltung suchen
events-empty = Hier stehen die geplanten Veranstaltungen. Mit einer Vorlage beginnen: Name und Datum genügen.
events-none-found = Keine Veranstaltung passt zu „{ $search }“.
new-event = Neue Veranstaltung
event-title = Titel
event-title-missing = Bitte einen Titel angeben
event-starts = Beginn
event-starts-missing = Bitte den Beginn angeben
event-template = Vorlage
event-create = Veranstaltung anlegen
event-created = { $title } ist als Entwurf angelegt
venue = Ort
city = Stadt
capacity = Plätze
sold = Verkauft
revenue = Umsatz
revenue-hint = nach Erstattungen
no-capacity = ohne Grenze
of-capacity = von { $capacity } Plätzen · { $percent }

preview-title = Was angelegt wird
preview-empty = Vorlage wählen und ein Datum tippen: Einlass, Ende, Kategorien und Einlasslisten erscheinen hier, bevor etwas angelegt wird.
preview-doors = Einlass { $when }
preview-ends = { $start } bis { $end }
preview-zone = Zeiten von { $zone }
preview-tiers =
    { $count ->
        [0] Keine Kategorien
        [one] { $count } Kategorie
       *[other] { $count } Kategorien
    }
preview-lists = Einlass: { $names }
preview-no-price = Preis noch offen
preview-draft = Sie beginnt als Entwurf. Vor dem Veröffentlichen ist nichts im Verkauf.
tier-unlimited = ohne Grenze
tier-places = { $count } Plätze

event-sides = Seiten der Veranstaltung
event-actions = Mehr zu dieser Veranstaltung
event-publish = In den Verkauf geben
event-publish-not-ready = In den Verkauf geben…
event-published = { $title } ist im Verkauf
event-postpone = Verschieben
event-complete = Als vorbei abschließen
event-cancel = Veranstaltung absagen…
event-cancel-title = { $title } absagen?
event-cancel-text =
    { $sold ->
        [0] Nichts ist verkauft. Die Veranstaltung geht aus dem Verkauf und bleibt als abgesagt in der Liste. Das lässt sich nicht rückgängig machen.
        [one] { $sold } Karte ist verkauft. Sie bleibt in den Büchern und wird am Einlass abgewiesen; erstattet wird je Bestellung. Das lässt sich nicht rückgängig machen.
       *[other] { $sold } Karten sind verkauft. Sie bleiben in den Büchern und werden am Einlass abgewiesen; erstattet wird je Bestellung. Das lässt sich nicht rückgängig machen.
    }
event-cancel-keep = Veranstaltung behalten
event-cancel-confirm = { $title } absagen
sell-tickets = Karten verkaufen

tab-overview = Überblick
tab-tiers = Kategorien
tab-orders = Bestellungen
tab-door = Einlass
tier-sales = Verkauf je Kategorie
readiness-title = Vor dem Verkauf
readiness-ready = Alles Nötige ist da.
readiness-open =
    { $count ->
        [one] { $count } Sache fehlt.
       *[other] { $count } Dinge fehlen.
    }
readiness-done =
    { $count ->
        [one] { $count } Sache ist erledigt
       *[other] { $count } Dinge sind erledigt
    }
item-done = : erledigt
item-open = : fehlt
item-advised = : empfohlen
mend-tiers = Zu den Kategorien
mend-details = Angaben ändern
health-title = Gesundheit
health-good = Zähler, Bestellungen und Scans stimmen überein.

tiers-empty = Eine Kategorie ist, was ein Gast kaufen kann: Name, Preis, Anzahl der Plätze. Die erste anlegen, um Karten zu verkaufen.
tiers-hint = Diese Reihenfolge ist die der Kassentasten 1 bis 9.
tier-add = Kategorie anlegen
tier-edit = Kategorie { $name }
tier-create = Kategorie anlegen
tier-save = Kategorie sichern
tier-created = Kategorie { $name } ist angelegt
tier-changed = Kategorie { $name } ist geändert
tier-name-missing = Bitte einen Namen für die Kategorie angeben
tier-price-missing = Bitte einen Preis angeben; 0 ist kostenlos
tier-badge = Kürzel
price-hint = Was der Gast für eine Karte bezahlt.
price-in = Preis ({ $currency })
tax-rate = Steuersatz, %
tax-rate-hint = Auf Karte und Beleg, etwa 7 oder 19.
places = Plätze
places-hint = Leer: nur begrenzt durch die Plätze der Veranstaltung.
order-most = Höchstens je Bestellung
order-most-hint = Leer: ohne Grenze.
sales-start = Verkaufsbeginn
sales-end = Verkaufsende
sales-when-hint = Etwa „1. Dez. 10 Uhr“.
sales-window = Verkauf
window-always = jederzeit
window-from = ab { $from }
window-until = bis { $until }
window-both = { $from } – { $until }
tier-admission = Lässt einen Gast ein
tier-admission-hint = Aus für Beigaben wie Parken oder Garderobe: Sie brauchen keinen Platz.
left = Übrig

orders-count =
    { $count ->
        [0] Keine Bestellungen
        [one] { $shown } Bestellung
       *[other] { $shown } Bestellungen
    }
orders-none-found = Keine Bestellung passt zu „{ $search }“.
total-in = Summe ({ $currency })

lists-title = Einlasslisten
lists-empty = Eine Einlassliste sagt, welche Karten eine Tür einlässt. Ohne sie bleibt die Tür zu.
list-add = Liste anlegen
list-create = Liste anlegen
list-name-hint = So, wie das Team am Einlass sie nennt, zum Beispiel „Haupteingang“.
list-name-missing = Bitte einen Namen für die Liste angeben
list-tiers = Welche Kategorien lässt sie ein?
list-tiers-missing = Bitte mindestens eine Kategorie wählen
list-all-tiers = Alle Kategorien
list-entries = Wie oft?
list-one-entry = Einmal
list-one-entry-text = Jede Karte geht einmal hinein.
list-reentry = Nach Auslass wieder
list-reentry-text = Wer hinausgescannt wurde, darf zurück.
list-many-entries = Beliebig oft
list-many-entries-text = Für Pässe, die kommen und gehen.
gates-title = Tore
gates-empty = Tore sind freiwillig: Sie sagen, wo ein Gast hereinkam.
gate-add = Tor anlegen
gate-create = Tor anlegen
gate-name-hint = Zum Beispiel „Tor A“ oder „Hof“.
gate-name-missing = Bitte einen Namen für das Tor angeben

event-details = Angaben zur Veranstaltung
event-edit = Angaben ändern…
event-save = Angaben sichern
event-changed = { $title } ist geändert
event-doors = Einlass
event-ends = Ende
category = Art
description = Beschreibung
terms = Bedingungen
terms-hint = Steht auf jeder Karte, zum Beispiel die Altersgrenze.

# Eine Zeile für jeden Punkt der Liste, nach seinem Code.
ready-status = { $done ->
    [yes] Die Veranstaltung kann in den Verkauf
   *[no] Was vorbei oder abgesagt ist, kann nicht in den Verkauf
}
ready-status-fix = Bitte eine neue Veranstaltung planen.
ready-times-in-future = { $done ->
    [yes] Der Termin liegt in der Zukunft
   *[no] Der Termin ist vorbei
}
ready-times-in-future-fix = Die Veranstaltung auf einen kommenden Tag legen.
ready-venue = { $done ->
    [yes] Der Ort steht fest
   *[no] Der Ort fehlt
}
ready-venue-fix = Den Ort angeben: Er steht auf den Karten.
ready-tiers = { $done ->
    [yes] Es gibt etwas zu verkaufen
   *[no] Es gibt nichts zu verkaufen
}
ready-tiers-fix = Mindestens eine Kategorie mit Preis anlegen.
ready-tiers-on-sale = { $done ->
    [yes] Eine Kategorie ist jetzt oder später zu haben
   *[no] Keine Kategorie ist mehr zu haben
}
ready-tiers-on-sale-fix = Den Verkauf mindestens einer Kategorie in der Zukunft enden lassen.
ready-signing-key = { $done ->
    [yes] Karten können signiert werden
   *[no] Karten können nicht signiert werden
}
ready-signing-key-fix = Einen Signaturschlüssel anlegen oder den Schlüsselspeicher dieses Geräts zurückholen.
ready-capacity = { $done ->
    [yes] Die Zahl der Gäste ist begrenzt
   *[no] Nichts begrenzt die Zahl der Gäste
}
ready-capacity-fix = Plätze für die Veranstaltung oder jede Kategorie angeben.
ready-capacity-within-venue = { $done ->
    [yes] Der Ort ist groß genug
   *[no] Mehr Gäste, als der Ort fasst
}
ready-capacity-within-venue-fix = Weniger Plätze angeben oder einen größeren Ort wählen.
ready-doors = { $done ->
    [yes] Der Einlass ist angegeben
   *[no] Niemand weiß, wann Einlass ist
}
ready-doors-fix = Den Einlass angeben: Er steht auf den Karten.
ready-description = { $done ->
    [yes] Es steht da, was Gäste erwartet
   *[no] Die Beschreibung fehlt
}
ready-description-fix = Eine Beschreibung ergänzen.
ready-category = { $done ->
    [yes] Die Art ist angegeben
   *[no] Die Art fehlt
}
ready-category-fix = Eine Art wählen.
ready-terms = { $done ->
    [yes] Die Bedingungen stehen auf den Karten
   *[no] Auf den Karten stehen keine Bedingungen
}
ready-terms-fix = Bedingungen ergänzen, zum Beispiel die Altersgrenze.

# Vorlagen, nach ihrem Schlüssel.
template-club-night = Clubnacht
template-club-night-text = Später Einlass, Preise in Wellen, dieselbe Tür bis in den Morgen.
template-comedy-night = Comedyabend
template-comedy-night-text = Bestuhlt, mit Pause und einer günstigen ersten Reihe für Mutige.
template-concert = Konzert
template-concert-text = Ein Abend, eine Hauptgruppe, stehend oder sitzend, mit ein paar besseren Plätzen.
template-conference = Konferenz
template-conference-text = Vorträge an zwei Tagen, Namensschilder und Menschen, die kommen und gehen.
template-exhibition = Ausstellung oder Messe
template-exhibition-text = Ein Tag mit stetem Besuch, ohne Sitze, ohne Andrang.
template-festival-day = Festivaltag
template-festival-day-text = Ein Tag im Freien mit mehreren Toren und einer Liste für hinter der Bühne.
template-film-screening = Filmvorführung
template-film-screening-text = Ein Film, ein Saal, danach Zeit für ein Gespräch.
template-gala-dinner = Galadinner
template-gala-dinner-text = Ein Essen für einen guten Zweck, verkauft nach Platz und nach Tisch.
template-sports-match = Spiel
template-sports-match-text = Heim- und Gästeblock mit eigenen Toren.
template-theatre-run = Theater in Serie
template-theatre-run-text = Ein Abend einer Spielserie: für jeden weiteren Termin kopieren.
template-workshop = Workshop oder Kurs
template-workshop-text = Eine kleine Gruppe, Teilnehmende mit Namen, Material inbegriffen.
