"""Describes the questions in OpenAPI 3.1, from what they say of themselves and the types of their answers."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from typing import Any, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from tmtool import __version__
from tmtool.web.api.question import Kind, Parameter, Question

PATH = "/api/openapi.json"
_PLAIN: Mapping[object, str] = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_ERROR = "Error"


def described(questions: Iterable[Question]) -> dict[str, Any]:
    """Returns the description of these questions."""
    schemas: dict[str, Any] = {
        _ERROR: {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
    }
    paths: dict[str, Any] = {}
    for question in questions:
        paths.setdefault(question.path, {})[question.method.lower()] = _operation(question, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "tmtool", "version": __version__, "license": {"name": "GPL-3.0-or-later"}},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _operation(question: Question, schemas: dict[str, Any]) -> dict[str, Any]:
    answer = {"application/json": {"schema": _schema(question.shape, schemas)}}
    refusal = {"application/json": {"schema": {"$ref": f"#/components/schemas/{_ERROR}"}}}
    operation: dict[str, Any] = {
        "operationId": question.path.rpartition("/")[2],
        "summary": question.summary,
        "responses": {
            "200": {"description": "The answer", "content": answer},
            "400": {"description": "What is asked cannot be, and why", "content": refusal},
            "403": {"description": "A page of another site asks, or the token gives no right to", "content": refusal},
            "404": {"description": "There is no such thing", "content": refusal},
            "405": {"description": "It is not asked by this method", "content": refusal},
            "503": {"description": "The database gives no answer, and why", "content": refusal},
        },
    }
    if question.method == "GET":
        operation["parameters"] = [
            {
                "name": one.name,
                "in": "query",
                "required": one.required,
                "description": one.about,
                "schema": _asked(one),
            }
            for one in question.parameters
        ]
    else:
        body = {"application/json": {"schema": object_asked(question)}}
        operation["requestBody"] = {"required": True, "content": body}
    return operation


def object_asked(question: Question) -> dict[str, Any]:
    """Returns the schema of an object with what may be asked."""
    return {
        "type": "object",
        "required": [one.name for one in question.parameters if one.required],
        "properties": {one.name: {**_asked(one), "description": one.about} for one in question.parameters},
        "additionalProperties": False,
    }


def _asked(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any]
    if parameter.kind is Kind.NUMBER:
        schema = {"type": "integer", "minimum": parameter.least, "maximum": parameter.most}
    elif parameter.kind is Kind.FLAG:
        schema = {"type": "boolean"}
    elif parameter.kind is Kind.TEXTS:
        schema = {"type": "array", "maxItems": parameter.most, "items": {"type": "string"}}
    elif parameter.kind is Kind.LANGUAGE:
        schema = {"type": "string", "pattern": "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$"}
    else:
        schema = {"type": "string", "maxLength": parameter.most}
    return schema if parameter.default is None else {**schema, "default": parameter.default}


def _schema(shape: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    """Returns the schema of a type; those with a name are added to `schemas`."""
    if is_typeddict(shape):
        name = shape.__name__.removesuffix("Json")
        if name not in schemas:
            schemas[name] = {}
            hints = get_type_hints(shape, include_extras=True)
            schemas[name] = {
                "type": "object",
                "required": sorted(shape.__required_keys__),
                "properties": {key: _schema(hint, schemas) for key, hint in hints.items()},
            }
        return {"$ref": f"#/components/schemas/{name}"}
    origin, arguments = get_origin(shape), get_args(shape)
    if origin is NotRequired:
        return _schema(arguments[0], schemas)
    if origin is list:
        return {"type": "array", "items": _schema(arguments[0], schemas)}
    if origin in (types.UnionType, Union):
        return {"anyOf": [_schema(one, schemas) for one in arguments]}
    return {"type": _PLAIN[shape]} if shape in _PLAIN else {}
