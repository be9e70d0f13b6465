//! A real CUPS with its PDF printer: found, printed to, followed to the end, stopped.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use std::{
    fs,
    net::{TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use integrations::printer::{Print, PrintFailure, PrinterPort, SystemPort, Trouble, system::queues};

const WAIT: Duration = Duration::from_secs(20);
const FILES: &str = "ServerRoot {root}
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
ErrorLog {root}/error_log
AccessLog {root}/access_log
PageLog {root}/page_log
";
const RULES: &str = "Listen 127.0.0.1:{port}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    AuthType None
    Order deny,allow
    Allow all
  </Limit>
</Policy>
";
/// Where the PDF printer puts the documents of people it does not know.
const PRINTED: &str = "/var/spool/cups-pdf/ANONYMOUS";

/// A scheduler of its own, with its own folders.
struct Cups {
    daemon: Child,
    port: u16,
    _folder: tempfile::TempDir,
}

impl Cups {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        // Filters run as another user.
        fs::set_permissions(root, fs::Permissions::from_mode(0o755)).unwrap();
        for name in ["spool/tmp", "cache", "state", "ppd"] {
            fs::create_dir_all(root.join(name)).unwrap();
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let written = |name: &str, text: &str| {
            let text = text.replace("{root}", root.to_str().unwrap()).replace("{port}", &port.to_string());
            fs::write(root.join(name), text).unwrap();
            root.join(name)
        };
        let (rules, files) = (written("cupsd.conf", RULES), written("cups-files.conf", FILES));
        let daemon = Command::new("/usr/sbin/cupsd")
            .arg("-f")
            .args([Path::new("-c"), &rules, Path::new("-s"), &files])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cups is needed: run scripts/ensure-system test ({error})"));
        let cups = Self { daemon, port, _folder: folder };
        cups.wait_until_it_listens();
        cups
    }

    fn wait_until_it_listens(&self) {
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return;
            }
            std::thread::park_timeout(Duration::from_millis(50));
        }
        panic!("cupsd does not listen");
    }

    fn server(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let done = Command::new(program).args(["-h", &self.server()]).args(arguments).output().unwrap();
        assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    }

    fn add_pdf_printer(&self, queue: &str) {
        let driver = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd";
        self.run("lpadmin", &["-p", queue, "-E", "-v", "cups-pdf:/", "-P", driver, "-D", "Office printer"]);
    }

    fn open(&self, queue: &str) -> SystemPort {
        SystemPort::open(&format!("{queue}@{}", self.server()), Some("iso_a4_210x297mm"), WAIT).unwrap()
    }
}

impl Drop for Cups {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// One A4 page with a word on it.
fn page(word: &str) -> Vec<u8> {
    let content = format!("BT /F1 48 Tf 72 700 Td ({word}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let end = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    pdf.extend(end.bytes());
    pdf
}

fn printed(name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(PRINTED).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.to_str().is_some_and(|path| path.contains(name))).collect()
}

#[test]
fn a_pdf_goes_through_cups_to_its_printer_and_is_followed_to_the_end() {
    let cups = Cups::start();
    cups.add_pdf_printer("Office");
    let found = queues(Some(&cups.server()), WAIT).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].name.as_str(), found[0].description.as_str()), ("Office", "Office printer"));
    assert!(found[0].is_ready, "{}", found[0].reason);

    let name = format!("stagedoor-{}", std::process::id());
    cups.open("Office").print(&Print { name: &name, bytes: &page("Lindenhof") }).unwrap();
    let papers = printed(&name);
    assert_eq!(papers.len(), 1, "one document, one paper");
    let text = Command::new("pdftotext").arg(&papers[0]).arg("-").output().unwrap();
    fs::remove_file(&papers[0]).unwrap();
    assert!(String::from_utf8_lossy(&text.stdout).contains("Lindenhof"));

    cups.run("cupsdisable", &["-r", "paper jam", "Office"]);
    let stopped = cups.open("Office").print(&Print { name: &name, bytes: &page("again") });
    assert!(matches!(stopped, Err(PrintFailure::NotPrinted(Trouble::NotReady { .. }))), "{stopped:?}");
    assert!(printed(&name).is_empty());
    assert!(!queues(Some(&cups.server()), WAIT).unwrap()[0].is_ready);

    let unknown = cups.open("Nowhere").print(&Print { name: &name, bytes: &page("never") });
    assert!(matches!(unknown, Err(PrintFailure::NotPrinted(Trouble::UnknownQueue { .. }))), "{unknown:?}");
}

#[test]
fn a_computer_without_cups_says_so() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert!(matches!(queues(Some(&free.to_string()), WAIT), Err(Trouble::Unreachable { .. })));
    let mut port = SystemPort::open(&format!("Office@{free}"), None, WAIT).unwrap();
    let nobody = port.print(&Print { name: "ticket", bytes: &page("never") });
    assert!(matches!(nobody, Err(PrintFailure::NotPrinted(Trouble::Unreachable { .. }))), "{nobody:?}");
}
