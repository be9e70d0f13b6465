//! Group E: codes signed by pretix. The signed strings and the two public keys are test data of
//! pretix/libpretixsync (Apache License 2.0), `libpretixsync/src/testFixtures/resources/events/event1.json` and
//! `AsyncCheckProviderTest.kt`.

use admission::verdict::History;
use admission::{
    code::pretix_sig1::{parse, public_key},
    verdict::{ListFacts, SignedFacts, TiersCovered, Verdict, decide_by_signature},
};

use crate::door::{at, entry, id, list, tier};

const KEYS: [&str; 2] = [
    "LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0KTUNvd0JRWURLMlZ3QXlFQTdBRDcvdkZBMzNFc1k0ejJQSHI3aVpQc1o4bjVkaDBhalA4Z3l6Tm1tSXM9Ci0tLS0tRU5EIFBVQkxJQyBLRVktLS0tLQo=",
    "LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0KTUNvd0JRWURLMlZ3QXlFQVlNSnNPbkxwNUFXR3BKK2RGSkUycjlET1hlUUlaZ1ZyQ3Q5M0xBbDVCTjg9Ci0tLS0tRU5EIFBVQkxJQyBLRVktLS0tLQo=",
];
const VALID: &str = "E4BibyTSylQOgeKjuMPiTDxi5HXPuTVsx1qCli3IL0143gj0EZXOB9iQInANxRFJTt4Pf9nXnHdB91Qk/RN0L5AIBABSxw2TKFnSUNUCKAEAPAQA";
const UNKNOWN_ITEM: &str = "OUmw2Ro3YOMQ4ktAlAIsDVe4Xsr1KXla/0SZVN34qIZWtUX0hx1DXDHxaCatGTNzOeCMjHQABR5E6ESCOOx1g7AIkBhVkdDdJJTVSZWCKAEAPAQA";
const FROM_THE_4TH: &str = "Ok4EsqDRCr2cL6yDRtqeP7j5Usr1Vj1Db7J0izOuRGx6Qn0BS1ISW2nxlW8PXkYRk7PJhIBmsK1V1ucq5obBoBAMG4p9jCPKBAheRdFV0REVDZUCKAEAVAQA";

fn keys() -> Vec<[u8; 32]> {
    KEYS.iter().map(|key| public_key(key).unwrap()).collect()
}

fn judged(code: &str, list: &ListFacts, moment: &str) -> Verdict {
    let signed = parse(code).unwrap();
    assert!(signed.is_signed_by_any(&keys()));
    let claims = &signed.claims;
    let facts = SignedFacts {
        ticket: id(9),
        event: id(1),
        tier: (claims.item == 1).then(tier),
        valid_from: claims.valid_from,
        valid_until: claims.valid_until,
        is_revoked: false,
        is_blocked: false,
    };
    decide_by_signature(&facts, list, &History::default(), &entry(moment)).verdict
}

fn everything() -> ListFacts {
    ListFacts { tiers: TiersCovered::All, ..list() }
}

#[test]
fn e01_a_signed_code_that_nobody_has_on_record_is_admitted_by_its_signature() {
    let claims = parse(VALID).unwrap().claims;
    assert_eq!((claims.item, claims.subevent, claims.variation), (1, 14, 0));
    assert_eq!(judged(VALID, &everything(), "2020-01-01T12:00"), Verdict::Admit);
}

#[test]
fn e02_several_keys_are_valid_at_a_time() {
    let (first, second) = (keys()[0], keys()[1]);
    let signed = parse(VALID).unwrap();
    let signers = [first, second].iter().filter(|key| signed.is_signed_by_any(&[**key])).count();
    assert_eq!(signers, 1, "exactly one key made the signature");
    assert!(signed.is_signed_by_any(&[first, second]) && signed.is_signed_by_any(&[second, first]));
    assert!(!signed.is_signed_by_any(&[]));
}

#[test]
fn e03_a_changed_code_does_not_verify() {
    let changed = format!("EFAKE{}", &VALID[5..]);
    assert!(parse(&changed).is_none_or(|signed| !signed.is_signed_by_any(&keys())));
}

#[test]
fn e06_a_product_unknown_here_is_the_wrong_tier() {
    assert_eq!(judged(UNKNOWN_ITEM, &everything(), "2020-01-01T12:00"), Verdict::WrongTier);
}

#[test]
fn e07_the_signed_validity_counts() {
    assert_eq!(judged(FROM_THE_4TH, &everything(), "2023-02-03T22:59:59Z"), Verdict::NotYetValid);
    assert_eq!(judged(FROM_THE_4TH, &everything(), "2023-02-03T23:01:01Z"), Verdict::Admit);
    assert_eq!(parse(FROM_THE_4TH).unwrap().claims.valid_from, Some(at("2023-02-03T23:00:00Z")));
}

#[test]
fn other_text_is_no_signed_code() {
    for text in ["", "A", "AAAA", "xqnza93ua6g2x5ky56m3bz5hjdn2xcb8", &VALID[1..], "=====", "привет"] {
        assert!(parse(text).is_none_or(|signed| !signed.is_signed_by_any(&keys())), "{text}");
    }
}
