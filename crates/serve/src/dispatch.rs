//! `POST /api/{command}`: one command.

use axum::{
    body::Bytes,
    extract::{
        Path, State,
        rejection::{BytesRejection, FailedToBufferBody},
    },
    response::{IntoResponse, Response},
};
use kernel::{Fault, FaultKind};
use serde_json::Value;

use crate::{
    answer::{self, RequestRefused},
    registry::SharedRegistry,
};

/// Most bytes of a command's input.
pub(crate) const INPUT_BYTES_MAX: usize = 1024 * 1024;

/// Runs the command that the path names.
pub(crate) async fn dispatch(
    State(registry): State<SharedRegistry>,
    Path(command): Path<String>,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let input = match read_input(body) {
        Ok(input) => input,
        Err(refused) => return refused.into_response(),
    };
    // A command waits for the disk; the threads that carry other requests must not.
    let outcome = tokio::task::spawn_blocking(move || registry.dispatch(&command, input)).await;
    answer::of_command(outcome.unwrap_or_else(|broken| {
        Err(Fault::new(FaultKind::Bug, "the command stopped half-way and was rolled back")
            .caused_by(broken)
            .into())
    }))
}

fn read_input(body: Result<Bytes, BytesRejection>) -> Result<Value, RequestRefused> {
    let bytes = body.map_err(|rejection| {
        let is_too_large =
            matches!(rejection, BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)));
        if is_too_large { RequestRefused::TooLarge } else { RequestRefused::BrokenOff }
    })?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Value::Null);
    }
    serde_json::from_slice(&bytes).map_err(|_| RequestRefused::NotJson)
}
