//! The same request sent twice happens once: the first answer is kept under its key, in the transaction that made
//! it true, and is given again; a key that comes back with another request is refused (domain.md, 2.5).

use kernel::{Failure, Refuse};
use serde_json::{Value, value::RawValue};
use sha2::{Digest, Sha256};
use workspace::Tx;

use super::{Answer, dispatch::unreadable};

const KEY_LENGTH_MAX: usize = 200;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum IdempotencyRefused {
    #[error("this idempotency key was used for another request")]
    KeyReused,
    #[error("an idempotency key has 1 to {KEY_LENGTH_MAX} characters")]
    KeyLength,
}

impl Refuse for IdempotencyRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::KeyReused => "idempotency_key_reused",
            Self::KeyLength => "idempotency_key_length",
        }
    }
    fn fix(&self) -> String {
        "Use a new key for each request, and the same key only to send the same request again.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("idempotency_key".to_owned())
    }
}

/// Runs `work`, unless this request was answered before.
pub(super) fn once(
    tx: &Tx<'_>,
    command: &'static str,
    input: Value,
    work: impl FnOnce(Value) -> Result<Answer, Failure>,
) -> Result<Answer, Failure> {
    let Some(key) = input.get("idempotency_key").and_then(Value::as_str).map(str::to_owned) else {
        return work(input);
    };
    if key.is_empty() || key.len() > KEY_LENGTH_MAX {
        return Err(IdempotencyRefused::KeyLength.into());
    }
    let request_hash = digest(command, &input);
    if let Some((first_hash, first_answer)) = tx.answer_under_key(&key)? {
        if first_hash != request_hash {
            return Err(IdempotencyRefused::KeyReused.into());
        }
        return RawValue::from_string(first_answer).map_err(|error| unreadable(error).into());
    }
    let answer = work(input)?;
    tx.keep_answer(&key, command, request_hash, answer.get())?;
    Ok(answer)
}

fn digest(command: &str, input: &Value) -> [u8; 32] {
    let mut canonical = String::new();
    write_canonical(input, &mut canonical);
    Sha256::new().chain_update(command).chain_update([0]).chain_update(canonical).finalize().into()
}

/// JSON with its keys sorted, whatever order the caller wrote them in.
fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort();
            out.push('{');
            for name in names {
                out.push_str(&Value::String(name.clone()).to_string());
                out.push(':');
                write_canonical(&fields[name], out);
                out.push(',');
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for item in items {
                write_canonical(item, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            out.push_str(&value.to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_order_of_fields_does_not_change_a_request() {
        assert_eq!(
            digest("a", &json!({"x": 1, "y": [2, {"b": 1, "a": 2}]})),
            digest("a", &json!({"y": [2, {"a": 2, "b": 1}], "x": 1}))
        );
        assert_ne!(digest("a", &json!({"x": 1})), digest("b", &json!({"x": 1})));
        assert_ne!(digest("a", &json!({"x": "1"})), digest("a", &json!({"x": 1})));
    }
}
