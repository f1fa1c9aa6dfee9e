"""Makes the application: all that the server answers, inside its guards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from tmtool.tasks.tokens import Token
from tmtool.web import page, protocols
from tmtool.web.api import routes as api
from tmtool.web.desk import Desk
from tmtool.web.doors import Doors
from tmtool.web.guards import LOOPBACK, Guards
from tmtool.web.page.frame import page as framed
from tmtool.web.people import guest_of, is_person


def application(
    desk: Desk,
    *,
    hosts: Collection[str] = LOOPBACK,
    echo: bool = False,
    tokens: Callable[[], Sequence[Token]] = tuple,
    writes: bool = False,
    root: str = "",
) -> Guards:
    """Returns the application (ASGI 3.0). It lets in who asks for one of the hosts and, if there are tokens, shows one;
    with `echo` it answers in the
    protocol of LibreTranslate too, which gives a text back for which there is no translation. Nobody can change
    anything unless it `writes`; `root` is the path below which a proxy shows it."""
    routes = [*page.routes(desk), *api.routes(desk), *protocols.routes(desk, echo=echo)]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _failed})
    app.state.language = desk.language
    return Guards(
        Doors(app, tokens, desk.parts, writes=writes, root=root),
        hosts=hosts,
        documents=("/documents", "/drafts"),
        root=root,
    )


async def _failed(request: Request, error: Exception) -> Response:
    """Answers where there is no such address, or not for that method: people by a page, programs in JSON."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404 and is_person(request):
        reader = guest_of(request)
        said = reader.read_fixed("There is no such page.")
        body = f'<p class="problem" role="alert">{said}</p>'
        return HTMLResponse(framed(reader, body, title=said, here=""), 404)
    if request.url.path.startswith("/api/"):
        return api.Json({"error": error.detail}, error.status_code, error.headers)
    return PlainTextResponse(error.detail, error.status_code, error.headers)
