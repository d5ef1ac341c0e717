"""Errors as Google's services answer them."""

from typing import Any, Final

from starlette.responses import JSONResponse

_TYPE: Final = "type.googleapis.com/google.rpc"
ERRORS: Final[dict[str, tuple[int, str, list[dict[str, Any]]]]] = {
    "bad_key": (400, "INVALID_ARGUMENT", [{"@type": f"{_TYPE}.ErrorInfo", "reason": "API_KEY_INVALID"}]),
    "forbidden": (403, "PERMISSION_DENIED", []),
    "retired": (404, "NOT_FOUND", []),
    "quota_short": (429, "RESOURCE_EXHAUSTED", [{"@type": f"{_TYPE}.RetryInfo", "retryDelay": "7s"}]),
    "quota_daily": (
        429,
        "RESOURCE_EXHAUSTED",
        [{"@type": f"{_TYPE}.QuotaFailure", "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel"}]}],
    ),
    "elsewhere": (400, "FAILED_PRECONDITION", []),
    "not_accepted": (400, "INVALID_ARGUMENT", []),
    "broken": (500, "INTERNAL", []),
    "overloaded": (503, "UNAVAILABLE", []),
}


def error_answer(behaviour: str) -> JSONResponse:
    """The answer for one of them."""
    code, status, details = ERRORS[behaviour]
    error = {"code": code, "message": f"{status} of a fake", "status": status, "details": details}
    return JSONResponse({"error": error}, code)
