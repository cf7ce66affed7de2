//! The user at the other end of a Unix socket.

use std::os::unix::net::UnixStream;

use nix::unistd::{Uid, geteuid};

/// Whether the peer runs as this process's effective user.
pub(super) fn is_same_user(stream: &UnixStream) -> bool {
    peer_uid(stream) == Some(geteuid())
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn peer_uid(stream: &UnixStream) -> Option<Uid> {
    use nix::sys::socket::{getsockopt, sockopt::PeerCredentials};
    getsockopt(stream, PeerCredentials).ok().map(|peer| Uid::from_raw(peer.uid()))
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn peer_uid(stream: &UnixStream) -> Option<Uid> {
    nix::unistd::getpeereid(stream).ok().map(|(user, _)| user)
}
