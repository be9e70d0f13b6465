//! Who may come in, and what every answer tells the browser.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::{Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue,
        header::{
            AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY,
            X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
        },
    },
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{answer::RequestRefused, token::Token};

/// The same policy as the desktop shell's, but that commands travel by `connect-src 'self'`.
const CONTENT_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
    media-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'none'; object-src 'none'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The names that this server answers to, with its port.
pub(crate) struct OwnNames {
    hosts: [String; 2],
    origins: [String; 2],
}

impl OwnNames {
    pub(crate) fn of(address: SocketAddr) -> Self {
        let hosts = [format!("127.0.0.1:{}", address.port()), format!("localhost:{}", address.port())];
        let origins = hosts.each_ref().map(|host| format!("http://{host}"));
        Self { hosts, origins }
    }
}

/// Lets only requests pass that are addressed to this server and do not come from a page of another site.
///
/// A name of another site that points at 127.0.0.1 makes a browser treat this server as part of that site. The
/// `Host` header then still bears the other site's name.
pub(crate) async fn only_own_names(
    State(names): State<Arc<OwnNames>>,
    request: Request,
    next: Next,
) -> Response {
    match check_names(&names, request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refused) => refused.into_response(),
    }
}

fn check_names(names: &OwnNames, headers: &HeaderMap) -> Result<(), RequestRefused> {
    let is_one_of =
        |own: &[String; 2], given: &HeaderValue| own.iter().any(|name| name.as_bytes() == given.as_bytes());
    let mut hosts = headers.get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) if is_one_of(&names.hosts, host) => {}
        (Some(_), _) | (None, _) => return Err(RequestRefused::ForeignHost),
    }
    if headers.get_all(ORIGIN).iter().any(|origin| !is_one_of(&names.origins, origin)) {
        return Err(RequestRefused::ForeignOrigin);
    }
    Ok(())
}

/// Lets only requests pass that bear the token. Runs before a body is read.
pub(crate) async fn only_with_token(
    State(token): State<Arc<Token>>,
    request: Request,
    next: Next,
) -> Response {
    let authorization = request.headers().get(AUTHORIZATION).map(HeaderValue::as_bytes);
    if token.opens(authorization) {
        next.run(request).await
    } else {
        RequestRefused::WrongToken.into_response()
    }
}

/// Tells the browser to trust nothing but this server's own files, and to keep no answer.
pub(crate) async fn with_safe_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers: [(HeaderName, &'static str); 7] = [
        (CONTENT_SECURITY_POLICY, CONTENT_POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
