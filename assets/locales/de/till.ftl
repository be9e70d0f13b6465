till-no-event = Nichts ist im Verkauf. Unter Planen eine Veranstaltung in den Verkauf geben, dann hier Karten verkaufen.
till-go-plan = Zum Planen
till-not-today = NICHT HEUTE
till-over = VORBEI
till-training = ÜBUNG
till-tiers = Kategorien
till-no-tiers = Diese Veranstaltung hat noch keine Kategorien. Unter Planen anlegen.
tile-left = noch { $left }
tile-low = nur noch { $left }
tile-unlimited = verfügbar
tile-sold-out = ausverkauft
tile-not-yet = ab { $when }
tile-ended = Verkauf beendet
tile-in-basket = im Korb:
basket = Korb
basket-empty = 1 bis 9 drücken oder eine Kachel.
basket-clear = Leeren
one-less = Ein { $tier } weniger
one-more = Ein { $tier } mehr
buyer-add = Name oder E-Mail
buyer-name = Name
buyer-email = E-Mail
buyer-hint = verlässt das Feld; Enter am Korb nimmt das Geld.
pay = Bezahlen
change = Rückgeld
cash-exact = Passend
cash-given = Bar gegeben
card = Karte
entry-money = Gegeben
entry-number = Gegeben, oder wie viele
entry-quantity = Wie viele
shortage-sold-out = { $tier } ist ausverkauft.
shortage-not-yet = { $tier } ist noch nicht im Verkauf.
shortage-ended = Der Verkauf von { $tier } ist beendet.
shortage-inactive = { $tier } ist nicht im Verkauf.
shortage-only-left =
    { $left ->
        [0] { $tier }: nichts mehr übrig.
        [one] { $tier }: nur noch { $left } übrig.
       *[other] { $tier }: nur noch { $left } übrig.
    }
shortage-order-max = Höchstens { $most } { $tier } je Verkauf.
shortage-line-max = Höchstens { $most } einer Kategorie je Verkauf.
too-little = Es fehlen { $missing }.
confirm-large = Ein großer Verkauf über { $total }: dieselbe Taste noch einmal.
nothing-to-pay = Erst eine Kategorie wählen.
unknown-code = Keine Bestellung und keine Karte hat diesen Code.
card-waiting = Kartengerät
card-text = Diesen Betrag am Gerät eingeben. Sagt es „genehmigt“, Enter drücken.
card-reference = Letzte Ziffern (freiwillig)
card-approved = Genehmigt
card-not-approved = Nicht genehmigt, zurück
last-sale = Letzter Verkauf
last-saving = Verkauf wird gesichert…
last-sold = Verkauft · { $code }
last-failed = Nicht verkauft
last-basket-back = Hier wurde nichts berechnet. Der Korb ist wieder da.
last-basket-again = Der Korb ist wieder da. Dieselbe Taste noch einmal: Verkauft wird einmal, auch wenn der erste Druck ankam.
last-tickets =
    { $count ->
        [one] { $count } Karte
       *[other] { $count } Karten
    }
comp-hint = Zum Beispiel „Gästeliste der Band“.
comp-give = Karten geben
last-open = Erstatten, entwerten
comp-title = Oder kostenlos: warum?
take-back = Zurücknehmen
till = Kasse
till-name-first = Kasse 1
till-name-practice = Übung
drawer = Kassenlade
drawer-is-open = offen
drawer-is-closed = geschlossen
drawer-is-counting = wird gezählt
drawer-closed = Die Kassenlade ist geschlossen
drawer-open = Kassenlade öffnen
drawer-float = Wechselgeld
drawer-float-hint = Was zu Beginn in der Lade liegt.
drawer-first-hint = Die erste Kasse entsteht mit diesem Schritt.
drawer-counting-title = Die Kassenlade wird gezählt
drawer-counting-text = Solange wird nichts verkauft. Der Korb bleibt, wie er ist.
notice-drawer-closed = Erst die Kassenlade öffnen: Enter.
notice-drawer-counting = Die Lade wird gezählt. Zu Ende zählen oder aufschieben.
split = Teilen
split-left = Noch zu zahlen
back = Zurück
voucher-or-free = Gutschein, frei
voucher = Gutschein
voucher-code = Gutscheincode
voucher-code-hint = Getippt oder gescannt; er senkt den Preis oder bezahlt.
voucher-apply = Code einlösen
voucher-missing = Erst einen Code eingeben
voucher-drop = Gutschein { $code } weglassen
basket-discount = Nachlass
cash-rounded = Bar { $amount }
keypad = Ziffern
keypad-delete = Letzte Ziffer löschen
park = Parken
parked-count = Geparkt: { $count }
parked-now = Der Verkauf ist geparkt. Shift+H holt ihn zurück.
parked-title = Geparkte Verkäufe
parked-none = Kein Verkauf ist geparkt.
confirm-take-back = Noch einmal Z: { $code } wird zurückgenommen, der Gast bekommt { $amount } zurück.
take-back-reason = Vor dem Drucken zurückgenommen
taken-back = { $code } zurückgenommen, { $amount } zurückgegeben
paper-is-out = Die Karten sind gedruckt: mit R erstatten.
nothing-sold = Hier wurde noch nichts verkauft.
card-part-gone = Diesen Teil auch am Kartengerät zurücknehmen.
last-taken-back = Zurückgenommen · { $code }
order-actions = Was tun?
order-details = Posten und Zahlungen
order-print = Karten drucken
order-print-again = Noch einmal drucken
order-open-text = Diese Bestellung ist noch nicht bezahlt.
order-pay-cash = { $amount } bar nehmen
order-pay-card = Karte
order-paid = { $code } bezahlt: { $amount }
refund-why = Warum?
refund-worth = Wert
refund-kept = Als Gebühr einbehalten
refund-by = Zurück: { $method }
refund-now = { $amount } zurückgeben
refund-inside = ist im Haus. Erst die Leitung fragen.
refund-inside-since = ist seit { $when } im Haus ({ $gate }). Erst die Leitung fragen.
refund-inside-door = Einlass
print-why = Drucken
print-reason-first = Erster Druck
print-reason-printer = Druckerproblem: gleicher Code
print-reason-lost = Verloren: neuer Code, der alte endet
print-now =
    { $count ->
        [one] { $count } Karte drucken
       *[other] { $count } Karten drucken
    }
choose-reason = Erst mit 1 bis 4 einen Grund wählen.
choose-ticket = Erst mindestens eine Karte wählen.
count-title = Lade zählen · { $till }
count-text = Zählen, was da ist; Tab führt von Scheinen zu Münzen. Was da sein sollte, steht danach.
count-notes = Scheine
count-coins = Münzen
count-sum = Gezählt
count-next-float = Wechselgeld fürs nächste Öffnen
count-done = Fertig
count-close = Kassenlade schließen
count-go-on = Weiter zählen
count-put-off = Weiter verkaufen, später zählen
count-short = Es fehlen { $amount }.
count-over = { $amount } zu viel.
count-exact = stimmt genau
count-reason = Warum? Oder noch einmal zählen.
count-reason-hint = Zum Beispiel „falsch herausgegeben“. Es steht im Bericht.
amount = Betrag
amount-missing = Einen Betrag eingeben
pay-in-title = Bargeld einlegen
pay-in-hint = Zum Beispiel „Wechselgeld von der Bank“.
pay-in-do = Einlegen
pay-in-done = { $amount } eingelegt
pay-out-title = Bargeld entnehmen
pay-out-hint = Zum Beispiel „Taxi für die Band“.
pay-out-do = Entnehmen
pay-out-done = { $amount } entnommen
no-sale-title = Lade ohne Verkauf öffnen
no-sale-hint = Zum Beispiel „Schein gewechselt“.
no-sale-do = Öffnen
no-sale-done = Öffnen vermerkt
report = Bericht
report-x = X-Bericht: die Lade, wie sie steht
report-z = Z-Bericht { $number }
report-of = { $till } · Z { $number }
report-print = Bericht drucken
report-opened = geöffnet { $when }, { $who }
report-closed = geschlossen { $when }, { $who }
report-receipts = Belege { $from }–{ $to }
report-turnover = Umsatz
report-cash = Bargeld
report-float = Wechselgeld
report-cash-sales = Verkäufe
report-cash-refunds = Erstattungen
report-paid-in = Eingelegt
report-paid-out = Entnommen
report-expected = Sollte da sein
report-counted = Gezählt
report-is-short = Fehlbetrag: { $reason }
report-is-over = Überschuss: { $reason }
report-short = { $amount } zu wenig
report-over = { $amount } zu viel
report-next-float = Bleibt fürs nächste Mal
report-tenders = Zahlungsarten
report-sales =
    { $count ->
        [one] { $count } Verkauf
       *[other] { $count } Verkäufe
    }
report-tiers = Kategorien und Gebühren
report-taxes = Steuer
report-tax = { $rate } % auf { $net }
report-cashiers = Kassierer
report-counts = Vorgänge
report-notes = Einzeln
report-allowed-by = erlaubt von { $who }
report-sealed = Versiegelt:
reports-none = Noch keine Lade wurde geschlossen.
entry-float = Wechselgeld
entry-sale = Verkauf
entry-comp = Frei
entry-refund = Erstattung
entry-void = Entwertung
entry-reprint = Nachdruck
entry-no-sale = Ohne Verkauf geöffnet
entry-paid-in = Eingelegt
entry-paid-out = Entnommen
entry-cash-count = Zählung
entry-lift = In den Tresor
key-card-print = Karte drucken
shortcut-till-split = Zahlung teilen
synonyms-till-split = mehrere zahlungsarten teils bar teils karte
synonyms-till-search = abholen abendkasse gästeliste finden
shortcut-till-park = Verkauf parken
shortcut-till-parked = Geparkte Verkäufe
synonyms-till-park = halten warten später
shortcut-till-pay-in = Bargeld einlegen
shortcut-till-pay-out = Bargeld entnehmen
shortcut-till-no-sale = Lade ohne Verkauf öffnen
synonyms-till-cash = lade bargeld wechselgeld einlage entnahme
shortcut-till-x-report = X-Bericht: Blick zwischendurch
shortcut-till-close = Lade zählen und schließen
synonyms-till-close = z-bericht kassenschluss tagesabschluss zählen
shortcut-till-reports = Frühere Z-Berichte
shortcut-till-key-card = Tastenkarte zum Drucken
failure-drawer-closed = Die Kassenlade ist geschlossen.
failure-drawer-closed-fix = Erst mit Wechselgeld öffnen.
failure-drawer-being-counted = Die Kassenlade wird gezählt.
failure-drawer-being-counted-fix = Zu Ende zählen oder aufschieben, um weiter zu verkaufen.
failure-drawer-not-enough-cash = So viel Bargeld liegt nicht in der Lade.
failure-drawer-not-enough-cash-fix = Erst Bargeld einlegen oder eine andere Zahlungsart nehmen.
failure-amount-not-positive = Der Betrag muss größer als null sein.
failure-amount-not-positive-fix = Einen Betrag eingeben.
failure-drawer-open-already = Diese Kassenlade ist schon offen.
failure-drawer-open-already-fix = Mit ihr weiterarbeiten oder sie schließen.
order-void = Entwerten ohne Geld
order-void-text = Die Karten sind sofort wertlos, ihre Plätze wieder frei. Das Geld bleibt in der Lade.
order-void-now =
    { $count ->
        [one] { $count } Karte entwerten
       *[other] { $count } Karten entwerten
    }
order-voided =
    { $count ->
        [one] { $count } Karte ist entwertet
       *[other] { $count } Karten sind entwertet
    }
