"""Errors as RFC 9457 problem documents; pages translate by `code`."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from limner import errors

_log = logging.getLogger(__name__)
_MOST_FIELDS: Final = 20
_LONGEST_NAME: Final = 100
PROBLEM_TYPE: Final = "application/problem+json"

_STATUS: Final[Mapping[type[errors.LimnerError], HTTPStatus]] = {
    errors.PhotoTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.NotAPicture: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    errors.InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UsageError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.NotSignedIn: HTTPStatus.UNAUTHORIZED,
    errors.NotAllowed: HTTPStatus.FORBIDDEN,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.TooSlow: HTTPStatus.REQUEST_TIMEOUT,
    errors.TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.TooMany: HTTPStatus.TOO_MANY_REQUESTS,
    errors.OverQuota: HTTPStatus.TOO_MANY_REQUESTS,
    errors.RequestError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.StoreUnreachable: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.DiskFull: HTTPStatus.INSUFFICIENT_STORAGE,
}


class Problem(BaseModel):
    """What went wrong, for the person (`detail`, `advice`) and for the program (`code`, `status`)."""

    type: str = Field(examples=["urn:limner:problem:request.not_found"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    code: str = Field(examples=["request.not_found"])
    detail: str = Field(examples=["There is no such photo."])
    advice: str = Field(default="", examples=["It may have been deleted."])
    retry_after_s: int | None = None
    fields: list[dict[str, str]] | None = Field(default=None, description="What is wrong with which field")


def problem_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problem documents a route may answer with, for its OpenAPI entry."""
    return {status: {"model": Problem, "description": HTTPStatus(status).phrase} for status in statuses}


def answer_problems(app: FastAPI) -> None:
    """Have every error answered as a problem document."""
    app.add_exception_handler(errors.LimnerError, _limner_error)
    app.add_exception_handler(RequestValidationError, _bad_fields)
    app.add_exception_handler(HTTPException, _http_error)


def problem_of(error: errors.LimnerError) -> Problem:
    """The document for an error."""
    status = next((_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS), HTTPStatus.INTERNAL_SERVER_ERROR)
    retry_after_s = error.retry_after_s if isinstance(error, errors.TooMany) else None
    return _problem(status, error.code, error.message, error.advice, retry_after_s)


def _problem(
    status: HTTPStatus,
    code: str,
    detail: str,
    advice: str = "",
    retry_after_s: int | None = None,
    fields: list[dict[str, str]] | None = None,
) -> Problem:
    return Problem(
        type=f"urn:limner:problem:{code}",
        title=status.phrase,
        status=status,
        code=code,
        detail=detail,
        advice=advice,
        retry_after_s=retry_after_s,
        fields=fields,
    )


def answer(problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The document as a response."""
    retry = {"Retry-After": str(problem.retry_after_s)} if problem.retry_after_s is not None else {}
    if problem.status == HTTPStatus.UNAUTHORIZED:
        retry["WWW-Authenticate"] = "Bearer"
    return JSONResponse(
        problem.model_dump(exclude_none=True),
        problem.status,
        {**retry, **(headers or {})},
        media_type=PROBLEM_TYPE,
    )


async def _limner_error(request: Request, error: Exception) -> JSONResponse:
    del request
    if not isinstance(error, errors.LimnerError):
        raise error
    problem = problem_of(error)
    if problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _log.error("%s: %s", problem.code, problem.detail, exc_info=error)
    return answer(problem)


async def _bad_fields(request: Request, error: Exception) -> JSONResponse:
    del request
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    fields = [
        {"field": _plain(".".join(str(part) for part in one["loc"][1:]) or str(one["loc"][0])), "message": one["msg"]}
        for one in found[:_MOST_FIELDS]
    ]
    words = "The request has a field that can't be used." if fields else "The request can't be read."
    advice = "; ".join(f"{one['field']}: {one['message']}" for one in fields[:3])
    return answer(_problem(HTTPStatus.UNPROCESSABLE_ENTITY, "request.invalid", words, advice, fields=fields))


def _plain(name: str) -> str:
    """A client's name for a field, as short and as well-formed as an answer needs it."""
    return name[:_LONGEST_NAME].encode(errors="replace").decode()


async def _http_error(request: Request, error: Exception) -> JSONResponse:
    del request
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    code = "request." + status.phrase.lower().replace(" ", "_").replace("-", "_")
    return answer(_problem(status, code, f"{status.phrase}."), error.headers)


def fault() -> Problem:
    """The document for what nobody thought of."""
    return _problem(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "error",
        "Something went wrong in Limner.",
        "Try again; if it lasts, tell the administrator the time and what you did.",
    )
