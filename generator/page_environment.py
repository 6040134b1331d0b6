"""Templates compiled for thousands of pages: Jinja's own syntax and escaping, less work a page.

A page shows three hundred values. What Jinja does for each is made for templates of any kind: it
looks for an attribute, then for a key, then makes something undefined; it wraps every escaped text
in an object. Ours see records only, and a text that is printed at once needs no wrapping. With
both, and with what is the same on every page folded in when a template is compiled, the page of a
case takes half the time. Macros in place (`page_inlining`), blocks that gather what they print, and
an escape that wraps nothing save another third (0.48 → 0.31 ms).
"""

from collections.abc import Mapping
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape
from markupsafe._speedups import _escape_inner

from generator.page_inlining import Macros, free_macros, inlined

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
        self._known: dict[str, tuple[str, Macros]] = {}
        """Template → its source and the macros in it."""

    escaped_text = staticmethod(_escape_inner)
    """What `escape` does with a text before it wraps it, which takes nine tenths of its time."""

    @staticmethod
    def escaped(value: object) -> str:
        """Give a value as it may stand in HTML, byte for byte what `markupsafe.escape` gives."""
        if type(value) is str:
            return _escape_inner(value)
        return value if type(value) is Markup else escape(value)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        # Jinja names this hook for environments with a way of their own to generate code.
        whole = self._folding.visit(inlined(source, self._parsed, self._macros))
        return super()._generate(_gathered(whole), name, filename, defer_init)

    def _parsed(self, name: str) -> nodes.Template:
        return self.parse(self._source(name), name)

    def _macros(self, name: str) -> Macros:
        """Give the macros of a template; most templates import the same (half a second of all)."""
        source = self._source(name)
        known = self._known.get(name)
        if known is None or known[0] != source:
            known = self._known[name] = source, free_macros(self._parsed(name))
        return known[1]

    def _source(self, name: str) -> str:
        assert self.loader is not None, "a template that names another one came from a loader"
        return self.loader.get_source(self, name)[0]


class _Folding(NodeTransformer):
    """Puts the text itself in the place of `t.case.summary` and `site.name`."""

    def __init__(self, constants: Mapping[str, object]) -> None:
        self._constants = constants

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """Fold a way of attributes that begins at a constant; one that leads nowhere stays."""
        value = self._value(node)
        return nodes.Const(value, lineno=node.lineno) if isinstance(value, _FOLDED) else node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Print what is declared safe as it is: a body is not wrapped to be unwrapped."""
        node.nodes = [_marked(child) for child in node.nodes]
        return self.generic_visit(node)

    def _value(self, node: nodes.Node) -> object:
        if isinstance(node, nodes.Name):
            return self._constants.get(node.name, self)
        if isinstance(node, nodes.Getattr):
            return getattr(self._value(node.node), node.attr, self)
        return self


def _marked(node: nodes.Expr) -> nodes.Expr:
    if isinstance(node, nodes.Filter) and node.name == "safe" and node.node is not None:
        return nodes.MarkSafe(node.node, lineno=node.lineno)
    return node


def _gathered(template: nodes.Template) -> nodes.Template:
    """Put what a block prints into a scope, which `_Generator` gathers.

    Each of the seven hundred pieces of a page went through the generators of block, page and frame.
    """
    for block in template.find_all(nodes.Block):
        block.body = [nodes.Scope(block.body)]
    if template.find(nodes.Extends) is None:
        template.body = [nodes.Scope(template.body)]
    return template


class _Generator(CodeGenerator):
    def visit_Scope(self, node: nodes.Scope, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        if frame.buffer is not None:
            super().visit_Scope(node, frame)
            return
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        self.enter_frame(inner)
        self.buffer(inner)
        self.blockvisit(node.body, inner)
        self.simple_write(f"concat({inner.buffer})", frame, node)
        self.leave_frame(inner)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_MarkSafe(self, node: nodes.MarkSafe, frame: Frame) -> None:  # noqa: N802
        # Only `_marked` makes one, and only of what is printed at once.
        self.write("str(")
        self.visit(node.expr, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        if isinstance(node, nodes.MarkSafe):
            self.write("(")
        elif frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            # Most values are texts: no function of ours is called for these (0.143 → 0.134 ms).
            self.write("(escaped_text(shown) if (shown := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        is_ours = not frame.eval_ctx.volatile and frame.eval_ctx.autoescape
        if is_ours and not isinstance(node, nodes.MarkSafe):
            self.write(").__class__ is str else environment.escaped(shown))")
        else:
            super()._output_child_post(node, frame, finalize)

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escaped_text = environment.escaped_text")


PageEnvironment.code_generator_class = _Generator
