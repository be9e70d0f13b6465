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
door-group = { $inside } von { $size } drin
door-admit-group =
    { $count ->
        [one] Die andere Karte einlassen
       *[other] Die anderen { $count } einlassen
    }
door-override = Trotzdem einlassen…
door-let-in = Einlassen
door-clear = Ausblenden
door-look-up = Namen nachschlagen
door-nothing-to-undo = Nichts zurückzunehmen: Der letzte Einlass ist über eine Minute her.
door-undone = Der letzte Einlass ist zurückgenommen
door-code = Code: { $code }
scanner-layout-fixed = Der Scanner tippt in einer anderen Tastaturbelegung – von selbst berichtigt

input-ready = Bereit – scannen oder einen Namen tippen
input-paused = Angehalten – hier klicken oder eine Taste drücken
input-typing = Ein Name wird getippt
input-no-list = Keine Liste für diese Veranstaltung
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
verdict-forced = EINGELASSEN
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
