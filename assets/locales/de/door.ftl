door-no-event = Es gibt keine Veranstaltung zum Einlassen. Unter Planen eine in den Verkauf geben.
door-go-plan = Zum Planen
door-no-list = Diese Veranstaltung hat keine Einlassliste. Unter Planen, Einlass, eine anlegen.
door-list = Liste
door-gate = Tor
door-any-gate = Jedes Tor
door-entry = Einlass
door-exit = Auslass
door-switch-to-exit = auf Auslass wechseln
door-switch-to-entry = auf Einlass wechseln
door-check-only = Nur nachsehen
door-inside = von { $expected } sind drin
door-admitted =
    { $count ->
        [one] { $count } Gast kam
       *[other] { $count } Gäste kamen
    }
door-pace = { $count } in der letzten Minute
door-recent = Letzte Scans
door-recent-empty = Noch nichts gescannt.
door-annulled = zurückgenommen
door-order = Bestellung { $code }
door-group = Bestellung über { $size } · { $inside } drin
door-admit-group =
    { $count ->
        [one] Die andere Karte einlassen
       *[other] Die anderen { $count } einlassen
    }
door-admit-counted =
    { $count ->
        [one] Gezählt, einer: einlassen
       *[other] Gezählt, { $count }: einlassen
    }
door-group-refused = Nicht drin: { $name } – { $reason }
door-entered-late = Inzwischen eingelassen: { $tier }, Bestellung { $order }
door-parked = Offene Fragen: { $count }
door-question-of = Frage { $at } von { $count }
door-override = Trotzdem einlassen…
door-let-in = Einlassen
door-clear = Ausblenden
door-look-up = Namen nachschlagen
door-nothing-to-undo = Nichts zurückzunehmen: Der letzte Einlass ist über eine Minute her.
door-undone =
    { $count ->
        [one] Der letzte Einlass ist zurückgenommen
       *[other] Die letzten { $count } Einlässe sind zurückgenommen
    }
door-code = Code: { $code }
scanner-layout-fixed = Der Scanner tippt in einer anderen Tastaturbelegung – von selbst berichtigt

input-ready = Bereit – scannen oder einen Namen tippen
input-paused = Angehalten – hier klicken oder eine Taste drücken
input-typing = Ein Name wird getippt
input-no-list = Keine Liste für diese Veranstaltung
input-exit = Gäste gehen
input-check-only = nur nachsehen, nichts wird gezählt

lookup-label = Name, E-Mail, Telefon oder Bestellnummer
lookup-results = Gefundene Gäste
lookup-hint = Zwei Buchstaben oder mehr tippen.
lookup-none = Niemand passt zu „{ $text }“. Weniger Buchstaben oder die Bestellnummer versuchen.
lookup-unnamed = Ohne Namen
lookup-inside = Drin
lookup-outside = Noch nicht da
lookup-keys = Enter sieht nach, noch einmal Enter lässt ein. Esc schließt.

override-title = Gegen das Urteil einlassen?
override-text = Es wird mit Ihrem Namen und dem Grund festgehalten.
override-keep = Nicht einlassen
override-confirm = Einlassen

verdict-spoken = { $word }. { $why }
verdict-attention = Achtung: diese Karte ansehen
verdict-failed = NICHT GELESEN
verdict-forced = REIN · AUSNAHME
verdict-count = { $count }
verdict-group = REIN × { $count }
verdict-group-none = NIEMAND
verdict-admit = REIN
verdict-exit = RAUS
verdict-same = DIESELBE KARTE
verdict-already-used = SCHON DRIN
verdict-not-yet-valid = ZU FRÜH
verdict-unpaid = NICHT BEZAHLT
verdict-unapproved = NICHT FREIGEGEBEN
verdict-incomplete = FRAGE
verdict-ambiguous = WELCHE?
verdict-rule-refused = JETZT NICHT
verdict-unknown = UNBEKANNT
verdict-bad-signature = NICHT ECHT
verdict-wrong-event = ANDERER ABEND
verdict-wrong-tier = ANDERE TÜR
verdict-wrong-gate = ANDERES TOR
verdict-refunded = ERSTATTET
verdict-void = ENTWERTET
verdict-cancelled = STORNIERT
verdict-transferred = WEITERGEGEBEN
verdict-revoked = ERSETZT
verdict-expired = ZU SPÄT
verdict-blocked = GESPERRT

verdict-why-admit = { $tier }
verdict-why-recount = Die Zahl ist eine andere, niemand wurde eingelassen: jetzt dürfen { $count } hinein
verdict-why-group = { $count } × { $tier }
verdict-why-same =
    { $seconds ->
        [0] Einmal gezählt, gerade eben
        [one] Einmal gezählt, vor { $seconds } Sekunde
       *[other] Einmal gezählt, vor { $seconds } Sekunden
    }
verdict-why-already-used = Drin seit { $clock } ({ $ago })
verdict-why-attempt = { $count }. Versuch
verdict-why-not-yet-valid = Gültig ab { $clock }, { $ago }
verdict-why-expired = War gültig bis { $clock }, { $ago }
verdict-why-wrong-event = Für { $event }, { $when }
verdict-why-tier = Das ist eine Karte „{ $tier }“
verdict-why-unpaid = Die Bestellung dieser Karte ist nicht bezahlt
verdict-why-unapproved = Die Bestellung dieser Karte wartet auf Freigabe
verdict-why-refunded = Das Geld für diese Karte ging zurück
verdict-why-void = Diese Karte wurde entwertet
verdict-why-cancelled = Die Bestellung dieser Karte ist storniert oder verfallen
verdict-why-transferred = Der neue Gast hat den gültigen Code
verdict-why-revoked = Ein neuer Code hat diesen ersetzt
verdict-why-blocked = Diese Karte ist gesperrt
verdict-why-said = { $text }
verdict-why-unknown = Keine Karte hat diesen Code
verdict-why-bad-signature = Die Signatur passt nicht: Der Code wurde geändert oder stammt von anderswo
verdict-why-rule-refused = Eine Regel dieser Liste sagt nein
verdict-why-ambiguous = Mehr als eine Karte hat diesen Code
verdict-why-incomplete = Erst muss etwas beantwortet werden

verdict-todo-admit = Gast willkommen heißen
verdict-todo-exit = Auf Wiedersehen
verdict-todo-check-only = Würde eingelassen. Nichts wurde gezählt
verdict-todo-forced = Gast willkommen heißen. Ihr Name und der Grund sind festgehalten
verdict-todo-count =
    { $count ->
        [one] Steht ein Gast da? A oder Enter lässt ihn ein
       *[other] Laut bis { $count } zählen. A oder Enter lässt alle ein
    }
verdict-todo-count-none = Die anderen einzeln scannen, um den Grund zu sehen
verdict-todo-group-refused =
    { $count ->
        [one] Eine Karte wurde abgewiesen
       *[other] { $count } Karten wurden abgewiesen
    }
verdict-todo-question = Die Nummer der Antwort drücken
verdict-todo-question-typed = Enter drücken und die Antwort tippen
verdict-todo-question-again = Diese Antwort genügt nicht. Noch einmal fragen
verdict-todo-same = Ein Griff, ein Einlass: alles gut
verdict-todo-already-used = Namen vergleichen. Fragen, wer zuerst kam
verdict-todo-not-yet-valid = Den Gast bitten, dann wiederzukommen
verdict-todo-unpaid = Zum Bezahlen an die Kasse
verdict-todo-unapproved = Veranstalter um Freigabe bitten
verdict-todo-incomplete = Gast fragen oder an die Kasse schicken
verdict-todo-ambiguous = Den Gast nach Namen suchen
verdict-todo-rule-refused = Einsatzleitung fragen
verdict-todo-unknown = Noch einmal scannen, dann nach Namen suchen
verdict-todo-bad-signature = Nicht einlassen. Einsatzleitung rufen
verdict-todo-wrong-event = Den Weg zur richtigen Veranstaltung zeigen
verdict-todo-wrong-tier = Den Weg zur richtigen Tür zeigen
verdict-todo-wrong-gate = Den Weg zum richtigen Tor zeigen
verdict-todo-refunded = Bei Streit: Kasse
verdict-todo-void = Bei Streit: Kasse
verdict-todo-cancelled = An die Kasse schicken
verdict-todo-transferred = Nach der neuen Karte fragen
verdict-todo-revoked = Nach der Ersatzkarte fragen
verdict-todo-expired = An die Kasse schicken
verdict-todo-blocked = Einsatzleitung rufen
question-title = Die Antwort des Gastes
question-answer = Antwort tippen…
question-take = Weiter
question-yes = Ja
question-no = Nein
question-no-entry = Nein: bleibt draußen
question-leave-open = Offen lassen
question-missing = Diese Frage braucht eine Antwort
question-hint-number = Eine Zahl, etwa 17 oder 2,5
question-hint-date = Jahr, Monat, Tag: 2026-06-13
question-hint-time = Stunden und Minuten: 18:30
question-hint-date-time = 2026-06-13 18:30

summary-open = Türschluss
summary-title = Der Abend an „{ $list }“
summary-came = gekommen
summary-came-of = von { $expected }
summary-inside = jetzt drin
summary-exits = gegangen
summary-refusals = abgewiesen
summary-forced = gegen das Urteil eingelassen
summary-annulled = zurückgenommen
summary-first = erster Einlass
summary-last = letzter Einlass
summary-peak = in der vollsten Minute
summary-peak-at = um { $clock }
summary-arrivals = Ankünfte
summary-arrivals-table =
    { $minutes ->
        [one] Einlässe je Minute
       *[other] Einlässe je { $minutes } Minuten
    }
summary-from =
    { $minutes ->
        [one] Minute ab
       *[other] { $minutes } Minuten ab
    }
summary-entries = Einlässe
summary-nobody = Noch niemand ist hereingekommen.
summary-refused = Nicht eingelassen, nach Grund
summary-refused-none = Niemand wurde abgewiesen.
summary-reason = Grund
summary-scans = Scans
summary-tickets = Karten
summary-conflicts = Zu klären

conflicts-none = Nichts widerspricht sich: Jede Karte kam einmal und zu Recht herein.
conflicts-not-yours = Diese Liste sieht nur, wer Bestellungen sehen darf. Die Einsatzleitung kann sie öffnen.
conflict-entered-twice =
    { $count ->
        [one] 1 Karte kam zweimal herein
       *[other] { $count } Karten kamen zweimal herein
    }
conflict-entered-twice-todo = Zwei Türen ließen dieselbe Karte ein, während sie einander nicht sahen, oder jemand kam gegen das Urteil herein. Zeiten und Orte vergleichen: Einer der Gäste hat vielleicht eine Kopie.
conflict-ended-before-entry =
    { $count ->
        [one] 1 Karte kam herein, nachdem sie erloschen war
       *[other] { $count } Karten kamen herein, nachdem sie erloschen waren
    }
conflict-ended-before-entry-todo = Sie war vorher erstattet, entwertet oder weitergegeben. Die Tür wusste es noch nicht. An der Kasse fragen, ob das Geld zurückging und wer die Karte jetzt hat.
conflict-ended-inside =
    { $count ->
        [one] 1 Karte erlosch, während ihr Gast drin war
       *[other] { $count } Karten erloschen, während ihre Gäste drin waren
    }
conflict-ended-inside-todo = Sie wurde nach dem Einlass erstattet, entwertet oder weitergegeben. Mit der Kasse klären, ob das so gewollt war.
conflict-two-generations =
    { $count ->
        [one] 1 Karte kam herein, und auch die, die sie ersetzt hat
       *[other] { $count } Karten kamen herein, und auch die, die sie ersetzt haben
    }
conflict-two-generations-todo = Der alte und der neue Code wurden benutzt: wohl zwei Menschen auf einem Platz. Mit dem Besteller sprechen.
conflict-entered-unpaid =
    { $count ->
        [one] 1 Karte kam unbezahlt herein
       *[other] { $count } Karten kamen unbezahlt herein
    }
conflict-entered-unpaid-todo = Das Geld an der Kasse einfordern oder den Besteller erinnern.
conflict-entry = kam um { $clock } herein
conflict-entries = kam { $count }-mal herein, zuerst um { $first }, zuletzt um { $last }

export-what = Mitnehmen
export-scans = Letzte 500 Scans
export-tickets = Karten der Veranstaltung
export-conflicts = Zu klären
export-as-xlsx = Für Excel sichern
export-as-csv = Als CSV sichern
export-done = Die Tabelle ist gesichert
column-scanned-at = Gescannt
column-direction = Richtung
column-verdict = Urteil
column-is-admitted = Eingelassen
column-is-forced = Ausnahme
column-is-annulled = Zurückgenommen
column-code = Code
column-tier-name = Kategorie
column-holder-name = Name
column-holder-email = E-Mail
column-order-code = Bestellung
column-order-status = Stand der Bestellung
column-gate = Tor
column-device = Gerät
column-operator = Von
column-serial = Nr.
column-status = Stand
column-kind = Was
column-list-name = Liste
column-first-at = Zuerst herein
column-last-at = Zuletzt herein
column-entries = Einlässe
column-places = Wo

shortcut-door-parked = Zurück zu einer offenen Frage
shortcut-door-summary = Türschluss: den Abend zusammenfassen
synonyms-door-summary = Bericht Statistik Ankünfte Export Widersprüche
