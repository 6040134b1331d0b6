"""Macros and includes put where they are called, when a template is compiled.

The page of a case calls two dozen macros. A call goes through four functions of Jinja's, gathers a
list, and joins it; put in place, a macro's lines are as quick as lines of the page itself.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from copy import deepcopy
from typing import Final, TypeVar

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

Parse = Callable[[str], nodes.Template]
"""Gives the parsed template of a name, each time a new one."""
Macros = Mapping[str, nodes.Macro]
"""Macros that can stand elsewhere, by name. They are copied where they are put, never changed."""
_OWN: Final = ""
"""The alias under which a template calls its own macros."""
_Node = TypeVar("_Node", bound=nodes.Node)


def inlined(
    template: nodes.Template, parse: Parse, macros: Callable[[str], Macros]
) -> nodes.Template:
    """Give a template whose includes and printed macro calls are replaced by what they print.

    A macro that is called inside an expression stays a call, and so does one that calls others in
    this way. `macros` gives those of another template, by `free_macros`. Raises TemplateSyntaxError
    when a macro is called with other arguments than it has.
    """
    imported = {
        found.target: macros(name)
        for found in template.find_all(nodes.Import)
        if (name := _constant(found.template))
    }
    done = _Inlining({_OWN: free_macros(template), **imported}, parse, macros).visit(template)
    assert isinstance(done, nodes.Template)
    used = {name.name for name in done.find_all(nodes.Name) if name.ctx == "load"}
    done.body = [node for node in done.body if not _is_idle_import(node, used)]
    return done


class _Inlining(NodeTransformer):
    """Replaces calls of the macros that it knows, by alias and name."""

    def __init__(
        self, known: Mapping[str, Macros], parse: Parse, macros: Callable[[str], Macros]
    ) -> None:
        self._known = known
        self._parse = parse
        self._macros = macros

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:  # noqa: N802 (Jinja's name)
        """Cut what is printed at once at the calls of macros."""
        return list(self._cut(node))

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802
        """Put an included template in place; what it sets stays inside."""
        name = _constant(node.template)
        return (
            nodes.Scope(inlined(self._parse(name), self._parse, self._macros).body)
            if name
            else node
        )

    def _cut(self, node: nodes.Output) -> Iterator[nodes.Node]:
        plain: list[nodes.Expr] = []
        for child in node.nodes:
            called = self._called(child)
            if called is None:
                plain.append(child)
                continue
            if plain:
                yield nodes.Output(plain, lineno=node.lineno)
                plain = []
            alias, macro, call = called
            yield self._in_place(alias, macro, call)
        if plain:
            yield nodes.Output(plain, lineno=node.lineno)

    def _called(self, node: nodes.Node) -> tuple[str, nodes.Macro, nodes.Call] | None:
        if not isinstance(node, nodes.Call):
            return None
        alias, name, target = _OWN, "", node.node
        if isinstance(target, nodes.Name):
            name = target.name
        elif isinstance(target, nodes.Getattr) and isinstance(target.node, nodes.Name):
            alias, name = target.node.name, target.attr
        macro = self._known.get(alias, {}).get(name)
        return (alias, macro, node) if macro else None

    def _in_place(self, alias: str, macro: nodes.Macro, call: nodes.Call) -> nodes.Node:
        """Give a macro's lines with its arguments; one that keeps its name needs no assignment."""
        values = _arguments(macro, call)
        bound = [(name, value) for name, value in values.items() if not _is_named(value, name)]
        # What it calls itself are macros of its own template.
        own = {name: held for name, held in self._known[alias].items() if name not in values}
        known = {**self._known, _OWN: own}
        body = _Inlining(known, self._parse, self._macros).visit(nodes.Scope(_copied(macro.body)))
        assert isinstance(body, nodes.Scope)
        targets: list[nodes.Expr] = [
            nodes.Name(name, "param", lineno=call.lineno) for name, _ in bound
        ]
        return nodes.With(targets, [value for _, value in bound], body.body, lineno=call.lineno)


def free_macros(template: nodes.Template) -> Macros:
    """Give the macros that can stand elsewhere: all that they call can be put in place too.

    One that calls a macro inside an expression, or itself, needs its own template around it.
    """
    found = {macro.name: macro for macro in template.find_all(nodes.Macro)}
    free: dict[str, nodes.Macro] = {}
    before = -1
    while before < len(free):
        before = len(free)
        free |= {name: macro for name, macro in found.items() if _is_free(macro, found, free)}
    return free


def _is_free(macro: nodes.Macro, own: Container[str], free: Container[str]) -> bool:
    printed = {
        id(child.node)
        for output in macro.find_all(nodes.Output)
        for child in output.nodes
        if isinstance(child, nodes.Call)
    }
    arguments = {argument.name for argument in macro.args}
    return all(
        name.name in free and id(name) in printed
        for name in macro.find_all(nodes.Name)
        if name.name in own and name.name not in arguments
    )


def _arguments(macro: nodes.Macro, call: nodes.Call) -> dict[str, nodes.Expr]:
    names = [argument.name for argument in macro.args]
    named = {keyword.key: keyword.value for keyword in call.kwargs}
    optional = names[len(names) - len(macro.defaults) :]
    given = {
        **dict(zip(optional, _copied(macro.defaults), strict=True)),
        **dict(zip(names, call.args, strict=False)),
        **named,
    }
    is_plain = call.dyn_args is None and call.dyn_kwargs is None
    if not is_plain or len(call.args) > len(names) or given.keys() != set(names):
        raise TemplateSyntaxError(f"macro {macro.name} has other arguments", call.lineno)
    return {name: given[name] for name in names}


def _copied(parts: list[_Node]) -> list[_Node]:
    """Copy nodes, but not the environment that each of them names."""
    return [deepcopy(part, {id(part.environment): part.environment}) for part in parts]


def _constant(node: nodes.Expr) -> str:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""


def _is_named(node: nodes.Expr, name: str) -> bool:
    return isinstance(node, nodes.Name) and node.name == name


def _is_idle_import(node: nodes.Node, used: set[str]) -> bool:
    """Tell whether an import is only a cost: each render would look its template up."""
    return isinstance(node, nodes.Import) and node.target not in used
