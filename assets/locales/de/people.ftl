# Wer gerade arbeitet: die Sperre, Freigaben, und die Leute des Hauses.
shortcut-switch-user = Person wechseln
synonyms-switch-user = anmelden kasse wechsel abmelden benutzer
shortcut-lock = Sperren
synonyms-lock = weg pause pin abmelden
user-menu = { $name }, { $role }
user-now = Jetzt arbeitet hier { $name }
user-same = { $name } arbeitet hier schon

lock-title = Gesperrt
lock-text = Alles bleibt, wie es ist. Ausweis scannen, oder Namen wählen und PIN eingeben.
lock-not-a-badge = Das war kein Dienstausweis. Nichts wurde eingelassen.
lock-needs-pin = Hier hat noch niemand eine PIN
lock-needs-pin-fix = Unter Einstellungen, Leute, wenigstens einer Person eine PIN geben: Dann lässt sich das Fenster sperren.
switch-title = Wer ist da?
staff = Leute im Dienst
sign-in = Anmelden
pin = PIN
pin-of = PIN von { $name }
pin-ok = OK
pin-pad = Ziffern
pin-back = Letzte Ziffer löschen
pin-or-badge = Oder jederzeit einen Dienstausweis scannen.
pin-none = { $name } hat auf diesem Gerät weder PIN noch Ausweis. Wer das Haus leitet, kann sie vergeben.
pin-none-but-badge = { $name } hat auf diesem Gerät keine PIN: bitte den Ausweis scannen.
pin-wrong = Das ist nicht die PIN.
pin-wrong-left =
    { $count ->
        [0] Das ist nicht die PIN. Vor dem nächsten Versuch bitte kurz warten.
        [one] Das ist nicht die PIN. Noch ein Versuch, dann gibt es eine Wartezeit.
       *[other] Das ist nicht die PIN. Noch { $count } Versuche, dann gibt es eine Wartezeit.
    }
pin-wait =
    { $seconds ->
        [one] Zu viele falsche PINs. In { $seconds } Sekunde noch einmal, oder jemand anderes meldet sich an.
       *[other] Zu viele falsche PINs. In { $seconds } Sekunden noch einmal, oder jemand anderes meldet sich an.
    }
pin-wait-over = Die Wartezeit ist um: noch einmal versuchen.
pin-nobody = Bitte zuerst den Namen wählen.
pin-arrows = Pfeiltasten wählen einen anderen Namen.
failure-pin-malformed = Eine PIN hat 4 bis 12 Ziffern.
failure-pin-malformed-fix = Bitte 4 bis 12 Ziffern wählen.
failure-pin-too-easy = Diese PIN gehört zu den ersten, die jeder versucht.
failure-pin-too-easy-fix = Bitte Ziffern wählen, die sich weder wiederholen noch auf- oder abwärts zählen.
failure-email-taken = Diese E-Mail-Adresse hat hier schon jemand.
failure-email-taken-fix = Eine andere Adresse nehmen, oder keine.
failure-locked = Niemand ist angemeldet.
failure-locked-fix = Mit Ausweis oder PIN anmelden.
failure-owner-locked-out = Inhaberin oder Inhaber käme nicht mehr hinein.
failure-owner-locked-out-fix = Zuerst dort PIN oder Ausweis vergeben: Sobald jemand eins davon hat, fragt dieses Gerät alle, wer sie sind.
pin-missing = Auf diesem Gerät gibt es für diese Person keine PIN. Bitte den Ausweis scannen.
badge-unknown = Diesen Ausweis hat hier niemand. Mit PIN anmelden, oder einen neuen Ausweis drucken lassen.

approval-title = Das muss jemand freigeben
approval-text = Hierfür braucht { $name } eine Freigabe: { $what }. Ausweis scannen oder PIN eingeben. { $name } bleibt angemeldet, und beide Namen werden festgehalten.
approve = Freigeben
may-open = die App öffnen
may-view-events = Veranstaltungen sehen
may-plan-events = Veranstaltungen ändern
may-publish-events = in den Verkauf geben oder absagen
may-view-orders = Bestellungen sehen
may-sell = verkaufen
may-comp = Freikarten geben
may-refund = erstatten oder entwerten
may-scan = am Einlass scannen
may-override-verdict = trotzdem einlassen
may-view-finance = Geld sehen
may-import = Daten einlesen
may-maintain-workspace = die Datei pflegen
may-manage-organization = Leute und Rollen ändern

settings-people = Leute
people = Leute
people-text = Alle, die hier planen, verkaufen oder scannen. Was sie tun, behält ihren Namen, auch wenn sie gehen.
people-add = Jemanden hinzufügen
people-change = Ändern
people-change-name = { $name } ändern
people-no-email = Keine E-Mail
people-cannot-sign-in = Keine PIN, kein Ausweis
has-pin = PIN
has-badge = Ausweis
person-name-missing = Bitte einen Namen eingeben
person-create = Hinzufügen
person-save = Sichern
person-added = { $name } ist dabei
person-changed = { $name } ist geändert
person-remove = Entfernen…
person-remove-title = { $name } entfernen?
person-remove-text = PIN und Ausweis gelten sofort nicht mehr. Verkäufe, Scans und Freigaben behalten den Namen.
person-remove-confirm = { $name } entfernen
person-keep = Behalten
person-removed = { $name } ist entfernt
role = Rolle
role-owner = Inhaberin oder Inhaber
role-owner-text = Darf alles. Das ist immer genau eine Person.
role-admin = Verwaltung
role-admin-text = Darf alles, auch Leute und Rollen.
role-manager = Leitung
role-manager-text = Plant, verkauft, erstattet, sieht Geld, gibt an der Kasse frei. Nicht Leute und Rollen.
role-member = Dienst
role-member-text = Verkauft und scannt. Erstattungen und Freikarten brauchen eine Freigabe.
role-viewer = Einsicht
role-viewer-text = Sieht Veranstaltungen und Bestellungen, ändert nichts.

pin-give = PIN geben
pin-replace = PIN ersetzen
pin-new-hint = Vier bis zwölf Ziffern. Sie gilt nur auf diesem Gerät.
pin-save = PIN setzen
pin-remove = PIN wegnehmen
pin-empty = Bitte die Ziffern der PIN eingeben
pin-set = { $name } kann sich mit PIN anmelden
pin-removed = { $name } hat keine PIN mehr
badge = Ausweis
badge-text = Ein Scan meldet an, auch über jemand anderem. Der Ausweis wird hier gedruckt und gilt auf diesem Gerät.
badge-has-text = Ein Ausweis ist in Gebrauch. Ist er verloren, einen neuen machen: Der alte gilt sofort nicht mehr.
badge-make = Ausweis machen
badge-renew = Neuen Ausweis machen
badge-drop = Ausweis wegnehmen
badge-dropped = { $name } hat keinen Ausweis mehr
badge-once = Jetzt drucken: Der Code ist nur dieses eine Mal zu sehen.
badge-print = Ausweis drucken
badge-of = Ausweis von { $name }
badge-code = Code des Ausweises
badge-keep = Dienstausweis. Wie einen Schlüssel hüten.

event-roles = Bei einer Veranstaltung
event-roles-text = Bei einer einzelnen Veranstaltung kann jemand mehr dürfen als im Haus: dort verkaufen, dort scannen oder ihr Geld sehen.
event-roles-none = Bei dieser Veranstaltung hat niemand eine eigene Rolle.
event-role-person = Person
event-role-person-missing = Bitte eine Person wählen
event-role-grant = Rolle geben
event-role-revoke = { $name } die Rolle „{ $role }“ nehmen
event-role-manager = Leitet die Veranstaltung
event-role-box-office = Kasse: verkauft, gibt Freikarten, erstattet
event-role-scanner = Einlass: scannt
event-role-finance = Sieht ihr Geld
event-role-viewer = Schaut zu

settings-lock = Sperre
lock-after = Sperren nach
lock-after-never = Nie von selbst
lock-after-minutes =
    { $minutes ->
        [one] { $minutes } Minute ohne Bedienung
       *[other] { $minutes } Minuten ohne Bedienung
    }
lock-now = Jetzt sperren
