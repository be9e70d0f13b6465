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
comp = Frei
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
last-open = Öffnen: erstatten, entwerten
comp-title = Kostenlos geben
comp-hint = Zum Beispiel „Gästeliste der Band“.
comp-give = Karten geben
