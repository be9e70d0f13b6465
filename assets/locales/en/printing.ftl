# Printers, and the queue of what they print.
settings-printers = Printers
printers = Printers
printer-none = No printer is set up yet. Tickets and receipts open as PDF files until there is one.
printer-add = Add a printer
printer-create = Add printer
printer-save = Save
printer-change = Change
printer-change-name = Change { $name }
printer-remove = Remove { $name }
printer-added = { $name } is set up. Print a test page.
printer-changed = { $name } is changed
printer-removed = { $name } is removed
printer-test = Test page
printer-test-name = Print a test page on { $name }
printer-tested = The test page is on its way to { $name }
printer-name-hint = As the staff call it, for example “Till left”.
printer-name-missing = Enter a name
printer-address-missing = Enter where the printer is
printer-kind = What it is
printer-kind-system = Printer of this computer
printer-kind-system-text = Any printer that other programs can print on.
printer-kind-system-address = Name of the print queue
printer-kind-system-address-hint = As the system names it.
printer-kind-escpos-tcp = Roll printer in the network
printer-kind-escpos-tcp-text = Receipt printers that speak ESC/POS, with cutter and drawer.
printer-kind-escpos-tcp-address = Address
printer-kind-escpos-tcp-address-hint = For example 192.0.2.10, or 192.0.2.10:9100.
printer-kind-escpos-device = Roll printer at a cable
printer-kind-escpos-device-text = By USB or serial cable, without a driver.
printer-kind-escpos-device-address = Device
printer-kind-escpos-device-address-hint = For example /dev/usb/lp0, or /dev/ttyUSB0@19200 for a serial cable.
printer-kind-zpl-tcp = Label printer in the network
printer-kind-zpl-tcp-text = Printers that speak ZPL, for badges and labels.
printer-kind-zpl-tcp-address = Address
printer-kind-zpl-tcp-address-hint = For example 192.0.2.11, or 192.0.2.11:9100.
printer-kind-zpl-device = Label printer at a cable
printer-kind-zpl-device-text = By USB or serial cable, without a driver.
printer-kind-zpl-device-address = Device
printer-kind-zpl-device-address-hint = For example /dev/usb/lp1.
printer-kind-file = PDF files in a folder
printer-kind-file-text = Each sheet becomes a file: for trying things out, or for another program.
printer-kind-file-address = Folder
printer-kind-file-address-hint = A folder that exists.
printer-found = Found on this computer
printer-found-none = This computer knows no printers. Set one up in the system, or type the name of its queue.
printer-paper = Paper
printer-paper-58 = Roll, 58 mm
printer-paper-80 = Roll, 80 mm
printer-paper-a4 = A4
printer-paper-label = Labels
printer-label-width = Width of a label in mm
printer-label-height = Height of a label in mm
printer-drawer = Cash drawer
printer-drawer-0 = None plugged in
printer-drawer-2 = Plugged in, pin 2 (usual)
printer-drawer-5 = Plugged in, pin 5
printer-letters = Letters
printer-letters-cp437 = Its own, first table (usual)
printer-letters-cp858 = Its own, Western Europe with €
printer-letters-wpc1252 = Its own, Windows Western Europe
printer-letters-drawn = Drawn: slower, right everywhere
printer-qr = QR codes
printer-qr-printer = Drawn by the printer (fast)
printer-qr-picture = Sent as a picture
printer-counts = A sheet counts as printed
printer-counts-answered = When the printer says so
printer-counts-written = When it was sent: for printers that never answer
printer-cutter = It cuts the paper
printer-default-for = Prints by itself
printer-doc-ticket = Tickets
printer-doc-receipt = Receipts
printer-doc-report = Reports
printer-doc-label = Labels and badges
printer-prints = Prints { $what }
printer-prints-nothing = Prints nothing by itself

print-queue = What is being printed
print-tray = Printed { $printed } of { $count }
print-tray-stopped = Stopped at { $printed } of { $count }
print-minutes =
    { $minutes ->
        [one] about a minute
       *[other] about { $minutes } minutes
    }
print-failed =
    { $failed ->
        [one] { $failed } was not printed
       *[other] { $failed } were not printed
    }
print-pause = Pause
print-continue = Continue
print-continue-at = Continue at { $sheet }
print-repeat = Repeat { $sheet }
print-came-out = { $sheet } came out
print-in-doubt = Look at the paper: did sheet { $sheet } ({ $label }) come out whole?
print-cancel =
    { $count ->
        [one] Give up the last one
       *[other] Give up the other { $count }
    }
print-sheets = Sheet by sheet
print-first-sheets = From the beginning
print-more-sheets = More sheets
print-look = Look
print-done =
    { $count ->
        [one] { $count } sheet is printed
       *[other] All { $count } sheets are printed
    }
print-done-failed =
    { $failed ->
        [one] { $printed } printed, { $failed } not
       *[other] { $printed } printed, { $failed } not
    }
print-pause-by-hand = Paused after { $printed }.
print-pause-interrupted = Stagedoor ended while this was being printed.
print-pause-paper-out = Paper out after { $printed }. Put a new roll in.
print-pause-cover-open = The printer’s cover is open. Close it.
print-pause-printer-unreachable = The printer does not answer. Check that it is on and connected.
print-pause-printer-not-ready = The printer is not ready. Bring it on line.
print-pause-printer-connection-broken = The connection to the printer broke off.
print-pause-printer-silent = The printer took the sheet and did not say whether it came out.
print-item-queued = Waits
print-item-sending = On its way
print-item-printed = Printed
print-item-failed = Not printed
print-item-unknown = Not known

failure-printer-unreachable = The printer does not answer.
failure-printer-unreachable-fix = Check that it is on, its cable and its address; then try again.
failure-printer-address = That is not a printer’s address.
failure-printer-address-fix = Write it as in the example.
failure-unknown-print-queue = This computer has no print queue of that name.
failure-unknown-print-queue-fix = Choose one of the printers found.
failure-folder-unwritable = Files cannot be written to this folder.
failure-folder-unwritable-fix = Choose a folder that exists and can be written to.
failure-paper-out = The printer has no paper.
failure-paper-out-fix = Put a new roll in, then try again.
failure-cover-open = The printer’s cover is open.
failure-cover-open-fix = Close it, then try again.
failure-no-printer = No printer is set up for this.
failure-no-printer-fix = Set one up under Settings, Printers.
failure-printer-name-taken = Another printer has this name.
failure-printer-name-taken-fix = Give this one another name.
failure-printer-has-jobs = This printer still has something to print.
failure-printer-has-jobs-fix = Let it finish, or give its jobs up first.
