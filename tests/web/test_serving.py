"""The server at its address: how it sends, and what strange or slow callers do to it (nothing)."""

from __future__ import annotations

import socket

from tmtool.web.serving import listening


def test_an_answer_is_sent_at_once_and_not_kept_back_until_the_other_end_has_its_head() -> None:
    with listening("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
