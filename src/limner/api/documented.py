"""What the OpenAPI document says of every route alike: errors are problem documents, and which ones may come."""

from typing import Any, Final

from fastapi import FastAPI

from limner.api.problems import PROBLEM_TYPE, Problem, problem_responses

_METHODS: Final = frozenset({"get", "post", "put", "patch", "delete"})
_SIGNED_IN: Final = (401, 403)
_WITH_BODY: Final = (400, 408, 413, 422)
_ALWAYS: Final = (500, 503)
_PROBLEM: Final = {"$ref": f"#/components/schemas/{Problem.__name__}"}


def describe_problems(app: FastAPI) -> None:
    """Have the app's OpenAPI document name the problems that every route may answer with."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = generate()
            for path in document["paths"].values():
                for operation in [path[method] for method in _METHODS & path.keys()]:
                    operation["responses"] = _with_problems(operation)
            document["components"]["schemas"][Problem.__name__] = Problem.model_json_schema()
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi


def _with_problems(operation: dict[str, Any]) -> dict[str, Any]:
    statuses = [*_ALWAYS]
    statuses += _SIGNED_IN if operation.get("security") else ()
    statuses += _WITH_BODY if "requestBody" in operation else ()
    responses: dict[str, Any] = operation["responses"]
    known = {str(status): {"description": one["description"]} for status, one in problem_responses(*statuses).items()}
    for status, response in sorted({**known, **responses}.items()):
        if int(status) < 400:  # noqa: PLR2004 - where errors begin
            known[status] = response
        else:
            known[status] = {"description": response["description"], "content": {PROBLEM_TYPE: {"schema": _PROBLEM}}}
    return dict(sorted(known.items()))
