//! Roll and label printers at the end of a line: what counts as printed, and what nobody knows.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use std::{
    io::{Read, Write},
    net::TcpListener,
    time::Duration,
};

use integrations::printer::{
    Acknowledgement::{self, Answered, Written},
    Language, Print, PrintFailure, PrinterPort, RawPort, Trouble, Waits, connect_serial, connect_tcp,
    open_device,
};
use serialport::{SerialPort, TTYPort};
use testkit::{LoopbackPrinter, Upset};

const WAITS: Waits = Waits {
    connect: Duration::from_secs(2),
    write: Duration::from_millis(400),
    ready: Duration::from_millis(400),
    printed: Duration::from_millis(400),
};

fn connect(printer: &LoopbackPrinter, acknowledgement: Acknowledgement) -> RawPort {
    connect_tcp(&printer.address(), Language::EscPos, acknowledgement, WAITS).unwrap()
}

fn ticket(number: u8) -> Vec<u8> {
    [b"\x1b@Ticket number ".as_slice(), &[b'0' + number], b" of the night\n\x1dV\x42\x00"].concat()
}

fn print(port: &mut RawPort, number: u8) -> Result<(), PrintFailure> {
    port.print(&Print { name: "ticket", bytes: &ticket(number) })
}

#[test]
fn each_document_is_acknowledged_before_the_next() {
    let printer = LoopbackPrinter::start();
    let mut port = connect(&printer, Answered);
    for number in 0..5 {
        print(&mut port, number).unwrap();
        assert_eq!(printer.papers().len(), usize::from(number) + 1);
    }
    assert_eq!(printer.papers()[4], ticket(4));
}

#[test]
fn paper_that_ends_inside_a_document_leaves_it_unknown_and_is_named() {
    let printer = LoopbackPrinter::start();
    let mut port = connect(&printer, Answered);
    printer.upset_after(1, Upset::PaperOut);
    print(&mut port, 0).unwrap();
    assert_eq!(print(&mut port, 1), Err(PrintFailure::Unknown(Trouble::PaperOut)));
    assert_eq!(
        print(&mut port, 1),
        Err(PrintFailure::NotPrinted(Trouble::PaperOut)),
        "asked before it is sent"
    );
    printer.refill();
    print(&mut port, 1).unwrap();
}

#[test]
fn a_printer_that_falls_silent_or_hangs_up_leaves_the_document_unknown() {
    let printer = LoopbackPrinter::start();
    printer.upset_after(0, Upset::Silent);
    let silent = print(&mut connect(&printer, Answered), 0);
    assert_eq!(silent, Err(PrintFailure::Unknown(Trouble::NoAnswer { seconds: 1 })));
    printer.upset_after(0, Upset::HangUp);
    let broken = print(&mut connect(&printer, Answered), 1);
    assert!(matches!(broken, Err(PrintFailure::Unknown(Trouble::Broken { .. }))), "{broken:?}");
}

#[test]
fn nobody_at_the_address_is_told_at_once_and_nothing_was_printed() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let refused = connect_tcp(&free.to_string(), Language::EscPos, Answered, WAITS);
    assert!(matches!(refused.err(), Some(Trouble::Unreachable { .. })));
    let nonsense = connect_tcp("till:printer:nine", Language::EscPos, Answered, WAITS);
    assert!(matches!(nonsense.err(), Some(Trouble::Address { .. } | Trouble::Unreachable { .. })));
}

#[test]
fn a_drawer_is_kicked_without_printing() {
    let printer = LoopbackPrinter::start();
    let mut port = connect(&printer, Answered);
    port.command(b"\x1bp\x00\x19\xfa").unwrap();
    print(&mut port, 0).unwrap();
    assert_eq!((printer.pulses(1), printer.papers()), (1, vec![ticket(0)]));
}

/// Answers `~HS` and takes labels; the first answer after a label says that it waits.
fn label_printer() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let (mut waiting, mut buffer) = (0, [0; 4096]);
        while let Ok(count @ 1..) = stream.read(&mut buffer) {
            let text = String::from_utf8_lossy(&buffer[..count]).into_owned();
            waiting += text.matches("^XZ").count();
            for _ in 0..text.matches("~HS").count() {
                let first = format!("\u{2}030,0,0,0400,{waiting:03},0,0,0,000,0,0,0\u{3}\r\n");
                let rest = "\u{2}000,0,0,0,0,2,4,0,00000000,1,000\u{3}\r\n\u{2}1234,0\u{3}\r\n";
                stream.write_all(format!("{first}{rest}").as_bytes()).unwrap();
                waiting = waiting.saturating_sub(1);
            }
        }
    });
    address
}

#[test]
fn a_label_is_printed_when_none_waits() {
    let mut port = connect_tcp(&label_printer(), Language::Zpl, Answered, WAITS).unwrap();
    port.print(&Print { name: "label", bytes: b"^XA^FO10,10^A0N,30,30^FDMia^FS^XZ" }).unwrap();
}

#[test]
fn a_device_file_takes_what_is_written_and_is_never_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lp0");
    let name = path.to_str().unwrap();
    assert!(open_device(name, Language::EscPos, Written, WAITS).is_err());
    assert!(!path.exists(), "an unplugged printer does not turn into a file");
    std::fs::write(&path, b"").unwrap();
    let mut port = open_device(name, Language::EscPos, Written, WAITS).unwrap();
    print(&mut port, 7).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), ticket(7));
}

#[test]
fn a_device_that_is_full_prints_nothing() {
    let mut port = open_device("/dev/full", Language::EscPos, Written, WAITS).unwrap();
    assert!(matches!(print(&mut port, 0), Err(PrintFailure::NotPrinted(Trouble::Broken { sent: 0, .. }))));
}

#[test]
fn a_device_that_blocks_does_not_hold_the_till() {
    // The far end of this line is never read, so a large document fills it up.
    let (far, near) = TTYPort::pair().unwrap();
    let path = near.name().unwrap();
    let mut port = open_device(&path, Language::EscPos, Written, WAITS).unwrap();
    let large = vec![b'x'; 1_000_000];
    let stuck = port.print(&Print { name: "ticket", bytes: &large });
    assert!(matches!(stuck, Err(PrintFailure::Unknown(Trouble::Broken { .. }))), "{stuck:?}");
    drop(far);
}

#[test]
fn a_serial_printer_is_asked_and_answers() {
    let (mut far, near) = TTYPort::pair().unwrap();
    let path = near.name().unwrap();
    far.set_timeout(Duration::from_secs(5)).unwrap();
    let printer = std::thread::spawn(move || {
        let (mut all, mut buffer) = (Vec::new(), [0; 256]);
        while let Ok(count @ 1..) = far.read(&mut buffer) {
            for byte in &buffer[..count] {
                all.push(*byte);
                if all.ends_with(&[0x10, 4, 4]) || all.ends_with(&[0x10, 4, 2]) {
                    far.write_all(&[0x12]).unwrap();
                } else if all.ends_with(&[0x1d, b'r', 1]) {
                    far.write_all(&[0]).unwrap();
                    // The line is handed back: closing it here would cut the answer off.
                    return (all, far);
                }
            }
        }
        (all, far)
    });
    let mut port = connect_serial(&format!("{path}@115200"), Language::EscPos, Answered, WAITS).unwrap();
    print(&mut port, 3).unwrap();
    let (heard, _far) = printer.join().unwrap();
    assert_eq!(&heard[6..], [&ticket(3)[..], &[0x1d, b'r', 1]].concat());
    assert!(connect_serial("/dev/ttyUSB0@fast", Language::EscPos, Answered, WAITS).is_err());
}
