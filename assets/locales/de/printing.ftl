# Drucker, und die Schlange dessen, was sie drucken.
settings-printers = Drucker
printers = Drucker
printer-none = Noch ist kein Drucker eingerichtet. Bis dahin öffnen sich Karten und Belege als PDF-Dateien.
printer-add = Drucker hinzufügen
printer-create = Drucker hinzufügen
printer-save = Sichern
printer-change = Ändern
printer-change-name = { $name } ändern
printer-remove = { $name } entfernen
printer-added = { $name } ist eingerichtet. Jetzt eine Testseite drucken.
printer-changed = { $name } ist geändert
printer-removed = { $name } ist entfernt
printer-test = Testseite
printer-test-name = Testseite auf { $name } drucken
printer-tested = Die Testseite ist unterwegs zu { $name }
printer-name-hint = Wie ihn alle nennen, zum Beispiel „Kasse links“.
printer-name-missing = Bitte einen Namen eingeben
printer-address-missing = Bitte angeben, wo der Drucker ist
printer-kind = Was es ist
printer-kind-system = Drucker dieses Computers
printer-kind-system-text = Jeder Drucker, auf dem auch andere Programme drucken.
printer-kind-system-address = Name der Druckwarteschlange
printer-kind-system-address-hint = So, wie das System sie nennt.
printer-kind-escpos-tcp = Bondrucker im Netz
printer-kind-escpos-tcp-text = Bondrucker, die ESC/POS sprechen, mit Abschneider und Schublade.
printer-kind-escpos-tcp-address = Adresse
printer-kind-escpos-tcp-address-hint = Zum Beispiel 192.0.2.10 oder 192.0.2.10:9100.
printer-kind-escpos-device = Bondrucker am Kabel
printer-kind-escpos-device-text = Über USB oder seriell, ohne Treiber.
printer-kind-escpos-device-address = Gerät
printer-kind-escpos-device-address-hint = Zum Beispiel /dev/usb/lp0, oder /dev/ttyUSB0@19200 für ein serielles Kabel.
printer-kind-zpl-tcp = Etikettendrucker im Netz
printer-kind-zpl-tcp-text = Drucker, die ZPL sprechen, für Ausweise und Etiketten.
printer-kind-zpl-tcp-address = Adresse
printer-kind-zpl-tcp-address-hint = Zum Beispiel 192.0.2.11 oder 192.0.2.11:9100.
printer-kind-zpl-device = Etikettendrucker am Kabel
printer-kind-zpl-device-text = Über USB oder seriell, ohne Treiber.
printer-kind-zpl-device-address = Gerät
printer-kind-zpl-device-address-hint = Zum Beispiel /dev/usb/lp1.
printer-kind-file = PDF-Dateien in einem Ordner
printer-kind-file-text = Jedes Blatt wird eine Datei: zum Ausprobieren, oder für ein anderes Programm.
printer-kind-file-address = Ordner
printer-kind-file-address-hint = Ein Ordner, den es gibt.
printer-found = Auf diesem Computer gefunden
printer-found-none = Dieser Computer kennt keine Drucker. Im System einen einrichten, oder den Namen der Warteschlange eingeben.
printer-paper = Papier
printer-paper-58 = Rolle, 58 mm
printer-paper-80 = Rolle, 80 mm
printer-paper-a4 = A4
printer-paper-label = Etiketten
printer-label-width = Breite eines Etiketts in mm
printer-label-height = Höhe eines Etiketts in mm
printer-drawer = Geldschublade
printer-drawer-0 = Keine angeschlossen
printer-drawer-2 = Angeschlossen, Stift 2 (üblich)
printer-drawer-5 = Angeschlossen, Stift 5
printer-letters = Schrift
printer-letters-cp437 = Eigene, erste Tabelle (üblich)
printer-letters-cp858 = Eigene, Westeuropa mit €
printer-letters-wpc1252 = Eigene, Windows-Westeuropa
printer-letters-drawn = Gezeichnet: langsamer, überall richtig
printer-qr = QR-Codes
printer-qr-printer = Zeichnet der Drucker (schnell)
printer-qr-picture = Als Bild geschickt
printer-counts = Ein Blatt gilt als gedruckt
printer-counts-answered = Wenn der Drucker es sagt
printer-counts-written = Wenn es abgeschickt ist: für Drucker, die nie antworten
printer-cutter = Er schneidet das Papier
printer-default-for = Druckt von selbst
printer-doc-ticket = Karten
printer-doc-receipt = Belege
printer-doc-report = Berichte
printer-doc-label = Etiketten und Ausweise
printer-prints = Druckt { $what }
printer-prints-nothing = Druckt nichts von selbst

print-queue = Was gerade gedruckt wird
print-tray = { $printed } von { $count } gedruckt
print-tray-stopped = Steht bei { $printed } von { $count }
print-minutes =
    { $minutes ->
        [one] etwa eine Minute
       *[other] etwa { $minutes } Minuten
    }
print-failed =
    { $failed ->
        [one] { $failed } wurde nicht gedruckt
       *[other] { $failed } wurden nicht gedruckt
    }
print-pause = Pause
print-continue = Weiter
print-continue-at = Weiter bei { $sheet }
print-repeat = { $sheet } noch einmal
print-came-out = { $sheet } ist da
print-in-doubt = Bitte aufs Papier schauen: Ist Blatt { $sheet } ({ $label }) ganz herausgekommen?
print-cancel =
    { $count ->
        [one] Das letzte aufgeben
       *[other] Die übrigen { $count } aufgeben
    }
print-sheets = Blatt für Blatt
print-first-sheets = Von vorn
print-more-sheets = Weitere Blätter
print-look = Ansehen
print-done =
    { $count ->
        [one] { $count } Blatt ist gedruckt
       *[other] Alle { $count } Blätter sind gedruckt
    }
print-done-failed =
    { $failed ->
        [one] { $printed } gedruckt, { $failed } nicht
       *[other] { $printed } gedruckt, { $failed } nicht
    }
print-pause-by-hand = Pause nach { $printed }.
print-pause-interrupted = Stagedoor wurde während des Druckens beendet.
print-pause-paper-out = Papier zu Ende nach { $printed }. Bitte eine neue Rolle einlegen.
print-pause-cover-open = Der Deckel des Druckers ist offen. Bitte schließen.
print-pause-printer-unreachable = Der Drucker antwortet nicht. Ist er an und verbunden?
print-pause-printer-not-ready = Der Drucker ist nicht bereit. Bitte in Betrieb nehmen.
print-pause-printer-connection-broken = Die Verbindung zum Drucker ist abgerissen.
print-pause-printer-silent = Der Drucker hat das Blatt genommen und nicht gesagt, ob es herauskam.
print-item-queued = Wartet
print-item-sending = Unterwegs
print-item-printed = Gedruckt
print-item-failed = Nicht gedruckt
print-item-unknown = Nicht bekannt

failure-printer-unreachable = Der Drucker antwortet nicht.
failure-printer-unreachable-fix = Ist er an, stimmen Kabel und Adresse? Dann noch einmal versuchen.
failure-printer-address = Das ist keine Druckeradresse.
failure-printer-address-fix = Bitte wie im Beispiel schreiben.
failure-unknown-print-queue = Eine Druckwarteschlange dieses Namens gibt es hier nicht.
failure-unknown-print-queue-fix = Einen der gefundenen Drucker wählen.
failure-folder-unwritable = In diesen Ordner lässt sich nichts schreiben.
failure-folder-unwritable-fix = Einen Ordner wählen, den es gibt und der beschreibbar ist.
failure-paper-out = Der Drucker hat kein Papier.
failure-paper-out-fix = Eine neue Rolle einlegen, dann noch einmal versuchen.
failure-cover-open = Der Deckel des Druckers ist offen.
failure-cover-open-fix = Schließen, dann noch einmal versuchen.
failure-no-printer = Dafür ist kein Drucker eingerichtet.
failure-no-printer-fix = Unter Einstellungen, Drucker, einen einrichten.
failure-printer-name-taken = So heißt schon ein anderer Drucker.
failure-printer-name-taken-fix = Bitte einen anderen Namen geben.
failure-printer-has-jobs = Dieser Drucker hat noch etwas zu drucken.
failure-printer-has-jobs-fix = Fertig drucken lassen, oder die Aufträge aufgeben.
