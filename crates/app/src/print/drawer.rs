//! Reports of drawers on paper.

use boxoffice::{
    drawer::EntryKind,
    report::{DrawerReport, ReportKind, ShowReport, x_report, z_report},
    session::OfTill,
};
use documents::{
    DrawerCashLines, DrawerHappening, DrawerLine, DrawerNoteLine, DrawerPieces, DrawerReportKind,
    DrawerSheet, DrawerTenderLine, DrawerTenderName, Locale, ReceiptLayout, TaxSummary, Watermark,
    render_drawer_report,
};
use identity::{Organization, organization::required_organization};
use kernel::{Failure, Money, Permission};
use payments::payment::PaymentMethod;
use serde::Deserialize;
use workspace::View;

use super::{PrintRefused, document};
use crate::{commands::Document, desk::Desk};

/// Which report, and on which paper.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct PrintDrawerReport {
    /// The till, by code or id; the only one when absent.
    #[serde(default)]
    #[ts(optional)]
    till: Option<String>,
    /// An X of the open drawer, or a Z.
    kind: ReportKind,
    /// The number of the Z; the latest when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    number: Option<i64>,
    /// The paper.
    #[ts(type = "\"a4\" | \"roll80\"")]
    layout: ReceiptLayout,
    /// The language; English when absent.
    #[serde(default)]
    #[ts(optional)]
    locale: Option<String>,
    /// Whether it was printed before, which the paper then says.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    is_reprint: bool,
}

/// Sets an X or a Z. An X says what is expected, so only those who may see money get one.
pub(crate) fn drawer_report(
    desk: &Desk<'_>,
    view: &View<'_>,
    request: PrintDrawerReport,
) -> Result<Document, Failure> {
    let till = request.till;
    let report = match request.kind {
        ReportKind::X => {
            desk.require(Permission::ViewFinance)?;
            x_report(view, &OfTill { till }, desk.clock.now())?
        }
        ReportKind::Z => z_report(view, &ShowReport { till, number: request.number })?,
    };
    let organization = required_organization(view)?;
    let watermark = watermark(&organization, &report, request.is_reprint);
    let sheet = sheet(report, organization, watermark)?;
    let locale = Locale::from_tag(request.locale.as_deref().unwrap_or("en"));
    let printed = render_drawer_report(&sheet, request.layout, locale).map_err(PrintRefused::from)?;
    let name = match sheet.number {
        Some(number) => format!("z-{}-{number:04}", sheet.till_code),
        None => format!("x-{}", sheet.till_code),
    };
    Ok(document(&name, &printed))
}

fn watermark(organization: &Organization, report: &DrawerReport, is_reprint: bool) -> Option<Watermark> {
    if organization.is_demo {
        Some(Watermark::Demo)
    } else if report.is_training {
        Some(Watermark::Training)
    } else {
        is_reprint.then_some(Watermark::Reprint)
    }
}

fn sheet(
    report: DrawerReport,
    organization: Organization,
    watermark: Option<Watermark>,
) -> Result<DrawerSheet, Failure> {
    Ok(DrawerSheet {
        issuer_name: organization.name,
        kind: match report.kind {
            ReportKind::X => DrawerReportKind::X,
            ReportKind::Z => DrawerReportKind::Z,
        },
        number: report.number,
        cash: cash(&report),
        pieces: pieces(&report)?,
        tenders: report
            .tenders
            .iter()
            .map(|line| DrawerTenderLine {
                tender: tender(line.method),
                count: line.sale_count + line.refund_count,
                total: line.total,
            })
            .collect(),
        tiers: report
            .tiers
            .iter()
            .map(|tier| DrawerLine {
                label: tier.label.clone(),
                count: tier.sold_count,
                returned: tier.returned_count,
                total: tier.total,
            })
            .collect(),
        taxes: taxes(&report),
        cashiers: report
            .cashiers
            .iter()
            .map(|cashier| DrawerLine {
                label: if cashier.name.is_empty() { "–".to_owned() } else { cashier.name.clone() },
                count: cashier.sale_count,
                returned: 0,
                total: cashier.total,
            })
            .collect(),
        counts: counts(&report),
        notes: notes(&report),
        till_code: report.till_code,
        till_name: report.till_name,
        zone: organization.time_zone,
        opened_at: report.opened_at,
        opened_by_name: report.opened_by_name,
        closed_at: report.closed_at,
        closed_by_name: report.closed_by_name,
        made_at: report.made_at,
        order_count: report.order_count,
        receipts: report.receipt_first.zip(report.receipt_last),
        turnover: report.turnover,
        open_holds: report.open_holds,
        open_print_jobs: report.open_print_jobs,
        rounding: report.rounding,
        previous_hash: report.previous_hash,
        hash: report.hash,
        watermark,
    })
}

fn cash(report: &DrawerReport) -> DrawerCashLines {
    let cash = &report.cash;
    DrawerCashLines {
        float: cash.float,
        sales: cash.sales,
        refunds: cash.refunds,
        paid_in: cash.paid_in,
        paid_out: cash.paid_out,
        expected: cash.expected,
        counted: cash.counted,
        over_short: cash.over_short,
        over_short_reason: cash.over_short_reason.clone(),
    }
}

fn pieces(report: &DrawerReport) -> Result<Vec<DrawerPieces>, Failure> {
    let one = |counted: &boxoffice::session::DenominationCount| {
        let worth = Money::new(counted.denomination_minor, report.currency);
        Ok(DrawerPieces { worth, count: counted.count, total: worth.times(counted.count)? })
    };
    report.cash.counts.iter().map(one).collect()
}

fn taxes(report: &DrawerReport) -> Vec<TaxSummary> {
    let one = |tax: &boxoffice::report::DrawerTax| {
        let (net, tax_part, gross) = (tax.net, tax.tax, tax.gross);
        Some(TaxSummary { rate: tax.rate.parse().ok()?, net, tax: tax_part, gross })
    };
    report.taxes.iter().filter_map(one).collect()
}

fn counts(report: &DrawerReport) -> Vec<(DrawerHappening, i64, Money)> {
    let one = |count: &boxoffice::report::DrawerCount| {
        let happening = happening(count.kind)?;
        // Gifts and withdrawn tickets move no money; what they would have cost says more than a row of zeros.
        let amount = if count.amount.is_zero() { count.worth } else { count.amount };
        Some((happening, count.count, amount))
    };
    report.counts.iter().filter_map(one).collect()
}

fn notes(report: &DrawerReport) -> Vec<DrawerNoteLine> {
    let one = |note: &boxoffice::report::DrawerNote| {
        Some(DrawerNoteLine {
            happening: happening(note.kind)?,
            at: note.at,
            amount: note.amount,
            order_code: note.order_code.clone(),
            reason: note.reason.clone(),
            operator_name: note.operator_name.clone(),
            authorised_by_name: note.authorised_by_name.clone(),
        })
    };
    report.notes.iter().filter_map(one).collect()
}

const fn tender(method: PaymentMethod) -> DrawerTenderName {
    match method {
        PaymentMethod::Cash => DrawerTenderName::Cash,
        PaymentMethod::Card => DrawerTenderName::Card,
        PaymentMethod::Transfer => DrawerTenderName::Transfer,
        PaymentMethod::Voucher => DrawerTenderName::Voucher,
        PaymentMethod::Wallet => DrawerTenderName::Wallet,
        PaymentMethod::Comp => DrawerTenderName::Complimentary,
        PaymentMethod::Other => DrawerTenderName::Other,
    }
}

/// Float, count and lift stand among the cash and are not told one by one.
const fn happening(kind: EntryKind) -> Option<DrawerHappening> {
    match kind {
        EntryKind::Sale => Some(DrawerHappening::Sale),
        EntryKind::Comp => Some(DrawerHappening::Gift),
        EntryKind::Refund => Some(DrawerHappening::Refund),
        EntryKind::Void => Some(DrawerHappening::Void),
        EntryKind::Reprint => Some(DrawerHappening::Reprint),
        EntryKind::NoSale => Some(DrawerHappening::NoSale),
        EntryKind::PaidIn => Some(DrawerHappening::PaidIn),
        EntryKind::PaidOut => Some(DrawerHappening::PaidOut),
        EntryKind::Float | EntryKind::CashCount | EntryKind::Lift => None,
    }
}
