"""Templates compiled for thousands of pages: Jinja's own syntax and escaping, less work a page.

A page shows three hundred values. What Jinja does for each is made for templates of any kind: it
looks for an attribute, then for a key, then makes something undefined; it wraps every escaped text
in an object. Ours see records only, and a text that is printed at once needs no wrapping. With
both, and with what is the same on every page folded in when a template is compiled, the page of a
case takes half the time.
"""

from collections.abc import Mapping
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

_FOLDED: Final = (str, int, bool, type(None))
"""Constants of these types are written into the compiled template."""


class PageEnvironment(Environment):
    """Gives templates in which `constants` are folded; their values have attributes, no keys."""

    def __init__(self, loader: BaseLoader | None, constants: Mapping[str, object]) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._folding = _Folding(constants)

    @staticmethod
    def escaped(value: object) -> str:
        """Give a value as it may stand in HTML, byte for byte what `markupsafe.escape` gives."""
        kind = value.__class__
        if kind is str:
            assert isinstance(value, str)
            # Five searches in C for what hardly a text holds: a third of the time of `escape`.
            if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
                return escape(value)
            return value
        if kind is Markup:
            assert isinstance(value, str)
            return value
        return escape(value)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        # Jinja names this hook for environments with a way of their own to generate code.
        return super()._generate(self._folding.visit(source), name, filename, defer_init)


class _Folding(NodeTransformer):
    """Puts the text itself in the place of `t.case.summary` and `site.name`."""

    def __init__(self, constants: Mapping[str, object]) -> None:
        self._constants = constants

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """Fold a way of attributes that begins at a constant; one that leads nowhere stays."""
        value = self._value(node)
        return nodes.Const(value, lineno=node.lineno) if isinstance(value, _FOLDED) else node

    def _value(self, node: nodes.Node) -> object:
        if isinstance(node, nodes.Name):
            return self._constants.get(node.name, self)
        if isinstance(node, nodes.Getattr):
            return getattr(self._value(node.node), node.attr, self)
        return self


class _Generator(CodeGenerator):
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


PageEnvironment.code_generator_class = _Generator
