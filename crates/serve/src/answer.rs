//! The one shape of every answer: `{"ok": …}` or `{"error": …}`.

use app::Answer;
use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{Failure, Refusal, Refuse};
use serde::Serialize;

/// What a request came to.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Body {
    /// The command's output.
    Ok(Answer),
    /// Why nothing happened.
    Error(ErrorBody),
}

#[derive(Debug, Serialize)]
struct ErrorBody {
    kind: ErrorKind,
    #[serde(flatten)]
    reason: Refusal,
}

/// Who said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum ErrorKind {
    /// The domain, or this server: the person can act on it.
    Refusal,
    /// The machine: nothing was changed.
    Fault,
}

/// A command's outcome as a response.
pub(crate) fn of_command(outcome: Result<Answer, Failure>) -> Response {
    let failure = match outcome {
        Ok(output) => return (StatusCode::OK, Json(Body::Ok(output))).into_response(),
        Err(failure) => failure,
    };
    let (status, kind) = match &failure {
        Failure::Refused(refusal) if refusal.code == "unknown_command" => {
            (StatusCode::NOT_FOUND, ErrorKind::Refusal)
        }
        Failure::Refused(_) => (StatusCode::UNPROCESSABLE_ENTITY, ErrorKind::Refusal),
        Failure::Fault(fault) => {
            tracing::error!(code = fault.code(), fault = %fault, "a command met a fault");
            (StatusCode::INTERNAL_SERVER_ERROR, ErrorKind::Fault)
        }
    };
    (status, Json(Body::Error(ErrorBody { kind, reason: failure.to_refusal() }))).into_response()
}

/// Why this server did not take a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RequestRefused {
    /// No token, or another one.
    #[error("this request does not bear the server's token")]
    WrongToken,
    /// The address names another server.
    #[error("this request is addressed to another host")]
    ForeignHost,
    /// A page of another site asks.
    #[error("this request comes from a page of another site")]
    ForeignOrigin,
    /// Nothing is there.
    #[error("there is nothing at this address")]
    NotFound,
    /// The address takes other methods.
    #[error("this address does not take this method")]
    WrongMethod,
    /// More than a command's input may have.
    #[error("the request is larger than 1 MiB")]
    TooLarge,
    /// The body could not be received.
    #[error("the request broke off")]
    BrokenOff,
    /// The body is no JSON.
    #[error("the request is not JSON")]
    NotJson,
}

impl RequestRefused {
    const fn status(self) -> StatusCode {
        match self {
            Self::WrongToken => StatusCode::UNAUTHORIZED,
            Self::ForeignHost | Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BrokenOff | Self::NotJson => StatusCode::BAD_REQUEST,
        }
    }
}

impl Refuse for RequestRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::WrongToken => "wrong_token",
            Self::ForeignHost => "foreign_host",
            Self::ForeignOrigin => "foreign_origin",
            Self::NotFound => "not_found",
            Self::WrongMethod => "wrong_method",
            Self::TooLarge => "request_too_large",
            Self::BrokenOff => "request_broken_off",
            Self::NotJson => "not_json",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::WrongToken => "Open the address that the server printed when it started, with its token.",
            Self::ForeignHost => "Use the address that the server printed when it started.",
            Self::ForeignOrigin => "Open Stagedoor's own page.",
            Self::NotFound => "Commands are at /api/ followed by their name.",
            Self::WrongMethod => "Send commands with POST.",
            Self::TooLarge => "Send less at once; files are named by their path.",
            Self::BrokenOff => "Send it again.",
            Self::NotJson => "Send a JSON object, or nothing for a command without input.",
        }
        .to_owned()
    }
}

impl IntoResponse for RequestRefused {
    fn into_response(self) -> Response {
        let body = ErrorBody { kind: ErrorKind::Refusal, reason: Refusal::from(&self) };
        (self.status(), Json(Body::Error(body))).into_response()
    }
}
